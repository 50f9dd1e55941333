import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import { makeEpub } from '../tools/epub.ts';
import { faults } from './faulty-books.ts';
import { tinyBook } from './tiny-book.ts';

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

test('bytes that are no book give a fatal finding, not an exception', async () => {
  const findings = await checkEpub(new TextEncoder().encode('No book at all.'));
  assert.ok(findings.some((each) => each.severity === 'fatal' || each.severity === 'error'));
});
