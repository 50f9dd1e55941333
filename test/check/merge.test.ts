import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine, Finding } from '../../scripts/check/finding.ts';
import { mergeFindings } from '../../scripts/check/merge.ts';

const make = (
  engine: Engine,
  id: string,
  href?: string,
  line?: number,
  severity: Finding['severity'] = 'error',
): Finding => ({
  engine,
  id,
  severity,
  message: `${id} of ${engine}`,
  href,
  line,
});
const official = (id: string, href?: string, line?: number): Finding => make('epubcheck', id, href, line);
const other = (id: string, href?: string, line?: number): Finding => make('epubcheck-ts', id, href, line);

const cases: readonly {
  readonly name: string;
  readonly official: readonly Finding[];
  readonly others: readonly Finding[];
  readonly left: readonly string[];
}[] = [
  {
    name: 'drops the twin on the same line',
    official: [official('RSC-012', 'a.xhtml', 4)],
    others: [other('RSC-012', 'a.xhtml', 4)],
    left: ['RSC-012 of epubcheck'],
  },
  {
    name: 'drops a twin whose line is unknown',
    official: [official('OPF-092', 'package.opf', 7)],
    others: [other('OPF-092', 'package.opf')],
    left: ['OPF-092 of epubcheck'],
  },
  {
    name: 'keeps the same fault on another line',
    official: [official('RSC-012', 'a.xhtml', 4)],
    others: [other('RSC-012', 'a.xhtml', 5)],
    left: ['RSC-012 of epubcheck', 'RSC-012 of epubcheck-ts'],
  },
  {
    name: 'keeps the same fault in another file',
    official: [official('RSC-012', 'b.xhtml', 4)],
    others: [other('RSC-012', 'a.xhtml', 4)],
    left: ['RSC-012 of epubcheck-ts', 'RSC-012 of epubcheck'],
  },
  {
    name: 'lets each finding stand for one other only',
    official: [official('RSC-005', 'a.xhtml', 4)],
    others: [other('RSC-005', 'a.xhtml', 4), other('RSC-005', 'a.xhtml', 4)],
    left: ['RSC-005 of epubcheck', 'RSC-005 of epubcheck-ts'],
  },
  {
    name: 'prefers the twin on the same line to one without a line',
    official: [official('RSC-005', 'a.xhtml'), official('RSC-005', 'a.xhtml', 9)],
    others: [other('RSC-005', 'a.xhtml', 9), other('RSC-005', 'a.xhtml', 12)],
    left: ['RSC-005 of epubcheck', 'RSC-005 of epubcheck'],
  },
  {
    name: 'knows a syntax error by both of its names',
    official: [official('RSC-016', 'a.xhtml', 4)],
    others: [other('HTM-004', 'a.xhtml', 4)],
    left: ['RSC-016 of epubcheck'],
  },
  {
    name: 'keeps what only one validator finds',
    official: [],
    others: [other('RSC-012', 'b.xhtml', 4), other('RSC-007', 'a.xhtml', 9)],
    left: ['RSC-007 of epubcheck-ts', 'RSC-012 of epubcheck-ts'],
  },
];

for (const each of cases) {
  test(each.name, () => {
    assert.deepEqual(
      mergeFindings(each.official, each.others).map((finding) => finding.message),
      each.left,
    );
  });
}
