import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import type { Finding } from '../../scripts/check/finding.ts';
import { findEpubcheck } from '../../scripts/disk/epubcheck/find-epubcheck.ts';
import { officialValidator } from '../../scripts/disk/epubcheck/run-epubcheck.ts';
import { makeEpub } from '../tools/epub.ts';
import { epubcheckMany } from '../tools/epubcheck-many.ts';
import { need } from '../tools/need.ts';
import { faults } from './faulty-books.ts';
import { breakBook, chapter, tinyBook } from './tiny-book.ts';

const short = ({ id, href, line }: Finding): string => `${id} ${href ?? ''} ${line ?? ''}`;

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

test('a jar is started with Java, whatever its name', async (context) => {
  const jar = await need(context, 'epubcheck');
  if (!jar) return;
  const found = await findEpubcheck({ ...process.env, FLEURON_EPUBCHECK: jar });
  assert.ok('epubcheck' in found);
  assert.equal(found.epubcheck.command, 'java');
  assert.equal(found.epubcheck.jar, jar);
});
