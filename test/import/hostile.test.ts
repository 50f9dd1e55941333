/** What a stranger may have packed into a story, for each format that is imported: one clear problem, or the story alone. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unpackZip } from '../tools/epub.ts';
import { makeFolder } from '../tools/folder.ts';
import { importFile } from '../tools/import-file.ts';
import { root } from '../tools/need.ts';
import { packZip } from '../tools/zip.ts';

const story = (name: string): Buffer => readFileSync(join(root, 'test/import/stories', name));
const word = story('word-styles/story.docx');
const epub = story('epub-pandoc/book.epub');
const page = story('page-forum/story.html');
const plain = story('plain-chapters/story.txt');

/** A ZIP with some of its files changed or added. */
function packed(
  zip: Uint8Array,
  change: (name: string, text: string) => string,
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const files = [...unpackZip(zip)].map(([name, bytes]): [string, Uint8Array] => {
    const isText = /\.(?:xml|xhtml|opf|ncx)$/.test(name);
    return [name, isText ? Buffer.from(change(name, Buffer.from(bytes).toString())) : bytes];
  });
  return packZip(new Map([...files, ...Object.entries(more)]));
}

const same = (_: string, text: string): string => text;
const doctype = (root: string): string =>
  `<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>`;
/** Declares entities that reach for a file and that grow, and uses them in the first element of that name. */
const evil =
  (wanted: RegExp, element: string) =>
  (name: string, text: string): string =>
    wanted.test(name)
      ? text
          .replace(/<!DOCTYPE[^>]*>/i, '')
          .replace(/^(\s*<\?xml[^>]*\?>)?/, (start) => `${start}${doctype('x')}`)
          .replace(new RegExp(`(<${element}[^>]*>)`), '$1&x;&d;')
      : text;
const bomb = new Uint8Array(30 * 1024 * 1024);

interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The reason; undefined where the story comes in, and what was packed into it does not. */
  readonly reason?: RegExp;
}

const archives: readonly Hostile[] = (
  [
    ['Word', 'story.docx', word, 'word/media/a.bin', /document\.xml$/, 'w:t'],
    ['EPUB', 'book.epub', epub, 'EPUB/a.xhtml', /(?:ch001\.xhtml|content\.opf|toc\.ncx)$/, '(?:p|dc:title|text)'],
  ] as const
).flatMap(([kind, name, bytes, inside, pages, element]): readonly Hostile[] => [
  {
    what: `${kind}: a bomb`,
    name,
    bytes: packed(bytes, same, { [inside]: bomb }),
    reason: /more than 200 times its size/,
  },
  {
    what: `${kind}: a name that leads out`,
    name,
    bytes: packed(bytes, same, { '../../x.xml': plain }),
    reason: /leads out/,
  },
  { what: `${kind}: a ZIP in it`, name, bytes: packed(bytes, same, { 'x/inner.zip': packZip({ 'b.xml': bomb }) }) },
  {
    what: `${kind}: entities that reach and grow`,
    name,
    bytes: packed(bytes, evil(pages, element)),
    ...(kind === 'Word' && { reason: /cannot be read/ }), // mammoth knows none, and reads no further
  },
  { what: `${kind}: cut off`, name, bytes: bytes.subarray(0, bytes.length >> 1), reason: /cut short/ },
  { what: `${kind}: a rotten byte`, name, bytes: rotten(bytes), reason: /damaged/ },
  { what: `${kind}: called .txt`, name: 'story.txt', bytes },
  { what: `${kind}: called .html`, name: 'story.html', bytes },
]);

const pages: readonly Hostile[] = [
  { what: 'page: cut off in a tag', name: 'a.html', bytes: page.subarray(0, page.indexOf('They walked') + 40) },
  { what: 'page: called .docx', name: 'a.docx', bytes: page },
  {
    what: 'page: entities that reach and grow',
    name: 'a.xhtml',
    bytes: Buffer.from(`${doctype('html')}<html><body><p>Words &x;&d;</p></body></html>`),
  },
  { what: 'text: called .epub', name: 'a.epub', bytes: plain },
  {
    what: 'text: called .rtf',
    name: 'a.rtf',
    bytes: plain,
    reason: /“\.rtf” cannot be read; what can: a Word document/,
  },
  {
    what: 'archive: called .odt',
    name: 'a.odt',
    bytes: packZip({ 'a.xml': '<x/>' }),
    reason: /“\.odt” cannot be read; what can: a Word document/,
  },
  { what: 'text: cut off', name: 'a.txt', bytes: plain.subarray(0, 1500) },
  { what: 'text: a ZIP’s first bytes alone', name: 'a.txt', bytes: Buffer.from('PK\u0003\u0004'), reason: /cut short/ },
];

/** Turns a bit in the longest file’s bytes, which lie in the middle. */
function rotten(bytes: Uint8Array): Uint8Array {
  const turned = Uint8Array.from(bytes);
  const name = Buffer.from(bytes).indexOf(bytes === word ? 'word/document.xml' : 'EPUB/text/ch001.xhtml');
  turned[name + 400] = (turned[name + 400] ?? 0) ^ 0x10;
  return turned;
}

for (const { what, name, bytes, reason } of [...archives, ...pages])
  test(`${what} ${reason ? 'is one clear problem' : 'brings the story in, and nothing else'}`, async () => {
    const file = join(makeFolder(), name);
    writeFileSync(file, bytes);
    const { value, problems } = await importFile(file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (reason) {
      assert.equal(value, undefined);
      assert.deepEqual(
        errors.map(({ rule }) => rule),
        ['import-refused'],
      );
      assert.match(errors[0]?.reason ?? '', reason);
    } else {
      assert.ok(value, JSON.stringify(errors));
      const texts = [...value.manuscript.files, value.manuscript.bookFile].map((each) => each?.text).join();
      assert.doesNotMatch(texts, /root:|(?:lol){20}/);
      assert.match(texts, /\w{4}/);
    }
  });

for (const name of ['story.txt', 'story.html', 'story.docx', 'book.epub'])
  test(`${name} of 200 MB is one clear problem, and is not read`, async () => {
    const file = join(makeFolder(), name);
    const start = name.endsWith('l') ? page : name.endsWith('t') ? plain : word;
    writeFileSync(file, start);
    truncateSync(file, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const { value, problems } = await importFile(file);
    assert.equal(value, undefined);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['file-too-large'],
    );
    assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
  });
