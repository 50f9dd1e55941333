/**
 * Texts of Aozora Bunko, a library of Japanese books: title and author, a list of the signs used, the book with its typist’s notes in `［＃…］`, and
 * what it was made from. In: a text. Out: the book, its facts, its headings, and what the notes say of the words; every line at its number.
 */
import { withFact } from '../../book/header-facts.ts';
import type { Facts } from '../../book/metadata-schema.ts';

export interface AozoraText {
  /** The book’s own lines; the others are empty. What is emphasised stands between two marks. */
  readonly story: string;
  /** What it was made from, for a page at the end. */
  readonly around: string;
  /** All words that a reader sees. */
  readonly visible: string;
  readonly facts: Facts;
  /** The lines that the facts came from. */
  readonly titles: readonly string[];
  /** What each line that is a heading opens. */
  readonly headings: ReadonlyMap<number, 'part' | 'chapter'>;
  /** How many notes, and lines of the list of signs, are left out. */
  readonly leftOut: number;
  /** Notes that stay as they are typed: of characters that no encoding of the time had. */
  readonly kept: readonly { readonly line: number; readonly words: string }[];
}

/** Around what is emphasised: noncharacters of Unicode, which no text has. */
const [opens, closes] = ['\uFDD0', '\uFDD1'];
const note = /［＃([^［］]*)］/g;
/** What a heading’s note says: `［＃「一」は中見出し］`, or `［＃中見出し］` before its words. */
const headingNote = /［＃(?:「[^［］]*」は)?(?:同行|窓)?([大中小])見出し］/;

/** Undefined where the text has none of the library’s notes. */
export function readAozora(text: string): AozoraText | undefined {
  if (!/［＃/.test(text) && !/^底本：/m.test(text)) return undefined;
  const rows = text.split('\n');
  const signs = signsIn(rows);
  const end = endOf(rows);
  const levels = new Set(rows.map((row) => headingNote.exec(row)?.[1]));
  const headings = new Map<number, 'part' | 'chapter'>();
  const kept: { line: number; words: string }[] = [];
  let leftOut = signs[1] - signs[0];
  const read = rows.map((row, at) => {
    if (at >= signs[0] && at < signs[1]) return '';
    const level = headingNote.exec(row)?.[1];
    const isLowest = level === '小' && (levels.has('大') || levels.has('中'));
    if (level !== undefined && !isLowest) headings.set(at + 1, level === '大' && levels.has('中') ? 'part' : 'chapter');
    return withoutNotes(row, (words, isKept) => {
      if (isKept) kept.push({ line: at + 1, words });
      else leftOut++;
    });
  });
  const { facts, count } = factsOf(read);
  const part = (isOwn: (at: number) => boolean) => read.map((row, at) => (isOwn(at) ? row : '')).join('\n');
  return {
    story: part((at) => at >= count && at < end),
    around: withoutMarks(part((at) => at >= end)),
    visible: withoutMarks(read.join('\n')).replace(/｜(?=[^｜《》\n]+《[^《》\n]+》)/g, ''),
    facts,
    titles: read.slice(0, count),
    headings,
    leftOut,
    kept,
  };
}

const withoutMarks = (text: string): string => text.replace(/[\uFDD0\uFDD1]/g, '');

/** What was emphasised, as Markdown has it. */
export const withEmphasis = (text: string): string => text.replace(/[\uFDD0\uFDD1]/g, '*');

/** The lines of the list that explains the signs, with the two rules around it. */
function signsIn(rows: readonly string[]): readonly [from: number, to: number] {
  const isRule = (row: string): boolean => /^[-－]{10,}\s*$/.test(row);
  const at = rows.findIndex((row) => /^【テキスト中に現れる記号について】/.test(row));
  const from = rows.findLastIndex((row, line) => line < at && isRule(row));
  const to = rows.findIndex((row, line) => line > at && isRule(row));
  return at < 0 || at > 40 || from < 0 || to < 0 ? [0, 0] : [from, to + 1];
}

/** Where it begins to say what it was made from; the end where it does not. */
function endOf(rows: readonly string[]): number {
  const at = rows.findLastIndex((row) => /^底本：/.test(row));
  return at < rows.length / 2 ? rows.length : at;
}

/** A line without the typist’s notes; the words that one puts dots or lines beside stand between marks. */
function withoutNotes(row: string, tell: (note: string, isKept: boolean) => void): string {
  if (!row.includes('［＃')) return withRepeats(row);
  const characters = row.replace(/※(［＃[^［］]*］)/g, (whole, words: string) => {
    const code = /U\+([0-9A-F]{4,5})/i.exec(words)?.[1];
    if (code === undefined) tell(whole, true);
    return code === undefined ? whole.replace('［＃', '［') : String.fromCodePoint(Number.parseInt(code, 16));
  });
  let line = '';
  let done = 0;
  for (const { 0: whole, 1: words = '', index } of characters.matchAll(note)) {
    line += characters.slice(done, index);
    done = index + whole.length;
    const [, beside] = /^「(.+)」に.*(?:傍点|傍線|圏点)/.exec(words) ?? [];
    const from = beside === undefined ? -1 : line.lastIndexOf(beside);
    if (beside !== undefined && from >= 0 && from + beside.length === line.length)
      line = `${line.slice(0, from)}${opens}${beside}${closes}`;
    else if (/^(?:傍点|傍線|圏点)$/.test(words)) line += opens;
    else if (/^(?:傍点|傍線|圏点)終わり$/.test(words)) line += closes;
    else tell(whole, false);
  }
  return withRepeats(line + characters.slice(done));
}

/** Signs that repeat the syllables before them; older encodings have none. */
const withRepeats = (row: string): string => row.replaceAll('／″＼', '〴〵').replaceAll('／＼', '〳〵');

/** The lines above the first empty one: the title, perhaps one below it, who wrote it, who translated it. */
function factsOf(rows: readonly string[]): { readonly facts: Facts; readonly count: number } {
  const from = rows.findIndex((row) => row.trim() !== '');
  const to = rows.findIndex((row, at) => at > from && row.trim() === '');
  const lines = rows.slice(from, to).map((row) => row.trim());
  const isHead =
    from >= 0 && lines.length > 1 && lines.length < 6 && lines.every((row) => row.length < 40 && !/[。「」]/.test(row));
  if (!isHead) return { facts: {}, count: 0 };
  const [title = '', ...more] = lines;
  const translator = /訳$/.test(more.at(-1) ?? '') ? more.pop()?.replace(/\s*訳$/, '') : undefined;
  const author = more.pop();
  let facts: Facts = { title };
  if (more.length > 0) facts = { ...facts, subtitle: more.join(' ') };
  if (author !== undefined) facts = withFact(facts, 'author', author) ?? facts;
  if (translator !== undefined) facts = withFact(facts, 'translator', translator) ?? facts;
  return { facts, count: to };
}
