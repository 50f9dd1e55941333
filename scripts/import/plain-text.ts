/**
 * In: a story as plain text. Out: the Markdown files a careful person would have typed, and a hint for every guess.
 * Refuses to know Markdown's parser and the book: it only reads lines.
 */
import type { ImportedMetadata, SourceFile } from '../book/manuscript.ts';
import type { SectionKind } from '../book/sections.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { escapeLine } from './escape.ts';
import { headerOf, isChapterHeading, isEndMark, isSceneBreak } from './marks.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

export interface Imported {
  readonly metadata: ImportedMetadata;
  readonly files: readonly SourceFile[];
}

/** Reads a story. Every line of it is in one of the files, or in the metadata that the title page prints. */
export function importPlainText({ path, text }: SourceFile): Outcome<Imported> {
  const problems: Problem[] = [];
  const hint = (at: Paragraph, taken: string) => {
    problems.push(
      problem(
        'structure-guessed',
        { path, start: { line: at.line, column: 1 } },
        `“${shorten(at.lines[0] ?? '')}” taken as ${taken}`,
      ),
    );
  };
  const paragraphs = paragraphsOf(text);
  const end = endOfStory(paragraphs);
  const sections: Draft[] = [];
  const metadata: { -readonly [Key in keyof ImportedMetadata]: ImportedMetadata[Key] } = {};

  // What comes before the story: labelled paragraphs, and the title with what belongs to it.
  let next = 0;
  for (; next < end; next++) {
    const paragraph = paragraphs[next];
    if (!paragraph) break;
    const header = headerOf(paragraph.lines[0] ?? '');
    if (header?.field && paragraph.lines.every((line) => headerOf(line))) {
      takeFields(paragraph, metadata, sections, hint);
    } else if (header?.kind) {
      hint(paragraph, header.kind === 'notes' ? 'the author’s notes before the story' : `the ${header.kind}`);
      sections.push({
        kind: header.kind === 'notes' ? 'preface' : header.kind,
        title: header.label,
        paragraphs: [withoutLabel(paragraph, header.label)],
      });
    } else if (metadata.title === undefined && isTitle(paragraph, paragraphs[next + 1]))
      takeTitle(paragraph, metadata, hint);
    else break;
  }

  const story: Draft = { kind: 'chapter', title: undefined, paragraphs: paragraphs.slice(next, end) };
  const storyAt = sections.length;

  // What comes after it.
  let trailing: Draft | undefined;
  for (const paragraph of paragraphs.slice(end)) {
    const header = headerOf(paragraph.lines[0] ?? '');
    if (header?.kind) {
      hint(paragraph, header.kind === 'notes' ? 'the author’s notes' : `the ${header.kind}`);
      trailing = { kind: header.kind, title: header.label, paragraphs: [withoutLabel(paragraph, header.label)] };
      sections.push(trailing);
    } else (trailing ?? story).paragraphs.push(paragraph);
  }
  if (story.paragraphs.length > 0) sections.splice(storyAt, 0, story);

  // A story without chapters opens under its own title, as a chapter does.
  if (metadata.title !== undefined && !story.paragraphs.some(({ lines }) => isChapterHeading(lines[0] ?? '')))
    story.title = metadata.title;
  const files = sections.map((draft) => toMarkdown(draft, path, hint));
  return { value: { metadata, files }, problems };
}

interface Draft {
  readonly kind: SectionKind;
  title: string | undefined;
  readonly paragraphs: Paragraph[];
}

type Hint = (at: Paragraph, taken: string) => void;

/** The index after the story's end mark; without one, of the first closing notes in the last quarter; else the length. */
function endOfStory(paragraphs: readonly Paragraph[]): number {
  const mark = paragraphs.findLastIndex(({ lines }) => lines.length === 1 && isEndMark(lines[0] ?? ''));
  if (mark >= paragraphs.length / 2) return mark + 1;
  const notes = paragraphs.findIndex(
    ({ lines }, at) => at > 0 && at >= paragraphs.length * 0.75 && headerOf(lines[0] ?? '')?.kind === 'notes',
  );
  return notes === -1 ? paragraphs.length : notes;
}

/** A title stands alone, is short, and is not a sentence of the story: it has no full stop, and longer text follows it. */
function isTitle({ lines, line }: Paragraph, following: Paragraph | undefined): boolean {
  const [title = '', ...rest] = lines;
  if (
    !following ||
    title.length > 80 ||
    lines.length > 4 ||
    isSceneBreak(title) ||
    isChapterHeading(title) ||
    isEndMark(title)
  )
    return false;
  if (/[.,;:]["”’']?$/.test(title) && !/\.\.\.$/.test(title)) return false;
  if (/^["“‘']/.test(title) && !/["”’']$/.test(title)) return false;
  return (
    line < 60 && rest.every((each) => byline(each) !== undefined || tagline(each) !== undefined || each.length <= 60)
  );
}

const byline = (line: string): string | undefined => /^(?:written\s+)?by:?\s+(\S.{0,78})$/i.exec(line)?.[1]?.trim();
const tagline = (line: string): string | undefined =>
  /^\((.+)\)$/.exec(line)?.[1] ?? /^[*_~](.+)[*_~]$/.exec(line)?.[1];

function takeTitle(
  paragraph: Paragraph,
  metadata: { title?: string | undefined; subtitle?: string | undefined; author?: string | undefined },
  hint: Hint,
): void {
  const [title = '', ...rest] = paragraph.lines;
  metadata.title = unquoted(title);
  hint(paragraph, 'the title');
  rest.forEach((line, at) => {
    const spot = { ...paragraph, line: paragraph.line + at + 1, lines: [line] };
    const author = byline(line);
    if (author !== undefined && metadata.author === undefined) {
      metadata.author = author;
      hint(spot, 'the author');
    } else {
      const words = tagline(line) ?? line;
      metadata.subtitle = metadata.subtitle === undefined ? words : `${metadata.subtitle} ${words}`;
      hint(spot, 'the subtitle');
    }
  });
}

const unquoted = (title: string): string => /^(["*_])(.+)\1$/.exec(title)?.[2] ?? title;

/** `Title: …` and its like: what the book's metadata has a place for goes there, the rest is kept as a page. */
function takeFields(
  paragraph: Paragraph,
  metadata: {
    title?: string | undefined;
    subtitle?: string | undefined;
    author?: string | undefined;
    description?: string | undefined;
  },
  sections: Draft[],
  hint: Hint,
): void {
  const left: string[] = [];
  paragraph.lines.forEach((line, at) => {
    const header = headerOf(line);
    const spot = { ...paragraph, line: paragraph.line + at, lines: [line] };
    if (header?.field === 'title' || header?.field === 'subtitle' || header?.field === 'author') {
      if (metadata[header.field] === undefined) {
        metadata[header.field] = header.text;
        hint(spot, `the ${header.field}`);
        return;
      }
    }
    if (header?.field === 'description' && metadata.description === undefined) metadata.description = header.text;
    if (header?.kind) {
      sections.push({
        kind: header.kind === 'notes' ? 'preface' : header.kind,
        title: header.label,
        paragraphs: [{ ...spot, lines: [header.text] }],
      });
      hint(spot, `the ${header.kind}`);
    } else left.push(line);
  });
  if (left.length > 0) {
    sections.push({
      kind: 'summary',
      title: 'About This Story',
      paragraphs: [{ ...paragraph, lines: left, verse: true }],
    });
    hint(paragraph, 'facts about the story');
  }
}

function withoutLabel(paragraph: Paragraph, label: string): Paragraph {
  const [first = '', ...rest] = paragraph.lines;
  const text = first.slice(first.indexOf(label) + label.length).replace(/^\s*[:.\-–—]?\s*/, '');
  return text ? { ...paragraph, lines: [text, ...rest] } : { ...paragraph, line: paragraph.line + 1, lines: rest };
}

/** Prints a section's paragraphs as Markdown, and remembers which line each came from. */
function toMarkdown({ kind, title, paragraphs }: Draft, path: string, hint: Hint): SourceFile {
  const text: string[] = [];
  const lines: number[] = [];
  const print = (line: string, source: number) => {
    text.push(line);
    lines.push(source);
  };
  if (title) {
    print(`# ${escapeLine(title)}`, paragraphs[0]?.line ?? 1);
    print('', paragraphs[0]?.line ?? 1);
  }
  paragraphs.forEach((paragraph, at) => {
    const [first = ''] = paragraph.lines;
    const alone = paragraph.lines.length === 1;
    if (kind === 'chapter' && alone && isChapterHeading(first) && at < paragraphs.length - 1) {
      hint(paragraph, 'a chapter’s heading');
      print(`# ${escapeLine(first.trim())}`, paragraph.line);
    } else if (alone && isSceneBreak(first)) {
      hint(paragraph, 'a scene break');
      print('* * *', paragraph.line);
    } else {
      if (alone && kind === 'chapter' && at > 0 && isEndMark(first)) hint(paragraph, 'the end mark');
      paragraph.lines.forEach((line, row) => {
        const hard = paragraph.verse && row < paragraph.lines.length - 1;
        print(escapeLine(line.trim()) + (hard ? '\\' : ''), paragraph.line + row);
      });
    }
    print('', paragraph.line + paragraph.lines.length);
  });
  return {
    path,
    text: `${text.join('\n')}\n`,
    lines,
    kind: kind === 'chapter' && text.some((line) => line.startsWith('# ')) ? 'chapter' : kind,
  };
}

const shorten = (line: string): string => (line.length > 40 ? `${line.slice(0, 38).trimEnd()}…` : line);
