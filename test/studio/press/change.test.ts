/** Changes are edits of the author’s files: all or none, each with what takes it back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '../../../scripts/book/digest.ts';
import type { Change } from '../../../scripts/studio/protocol.ts';
import { studioWith, type Texts } from '../memory-store.ts';

const yaml = `# Mine.
title:   "The Ferry"   # as printed

# Who
author: Ann Lee
tags: [sea, 'night']
warnings:
- none   # really
typography: chicago
`;

/** What files hold after changes. */
async function after(files: Texts, changes: readonly Change[], read: Readonly<Record<string, string>> = {}) {
  const studio = studioWith(files);
  const changed = await studio.press.change({ story: 'story', changes, read }, {});
  return { ...studio, changed };
}

const key = (path: string, value: Extract<Change, { kind: 'key' }>['value']): Change => ({
  kind: 'key',
  key: path.split('.'),
  value,
});

test('a key is edited where it stands, all else stays to the byte', async () => {
  for (const [change, old, now] of [
    [key('title', 'The Boat'), 'title:   "The Ferry"   # as printed', 'title: "The Boat" # as printed'],
    [key('author', 'Bo'), 'author: Ann Lee', 'author: Bo'],
    [key('author', undefined), 'author: Ann Lee\n', ''],
    [key('tags', ['sea', 'night', 'fog']), "tags: [sea, 'night']", "tags: [sea, 'night', fog]"],
    [key('warnings', ['none', 'death']), '- none   # really', '- none # really\n- death'],
    [
      key('typography.elisions', ['mence']),
      'typography: chicago',
      'typography:\n  style: chicago\n  elisions: [mence]',
    ],
    [{ kind: 'elision', word: '’mence' }, 'typography: chicago', 'typography:\n  style: chicago\n  elisions: [mence]'],
    [key('rating', 'Teen: yes'), 'typography: chicago\n', 'typography: chicago\nrating: "Teen: yes"\n'],
    [key('series', { name: 'S', position: '2' }), 'chicago\n', 'chicago\nseries:\n  name: S\n  position: 2\n'],
  ] as const) {
    const { text, changed } = await after({ 'book.yaml': yaml, 'a.md': 'Words.\n' }, [change]);
    assert.ok(changed.done, JSON.stringify(changed));
    assert.equal(text('book.yaml'), yaml.replace(old, now));
  }
});

test('a mapping goes with its last key, and nothing else', async () => {
  const { text } = await after({ 'book.yaml': 'title: T\ntypography:\n  elisions: [a]\n\n# end\n', 'a.md': 'x' }, [
    key('typography.elisions', undefined),
  ]);
  assert.equal(text('book.yaml'), 'title: T\n\n# end\n');
});

test('where there is no book.yaml it is made; one Markdown file has its keys above it', async () => {
  const two = await after({ 'a.md': 'A.\n', 'b.md': 'B.\n' }, [key('title', 'T'), key('authors', ['A', 'B'])]);
  assert.equal(two.text('book.yaml'), 'title: T\nauthors: [A, B]\n');
  const one = await after({ 'a.md': 'A.\n' }, [key('title', 'T')]);
  assert.equal(one.text('a.md'), '---\ntitle: T\n---\n\nA.\n');
  const back = await one.press.change({ story: 'story', changes: [key('title', undefined)], read: {} }, {});
  assert.ok(back.done);
  assert.equal(one.text('a.md'), 'A.\n');
  const block = await after({ 'a.md': '---\nlang: en # mine\n---\n\nA.\n' }, [key('title', '1984')]);
  assert.equal(block.text('a.md'), '---\nlang: en # mine\ntitle: 1984\n---\n\nA.\n');
  const first = await after({ 'a.md': '---\ntitle: T\n---\nA.\n', 'b.md': 'B.\n' }, [key('author', 'X')]);
  assert.equal(first.text('a.md'), '---\ntitle: T\nauthor: X\n---\nA.\n');
});

test('a section, a draft and a cover', async () => {
  const files = { 'book.yaml': 'title: T\n', 'a.md': '\uFEFFA.\r\n', 'b.md': 'B.\n' };
  const { text, changed, press, store } = await after(files, [
    { kind: 'section', path: 'a.md', section: 'nonsense' as never },
  ]);
  assert.equal(changed.done, false);
  assert.equal(text('a.md'), files['a.md']);
  const done = await press.change(
    {
      story: 'story',
      changes: [
        { kind: 'section', path: 'a.md', section: 'prologue' },
        { kind: 'section', path: 'b.md', section: undefined },
        { kind: 'cover', name: 'x/My cover.PNG', bytes: new Uint8Array([1, 2]) },
      ],
      read: {},
    },
    {},
  );
  assert.ok(done.done);
  assert.equal(text('a.md'), '\uFEFF---\r\nkind: prologue\r\n---\r\n\r\nA.\r\n');
  assert.equal(text('b.md'), '---\ndraft: yes\n---\n\nB.\n');
  assert.equal(text('book.yaml'), 'title: T\ncover: My cover.PNG\n');
  assert.deepEqual(store.stories.get('story')?.files.get('My cover.PNG'), new Uint8Array([1, 2]));
  const undone = await press.change({ story: 'story', changes: [{ kind: 'files', edits: done.undo }], read: {} }, {});
  assert.ok(undone.done);
  assert.deepEqual(Object.fromEntries(['a.md', 'b.md', 'book.yaml'].map((path) => [path, text(path)])), {
    'a.md': files['a.md'],
    'b.md': files['b.md'],
    'book.yaml': files['book.yaml'],
  });
  assert.equal(store.stories.get('story')?.files.has('My cover.PNG'), false);
});

test('words are replaced where they stand, several of a text at once, and only if they still do', async () => {
  const at = (line: number, column: number, old: string, text: string): Change => ({
    kind: 'replace',
    path: 'a.md',
    start: { line, column },
    end: { line, column: column + old.length },
    old,
    text,
  });
  const files = { 'a.md': '\uFEFFone\r\ntwo three\r\n' };
  const { text } = await after(files, [at(1, 1, 'one', 'eleven'), at(2, 1, 'two', 'twelve'), at(2, 5, 'three', 'x')]);
  assert.equal(text('a.md'), '\uFEFFeleven\r\ntwelve x\r\n');
  const refused = await after(files, [at(1, 1, 'one', 'eleven'), at(2, 1, 'tvo', 'twelve')]);
  assert.ok(!refused.changed.done && refused.changed.stale === undefined);
  assert.equal(refused.text('a.md'), files['a.md']);
});

test('nothing is written over what the app has not read, nor outside the story', async () => {
  const files = { 'book.yaml': 'title: T\n', 'a.md': 'A.\n' };
  const stale = await after(files, [key('title', 'U')], { 'book.yaml': sha256('other'), 'a.md': sha256('other') });
  assert.ok(!stale.changed.done && stale.changed.stale);
  assert.deepEqual(stale.changed.stale, ['book.yaml']);
  const edit = (path: string, was: string | undefined): Change => ({
    kind: 'files',
    edits: [{ path, was, content: 'x' }],
  });
  const other = await after(files, [edit('a.md', sha256('other')), edit('c.md', undefined)]);
  assert.deepEqual(!other.changed.done && other.changed.stale, ['a.md']);
  assert.equal(other.text('c.md'), undefined);
  for (const path of [
    '../x.md',
    '/x.md',
    '.git/config',
    'a/../../x',
    'a\\..\\x',
    'a//b',
    '',
    'a/.hidden',
    'node_modules/x',
  ]) {
    const { changed } = await after(files, [edit(path, undefined)]);
    assert.equal(!changed.done && 'problem' in changed && changed.problem.rule, 'change-refused', path);
  }
  const right = await after(files, [edit('sub/c.md', undefined), edit('a.md', sha256('A.\n'))]);
  assert.equal(right.changed.done, true);
});
