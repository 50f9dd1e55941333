import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BoundDocument } from '../../scripts/book/publication.ts';
import { checkEpub } from '../../scripts/check/check-epub.ts';
import type { Finding } from '../../scripts/check/finding.ts';
import { problemsFromFindings } from '../../scripts/check/problems-from-findings.ts';
import { makeEpub } from '../tools/epub.ts';
import { breakBook, chapter } from './tiny-book.ts';

const at = (line: number) => ({ path: 'chapter-1.md', start: { line, column: 1 } });

const document: BoundDocument = {
  href: 'chapter-1.xhtml',
  path: 'chapter-1.md',
  // Lines 1 and 2 are the template's; 3 and 5 begin blocks of the author's; 4 belongs to 3.
  lines: [0, 0, 3, 0, 7],
};

const finding: Finding = {
  engine: 'epubcheck',
  id: 'RSC-012',
  severity: 'error',
  message: 'Fragment identifier is not defined.',
  href: 'OEBPS/chapter-1.xhtml',
  line: 5,
};

test('a finding comes back on the author’s line', () => {
  assert.deepEqual(problemsFromFindings([finding], [document]), [
    {
      rule: 'epubcheck',
      severity: 'error',
      reason: 'Fragment identifier is not defined. (EPUBCheck RSC-012)',
      place: at(7),
    },
  ]);
});

test('a finding between two blocks belongs to the one before', () => {
  assert.deepEqual(problemsFromFindings([{ ...finding, line: 4 }], [document])[0]?.place, at(3));
});

test('a finding after the last block belongs to the last', () => {
  assert.deepEqual(problemsFromFindings([{ ...finding, line: 99 }], [document])[0]?.place, at(7));
});

test('a finding before the first block names the file and the place in the book', () => {
  const [problem] = problemsFromFindings([{ ...finding, line: 2 }], [document]);
  assert.deepEqual(problem?.place, { path: 'chapter-1.md' });
  assert.match(problem?.reason ?? '', /^In “OEBPS\/chapter-1\.xhtml”, line 2: /);
});

test('a finding without a line names the file', () => {
  assert.deepEqual(problemsFromFindings([{ ...finding, line: undefined }], [document])[0]?.place, {
    path: 'chapter-1.md',
  });
});

test('a finding in a file that no author wrote says so', () => {
  const [problem] = problemsFromFindings([{ ...finding, href: 'OEBPS/content.opf' }], [document]);
  assert.equal(problem?.place, undefined);
  assert.match(problem?.hint ?? '', /not the author’s/);
});

test('a document is not mistaken for one whose name ends alike', () => {
  const [problem] = problemsFromFindings([{ ...finding, href: 'OEBPS/a-chapter-1.xhtml' }], [document]);
  assert.equal(problem?.place, undefined);
});

test('the same problem on the same line is told once', () => {
  const twice = [finding, { ...finding, column: 9 }];
  assert.equal(problemsFromFindings(twice, [document]).length, 1);
});

test('a warning of EPUBCheck is a warning of ours', () => {
  assert.equal(problemsFromFindings([{ ...finding, severity: 'warning' }], [document])[0]?.rule, 'epubcheck-warning');
});

test('what a validator finds in a real book leads to the author’s line', async () => {
  const findings = await checkEpub(makeEpub(breakBook(chapter, 'It was valid.', '<a href="#lost">Lost</a>')));
  const lines = [0, 0, 0, 0, 1, 3, 5];
  const problems = problemsFromFindings(findings, [{ href: 'chapter.xhtml', path: 'chapter-1.md', lines }]);
  assert.deepEqual(
    problems.map(({ rule, place }) => [rule, place]),
    [['epubcheck', at(5)]],
  );
});
