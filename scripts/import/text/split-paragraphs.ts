/** Finds the paragraphs of a plain text, whichever of three ways its typist parted them. */
import { isSameDivision, numberedHeading } from '../../book/numbered-headings.ts';
import { widthOf } from '../../book/word-list.ts';
import { titleLines } from '../chapter-headings.ts';
import { isInCapitals, isSceneBreak } from '../story-marks.ts';

export interface Paragraph {
  /** The source line (from 1) of its first line. */
  readonly line: number;
  /** Without white space at the ends. */
  readonly lines: readonly string[];
  /** Whether its lines are lines of their own, as in verse, and not one text that was wrapped. */
  readonly verse: boolean;
  /** Whether it stands deeper than the text around it, as letters and verse do. */
  readonly setOff: boolean;
  /** How far each line of a stanza, or of what is set off, stands from the margin, in columns. */
  readonly indents?: readonly number[] | undefined;
  /** Whether its first line says who speaks. */
  readonly isSpeech?: boolean | undefined;
  /** Whether the text itself says that it is a heading. */
  readonly isMarked?: boolean | undefined;
}

/**
 * The paragraphs of a text. A title that is the first line of the paragraph below its number stands alone; the headings of a play in two
 * languages, one below the other, are one.
 */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const paragraphs = partParagraphs(text);
  const titled = titleLines(paragraphs.map((each) => ({ ...each, mayHead: !each.setOff, own: each })));
  const own = new Set([...titled].map((each) => each.own));
  return paragraphs.flatMap((each, at): readonly Paragraph[] => {
    const { line, lines } = each;
    const [before, next] = [paragraphs[at - 1], paragraphs[at + 1]];
    if (before && isTwice(before, each)) return [];
    if (next && isTwice(each, next)) return [{ ...each, lines: [...lines, ...next.lines] }];
    if (!own.has(each)) return [each];
    return [
      { line, lines: lines.slice(0, 1), verse: false, setOff: false },
      { ...each, line: line + 1, lines: lines.slice(1) },
    ];
  });
}

const isTwice = (one: Paragraph, other: Paragraph): boolean =>
  one.lines.length === 1 && other.lines.length === 1 && isSameDivision(one.lines[0] ?? '', other.lines[0] ?? '');

/** Parts text at blank lines and marks; where it is wrapped, also where lines are indented; failing all that, each line is a paragraph. */
function partParagraphs(text: string): Paragraph[] {
  const rows = text.split('\n');
  const filled = rows.filter((row) => row.trim() !== '');
  const blocks = blocksOf(rows);
  const long = filled.filter((row) => row.trim().length > 90).length;
  const indent = usualIndent(blocks, filled);
  const deep = filled.filter((row) => indentOf(row) > Math.max(1, indent)).length;
  const mayBeSetOff = deep < filled.length * 0.4; // else it is the text that stands so
  const speeches = speechesIn(blocks);
  const isVerse = long < filled.length * 0.03 && speeches.size === 0 && isVerseText(blocks);
  if (long < filled.length * 0.02 && !isVerse && (speeches.size > 0 || isWrapped(blocks))) {
    const width = blocks.length * 12 > filled.length || indent > 0 ? 0 : widthOfLines(filled);
    const usual = widthOfLines(filled);
    return blocks.flatMap((block) =>
      speeches.has(block)
        ? [
            {
              line: block.line,
              lines: block.lines.map((row) => row.trim()),
              verse: false,
              setOff: false,
              isSpeech: true,
            },
          ]
        : splitBlock(block, indent, width).map((part) =>
            shape({ ...part, setOff: part.setOff && mayBeSetOff }, true, usual),
          ),
    );
  }
  if (isVerse || (blocks.length > 1 && blocks.length * 12 > filled.length && !areParagraphs(blocks)))
    return blocks.flatMap(splitAtMarks).map((part) => {
      const isApart = part.lines.every((row) => indentOf(row) > 3 && row.trim().length < 60);
      if (!isVerse) return shape({ ...part, setOff: isApart && mayBeSetOff }, isProse(part.lines));
      const own = shape(part, !isStanza(part.lines));
      return own.verse ? { ...own, indents: part.lines.map(indentOf) } : own;
    });
  return blocks.flatMap(({ line, lines }) =>
    lines.map((each, at) => ({ line: line + at, lines: [each.trim()], verse: false, setOff: false })),
  );
}

/** What people say in a play of prose whose speakers’ names stand in lines of their own. */
function speechesIn(blocks: readonly RawBlock[]): ReadonlySet<RawBlock> {
  const speeches = blocks.filter(
    ({ lines: [name = '', ...words] }) => words.length > 0 && isInCapitals(name.trim().replace(/\.$/, '')),
  );
  const names = new Set(speeches.map(({ lines }) => lines[0]?.trim()));
  const inner = speeches.flatMap(({ lines }) => lines.slice(2));
  const wrapped = inner.filter((row) => /^\P{L}*\p{Ll}/u.test(row));
  const isPlay = speeches.length > Math.max(20, blocks.length / 4, names.size * 3) && wrapped.length > inner.length / 2;
  return new Set(isPlay ? speeches : []);
}

/** Whether the lines of blocks are paragraphs: most of those that another follows begin with an ideographic space, or many are far too long for verse. */
function areParagraphs(blocks: readonly RawBlock[]): boolean {
  const rows = blocks.flatMap(({ lines }) => (lines.length > 1 ? lines : []));
  const isMost = (part: number, passes: (row: string) => boolean) => rows.filter(passes).length > rows.length * part;
  return isMost(0.6, (row) => /^\u3000|^[「『（]/.test(row)) || isMost(0.25, (row) => widthOf(row.trim()) > 120);
}

interface RawBlock {
  readonly line: number;
  readonly lines: readonly string[];
  readonly setOff?: boolean | undefined;
}

function blocksOf(rows: readonly string[]): RawBlock[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open = false;
  rows.forEach((row, at) => {
    if (row.trim() === '') open = false;
    else if (open) blocks.at(-1)?.lines.push(row);
    else {
      blocks.push({ line: at + 1, lines: [row] });
      open = true;
    }
  });
  return blocks;
}

/** How far a line is indented, in columns. */
function indentOf(row: string): number {
  let columns = 0;
  for (const space of /^[ \t\u3000]*/.exec(row)?.[0] ?? '') columns += space === '\t' ? 8 : space === ' ' ? 1 : 2;
  return columns;
}

/** The indent of the first lines of paragraphs: full lines that stand deeper than the next. 0 where paragraphs have none. */
function usualIndent(blocks: readonly RawBlock[], filled: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of blocks)
    lines.forEach((row, at) => {
      const next = lines[at + 1];
      const own = indentOf(row);
      if (next !== undefined && own > 1 && own > indentOf(next) && row.trim().length >= 45)
        counts.set(own, (counts.get(own) ?? 0) + 1);
    });
  const [indent, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  const deep = filled.filter((row) => indentOf(row) >= Math.max(2, indent)).length;
  return count > 1 && deep < filled.length * 0.7 ? indent : 0;
}

/** A line alone that parts what is above it from what is below, blank lines or not; in the middle of a sentence it does not. */
function isMark(lines: readonly string[], at: number): boolean {
  const [row = '', before = ''] = [lines[at], lines[at - 1]];
  // The thirtieth stanza has its number above its lines.
  if (isSceneBreak(row) && row.trim() === 'XXX' && at === 0 && lines.length > 1) return false;
  if (isSceneBreak(row) || /^《[^》]{1,30}》$/.test(row.trim())) return true;
  const ends = before.trim() === '' || before.trim().length < 45 || /[.!?…。！？:*"”’»]\s*$/.test(before);
  const isShort =
    row.trim().length < 60 ||
    (!/[.,;:!?]\s*$/.test(row) && at + 2 !== lines.length && /^[¿¡"“«—–-]?\p{Lu}/u.test((lines[at + 1] ?? '').trim()));
  return ends && isShort && /^\P{Ll}*[\p{Lu}\p{Lo}]/u.test(row) && numberedHeading(row) !== undefined;
}

function splitAtMarks(block: RawBlock): RawBlock[] {
  return splitWhere(block, (_, at) => isMark(block.lines, at) || isMark(block.lines, at - 1));
}

/** As wide as nearly all lines at most are. */
function widthOfLines(rows: readonly string[]): number {
  const widths = rows.map((row) => row.trim().length).sort((one, other) => one - other);
  return widths[Math.floor(widths.length * 0.95)] ?? 0;
}

/** Paragraphs begin at the usual indent; where there is none, nor blank lines, below a sentence that ends before `width`. What stands deeper is set off. */
function splitBlock(block: RawBlock, indent: number, width: number): RawBlock[] {
  const { lines } = block;
  const deeper = (row: string) => indentOf(row) > Math.max(1, indent);
  // Whether the next line begins though its first word had room in this one.
  const hasRoom = (at: number): boolean =>
    (lines[at] ?? '').trim().length + 1 + (/^\s*\S+/.exec(lines[at + 1] ?? '')?.[0].length ?? 0) <= width;
  const endsSentence = (at: number): boolean =>
    /[.!?…:][”’"»)]?\s*$/.test(lines[at] ?? '') && /^\P{L}*\p{Lu}/u.test(lines[at + 1] ?? '');
  const isEnd = (at: number): boolean => hasRoom(at) && endsSentence(at);
  const isHead = (at: number): boolean =>
    isMark(lines, at) || (width > 0 && endsSentence(at - 1) && numberedHeading(lines[at] ?? '') !== undefined);
  let headed = 0;
  const parts = splitWhere(block, (row, at) => {
    const before = lines[at - 1] ?? '';
    if (isHead(at - 1)) headed = at - 1;
    // A heading that was wrapped goes on.
    if (width > 0 && at > headed && at - headed < 4 && isHead(headed)) {
      const isWhole = Array.from({ length: at - headed }, (_, step) => hasRoom(headed + step)).some(Boolean);
      if (!isWhole) return false;
      if (hasRoom(at - 1)) return true;
    }
    const isIndented = indent > 0 && (indentOf(row) === indent || deeper(row) !== deeper(before));
    return isIndented || isEnd(at - 1) || isHead(at) || isMark(lines, at - 1);
  });
  return parts.map((part) => ({ ...part, setOff: part.lines.every(deeper) }));
}

function splitWhere({ line, lines }: RawBlock, begins: (row: string, at: number) => boolean): RawBlock[] {
  const parts: { line: number; lines: string[] }[] = [];
  lines.forEach((row, at) => {
    if (at === 0 || begins(row, at)) parts.push({ line: line + at, lines: [row] });
    else parts.at(-1)?.lines.push(row);
  });
  return parts;
}

/** Whether most lines that go on in the next are about as long as a typist's line. Letters and verse are set deeper, and do not count. */
function isWrapped(blocks: readonly RawBlock[]): boolean {
  const margin = Math.min(...blocks.flatMap(({ lines }) => lines.map(indentOf)));
  const inner = blocks
    .filter(({ lines }) => lines.some((row) => indentOf(row) === margin))
    .flatMap(({ lines }) => lines.filter((_, at) => goesOn(lines, at)))
    .map((row) => row.trim().length);
  return inner.length > 4 && inner.filter((length) => length >= 45 && length <= 90).length > inner.length * 0.6;
}

/**
 * Whether the lines of a text are those of verse, though they be long: most that another follows end before the next word had no more room,
 * where prose goes on to its width, and most begin with a capital letter, or end with a sign.
 */
function isVerseText(blocks: readonly RawBlock[]): boolean {
  const inner = blocks.flatMap(({ lines }) => {
    const rows = lines.map((row) => row.trim());
    return rows.length > 2 ? rows.slice(0, -1).map((row, at) => ({ row, next: rows[at + 1] ?? '' })) : [];
  });
  if (inner.length < 20) return false;
  const width = widthOfLines(inner.map(({ row }) => row));
  const isMost = (least: number, passes: (line: { readonly row: string; readonly next: string }) => boolean): boolean =>
    inner.filter(passes).length > inner.length * least;
  return (
    width <= 70 &&
    isMost(0.35, ({ row, next }) => row.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) <= width) &&
    !isMost(0.2, ({ row }) => /^["“”«»„—–-]/.test(row)) &&
    (isMost(0.7, ({ row }) => /^\P{L}*\p{Lu}/u.test(row)) || isMost(0.55, ({ row }) => /[,.;:!?…][”’"»]?$/.test(row)))
  );
}

/** Among verse: whether half of the lines that others follow end as those of verse do. */
function isStanza(lines: readonly string[]): boolean {
  const ends = lines
    .slice(0, -1)
    .filter((row, at) => /[,.;:!?…—-][”’"»]?\s*$/.test(row) || /^\P{L}*\p{Lu}/u.test(lines[at + 1] ?? ''));
  return ends.length * 2 >= lines.length - 1;
}

function goesOn(lines: readonly string[], at: number): boolean {
  const [row = '', next] = [lines[at], lines[at + 1]];
  return next !== undefined && indentOf(next) <= indentOf(row) && !isMark(lines, at) && !isMark(lines, at + 1);
}

/** Whether each line breaks off at its end, wherever a sentence stands. */
const isProse = (lines: readonly string[]): boolean =>
  lines.slice(0, -1).every((row, at) => row.trim().length >= 60 && /^[ \t]*\p{Ll}/u.test(lines[at + 1] ?? '')) &&
  !/[.!?…:]["”’»)]?\s*$/u.test(lines.slice(0, -1).join(''));

/** Whether each of three lines or more begins anew, though the line before had room: names of a cast, and what each is. */
const isListed = (rows: readonly string[], width: number): boolean =>
  rows.length > 2 &&
  rows.every((row) => /^["“‘'«(]?[\p{Lu}\p{N}]/u.test(row)) &&
  rows.slice(0, -1).every((row, at) => row.length + (/^\S+/.exec(rows[at + 1] ?? '')?.[0].length ?? 0) < width - 3);

/** A block's lines are verse if the text is not wrapped, or if they are far shorter than a wrapped line. */
function shape({ line, lines, setOff = false }: RawBlock, wrapped: boolean, width = 0): Paragraph {
  const trimmed = lines.map((row) => row.trim());
  const short = trimmed.slice(0, -1).every((row) => row.length < 45);
  const verse = trimmed.length > 1 && (!wrapped || short || isListed(trimmed, width));
  return { line, lines: trimmed, verse, setOff, ...(setOff && short && { indents: lines.map(indentOf) }) };
}
