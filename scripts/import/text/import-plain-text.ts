/**
 * In: a story as plain text. Out: the Markdown files a careful person would have typed, one a chapter, and a hint for every guess.
 * It only reads lines: it needs no parser of Markdown.
 */
import { bare, headerOf } from '../../book/header-lines.ts';
import { isSecond } from '../../book/heading-numbers.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { divisionOfPlay } from '../../book/numbered-headings.ts';
import { guessed, type Outcome, type Problem, problem } from '../../report/problem.ts';
import { countedHeadings, headingsInCapitals, kindOfChapter } from '../chapter-headings.ts';
import { guessHint } from '../confidence.ts';
import { escapeLine, starsIn } from '../escape.ts';
import { type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { isChapterHeading, isEndMark, isPicturePlace, isSceneBreak, numberOfHeading } from '../story-marks.ts';
import { type AozoraText, readAozora, withEmphasis } from './aozora.ts';
import { joinBrokenWords } from './broken-words.ts';
import { withoutCommentCounts } from './comment-counts.ts';
import { contentsBelow, contentsList, entrySet, formsOf, isEntry, titlesOf } from './contents-list.ts';
import { type Draft, type Hint, readFrontLines, storyWords, wayOfLabel } from './front-lines.ts';
import { readGutenberg } from './gutenberg.ts';
import { withoutEntities } from './html-entities.ts';
import { numberedNotes, withNotes } from './numbered-notes.ts';
import { candidates, headingsIn, type IsListed, printSection } from './print-section.ts';
import { type Paragraph, splitParagraphs } from './split-paragraphs.ts';

export interface PlainText {
  readonly path: string;
  /** Decoded, fit for print. */
  readonly text: string;
}

/** Reads a story. Every line of it is in one of the sections, or in the facts. */
export function importPlainText({ path, text: typed }: PlainText, mayListBelow = true): Outcome<ImportedBook> {
  const problems: Problem[] = [];
  const hint: Hint = (at, taken, way) => {
    problems.push(guessHint({ words: at.lines[0] ?? '', taken, way }, { path, start: { line: at.line, column: 1 } }));
  };
  const story = ownWords(typed, path);
  const { text: whole, joined } = joinBrokenWords(story.value);
  for (const { words, line, isDoubt } of joined)
    hint(
      { line, lines: [words], verse: false, setOff: false },
      isDoubt ? 'a word with a hyphen of its own' : 'one word, parted at the end of a line',
      isDoubt ? 'hyphen at the end of a line' : 'word that stands elsewhere',
    );
  problems.push(...story.problems);
  const aozora = readAozora(whole);
  if (aozora) problems.push(...problemsOfAozora(aozora, path));
  const text = aozora?.visible ?? whole;
  const framed = aozora ?? readGutenberg(withoutFence(text));
  const split = withCaptions(splitParagraphs(framed?.story ?? withoutFence(text))).map((each) =>
    aozora?.headings.has(each.line) ? { ...each, setOff: false, isMarked: true } : each,
  );
  const { paragraphs: all, notes, labels: numbers } = numberedNotes(split);
  const { contents, isListed, own, list } = partContents(all, framed?.facts.title, mayListBelow);
  const others = framed ? splitParagraphs(framed.around) : [];
  const around = aozora && others.length > 0 ? [oneBlock(others)] : others;
  const { facts, drafts, labels } = draftSections(own, { hint, known: framed?.facts, isListed, list, around });
  const stars = starsIn(text);
  const stemOf = stemNamer();
  const headed = new Set<number>();
  const captions = new Set<number>();
  const sections = drafts.flatMap((draft): readonly ImportedSection[] => {
    const printed = printSection(draft, hint, { isListed, stars });
    let line = 0;
    for (const each of printed.headed) headed.add(each);
    for (const each of printed.captions) captions.add(each);
    const words = aozora ? withEmphasis(printed.text) : printed.text;
    const parts = draft.kind === 'chapter' ? splitChapters(words) : [words];
    const most = parts.length > 1 ? wordCount(words) * 0.2 : 0;
    return parts.flatMap((part) => {
      const from = line;
      line += part.split('\n').length - 1;
      if (!/[\p{L}\p{N}]/u.test(part)) return []; // a row of ornaments above the first heading
      const opens = aozora?.headings.get(printed.lines[from] ?? 0);
      const kind = draft.kind === 'chapter' ? (opens ?? kindOfPart(part, parts[1], most)) : draft.kind;
      const noted = withNotes(part.trimEnd(), notes, (words) => escapeLine(words, stars));
      const lines = printed.lines.slice(from, line).slice(0, noted.text.split('\n').length);
      return {
        kind,
        stem: stemOf(kind),
        text: `${[noted.text, ...noted.more.map(([words]) => words)].join('\n')}\n`,
        origin: { path, text: typed, lines: [...lines, ...noted.more.map(([, at]) => at)] },
      };
    });
  });
  const isConfirmed = contents !== undefined && areHeadings(contents.entries, sections);
  if (contents?.isBelow && !isConfirmed) return importPlainText({ path, text: typed }, false);
  const kept = isConfirmed ? sections.filter(({ stem }) => stem !== 'preamble') : sections;
  const [from, to] =
    kept === sections ? [0, 0] : [list[0]?.line ?? 0, (list.at(-1)?.line ?? 0) + (list.at(-1)?.lines.length ?? 0)];
  if (to > from)
    problems.push(
      problem(
        'import-left-out',
        { path, start: { line: from, column: 1 } },
        `Left out: the list of contents, ${contents?.entries.length} lines; the book has its own`,
      ),
    );
  // “XXX” is a row that parts scenes, unless it is the thirtieth chapter.
  const visible = text
    .split('\n')
    .map((line, at) => (captions.has(at + 1) ? line.replace(/^\s*\[\p{L}+/u, '') : line))
    .filter(
      (line, at) =>
        (!isSceneBreak(line) || headed.has(at + 1)) && !isPicturePlace(line) && !(at + 1 >= from && at + 1 < to),
    );
  return {
    value: {
      facts,
      sections: kept,
      pictures: new Map(),
      visible,
      aside: [...labels, ...numbers, ...(aozora?.titles ?? [])],
    },
    problems,
  };
}

/** The words of the story alone: without what sites put among them, HTML’s characters as themselves. */
function ownWords(typed: string, path: string): Outcome<string> {
  const problems: Problem[] = [...leftOutOf(typed, path)];
  const { text, found } = withoutEntities(typed);
  const [entity, ...more] = found;
  if (entity !== undefined) {
    const rest = more.length > 0 ? `, and ${more.length} more of HTML’s,` : '';
    const reason = `“${entity}”${rest} stands in the book as the character that it means`;
    problems.push(guessed(0.97, problem('structure-guessed', { path }, reason)));
  }
  const counted = withoutCommentCounts(text);
  if (counted) {
    const reason = `Left out: the numbers of comments that Wattpad shows behind ${counted.left} paragraphs`;
    problems.push(problem('import-left-out', { path }, reason));
  }
  return { value: (counted?.text ?? text).replace(collected, ''), problems };
}

/** What stood below a picture may have several paragraphs between its brackets: they are lines of one. */
function withCaptions(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (const each of paragraphs) {
    const last = joined.at(-1);
    const opens = last?.lines[0]?.startsWith('[Illustration:') && !/\]$/.test(last.lines.at(-1) ?? '');
    if (last && opens && last.lines.length + each.lines.length < 9)
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...each.lines] };
    else joined.push(each);
  }
  return joined;
}

/** A list of contents, above the story or below it, and the paragraphs without it. */
function partContents(all: readonly Paragraph[], title: string | undefined, mayListBelow: boolean) {
  const above = contentsList(all, title);
  const isAbove = above !== undefined && above.from < all.length * 0.8;
  const contents = mayListBelow && !isAbove ? (contentsBelow(all) ?? above) : above;
  const entries = entrySet(contents?.entries ?? []);
  const listAt = all[contents?.from ?? 0]?.line ?? 0;
  const isListed: IsListed = (words, line) =>
    (contents?.isBelow ? line < listAt : line > listAt) && isEntry(words, entries);
  const own = contents ? [...all.slice(0, contents.from), ...all.slice(contents.to)] : all;
  return { contents, isListed, own, list: contents ? all.slice(contents.from, contents.to) : [] };
}

/** What is left out wherever it stands: words of collections above chapters, places of pictures. */
function leftOutOf(text: string, path: string): readonly Problem[] {
  const marks = text.match(collected) ?? [];
  const places = text.split('\n').filter(isPicturePlace);
  const told: readonly (readonly [lines: readonly string[], where: string])[] = [
    [marks, `before the headings of ${marks.length} chapters`],
    [places, `where the text has no pictures: ${places.length}`],
  ];
  return told.flatMap(([[first], where]) =>
    first === undefined ? [] : [problem('import-left-out', { path }, `Left out: “${first.trim()}” ${where}`)],
  );
}

/** What a reader is told of the notes in a text of Aozora Bunko. */
function problemsOfAozora({ leftOut, kept }: AozoraText, path: string): readonly Problem[] {
  const reason = `Left out: the typist’s notes on pages, indents and signs, ${leftOut} of them`;
  return [
    ...(leftOut > 0 ? [problem('import-left-out', { path }, reason)] : []),
    ...kept.map(({ line, words }) =>
      guessHint(
        { words, taken: 'a character that has no code here, and stays as it is described', way: 'label alone' },
        { path, start: { line, column: 1 } },
      ),
    ),
  ];
}

/** “《》目录 第一回”: what collections of texts put before the heading of each chapter. */
const collected = /^《[^》\n]{0,20}》[ \t]*(?:目录|目錄|正文)[ \t]*(?=第)/gmu;

/** Whether nearly all that a list of contents names has become headings. */
function areHeadings(entries: readonly string[], sections: readonly ImportedSection[]): boolean {
  const headings = [...entrySet(sections.map(({ text }) => headingOf(text)))];
  const isIn = (one: string, other: string): boolean =>
    one === other || (/ .* /.test(one) && other.startsWith(`${one} `));
  const isHeading = (form: string): boolean => headings.some((each) => isIn(form, each) || isIn(each, form));
  return entries.filter((entry) => formsOf(entry).some(isHeading)).length >= entries.length * 0.8;
}

/** A text with its facts between two lines of hyphens, as other tools put them, without these lines. */
const withoutFence = (text: string): string => text.replace(/^---(\n(?:[\w-]+:[^\n]*\n){1,30})---(?=\n)/, '$1');

/** A few lines above the first heading are no chapter, nor is more, up to `most` words, above one that counts from one. */
function kindOfPart(part: string, next: string | undefined, most: number): ImportedSection['kind'] {
  const isAbove = next !== undefined && !part.startsWith('# ');
  const isPreamble =
    isAbove && wordCount(part) < (countsFromOne(headingOf(next)) ? Math.max(most, mostAbove) : mostAbove);
  const heading = headingOf(part);
  const isAlone = part.trim().split('\n').length === 1; // above its scenes or chapters
  const isPart =
    isAlone && (divisionOfPlay(heading)?.is === 'act' || /^[^\p{L}\p{N}]*[IVX]+[^\p{L}\p{N}]*$/u.test(heading));
  return isPreamble ? 'preamble' : isPart ? 'part' : kindOfChapter(heading);
}

/** Whether a heading has a number that is not the second. */
function countsFromOne(heading: string): boolean {
  const words = heading.replace(/^第/, '').split(/[^\p{L}\p{M}\p{N}]+/u);
  return (
    !words.slice(0, 3).some(isSecond) &&
    (isChapterHeading(heading) || /^[IVXLC]+[.:]/.test(heading) || numberOfHeading(heading) !== undefined)
  );
}

/** A word of Chinese or Japanese is about two signs. */
const wordCount = (text: string): number =>
  text.split(/\s+/).length + (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0) / 2;

/** More words than these are a chapter without a heading. */
const mostAbove = 400;

interface Around {
  readonly hint: Hint;
  readonly known: Facts | undefined;
  readonly isListed: IsListed;
  /** A list of the contents. */
  readonly list: readonly Paragraph[];
  /** What goes to a page at the end. */
  readonly around: readonly Paragraph[];
}

function draftSections(paragraphs: readonly Paragraph[], { hint, known, isListed, list, around }: Around) {
  const end = endOfStory(paragraphs);
  const {
    facts,
    sections: front,
    others,
    labels,
    count,
  } = readFrontLines(paragraphs.slice(0, end), hint, {
    story: storyWords(paragraphs, openingHeadings(paragraphs, isListed)),
    known,
  });
  const { story: all, back } = splitBack(paragraphs.slice(count, end), paragraphs.slice(end), hint);
  const { story, halfTitles } = withoutHalfTitles(all, titlesOf(facts.title ?? ''), headingsIn(all, isListed));
  // A story without chapters opens under its own title, as a chapter does.
  const title = facts.title !== undefined && headingsIn(story, isListed).size === 0 ? facts.title : undefined;
  const drafts: readonly Draft[] = [
    ...front,
    ...(list.length > 0 ? [{ kind: 'preamble' as const, title: undefined, paragraphs: list.map(asList) }] : []),
    ...(story.length > 0 ? [{ kind: 'chapter' as const, title, paragraphs: story }] : []),
    ...back,
    ...(others.length > 0 ? [{ kind: 'colophon' as const, title: undefined, paragraphs: [oneBlock(others)] }] : []),
    ...(around.length > 0 ? [{ kind: 'colophon' as const, title: undefined, paragraphs: around }] : []),
  ];
  return { facts, drafts, labels: [...labels, ...halfTitles] };
}

/** A story without lines that say the book’s title again above its first chapter. */
function withoutHalfTitles(
  story: readonly Paragraph[],
  titles: readonly string[],
  headings: ReadonlyMap<number, string>,
): { readonly story: readonly Paragraph[]; readonly halfTitles: readonly string[] } {
  const first = headings.size === 0 ? 0 : Math.min(...headings.keys());
  const left = new Set<Paragraph>();
  story.forEach((each, at) => {
    const opening = bare(each.lines[0] ?? '');
    if (opening === '' || !titles.some((title) => title.startsWith(opening))) return;
    const wordsIn = (to: number): string =>
      bare(
        story
          .slice(at, to)
          .flatMap(({ lines }) => lines)
          .join(' '),
      );
    const size = [1, 2, 3].find((size) => titles.includes(wordsIn(at + size)));
    const next = [...headings.keys()].find((heading) => heading > at);
    const isEmpty = next !== undefined && next < at + 5 && wordCount(wordsIn(next)) < 40;
    const isBelow = size !== undefined && (at < first || size > 1 || (at === first && isEmpty));
    if (isBelow) for (const part of story.slice(at, at + size)) left.add(part);
  });
  return {
    story: story.filter((each) => !left.has(each)),
    halfTitles: [...left].flatMap(({ lines }) => lines),
  };
}

/** Lines that are no title, though one opens the text: headings that count, that a list names, or in capitals above a poem as others are. */
function openingHeadings(paragraphs: readonly Paragraph[], isListed: IsListed): ReadonlySet<Paragraph> {
  const all = candidates(paragraphs);
  const counted = countedHeadings(all);
  const headings = counted.size === 0 && paragraphs[1]?.verse ? headingsInCapitals(all) : counted;
  return new Set([
    ...paragraphs.filter(
      ({ isMarked, lines: [only = '', ...more], line }) => isMarked || (more.length === 0 && isListed(only, line)),
    ),
    ...[...headings.keys()].flatMap((at) => paragraphs[at] ?? []),
  ]);
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

/** Lines of a list stay lines. */
const asList = (each: Paragraph): Paragraph => ({ ...each, verse: each.lines.length > 1, setOff: false });

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
