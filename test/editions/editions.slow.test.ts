/** Every edition of every book: the same words, valid by its own validator, the same bytes each time. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { type EditionName, editionNames, editions } from '../../scripts/book/editions.ts';
import type { Environment } from '../../scripts/disk/run-tool.ts';
import { readEpub } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';
import { runNu } from '../tools/nu.ts';
import { press } from '../tools/press.ts';
import { find, texts } from '../tools/xml.ts';
import { manuscripts, sample, sampleCase } from '../validators/books.ts';

type Files = ReadonlyMap<EditionName, Uint8Array>;

/** All editions of a manuscript, from one run of the command. */
async function editionsOf(manuscript: string, node?: string, env?: Environment): Promise<Files> {
  const folder = makeFolder();
  const { status, stderr } = await press(manuscript, {
    args: ['--edition', 'all', '-o', `${folder}/`],
    ...(node !== undefined && { node }),
    ...(env && { env }),
  });
  assert.equal(status, 0, stderr);
  const names = readdirSync(folder);
  return new Map(
    editionNames.map((name) => {
      const { ending } = editions[name];
      const file = names.find((each) => each.endsWith(ending) && !each.slice(0, -ending.length).includes('.'));
      return [name, readFileSync(join(folder, file ?? ending))];
    }),
  );
}

/** Elements whose words are said in another way, or not at all, on old devices: they are not compared. */
const asides = ['math', 'rp', 'counter'].map(
  (name) => `contains(concat(' ', @class, ' '), ' ${name} ') or local-name()='${name}'`,
);
const words = `//h:body//text()[not(ancestor::*[${asides.join(' or ')}])]`;

/** The words of each document in spine order, to the character. */
function wordsOfEpub(epub: Uint8Array): readonly string[] {
  const book = readEpub(epub);
  const opf = book.text('OEBPS/content.opf');
  const hrefs = new Map(find(opf, '//opf:item').map(({ attributes }) => [attributes['id'], attributes['href'] ?? '']));
  return find(opf, '//opf:itemref')
    .map(({ attributes }) =>
      texts(book.text(`OEBPS/${hrefs.get(attributes['idref'])}`), words)
        .join('')
        .trim(),
    )
    .filter((page) => page !== '');
}

/** The same of the pages of a web edition, by a parser that is not ours. */
function wordsOfWeb(html: string): readonly string[] {
  const pages: string[] = [];
  const wordsIn = (node: DefaultTreeAdapterMap['node']): string => {
    if (node.nodeName === 'math' || node.nodeName === 'rp') return '';
    if ('value' in node) return node.value;
    return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : '';
  };
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'class' && /^page \S+-page$/.test(value)))
      pages.push(wordsIn(node).trim());
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return pages.filter((page) => page !== '');
}

const made = new Map<string, Files>();
// Formulas are words where an edition cannot hold MathML: `validators/` reads that book in every edition.
for (const [name, manuscript] of manuscripts())
  if (name !== 'every form of Markdown') made.set(name, await editionsOf(manuscript));

for (const [book, files] of made) {
  test(`every edition of ${book} has the same text, to the character`, () => {
    const bytes = (name: EditionName) => files.get(name) ?? new Uint8Array();
    const expected = wordsOfEpub(bytes('epub'));
    assert.ok(expected.join('').length > 0);
    for (const name of ['kobo', 'kindle', 'legacy', 'large-print'] as const)
      assert.deepEqual(wordsOfEpub(bytes(name)), expected, name);
    assert.deepEqual(wordsOfWeb(Buffer.from(bytes('web')).toString()), expected, 'web');
  });
}

test('the official EPUBCheck finds neither error nor warning in an edition', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const books = new Map(
    [...made].flatMap(([book, files]) =>
      (['kobo', 'kindle', 'legacy', 'large-print'] as const).map(
        (name) => [`${name} edition of ${book}`, files.get(name) ?? new Uint8Array()] as const,
      ),
    ),
  );
  for (const [name, findings] of await epubcheckMany(jar, books)) assert.deepEqual(findings, [], name);
});

test('the Nu HTML checker finds no error in a web edition', async (context) => {
  const jar = await need(context, 'nu');
  if (!jar) return;
  assert.deepEqual(
    await runNu(jar, new Map([...made].map(([book, files]) => [book, files.get('web') ?? new Uint8Array()]))),
    [],
  );
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sums = (files: Files) => Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)]));

for (const [name, manuscript] of [
  ['the sample', sample],
  ['every feature', sampleCase('every-feature')],
] as const) {
  test(`each edition of ${name} has the same bytes elsewhere and tomorrow`, async () => {
    const expected = sums(made.get(name === 'the sample' ? name : 'every-feature') ?? new Map());
    const elsewhere = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    assert.deepEqual(sums(await editionsOf(manuscript, undefined, elsewhere)), expected);
  });
  for (const version of ['node22', 'node24'] as const) {
    test(`each edition of ${name} has the same bytes under Node ${version.slice(4)}`, async (context) => {
      const node = await need(context, version);
      if (!node) return;
      assert.deepEqual(
        sums(await editionsOf(manuscript, node)),
        sums(made.get(name === 'the sample' ? name : 'every-feature') ?? new Map()),
      );
    });
  }
}
