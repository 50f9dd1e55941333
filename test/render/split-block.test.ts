import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../tools/manuscript.ts';
import { find, texts } from '../tools/xml.ts';
import { asXml, render } from './rendering.ts';

const words = (count: number): string => 'words that go on & on '.repeat(count).trim();
const many = (count: number, one: (at: number) => string, between = '\n'): string =>
  [...Array(count).keys()].map(one).join(between);

/** A block far over the limit, what its parts are, and where its numbered pieces stand. */
const blocks: readonly (readonly [string, string, string])[] = [
  ['a list', many(3000, (at) => `- item ${at} ${words(6)}`), '//h:ul/h:li'],
  ['a numbered list', many(3000, (at) => `${at + 5}. item ${at} ${words(6)}`), '//h:ol/h:li'],
  ['a table', `| a | b |\n| --- | --- |\n${many(3000, (at) => `| item ${at} | ${words(6)} |`)}`, '//h:tbody/h:tr'],
  ['a quotation', many(3000, (at) => `> item ${at} ${words(10)}`, '\n>\n'), '//h:blockquote/h:p'],
  [
    'a quotation in a quotation',
    many(3000, (at) => `> > item ${at} ${words(10)}`, '\n> >\n'),
    '//h:blockquote/h:blockquote/h:p',
  ],
  [
    'verse',
    `:::verse\n${many(3000, (at) => `item ${at} ${words(4)}${at % 8 === 7 ? '\n' : ''}`)}\n:::`,
    '//h:p[starts-with(@class,"line")]',
  ],
  [
    'a chat',
    `:::chat\n${many(3000, (at) => `Nell: item ${at} ${words(4)}`)}\n:::`,
    '//h:p[starts-with(@class,"message")]',
  ],
];

for (const [what, block, path] of blocks)
  test(`${what} too long for a file goes on in the next, nothing lost and nothing twice`, async () => {
    const { documents, problems } = await render({
      'book.yaml': 'title: T',
      'a.md': `# Long\n\nBefore.\n\n${block}\n\nAfter.\n`,
    });
    assert.deepEqual(problems, []);
    assert.ok(documents.length >= 2, String(documents.length));
    for (const { body, href } of documents)
      assert.ok(Buffer.byteLength(body) <= 250_000, `${href}: ${Buffer.byteLength(body)}`);
    const first = documents[0]?.body ?? '';
    assert.ok(Buffer.byteLength(first) > 200_000, 'the first file is filled');
    const numbers = documents.flatMap(({ body }) =>
      texts(asXml(body), path).map((text) => Number(/item (\d+)/.exec(text)?.[1])),
    );
    assert.deepEqual(numbers, [...Array(numbers.length).keys()]);
    assert.ok(numbers.length >= 3000);
  });

test('a numbered list goes on counting, and a table repeats its head', async () => {
  const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': `${blocks[1]?.[1]}\n\n${blocks[2]?.[1]}\n` });
  for (const { body } of documents) {
    for (const list of find(asXml(body), '//h:ol')) {
      const item = Number(/item (\d+)/.exec(list.text)?.[1]);
      assert.equal(Number(list.attributes['start']), item + 5);
    }
    assert.equal(find(asXml(body), '//h:table').length, find(asXml(body), '//h:thead/h:tr/h:th[1]').length);
  }
});

test('code goes on at a line, to the letter', async () => {
  const code = many(15_000, (at) => `line ${at} < & >`);
  const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': `\`\`\`js\n${code}\n\`\`\`\n` });
  assert.ok(documents.length > 1);
  const xml = documents.map(({ body }) => texts(asXml(body), '//h:pre/h:code[@class="language-js"]').join(''));
  assert.equal(xml.join(''), `${code}\n`);
  for (const { body } of documents) assert.ok(Buffer.byteLength(body) <= 250_000);
});

test('rows that a cell spans stay together', async () => {
  const row = (at: number) =>
    `<tr>${at % 3 === 0 ? `<th rowspan="3">group ${at}</th>` : ''}<td>item ${at} ${words(10)}</td></tr>`;
  const { documents } = await render({
    'book.yaml': 'title: T',
    'a.md': `<table><tbody>\n${many(1500, row)}\n</tbody></table>\n`,
  });
  assert.ok(documents.length > 1);
  for (const { body } of documents) assert.match(/<tr>\s*(?:<t[dh][^>]*>)[^<]*/.exec(body)?.[0] ?? '', /rowspan="3"/);
});

test('a paragraph is never parted, and told where it stands', async () => {
  const { documents, problems } = await render({
    'book.yaml': 'title: T',
    'a.md': `One.\n\n${words(14_000)}\n\nTwo.\n`,
  });
  assert.deepEqual(problems.map(tell), ['a.md:3:1 page-too-long']);
  assert.equal(documents.filter(({ body }) => Buffer.byteLength(body) > 250_000).length, 1);
});
