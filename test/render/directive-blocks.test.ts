import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, texts } from '../tools/xml.ts';
import { asXml, body } from './rendering.ts';

/** Class and words of each paragraph of a set piece. */
async function paragraphsOf(piece: string): Promise<readonly string[]> {
  const xml = asXml(await body(`Before.\n\n${piece}\n\nAfter.\n`));
  return find(xml, '//h:p')
    .slice(1, -1)
    .map(({ attributes, text }) => `${attributes['class'] ?? '-'}|${text}`);
}

const pieces: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'verse keeps its lines, its stanzas and its indents',
    ':::verse\nOne\n  Two\n    Three\n\n        Four *and\nFive* end\\\nSix\n:::',
    ['line|One', 'line indent-1|Two', 'line indent-2|Three', 'line indent-4|Four and', 'line|Five end', 'line|Six'],
  ],
  [
    'a letter has head, greeting, end and what comes after',
    ':::letter\n14 Fore Street\nSaltmarch\n\nDear Nell,\n\nCome at once.\n\nThere is no time.\n\nYour servant,\n\nP. Quoin\n\nP.S. Bring bread.\n:::',
    [
      'letter-head|14 Fore Street\nSaltmarch',
      'salutation|Dear Nell,',
      '-|Come at once.',
      '-|There is no time.',
      'closing|Your servant,',
      'signature|P. Quoin',
      'postscript|P.S. Bring bread.',
    ],
  ],
  [
    'a letter without greeting and signature is its paragraphs',
    ':::letter\nI am well, and I hope that you are well too.\n\nThat is all that I have to say to you today, and it is enough.\n:::',
    [
      '-|I am well, and I hope that you are well too.',
      '-|That is all that I have to say to you today, and it is enough.',
    ],
  ],
  [
    'a chat says who speaks, and when',
    ':::chat\nNell: hi\nthere\nCaptain (12:03): Aye: it is.\n*Pike joined*\n\n**Pike:** Work!\n[12:05 pm] Nell: ok\n:::',
    [
      'message theirs|Nell: hi',
      'message theirs|there',
      'message theirs|Captain (12:03): Aye: it is.',
      'chat-notice|Pike joined',
      'message theirs|Pike: Work!',
      'message theirs|[12:05 pm] Nell: ok',
    ],
  ],
  [
    'of two senders of texts the second is the teller',
    ':::texts\nMum: home?\nNell: soon\n:::',
    ['message theirs|Mum: home?', 'message mine|Nell: soon'],
  ],
  [
    'of three, none is',
    ':::texts\nA: 1\nB: 2\nC: 3\n:::',
    ['message theirs|A: 1', 'message theirs|B: 2', 'message theirs|C: 3'],
  ],
  [
    'or the one who is named',
    ':::chat{me="Ann Q"}\nAnn Q: 1\nstill me\nB: 2\n:::',
    ['message mine|Ann Q: 1', 'message mine|still me', 'message theirs|B: 2'],
  ],
  [
    'an address is no name',
    ':::chat\nA: see\nhttps://example.org/x\n:::',
    ['message theirs|A: see', 'message theirs|https://example.org/x'],
  ],
  ['an epigraph', ':::epigraph\nWords.\n\n— Nell\n:::', ['-|Words.', 'attribution|— Nell']],
  ['a note', ':::note\nThanks, all.\n:::', ['-|Thanks, all.']],
  ['a fence without its fellow is text', ':::verse\nOne', ['-|:::verse\nOne']],
  ['a name that is none of ours makes a box', ':::vers\nOne\n:::', ['-|One']],
];

for (const [what, typed, expected] of pieces)
  test(what, async () => assert.deepEqual(await paragraphsOf(typed), expected));

test('names and times are marked where they stand', async () => {
  const made = await body(':::chat\nNell (12:03): hi\n**Pike:** yes\n:::');
  assert.match(
    made,
    /<p class="message theirs"><span class="speaker">Nell<\/span> <span class="time">\(12:03\)<\/span>: hi<\/p>/,
  );
  assert.match(made, /<span class="speaker"><strong>Pike:<\/strong><\/span> yes<\/p>/);
});

test('notes, pictures and lists inside a set piece work', async () => {
  const xml = asXml(await body(':::letter\nDear Nell,[^1]\n\n- one\n- two\n\n[^1]: A note.\n:::\n'));
  assert.equal(find(xml, '//h:blockquote[@class="letter"]//h:a[@epub:type="noteref"]').length, 1);
  assert.deepEqual(texts(xml, '//h:blockquote//h:li'), ['one', 'two']);
  assert.equal(find(xml, '//h:aside').length, 1);
});
