/** What pandoc, Obsidian, Leanpub and story sites write, and what a book prints for it, wherever it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../../scripts/book/decode.ts';
import { forms } from '../../../scripts/docs/markdown-forms.ts';
import { body } from '../../render/rendering.ts';
import { read, tell } from '../../tools/manuscript.ts';

const strip = (text: string): string =>
  text.replace(/\n(?=<\/?(?:li|p|ul|div|blockquote|mark))/g, '').replace(/[ \t]{2,}/g, ' ');
const prefixed = (text: string, first: string, other: string): string => first + text.replaceAll('\n', `\n${other}`);

/** Where a form may stand: the words around it. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'by itself': (text) => text,
  'with CRLF': (text) => decodeText(Buffer.from(text.replaceAll('\n', '\r\n')), '').value ?? '',
  'before more text': (text) => `${text}\n\nAfter.\n`,
  'in a quotation': (text) => `${prefixed(text, '> ', '> ')}\n`,
  'in a list': (text) => `- One.\n\n${prefixed(text, '- ', '  ')}\n\n- Two.\n`,
  'in a note': (text) => `A[^n].\n\n${prefixed(text, '[^n]: Note.\n\n    ', '    ')}\n`,
};

for (const [where, put] of Object.entries(places))
  for (const [group, rows] of Object.entries(forms))
    for (const { typed, markup } of group === 'At the start of a line' && where.startsWith('in ') ? [] : rows)
      test(`${JSON.stringify(typed)} ${where}`, async () => {
        const made = strip(await body(`Before.\n\n${put(typed)}`));
        assert.ok(made.includes(strip(markup)), made);
      });

test('keys in braces that mean nothing where they stand are told', async () => {
  const text = '# One {width=3}\n\n::: {.a lang=de width=40% columns=2}\nA.\n:::\n\n![a](b.png){width=3 dir=rtl}\n';
  const { problems } = await read({ 'book.yaml': 'title: T', '1.md': text });
  const told = problems.map(tell).filter((each) => each.endsWith('markdown-left-out'));
  assert.deepEqual(
    told,
    ['1.md:1:1', '1.md:3:1', '1.md:3:1'].map((place) => `${place} markdown-left-out`),
  );
});

test('attributes on the line above a picture are its own; a sentence in braces is not', async () => {
  const pictureIn = async (text: string) => JSON.stringify((await read({ '1.md': text })).book.sections);
  const plain = await pictureIn('A.\n\n{width: 50%}\n![Me](me.jpg)\n');
  assert.match(plain, /"url":"me.jpg"/);
  assert.doesNotMatch(plain, /\{width/);
  assert.match(await pictureIn('A.\n\n{so: it goes}\n![Me](me.jpg)\n'), /\{so: it goes\}/);
});

test('brackets behind a backslash are words, beside those that hold them too', async () => {
  const [page = '', words = ''] = [
    await body('So \\[\\[a\\]\\], \\[[a]], [[a\\]] so.'),
    await body('A [\\[b\\]]{.smallcaps} c.'),
  ];
  assert.ok(page.includes('So [[a]], [[a]], [[a]] so.'), page);
  assert.ok(words.includes('A <span class="small-caps">[b]</span> c.'), words);
});
