/** A list of the chapters that somebody typed above a story. In: paragraphs. Out: where it stands, and what it calls the chapters. */
import { bare } from '../../book/header-lines.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { folded, isStoryWord } from '../../book/story-words.ts';
import { isBareNumber } from '../chapter-headings.ts';
import { isChapterHeading, isPicturePlace } from '../story-marks.ts';
import type { Paragraph } from './split-paragraphs.ts';

export interface ContentsList {
  /** The index of its heading, and after its last paragraph. */
  readonly from: number;
  readonly to: number;
  /** Its entries as typed, without the numbers of pages. */
  readonly entries: readonly string[];
  /** Whether it stands below the story, as French books have it. */
  readonly isBelow?: true;
}

const isHead = ({ lines }: Paragraph): boolean => isStoryWord((lines[0] ?? '').replace(/[.:_*]+/g, ''), 'contents');

/** A column of “1. The Mill”, “2. The Door” that opens a text, eight at least. */
function unnamedList(paragraphs: readonly Paragraph[]): ContentsList | undefined {
  const from = paragraphs.slice(0, 4).findIndex(({ lines }) => lines.length > 7);
  const { lines: entries = [] } = paragraphs[from] ?? {};
  const isList = entries.every((row, at) => new RegExp(`^${at + 1}[.)] \\P{Ll}`, 'u').test(row));
  return from >= 0 && isList ? { from, to: from + 1, entries } : undefined;
}

/** The list near the end of a text, as far as it has numbers of pages. */
export function contentsBelow(paragraphs: readonly Paragraph[]): ContentsList | undefined {
  const from = paragraphs.findLastIndex(isHead);
  if (from < paragraphs.length * 0.8) return undefined;
  const below = paragraphs.slice(from).map(({ lines }, at) => (at === 0 ? lines.slice(1) : lines));
  const to = below.findLastIndex((rows) => rows.some((row) => page.test(row))) + 1;
  const entries = entriesIn(below.slice(0, to)).flat();
  return entries.length > 2 ? { from, to: from + to, entries, isBelow: true } : undefined;
}

/** The list under a line that says “Contents”; it ends where its first entry comes again, where pictures are listed, or where prose begins. */
export function contentsList(paragraphs: readonly Paragraph[], title = ''): ContentsList | undefined {
  const from = paragraphs.findIndex(isHead);
  if (from < 0) return unnamedList(paragraphs);
  if (from > 90) return undefined;
  const below = paragraphs.slice(from).map(({ lines }, at) => (at === 0 ? lines.slice(1) : lines));
  const prose = below.findIndex((rows, at) => at > 0 && isProse(rows));
  const listed = entriesIn(below.slice(0, prose < 0 ? below.length : prose));
  const first = listed.flat()[0];
  if (first === undefined) return undefined;
  // What is named first comes again where the story begins; parts of it may each have a first chapter.
  const own = listed.findIndex((rows) => rows.includes(first));
  const lastOf = (isIt: (words: string) => boolean): number =>
    listed.findLastIndex((rows, at) => at > own && isIt(rows[0] ?? ''));
  const whole = lastOf((words) => bare(words) === bare(first));
  const last = whole > own ? whole : lastOf((words) => isSame(words, first));
  const found = last > own ? last : anyAgain(listed);
  const again = found > 0 ? found : firstChapter(listed);
  // Above the title of the first chapter stands its number, which the list has in one line with it.
  const [above = '', ...others] = listed[again - 1] ?? [];
  const isTitle = !listed
    .slice(0, again)
    .some((rows) => rows.some((row) => plain(row) === plain(listed[again]?.[0] ?? '')));
  const count = isTitle && others.length === 0 && isBareNumber(above) ? again - 1 : again;
  const isAlone = listed.slice(0, count).flat().length < 2;
  // Where nothing comes again, the last of its columns ends it.
  const isColumn = (rows: readonly string[]): boolean => rows.length > 2;
  const isMost = listed.filter(isColumn).flat().length * 2 > listed.flat().length;
  const columns = isMost ? listed.findLastIndex(isColumn) + 1 : 0;
  const end = count > 0 && !isAlone ? count : columns > 0 ? columns : listed.length;
  const pictures = listed.slice(0, end).findIndex((rows) => rows.some((row) => illustrations.test(bare(row))));
  const to = pictures < 0 ? end : pictures;
  const entries = listed
    .slice(0, to)
    .flat()
    .filter((entry) => !titlesOf(title).includes(bare(entry)));
  return entries.length > 1 ? { from, to: from + to, entries } : undefined;
}

/** The entries of each paragraph. Where many rows end in the number of a page, one without it goes on in the next. */
function entriesIn(paragraphs: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const rows = paragraphs.flat();
  const hasPages = rows.filter((row) => page.test(row)).length > Math.max(2, rows.length / 4);
  let above: string[] = [];
  let before = '';
  return paragraphs.map((lines) => {
    const entries: string[] = [];
    for (const row of lines.filter((each) => !isPicturePlace(each))) {
      const goesOn =
        hasPages &&
        before !== '' &&
        !/[.:]$/.test(before) &&
        !page.test(before) &&
        page.test(row) &&
        !/^(?:\d+|[IVXLC]+)\b/.test(row) &&
        !isChapterHeading(row.replace(page, ''));
      const words = row.replace(page, '').trim();
      before = row;
      if (!isEntryName(bare(words))) before = '';
      else if (goesOn) entries.push(`${(entries.length > 0 ? entries : above).pop()} ${words}`);
      else entries.push(words);
    }
    above = entries;
    return entries;
  });
}

/** Where the first is not in the story, as the name of a part may be: the first place where one comes again. */
function anyAgain(listed: readonly (readonly string[])[]): number {
  const named = new Set<string>();
  return listed.findIndex((rows, at) => {
    const [only = '', ...more] = rows;
    const forms = rows.flatMap(formsOf);
    const isAgain = at > 1 && more.length === 0 && formsOf(only).some((form) => form.includes(' ') && named.has(form));
    for (const form of forms) named.add(form);
    return isAgain;
  });
}

/** Where no entry comes again: the first line that is a chapter’s number, as none of the list is. */
function firstChapter(listed: readonly (readonly string[])[]): number {
  const isNumber = ([only = '', ...more]: readonly string[]): boolean =>
    more.length === 0 && numberedHeading(only) !== undefined && isBareNumber(only);
  const at = listed.findIndex(isNumber);
  return listed.slice(0, Math.max(at, 0)).some((rows) => rows.some((row) => numberedHeading(row))) ? -1 : at;
}

const isSame = (words: string, entry: string): boolean =>
  bare(words) !== '' &&
  (bare(entry).startsWith(`${bare(words)} `) || formsOf(entry).some((form) => formsOf(words).includes(form)));

/** “Scene V. An open gallery by the garden.” is a line of the list, though it be long. */
const isProse = (all: readonly string[]): boolean => isLong(all.filter((row) => !isChapterHeading(row)));

const isLong = (rows: readonly string[]): boolean => {
  const wrapped = rows.slice(0, -1).filter((row, at) => row.length > 50 && /^\P{L}*\p{Ll}/u.test(rows[at + 1] ?? ''));
  return (
    rows.join(' ').length > 70 * rows.length ||
    rows.some((row) => row.length > 60 && /[.!?]$/.test(row) && /[.!?]["”]? \p{L}/u.test(row)) ||
    (rows.length > 2 && wrapped.length > (rows.length - 1) * (rows.length > 4 ? 0.6 : 0.99))
  );
};

/** Above the numbers of a list stand “Page” and its like. */
const isEntryName = (entry: string): boolean =>
  entry !== '' && !/^(?:chapter )?(?:page|pag|pages|chapter|bladz|seite|blz|pág|páginas)$/.test(entry);

/** “The Fire . . . . 13” */
const page =
  /(?:\s*\.){3,}\s*\d*\s*$|\s{2,}\d{1,4}\.?\s*$|\t\s*\d+\s*$|\s{2,}(?:page|paĝo|pag|seite|pág|sid|sida|blz)\.?$/i;

const illustrations =
  /^(?:list of |full page )?(?:illustrations|plates|maps)$|^(?:liste|table) des (?:illustrations|gravures)$|^(?:verzeichnis der )?(?:abbildungen|illustrationen)$|^(?:lijst der )?(?:illustraties|platen)$|^(?:índice de )?(?:ilustraciones|láminas|gravuras)$|^indice delle (?:illustrazioni|tavole)$/;

const plain = (words: string): string => folded(bare(words.replace(note, '')));

/** The mark of a note behind a heading. */
const note = /(?:\[[\dA-Z*†]{1,4}\]|\uE000\d+\uE001)$/;

/** A title as half-titles have it: the whole, and what stands before a second title. */
export const titlesOf = (title: string): readonly string[] =>
  [title, title.split(/[,;:(]|\s(?:or|oder|ou)[,\s]/)[0] ?? ''].map(bare).filter((words) => words !== '');

/** How words of a list are compared: as they are, and without the number that they open with. */
export function formsOf(words: string): readonly string[] {
  const whole = plain(words);
  const rest = plain(numberedHeading(words)?.rest ?? '');
  const title = /^(?:chapter )?(?:\d{1,3}|[ivxlc]{1,8}) (.{3,})$/.exec(whole)?.[1] ?? '';
  const name = plain(/^(\S+ .{3,60}?)\.?(?:--|[—–])/.exec(words)?.[1] ?? ''); // “The Inn.—Introductory”
  return [whole, rest, title, name].filter((form) => form !== '');
}

/** Entries as they are compared. */
export const entrySet = (entries: readonly string[]): ReadonlySet<string> => new Set(entries.flatMap(formsOf));

/** Whether words are an entry of the list, with its number or without. */
export const isEntry = (words: string, entries: ReadonlySet<string>): boolean =>
  entries.size > 0 && entries.has(plain(words));
