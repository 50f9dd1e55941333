import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manuscriptPath } from '../../scripts/book/file-names.ts';
import { tell } from '../tools/manuscript.ts';
import { find } from '../tools/xml.ts';
import { asXml, body, picture, render } from './rendering.ts';

const text = (markup: string): Readonly<Record<string, string>> => ({ 'book.yaml': 'title: T', 'a/1.md': markup });

test('a picture alone in its paragraph is a figure, its title the caption', async () => {
  const markup = await body('# One\n\n![A door](door.png "The *door*")\n', [picture('door.png')]);
  assert.match(
    markup,
    /<figure class="picture"><img src="images\/picture-1\.png" alt="A door"\/>\s*<figcaption class="caption">The \*door\*<\/figcaption>\s*<\/figure>/,
  );
});

test('a picture among words stays among them', async () => {
  const markup = await body('# One\n\nA ![door](door.png) here.\n', [picture('door.png')]);
  assert.match(markup, /<p class="opening">A <img src="images\/picture-1\.png" alt="door"\/> here\.<\/p>/);
});

test('a picture shown twice is one resource, and each has its format’s ending', async () => {
  const { publication } = await render(text('![a](d.png) ![b](./d.png) ![c](../e.jpg) ![d](<f g.svg>)\n'), [
    picture('a/d.png'),
    picture('e.jpg', { mediaType: 'image/jpeg' }),
    picture('a/f g.svg', { mediaType: 'image/svg+xml' }),
  ]);
  const images = publication.resources.filter(({ mediaType }) => mediaType.startsWith('image/'));
  assert.deepEqual(
    images.map(({ id, href }) => [id, href]),
    [
      ['picture-1', 'images/picture-1.png'],
      ['picture-2', 'images/picture-2.jpg'],
      ['picture-3', 'images/picture-3.svg'],
    ],
  );
});

/** Pictures that cannot be had, and what is told of them. */
const lost: readonly (readonly [string, string])[] = [
  ['door.png', 'picture-missing'],
  ['https://example.org/door.png', 'picture-outside'],
  ['//example.org/door.png', 'picture-outside'],
  ['file:///door.png', 'picture-outside'],
  ['/door.png', 'picture-outside'],
  ['../../door.png', 'picture-outside'],
  ['%2e%2e/%2e%2e/door.png', 'picture-outside'],
  ['C:\\door.png', 'picture-outside'],
];

for (const [source, rule] of lost) {
  test(`${source} leaves its words and is told as ${rule}`, async () => {
    const { documents, problems, publication } = await render(text(`# One\n\nA ![red door](<${source}>) here.\n`));
    assert.match(
      documents[0]?.body ?? '',
      /<p class="opening">A <span class="missing-picture">red door<\/span> here\.<\/p>/,
    );
    assert.deepEqual(problems.map(tell), [`a/1.md:3:3 ${rule}`]);
    assert.ok(!publication.resources.some(({ mediaType }) => mediaType.startsWith('image/')));
  });
}

test('a picture without alternative text is warned of, and the book does not boast of any', async () => {
  const { problems, publication } = await render(text('# One\n\n![](d.png)\n\n![A door](d.png)\n'), [
    picture('a/d.png'),
  ]);
  assert.deepEqual(problems.map(tell), ['a/1.md:3:1 picture-without-alt']);
  assert.ok(!publication.accessibility.features.includes('alternativeText'));
  assert.match(publication.accessibility.summary, /Some pictures have no text alternative/);
});

test('paths start from the file’s folder and never leave the manuscript', () => {
  const paths: readonly (readonly [string, string, string | undefined])[] = [
    ['d.png', 'a.md', 'd.png'],
    ['d.png', 'x/y/a.md', 'x/y/d.png'],
    ['../d.png', 'x/y/a.md', 'x/d.png'],
    ['../../../d.png', 'x/y/a.md', undefined],
    ['./././d.png', 'a.md', 'd.png'],
    ['d%20e.png', 'a.md', 'd e.png'],
    ['100%.png', 'a.md', '100%.png'],
    ['d.png?v=1#x', 'a.md', 'd.png'],
    ['..\\d.png', 'x/a.md', 'd.png'],
    ['', 'a.md', undefined],
    ['.', 'a.md', undefined],
    ['a%00b.png', 'a.md', undefined],
  ];
  for (const [source, from, path] of paths) assert.equal(manuscriptPath(source, from), path, source);
});

test('wide pictures fill the measure, small ones keep their size', async () => {
  const markup = await body('![a](a.png) ![b](b.png)\n', [
    picture('a.png', { width: 600 }),
    picture('b.png', { width: 599 }),
  ]);
  assert.deepEqual(
    find(asXml(markup), '//h:img').map((hit) => hit.attributes['class']),
    ['wide', undefined],
  );
});
