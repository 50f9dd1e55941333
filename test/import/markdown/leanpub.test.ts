import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brought, buildsCleanly, chapter, dot } from './import-text.ts';

const book = {
  'manuscript/Book.txt': 'front.txt\nopening.md\nmain.txt\npart1.md\nch1.md\nback.txt\nthanks.md\n',
  'manuscript/Sample.txt': 'ch1.md\n',
  'manuscript/front.txt': '{frontmatter}\n',
  'manuscript/main.txt': '{mainmatter}\n',
  'manuscript/back.txt': '{backmatter}\n',
  'manuscript/opening.md': '# Before All\n\nOnce.\n',
  'manuscript/part1.md': '-# Part One\n\nThe first.\n',
  'manuscript/ch1.md': `{#lamp}
# The Lamp

A> An aside
A> of two lines.

W> Mind the *oil*.

{width: 50%}
![A lamp](images/lamp.svg)

![An oil can](can.svg)

See [the lamp](#lamp).[^n] {i: "lamp"}

%% A private remark

{aside}
Fenced.
{/aside}

The end.

[^n]: Lit.
`,
  'manuscript/thanks.md': '# Thanks\n\nTo all.\n',
  'manuscript/images/lamp.svg': dot,
  'manuscript/resources/can.svg': dot.replaceAll('"1"', '"2"'),
  'manuscript/later.md': 'Not yet listed.\n',
};

test('a book comes in the order of Book.txt, front, main and back matter, and builds cleanly', async () => {
  const { files, problems } = await brought(book);
  assert.deepEqual(
    files['book.yaml']
      ?.split('order:\n')[1]
      ?.trim()
      .split(/\s+- |^- /),
    ['', 'preface.md', 'part-1.md', 'chapter-1.md', 'acknowledgements.md'],
  );
  assert.equal(files['part-1.md'], '# Part One\n\nThe first.\n');
  assert.equal(
    files['chapter-1.md'],
    '# The Lamp\n\n> An aside\n> of two lines.\n\n> Mind the *oil*.\n\n![A lamp](pictures/lamp.svg)\n\n![An oil can](pictures/can.svg)\n\nSee [the lamp](#the-lamp).[^n]\n\n<!-- A private remark -->\n\n> Fenced.\n\nThe end.\n\n[^n]: Lit.\n',
  );
  const told = problems.map(({ place, reason }) => `${place?.path}:${place?.start?.line ?? ''} ${reason}`).join('\n');
  assert.match(told, /^manuscript\/Sample\.txt: .*left out/m);
  assert.match(told, /^manuscript\/later\.md: .*does not list/m);
  assert.match(told, /^manuscript\/ch1\.md:9 Left out: “\{width: 50%\}”/m);
  assert.match(told, /^manuscript\/ch1\.md:16 .*comments/m);
  await buildsCleanly(files);
});

test('a file that Book.txt names and that is not there is an error at its line', async () => {
  const { told } = await brought({ 'Book.txt': 'a.md\nb.md\n', 'a.md': 'Text.\n' }, 'Book.txt');
  assert.ok(told.includes('Book.txt:2 order-missing'), told.join());
});

test('a name that leads out of the folder is no file of it', async () => {
  const { told } = await brought({ 'book/Book.txt': '../secret.md\n', 'secret.md': 'Secret.\n' }, 'book');
  assert.ok(told.includes('Book.txt:1 order-missing'), told.join());
});

const cases: readonly (readonly [given: string, expected: string])[] = [
  ['{mainmatter}\n\nA> One\n\nB> Two', '> One\n\n> Two'],
  ['{blurb, class: warning}\nMind.\n{/blurb}', '> Mind.'],
  ['{pagebreak}\n\nText.', 'Text.'],
  ['{sample: true}\n# One\n\nText.', '# One\n\nText.'],
  ['A> Note[^^x]\n\n[^^x]: End.', '> Note[^x]\n\n[^x]: End.'],
  ['A> x\n\n```\nA> code\n```', '> x\n\n```\nA> code\n```'],
];
for (const [given, expected] of cases)
  test(`Leanpub’s ${JSON.stringify(given)}`, async () => assert.equal(await chapter(given), expected));

test('{class: part} makes a part', async () => {
  const { files } = await brought({ 'a.md': '{class: part}\n# The First\n\n# One\n\nText.\n' }, 'a.md');
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'part-1.md']);
});
