/**
 * In: a story as plain text. Out: the Markdown files a careful person would have typed, and a hint for every guess.
 * Refuses to know Markdown's parser and the book: it only reads lines.
 */
import type { ImportedMetadata, SourceFile } from '../book/manuscript.ts';
import { guessed, type Outcome, type Problem, problem } from '../report/problem.ts';
import { confidences } from './confidence.ts';
import { headerOf } from './header-lines.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type Draft, type Hint, takeFront, wayOfLabel } from './plain-front.ts';
import { hasHeadings, printSection } from './plain-section.ts';
import { isEndMark } from './story-marks.ts';

export interface Imported {
  readonly metadata: ImportedMetadata;
  readonly files: readonly SourceFile[];
  /** Words that say no more than the metadata: labels, “by”. */
  readonly labels: readonly string[];
}

/** Reads a story. Every line of it is in one of the files, or in the metadata. */
export function importPlainText({ path, text }: SourceFile): Outcome<Imported> {
  const problems: Problem[] = [];
  const hint: Hint = (at, taken, way) => {
    const place = { path, start: { line: at.line, column: 1 } };
    const reason = `“${shorten(at.lines[0] ?? '')}” taken as ${taken}`;
    problems.push(guessed(confidences[way], problem('structure-guessed', place, reason)));
  };
  const paragraphs = paragraphsOf(text);
  const end = endOfStory(paragraphs);
  const { facts, sections: front, others, labels, taken } = takeFront(paragraphs.slice(0, end), hint);
  const { story, back } = takeBack(paragraphs.slice(taken, end), paragraphs.slice(end), hint);

  // A story without chapters opens under its own title, as a chapter does.
  const title = facts.title !== undefined && !hasHeadings(story) ? facts.title : undefined;
  const sections: readonly Draft[] = [
    ...front,
    ...(story.length > 0 ? [{ kind: 'chapter' as const, title, paragraphs: story }] : []),
    ...back,
    ...(others.length > 0 ? [{ kind: 'colophon' as const, title: undefined, paragraphs: [oneBlock(others)] }] : []),
  ];
  const files = sections.map((draft) => printSection(draft, path, hint));
  return { value: { metadata: facts, files, labels }, problems };
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
function takeBack(story: readonly Paragraph[], after: readonly Paragraph[], hint: Hint) {
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

const shorten = (line: string): string => (line.length > 40 ? `${line.slice(0, 38).trimEnd()}…` : line);
