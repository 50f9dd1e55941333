import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../scripts/book/walk.ts';
import { read, tell, words } from '../tools/manuscript.ts';

async function nodesOf(text: string): Promise<readonly Nodes[]> {
  const { book } = await read({ 'a.md': text });
  const found: Nodes[] = [];
  for (const { content } of book.sections) walk<Nodes>(content, (node) => void found.push(node));
  return found;
}

/** Ways to write a link apart from its address, and the title it must have. */
const links: readonly (readonly [string, string | null])[] = [
  ['[words][label]\n\n[label]: https://example.org', null],
  ['[words][LABEL]\n\n[label]: <https://example.org> "A title"', 'A title'],
  ['[words][]\n\n[Words]: https://example.org', null],
  ['[words]\n\n[words]: https://example.org', null],
  ['[words][l]\n\n> [l]: https://example.org', null],
  ['[words][l]\n\n[l]: https://example.org\n\n[l]: https://example.com', null],
];

for (const [text, title] of links) {
  test(`resolves ${JSON.stringify(text)}`, async () => {
    const nodes = await nodesOf(text);
    const link = nodes.find((node) => node.type === 'link');
    assert.ok(link?.type === 'link');
    assert.equal(link.url, 'https://example.org');
    assert.equal(link.title ?? null, title);
    assert.ok(!nodes.some(({ type }) => /[dD]efinition|Reference/.test(type)));
  });
}

test('resolves a picture apart from its path', async () => {
  const image = (await nodesOf('![A door][d]\n\n[d]: door.png')).find((node) => node.type === 'image');
  assert.ok(image?.type === 'image');
  assert.deepEqual([image.url, image.alt], ['door.png', 'A door']);
});

test('references that nothing defines stay words and are told at line and column', async () => {
  const { book, problems } = await read({
    'a.md': '# T\n\nOne [^lost] and\nthen [words][gone], more.\n\n> A \\"[^third]\n> and [^fourth]\n',
  });
  assert.deepEqual(words(book.sections), ['One [^lost] and\nthen [words][gone], more. / A "[^third]\nand [^fourth]']);
  assert.deepEqual(problems.map(tell), [
    'a.md:3:5 reference-without-note',
    'a.md:4:12 definition-missing',
    'a.md:6:7 reference-without-note',
    'a.md:7:7 reference-without-note',
  ]);
});

test('brackets that refer to nothing are no fault', async () => {
  const { problems } = await read({
    'a.md': '# T\n\nShe said [sic] it was [a] b, x[1], \\[^no\\] and `[^code]`.\n',
  });
  assert.deepEqual(problems.map(tell), []);
});

test('each of many references that nothing defines is told at its own line and column', async () => {
  const { problems } = await read({ 'book.yaml': 'title: T', 'a.md': '[a][b]\nx [c][d\ne] [f][g]\n[h][i] [^j]\n' });
  const at = ['1:3', '2:5', '3:6', '4:3', '4:8'].map((place) => `a.md:${place}`);
  assert.deepEqual(
    problems.map(tell).map((each) => each.split(' ')[0]),
    at,
  );
});

test('of a note or a link that is mistyped the label that was meant is told, and of a number none', async () => {
  const { problems } = await read({
    'a.md':
      '# T\n\nOne [^hous], [words][doors], [^12].\n\n[^house]: A.\n\n[^11]: B. [x][door] [^house] [^11]\n\n[door]: b.md\n',
  });
  assert.deepEqual(
    problems.filter(({ rule }) => /^reference-without|^definition/.test(rule)).map(({ hint }) => hint),
    ['Did you mean “[^house]”?', 'Did you mean “[door]”?', 'Add a line “[^12]: …”, or a backslash before the bracket.'],
  );
});
