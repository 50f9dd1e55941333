import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brought, buildsCleanly, dot } from './import-text.ts';

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
  const texts = ['opening.md', 'part1.md', 'ch1.md', 'thanks.md'].map((name) => `manuscript/${name}`);
  assert.ok(
    files['book.yaml']?.endsWith(`order:\n${texts.map((path) => `  - ${path}\n`).join('')}`),
    files['book.yaml'],
  );
  assert.match(files['manuscript/opening.md'] ?? '', /^---\nkind: preface\n---\n\n# Before All/);
  assert.match(files['manuscript/ch1.md'] ?? '', /^\{#lamp\}\n# The Lamp\n\nA> An aside\n/);
  assert.deepEqual(
    Object.keys(files).filter((path) => path.endsWith('.svg')),
    ['manuscript/images/lamp.svg', 'manuscript/can.svg'],
  );
  const told = problems.map(({ place, reason }) => `${place?.path}:${place?.start?.line ?? ''} ${reason}`).join('\n');
  assert.match(told, /^manuscript\/Sample\.txt: .*left out/m);
  assert.match(told, /^manuscript\/later\.md: .*does not list/m);
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

test('{class: part} makes a part', async () => {
  const { files } = await brought({ 'a.md': '{class: part}\n# The First\n\n# One\n\nText.\n' }, 'a.md');
  assert.deepEqual(Object.keys(files).sort(), ['book.yaml', 'chapter-1.md', 'part-1.md']);
});
