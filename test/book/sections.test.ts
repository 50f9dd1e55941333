import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sectionKinds, traitsOf } from '../../scripts/book/sections.ts';

/** DPUB-ARIA 1.1 roles that may stand on a section. */
const roles = new Set(
  'abstract acknowledgments afterword appendix bibliography chapter colophon conclusion credit credits dedication endnotes epigraph epilogue errata example foreword glossary index introduction part preface prologue qna toc'
    .split(' ')
    .map((name) => `doc-${name}`),
);

test('roles are those of DPUB-ARIA', () => {
  for (const kind of sectionKinds) {
    const { role } = traitsOf(kind);
    if (role !== undefined) assert.ok(roles.has(role), `${kind}: ${role}`);
  }
});

test('a file name means one kind, and each kind’s own name means it', () => {
  const names = sectionKinds.flatMap((kind) => traitsOf(kind).names);
  assert.equal(new Set(names).size, names.length);
  for (const kind of sectionKinds) assert.ok(traitsOf(kind).names.includes(kind), kind);
});

test('a heading means one kind at most', () => {
  const headings = sectionKinds.flatMap((kind) => [traitsOf(kind).label.toLowerCase(), kind.replaceAll('-', ' ')]);
  for (const heading of [
    ...headings,
    'part one',
    'book ii: the door',
    'a/n',
    'author’s note',
    'appendix a',
    'also by ann',
  ]) {
    const meant = sectionKinds.filter((kind) => {
      const match = traitsOf(kind).heading?.exec(heading);
      return match?.index === 0 && match[0].length === heading.length;
    });
    assert.ok(meant.length <= 1, `${heading}: ${meant.join(', ')}`);
  }
});
