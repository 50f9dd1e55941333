import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import type { Finding } from '../../scripts/check/finding.ts';
import { findEpubcheck } from '../../scripts/disk/epubcheck/find-epubcheck.ts';
import { officialValidator } from '../../scripts/disk/epubcheck/run-epubcheck.ts';
import { makeEpub } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { need } from '../tools/need.ts';
import { breakBook, chapter, tinyBook } from './tiny-book.ts';

/** One fault each: where it is made, what it is, and what both validators must say of it. */
const faults: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly id: string;
  readonly href?: string;
  readonly line?: number;
}[] = [
  {
    name: 'a link to a file that is not there',
    files: breakBook(chapter, 'It was small.', '<a href="lost.xhtml">Lost</a>'),
    id: 'RSC-007',
    href: chapter,
    line: 6,
  },
  {
    name: 'a link to an id that is not there',
    files: breakBook(chapter, 'It was small.', '<a href="#lost">Lost</a>'),
    id: 'RSC-012',
    href: chapter,
    line: 6,
  },
  {
    name: 'an id used twice',
    files: breakBook(chapter, '<p>It was small.', '<p id="one">It was small.'),
    id: 'RSC-005',
    href: chapter,
    line: 6,
  },
  {
    name: 'a language tag that is none',
    files: breakBook('EPUB/package.opf', '<dc:language>en<', '<dc:language>e_n<'),
    id: 'OPF-092',
    href: 'EPUB/package.opf',
  },
  {
    name: 'a document that is not well-formed',
    files: breakBook(chapter, 'It was small.', 'It was <br> small.'),
    id: 'RSC-016',
    href: chapter,
    line: 6,
  },
  {
    name: 'a wrong mimetype',
    files: { ...tinyBook, mimetype: 'application/epub' },
    id: 'PKG-007',
  },
];

const short = ({ id, href, line }: Finding): string => `${id} ${href ?? ''} ${line ?? ''}`;

test('epubcheck-ts finds nothing in a valid book', async () => {
  assert.deepEqual(await checkEpub(makeEpub(tinyBook)), []);
});

for (const { name, files, id, href } of faults) {
  test(`epubcheck-ts finds ${name}`, async () => {
    const findings = await checkEpub(makeEpub(files));
    // It names a syntax error in its own way; merging knows.
    const names = [id, ...(id === 'RSC-016' ? ['HTM-004'] : [])];
    assert.ok(
      findings.some((each) => names.includes(each.id) && each.href === href && each.severity !== 'warning'),
      JSON.stringify(findings, null, 1),
    );
  });
}

test('the official EPUBCheck finds nothing in a valid book and each fault on its line', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar || !(await need(context, 'javac'))) return;
  const valid = ['a valid book', makeEpub(tinyBook)] as const;
  const found = await epubcheckMany(
    jar,
    new Map([valid, ...faults.map(({ name, files }) => [name, makeEpub(files)] as const)]),
  );
  assert.deepEqual(found.get('a valid book'), []);
  for (const { name, id, href, line } of faults) {
    const findings = found.get(name) ?? [];
    const hit = findings.find(
      (each) => each.id === id && each.href === href && (line === undefined || each.line === line),
    );
    assert.ok(hit, `${name}: ${findings.map(short).join(', ')}`);
  }
});

test('both validators together speak once of what both find', async (context) => {
  if (!(await need(context, 'epubcheck'))) return;
  const found = await findEpubcheck(process.env);
  assert.ok('epubcheck' in found);
  const epub = makeEpub(breakBook(chapter, 'It was small.', '<a href="lost.xhtml">Lost</a> <a href="#lost">Lost</a>'));
  const findings = await checkEpub(epub, officialValidator(found.epubcheck, process.env));
  assert.deepEqual(findings.map(short), [`RSC-007 ${chapter} 6`, `RSC-012 ${chapter} 6`]);
  assert.deepEqual([...new Set(findings.map((each) => each.engine))], ['epubcheck']);
});

test('bytes that are no book give a fatal finding, not an exception', async () => {
  const findings = await checkEpub(new TextEncoder().encode('No book at all.'));
  assert.ok(findings.some((each) => each.severity === 'fatal' || each.severity === 'error'));
});
