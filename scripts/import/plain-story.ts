/** A plain-text story as a book of files. In: a text file. Out: one section a chapter, facts from its first lines. */
import type { SourceFile } from '../book/manuscript.ts';
import { type SectionKind, sectionKinds, traitsOf } from '../book/sections.ts';
import type { Outcome } from '../report/problem.ts';
import { factsOf } from './header-facts.ts';
import { type ImportedBook, type ImportedSection, stems } from './imported.ts';
import { importPlainText } from './plain-text.ts';
import { isSceneBreak } from './story-marks.ts';

/** Imports a story as `importPlainText` does, and begins a file at each chapter. */
export function plainStory(source: SourceFile): Outcome<ImportedBook> {
  const { value, problems } = importPlainText(source);
  const stem = stems();
  const sections = value.files.flatMap(({ text, kind = 'chapter', lines = [] }): readonly ImportedSection[] => {
    const parts = kind === 'chapter' ? chaptersOf(text) : [text];
    let line = 0;
    return parts.map((part) => {
      const from = line;
      line += part.split('\n').length - 1;
      const own = kind === 'chapter' ? kindOfTitle(/^# (.*)/.exec(part)?.[1] ?? '') : kind;
      return { kind: own, stem: stem(own), text: `${part.trimEnd()}\n`, lines: lines.slice(from, line) };
    });
  });
  const visible = source.text.split('\n').filter((line) => !isSceneBreak(line));
  return {
    value: { facts: factsOf(value.metadata), sections, pictures: new Map(), visible, aside: value.labels },
    problems,
  };
}

function chaptersOf(text: string): readonly string[] {
  const parts = text.split(/^(?=# )/m);
  return parts.filter((part) => part.trim() !== '');
}

const bodyKinds = sectionKinds.filter(
  (kind) => traitsOf(kind).matter === 'bodymatter' || kind === 'preface' || kind === 'foreword' || kind === 'afterword',
);

/** What a chapter's title says that it is: “Prologue”, “Part Two”; else a chapter. */
export function kindOfTitle(title: string, kinds: readonly SectionKind[] = bodyKinds): SectionKind {
  const words = title
    .trim()
    .toLowerCase()
    .replace(/\\/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![.:!])[.:!]+$/, '');
  const found = kinds.find((kind) => {
    const match = traitsOf(kind).heading?.exec(words);
    return match !== null && match !== undefined && match.index === 0 && match[0].length === words.length;
  });
  return found ?? 'chapter';
}
