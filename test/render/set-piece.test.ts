import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'hast';
import { directiveNames, nameOfDiv, setPieces } from '../../scripts/book/directives.ts';
import { kindOfWord } from '../../scripts/book/sections.ts';
import { walk } from '../../scripts/book/walk.ts';
import { classesOf } from '../../scripts/html/hast-nodes.ts';
import { tell } from '../tools/manuscript.ts';
import { find, texts } from '../tools/xml.ts';
import { asXml, body, render } from './rendering.ts';

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
    /<p class="message theirs"><b class="speaker">Nell<\/b> <span class="time">\(12:03\)<\/span>: hi<\/p>/,
  );
  assert.match(made, /<strong class="speaker">Pike:<\/strong> yes<\/p>/);
});

/** The markup of a piece between two paragraphs. */
async function markupOf(piece: string): Promise<string> {
  const made = await body(`Before.\n\n${piece}\n\nAfter.\n`);
  const [, inner = ''] = /Before\..*?<\/p>\n(.*)\n<p>After/s.exec(made) ?? [];
  return inner.replace(/>\n</g, '><').replace(/\n/g, '⏎');
}

const p = (name: string, words: string): string => `<p class="${name}">${words}</p>`;
const says = (name: string): string => `<b class="speaker">${name}</b>`;
const label = (name: string): string => `<b class="label">${name}</b>`;
const at = (time: string): string => `<span class="time">${time}</span>`;
const receipt = (marks: string): string => `<span class="receipt">${marks}</span>`;
const direction = (words: string): string => `<i class="direction">${words}</i>`;
const quote = (name: string, ...blocks: readonly string[]): string =>
  `<blockquote class="${name}">${blocks.join('')}</blockquote>`;
const div = (name: string, ...blocks: readonly string[]): string => `<div class="${name}">${blocks.join('')}</div>`;
const fields = (...lines: readonly string[]): string => `<div class="fields">${lines.join('')}</div>`;

/** What is typed, and the whole of what the book has. */
const markups: readonly (readonly [string, string, string])[] = [
  [
    'text messages with times, marks, notices and a title',
    ":::texts[Us]{me=Nell}\n[Ann has joined]\n[08:58] Ann: Up?\nNell: yes ✓✓\nNell: no 09:04 ✓\nMrs. O'Hara (9.01 am): hm (Read 9:05)\nSeen by all\nseen\n12/03/2024, 10:42 - Nell: 12h03 then\nRead 10:43\n:::",
    div(
      'chat texts',
      p('piece-title', '<strong>Us</strong>'),
      p('chat-notice', '[Ann has joined]'),
      p('message theirs', `${at('[08:58]')} ${says('Ann:')} Up?`),
      p('message mine', `${says('Nell:')} yes ${receipt('✓✓')}`),
      p('message mine', `${says('Nell:')} no ${at('09:04')} ${receipt('✓')}`),
      p('message theirs', `${says("Mrs. O'Hara")} ${at('(9.01 am)')}: hm ${receipt('(Read 9:05)')}`),
      p('receipt', 'Seen by all'),
      p('message theirs', 'seen'),
      p('message mine', `${at('12/03/2024, 10:42')} - ${says('Nell:')} 12h03 then`),
      p('receipt receipt-mine', 'Read 10:43'),
    ),
  ],
  [
    'names between angle brackets, and HTML',
    ':::irc\n<ann> hi <b>you</b>\n:::',
    div('chat', p('message theirs', `&lt;${says('ann')}&gt; hi <b>you</b>`)),
  ],
  [
    'an e-mail',
    ':::e-mail\nFrom: A. Fry <fry@ferry.example>\nTo: all\nX Room: 4\nDear all,\n\nCome. It is late, and the tide will not wait for any of us.\n\n> No.\n\nRegards,\n\nA. Fry\n:::',
    quote(
      'email',
      fields(
        p('field', `${label('From:')} A. Fry &lt;fry@ferry.example&gt;`),
        p('field', `${label('To:')} all`),
        p('field', `${label('X Room:')} 4`),
      ),
      p('salutation', 'Dear all,'),
      '<p>Come. It is late, and the tide will not wait for any of us.</p>',
      '<blockquote><p>No.</p></blockquote>',
      p('closing', 'Regards,'),
      p('signature', 'A. Fry'),
    ),
  ],
  [
    'posts of a forum',
    ':::forum\nSubject: Gulls\n\n**gull_1** · 2 hours ago\n\nA list\nof gulls.\n\nann wrote:\nWhy?\n\nPosted by bea on 3 March\n\ncid (3 March, 10:42)\n\n**No** means no.\n\ndee: and I\n:::',
    quote(
      'forum',
      fields(p('field', `${label('Subject:')} Gulls`)),
      p('post-head', `<strong class="speaker">gull_1</strong> · ${at('2 hours ago')}`),
      '<p>A list⏎of gulls.</p>',
      p('post-head', `${says('ann')} wrote:`),
      '<p>Why?</p>',
      p('post-head', `Posted by ${says('bea')} ${at('on 3 March')}`),
      p('post-head', `${says('cid')} ${at('(3 March, 10:42)')}`),
      '<p><strong>No</strong> means no.</p>',
      p('post', `${says('dee:')} and I`),
    ),
  ],
  [
    'a telegram',
    ':::telegram\nTO: HARBOUR OFFICE\n\nFERRY AGROUND STOP SEND HELP STOP\n\nKEEPER\n:::',
    quote(
      'telegram',
      fields(p('field', `${label('TO:')} HARBOUR OFFICE`)),
      '<p>FERRY AGROUND STOP SEND HELP STOP</p>',
      p('signature', 'KEEPER'),
    ),
  ],
  [
    'a newspaper cutting',
    ':::clipping\n*The Gull*, 8 March\n\n### Ferry Found\n\nBy our man\n\nThe ferry was found.\n\nIt is well\n:::',
    quote(
      'newspaper',
      p('piece-line', '<em>The Gull</em>, 8 March'),
      p('piece-title', '<strong>Ferry Found</strong>'),
      p('piece-line', 'By our man'),
      '<p>The ferry was found.</p>',
      '<p>It is well</p>',
    ),
  ],
  [
    'a cutting whose headline is its first line',
    ':::newspaper\nFerry Found\n\nThe ferry was found.\n:::',
    quote('newspaper', p('piece-title', 'Ferry Found'), '<p>The ferry was found.</p>'),
  ],
  [
    'a sign keeps its lines, and no spaces before them',
    ':::sign\n**NO FERRY**\n\n     until\n  further notice\n:::',
    quote('sign', p('piece-title', '<strong>NO FERRY</strong>'), '<p>until<br/>⏎further notice</p>'),
  ],
  [
    'a letter written by hand',
    ':::handwritten\nDear Nell,\n\nI have not been singing, as you well know.\n\nthe mate\n:::',
    quote(
      'letter handwritten',
      p('salutation', 'Dear Nell,'),
      '<p>I have not been singing, as you well know.</p>',
      p('signature', 'the mate'),
    ),
  ],
  [
    'a play',
    ':::script\nACT ONE\n\n*Night.*\n\nHAMLET. Who? (He turns.)\n\nMRS. QUOIN (aside): Me (or you).\nNell: I.\n\nMATE [sings].\n  The ferry\n      goes\n\n1ST GULL\n(softly) Yes.\n\nExit two GULLS.\n[Curtain]\n:::',
    div(
      'play',
      p('piece-title', 'ACT ONE'),
      p('stage-direction', '<em>Night.</em>'),
      p('speech', `${says('HAMLET.')} Who? ${direction('(He turns.)')}`),
      p('speech', `${says('MRS. QUOIN')} ${direction('(aside)')}: Me (or you).`),
      p('speech', `${says('Nell:')} I.`),
      p('speech', `${says('MATE')} ${direction('[sings]')}.`),
      p('line indent-1', 'The ferry'),
      p('line indent-3', 'goes'),
      p('speech', says('1ST GULL')),
      p('line', '(softly) Yes.'),
      p('stage-direction', 'Exit two GULLS.'),
      p('stage-direction', '[Curtain]'),
    ),
  ],
  [
    'people, in lines and in a list',
    ':::dramatis-personae\nAt sea:\n\nANN, a cook\nThe Mate: a tenor\n\n- **Two gulls** of no account\n- Bea – her sister\n:::',
    div(
      'people',
      p('piece-line', 'At sea:'),
      `<ul class="persons"><li class="person">${says('ANN')}, a cook</li><li class="person">${says('The Mate')}: a tenor</li><li class="person"><strong class="speaker">Two gulls</strong> of no account</li><li class="person">${says('Bea')} – her sister</li></ul>`,
    ),
  ],
  [
    'a song',
    ':::lyrics\n**The Lantern**\n\n[Verse 1]\nA light\n  for all\n\nChorus:\nA light\n:::',
    div(
      'verse song',
      p('piece-title', '<strong>The Lantern</strong>'),
      div('stanza', p('verse-label', '[Verse 1]'), p('line', 'A light'), p('line indent-1', 'for all')),
      div('stanza', p('verse-label', 'Chorus:'), p('line', 'A light')),
    ),
  ],
];

for (const [what, typed, expected] of markups) test(what, async () => assert.equal(await markupOf(typed), expected));

test('each name of a set piece is its own alone, and means no page but a list of characters', () => {
  const names = directiveNames.flatMap((name) => [name, ...setPieces[name].aliases]);
  assert.equal(new Set(names).size, names.length);
  for (const name of directiveNames)
    for (const alias of setPieces[name].aliases) assert.equal(nameOfDiv(alias.toUpperCase()), name);
  const pages = names.filter((name) => !['epigraph', 'note'].includes(name)).map(kindOfWord);
  assert.deepEqual([...new Set(pages)].sort(), ['characters', undefined]);
});

test('each message is at its own line of the manuscript', async () => {
  const { rendered } = await render({ 'book.yaml': 'title: T', 'a.md': 'A.\n\n:::chat\nAnn: 1\nBea: *2\n3* 4\n:::\n' });
  const lines: number[] = [];
  walk<Nodes>({ type: 'root', children: [...(rendered.documents[0]?.content ?? [])] }, (node) => {
    if (node.type === 'element' && classesOf(node)[0] === 'message') lines.push(node.position?.start.line ?? 0);
  });
  assert.deepEqual(lines, [4, 5, 6]);
});

test('a book has the style of pieces that few books hold where it holds one', async () => {
  const forms = async (text: string) => [...(await render({ 'book.yaml': 'title: T', 'a.md': text })).rendered.forms];
  assert.deepEqual(await forms('A.\n\n:::verse\nA\n:::\n\n:::letter\nDear Ann,\n:::\n\n:::note\nA.\n:::\n'), []);
  assert.deepEqual(await forms('A.\n\n:::sign\nA\n:::\n'), ['pieces']);
});

test('people above a heading are a page of their own', async () => {
  const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': ':::cast\nANN, a cook\n:::\n\n# One\n\nA.\n' });
  assert.deepEqual(
    documents.map(({ kind }) => kind),
    ['characters', 'chapter'],
  );
  assert.match(documents[0]?.body ?? '', /<li class="person"><b class="speaker">ANN<\/b>, a cook<\/li>/);
});

/** A piece, and what is told of it. */
const told: readonly (readonly [string, readonly string[]])[] = [
  [':::texts{me=Nel}\nAnn: 1\nNell: 2\n:::', ['a.md:3:1 set-piece-lines Did you mean “Nell”?']],
  [':::texts{me=Bea}\nAnn: 1\nNell: 2\n:::', ['a.md:3:1 set-piece-lines Take one of the names in it: Ann, Nell.']],
  [
    ':::chat\n*Monday*\nhello\nNell: 2\n:::',
    ['a.md:5:1 set-piece-lines Put a name and a colon before each message: “Ann: Here.”'],
  ],
  [
    ':::play\nno one\n:::',
    ['a.md:3:1 set-piece-lines Put the name of who speaks before a speech: “HAMLET. Words.” or “Hamlet: Words.”'],
  ],
  [':::texts{me=Nell}\nAnn: 1\nand\nNell: 2\n:::', []],
  [':::email\nCome.\n:::', []],
];

for (const [typed, expected] of told)
  test(`of ${JSON.stringify(typed)} is told: ${expected.length}`, async () => {
    const { problems } = await render({ 'book.yaml': 'title: T', 'a.md': `A.\n\n${typed}\n` });
    assert.deepEqual(
      problems.map((each) => `${tell(each)} ${each.hint}`),
      expected,
    );
  });

test('notes, pictures and lists inside a set piece work', async () => {
  const xml = asXml(await body(':::letter\nDear Nell,[^1]\n\n- one\n- two\n\n[^1]: A note.\n:::\n'));
  assert.equal(find(xml, '//h:blockquote[@class="letter"]//h:a[@epub:type="noteref"]').length, 1);
  assert.deepEqual(texts(xml, '//h:blockquote//h:li'), ['one', 'two']);
  assert.equal(find(xml, '//h:aside').length, 1);
});
