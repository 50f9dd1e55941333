/** What stands before a plain-text story: labelled lines, its title, who wrote it. In: paragraphs. Out: facts, sections, and how many were taken. */
import type { ImportedMetadata } from '../book/manuscript.ts';
import { type SectionKind, traitsOf } from '../book/sections.ts';
import type { WayOfGuessing } from './confidence.ts';
import { withoutEmphasis } from './escape.ts';
import { withFact } from './header-facts.ts';
import { byline, type Header, headerOf, partByline, tagline, withoutName } from './header-lines.ts';
import type { Paragraph } from './paragraphs.ts';
import { isChapterHeading, isEndMark, isInCapitals, isSceneBreak } from './story-marks.ts';

/** A section before it is printed. */
export interface Draft {
  readonly kind: SectionKind;
  readonly title: string | undefined;
  readonly paragraphs: readonly Paragraph[];
}

/** Told of each guess. */
export type Hint = (at: Paragraph, taken: string, way: WayOfGuessing) => void;

export interface Front {
  readonly facts: ImportedMetadata;
  readonly sections: readonly Draft[];
  /** Lines that say what no key does. */
  readonly others: readonly Paragraph[];
  /** Words that say no more than a key of `book.yaml`: labels, “by”. */
  readonly labels: readonly string[];
  /** How many paragraphs were taken. */
  readonly taken: number;
}

/** Reads paragraphs until the story begins. */
export function takeFront(paragraphs: readonly Paragraph[], hint: Hint): Front {
  let facts: ImportedMetadata = {};
  const sections: Draft[] = [];
  const others: Paragraph[] = [];
  const labels: string[] = [];
  const learn: Learn = (key, words, label, at, way) => {
    const learned = withFact(facts, key, words);
    if (!learned) return false;
    facts = learned;
    if (label !== undefined) labels.push(label);
    if (key === 'lang') labels.push(words); // the key has its tag
    hint(at, `the ${key === 'description' ? 'summary' : key}`, way);
    return true;
  };
  const takeSection = (
    kind: SectionKind,
    title: string,
    body: readonly Paragraph[],
    at: Paragraph,
    way: WayOfGuessing,
  ) => {
    hint(at, kind === 'preface' ? 'the author’s notes before the story' : `the ${kind}`, way);
    sections.push({ kind, title, paragraphs: body });
  };
  let next = 0;
  for (; next < paragraphs.length; next++) {
    const paragraph = paragraphs[next];
    if (!paragraph) break;
    const [first = ''] = paragraph.lines;
    const alone = paragraph.lines.length === 1;
    const entries = entriesOf(paragraph);
    if (entries) {
      for (const { header, spot } of entries) {
        const { kind, key = 'other', label, text } = header;
        const words = spot.lines.join(' ').trim();
        if (kind) {
          const following = words === '' && entries.length === 1 ? paragraphs[next + 1] : undefined;
          const body = following && !headerOf(following.lines[0] ?? '') ? [following] : [];
          next += body.length;
          takeSection(
            kind === 'notes' ? 'preface' : kind,
            label,
            words === '' ? body : [spot],
            spot,
            wayOfLabel(first),
          );
        } else if (key === 'description' && words !== '') {
          if (facts.description === undefined)
            learn('description', withoutEmphasis(words), undefined, spot, 'label and colon');
          sections.push({ kind: 'summary', title: label, paragraphs: [spot] });
        } else if (key === 'other' || words === '' || !learn(key, words, label, spot, 'label and colon'))
          others.push({ ...spot, lines: [`${label}: ${text}`.trim(), ...spot.lines.slice(1)] });
      }
      continue;
    }
    const author = alone ? byline(first) : undefined;
    if (
      author !== undefined &&
      (facts.title !== undefined || next === 0) &&
      learn('author', author, withoutName(first, author), paragraph, 'byline under a title')
    )
      continue;
    const isAgain = alone && facts.title !== undefined && bare(first) === bare(facts.title);
    if (isAgain) labels.push(first);
    else if (facts.title !== undefined && facts.subtitle === undefined && alone && /^\(/.test(first) && tagline(first))
      learn('subtitle', tagline(first) ?? first, undefined, paragraph, 'line in brackets under a title');
    else if (facts.title === undefined && isTitle(paragraph, paragraphs[next + 1])) takeTitle(paragraph, learn);
    else break;
  }
  const inOrder = [...sections].sort((left, right) => traitsOf(left.kind).place - traitsOf(right.kind).place);
  return { facts, sections: inOrder, others, labels, taken: next };
}

interface Entry {
  readonly header: Header;
  /** The words after the label, at their line. */
  readonly spot: Paragraph;
}

/** Labelled lines, each with those that go on with it: what was wrapped after a full line. Undefined where a line is neither. */
function entriesOf(paragraph: Paragraph): readonly Entry[] | undefined {
  const { lines, line } = paragraph;
  const entries: { header: Header; spot: Paragraph; lines: string[] }[] = [];
  const opens = headerOf(lines[0] ?? '');
  if (!opens) return undefined;
  for (const [at, row] of lines.entries()) {
    const author = byline(row);
    const header =
      headerOf(row) ??
      (author === undefined ? undefined : { label: withoutName(row, author), text: author, key: 'author' as const });
    const last = entries.at(-1);
    if (header) {
      const own = header.text === '' ? [] : [header.text];
      entries.push({
        header,
        lines: own,
        spot: { ...paragraph, line: line + at + (own.length > 0 ? 0 : 1), lines: own, verse: false },
      });
    } else if (last && ((opens.kind !== undefined && entries.length === 1) || (lines[at - 1] ?? '').length >= 45))
      last.lines.push(row);
    else return undefined;
  }
  return entries.map(({ header, spot, lines: own }) => ({
    header,
    spot: { ...spot, lines: own, verse: entries.length === 1 && paragraph.verse && own.length > 1 },
  }));
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

type Learn = (
  key: keyof ImportedMetadata,
  words: string,
  label: string | undefined,
  at: Paragraph,
  way: WayOfGuessing,
) => boolean;

function takeTitle(paragraph: Paragraph, learn: Learn): void {
  const [first = '', ...rest] = paragraph.lines;
  const parted = partByline(first);
  const signed =
    parted !== undefined || rest.some((line) => byline(line) !== undefined || partByline(line) !== undefined);
  const stands = unquoted(first) !== first || isInCapitals(first);
  const way = signed
    ? 'short line with a byline'
    : stands
      ? 'short line in quotation marks or capitals'
      : 'short line alone';
  learn('title', unquoted(parted?.words ?? first), undefined, paragraph, way);
  if (parted) learn('author', parted.author, 'by', paragraph, 'byline under a title');
  const subtitles: string[] = [];
  rest.forEach((line, at) => {
    const spot = { ...paragraph, line: paragraph.line + at + 1, lines: [line] };
    const author = byline(line);
    const part = partByline(line);
    if (author !== undefined && learn('author', author, withoutName(line, author), spot, 'byline under a title'))
      return;
    if (part && learn('author', part.author, 'by', spot, 'byline under a title')) subtitles.push(part.words);
    else subtitles.push(tagline(line) ?? line);
  });
  if (subtitles.length > 0)
    learn(
      'subtitle',
      subtitles.join(' '),
      undefined,
      { ...paragraph, line: paragraph.line + 1, lines: subtitles },
      rest.some((line) => tagline(line) !== undefined) ? 'line in brackets under a title' : 'short line under a title',
    );
}

/** How sure a label is: with a colon it means nothing else. */
export const wayOfLabel = (line: string): WayOfGuessing => (line.includes(':') ? 'label and colon' : 'label alone');

const unquoted = (title: string): string => /^(["*_])(.+)\1$/.exec(title)?.[2] ?? title;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
