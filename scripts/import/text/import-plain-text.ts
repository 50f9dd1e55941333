/**
 * In: a story as plain text. Out: the Markdown files a careful person would have typed, one a chapter, and a hint for every guess.
 * It only reads lines: it needs no parser of Markdown.
 */

import { headerOf } from '../../book/header-lines.ts';
import { guessed, type Outcome, type Problem, problem } from '../../report/problem.ts';
import { kindOfChapter } from '../chapter-headings.ts';
import { confidences } from '../confidence.ts';
import { type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { isEndMark, isSceneBreak } from '../story-marks.ts';
import { type Draft, type Hint, readFrontLines, wayOfLabel } from './front-lines.ts';
import { hasHeadings, printSection } from './print-section.ts';
import { type Paragraph, splitParagraphs } from './split-paragraphs.ts';

export interface PlainText {
  readonly path: string;
  /** Decoded, fit for print. */
  readonly text: string;
}

/** Reads a story. Every line of it is in one of the sections, or in the facts. */
export function importPlainText({ path, text }: PlainText): Outcome<ImportedBook> {
  const problems: Problem[] = [];
  const hint: Hint = (at, taken, way) => {
    const place = { path, start: { line: at.line, column: 1 } };
    const reason = `“${shorten(at.lines[0] ?? '')}” taken as ${taken}`;
    problems.push(guessed(confidences[way], problem('structure-guessed', place, reason)));
  };
  const { facts, drafts, labels } = draftSections(splitParagraphs(text), hint);
  const stemOf = stemNamer();
  const sections = drafts.flatMap((draft): readonly ImportedSection[] => {
    const printed = printSection(draft, hint);
    let line = 0;
    return (draft.kind === 'chapter' ? splitChapters(printed.text) : [printed.text]).map((part) => {
      const from = line;
      line += part.split('\n').length - 1;
      const kind = draft.kind === 'chapter' ? kindOfChapter(headingOf(part)) : draft.kind;
      const origin = { path, text, lines: printed.lines.slice(from, line) };
      return { kind, stem: stemOf(kind), text: `${part.trimEnd()}\n`, origin };
    });
  });
  const visible = text.split('\n').filter((line) => !isSceneBreak(line));
  return { value: { facts, sections, pictures: new Map(), visible, aside: labels }, problems };
}

function draftSections(paragraphs: readonly Paragraph[], hint: Hint) {
  const end = endOfStory(paragraphs);
  const { facts, sections: front, others, labels, count } = readFrontLines(paragraphs.slice(0, end), hint);
  const { story, back } = splitBack(paragraphs.slice(count, end), paragraphs.slice(end), hint);
  // A story without chapters opens under its own title, as a chapter does.
  const title = facts.title !== undefined && !hasHeadings(story) ? facts.title : undefined;
  const drafts: readonly Draft[] = [
    ...front,
    ...(story.length > 0 ? [{ kind: 'chapter' as const, title, paragraphs: story }] : []),
    ...back,
    ...(others.length > 0 ? [{ kind: 'colophon' as const, title: undefined, paragraphs: [oneBlock(others)] }] : []),
  ];
  return { facts, drafts, labels };
}

/** The index after the story's end mark; without one, of the first closing notes in the last quarter; else the length. */
function endOfStory(paragraphs: readonly Paragraph[]): number {
  const mark = paragraphs.findLastIndex(({ lines }) => lines.length === 1 && isEndMark(lines[0] ?? ''));
  if (mark >= paragraphs.length / 2) return mark + 1;
  const notes = paragraphs.findIndex(
    ({ lines }, at) => at > 0 && at >= paragraphs.length * 0.75 && headerOf(lines[0] ?? '')?.kind === 'notes',
  );
  return notes === -1 ? paragraphs.length : notes;
}

/** What follows the story: labelled paragraphs, each with those after it; what comes before any label is the story’s. */
function splitBack(story: readonly Paragraph[], after: readonly Paragraph[], hint: Hint) {
  const body = [...story];
  const back: { kind: Draft['kind']; title: string; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of after) {
    const header = headerOf(paragraph.lines[0] ?? '');
    if (header?.kind) {
      hint(
        paragraph,
        header.kind === 'notes' ? 'the author’s notes' : `the ${header.kind}`,
        wayOfLabel(paragraph.lines[0] ?? ''),
      );
      back.push({ kind: header.kind, title: header.label, paragraphs: [withoutLabel(paragraph, header.text)] });
    } else (back.at(-1)?.paragraphs ?? body).push(paragraph);
  }
  return { story: body, back };
}

function withoutLabel(paragraph: Paragraph, text: string): Paragraph {
  const rest = paragraph.lines.slice(1);
  return text ? { ...paragraph, lines: [text, ...rest] } : { ...paragraph, line: paragraph.line + 1, lines: rest };
}

/** Lines of facts, one below the other. */
function oneBlock(lines: readonly Paragraph[]): Paragraph {
  const [first] = lines;
  return {
    line: first?.line ?? 1,
    lines: lines.map((each) => each.lines.join(' ')),
    verse: true,
    setOff: false,
  };
}

/** The text of each chapter, which opens with its heading. */
const splitChapters = (text: string): readonly string[] => text.split(/^(?=# )/m).filter((part) => part.trim() !== '');

/** The words of the heading that a text opens with, if it does. */
const headingOf = (text: string): string => (/^# (.*)/.exec(text)?.[1] ?? '').replaceAll('\\', '');

const shorten = (line: string): string => (line.length > 40 ? `${line.slice(0, 38).trimEnd()}…` : line);
