/**
 * Pandoc’s simple and multiline tables: columns under runs of dashes. In: lines. Out: the table that begins on one of them. Words that run
 * from a column into the next make none: so no prose between two scene breaks is taken for a table.
 */
import { type DrawnCell, type DrawnTable, isBlankLine, type Screen, screenOf, stretchOf } from './table-lines.ts';

/** A run of dashes: its first column, and the one after it. */
interface Run {
  readonly start: number;
  readonly end: number;
}

const several = /^[ \t]*-+(?: +-+)+ *$/;
const single = /^[ \t]*-{3,} *$/;
/** A head that is longer is none. */
const longestHead = 12;

/** The table that begins on a line. */
export function alignedTableAt(lines: readonly string[], at: number): DrawnTable | undefined {
  const own = lines[at] ?? '';
  if (several.test(own)) return tableOf(lines, { at, head: at, dashes: at, isClosed: true });
  if (single.test(own)) {
    let dashes = at + 1;
    while (dashes - at <= longestHead && !isBlankLine(lines[dashes]) && !isDashes(lines[dashes])) dashes++;
    const hasHead = dashes > at + 1 && several.test(lines[dashes] ?? '');
    return hasHead ? tableOf(lines, { at, head: at + 1, dashes, isClosed: true }) : undefined;
  }
  if (isBlankLine(own) || !several.test(lines[at + 1] ?? '')) return undefined;
  return tableOf(lines, { at, head: at, dashes: at + 1, isClosed: false });
}

const isDashes = (line = ''): boolean => single.test(line) || several.test(line);

interface Frame {
  readonly at: number;
  /** The lines of the head end where the dashes are. */
  readonly head: number;
  readonly dashes: number;
  /** Whether a line of dashes ends it; else a blank line does. */
  readonly isClosed: boolean;
}

function tableOf(lines: readonly string[], { at, head, dashes, isClosed }: Frame): DrawnTable | undefined {
  const runs = [...screenOf(lines[dashes] ?? '').text.matchAll(/-+/g)].map(
    ({ index, 0: { length } }): Run => ({ start: index, end: index + length }),
  );
  let end = dashes + 1;
  while (end < lines.length && !isDashes(lines[end]) && (isClosed || !isBlankLine(lines[end]))) end++;
  const hasFoot = isDashes(lines[end]);
  if (end >= lines.length ? isClosed : hasFoot && !isBlankLine(lines[end + 1])) return undefined;
  const groups = [
    ...(head < dashes ? [range(head, dashes)] : []),
    ...rowsOf(lines, dashes + 1, end, head < dashes && isClosed),
  ];
  if (groups.length <= (head < dashes ? 1 : 0)) return undefined;
  const screens = new Map(groups.flat().map((line) => [line, screenOf(lines[line] ?? '')] as const));
  if ([...screens.values()].some((screen) => !fits(screen, runs, isClosed))) return undefined;
  const [first = []] = groups;
  return {
    lines: end + (hasFoot ? 1 : 0) - at,
    headRows: head < dashes ? 1 : 0,
    rows: groups.map((group) => runs.map((_, column) => cellOf(group, column, runs, { screens, at }))),
    align: runs.map((run, column) =>
      alignmentOf(
        first.flatMap((line) => screens.get(line) ?? []),
        run,
        boundsOf(runs, column),
      ),
    ),
    holdsBlocks: false,
  };
}

/** The lines of each row: those between blank lines, or each by itself where there are none. */
function rowsOf(
  lines: readonly string[],
  from: number,
  to: number,
  isMultiline: boolean,
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let open: number[] | undefined;
  const hasBlank = isMultiline || range(from, to).some((line) => isBlankLine(lines[line]));
  for (const line of range(from, to)) {
    if (isBlankLine(lines[line])) open = undefined;
    else if (open && hasBlank) open.push(line);
    else {
      open = [line];
      groups.push(open);
    }
  }
  return groups;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

/**
 * Whether a row keeps to its columns: a space stands before each but the first; between two lines of dashes, where a story may have two
 * scene breaks, no word stands where no dashes are.
 */
const fits = ({ text }: Screen, runs: readonly Run[], isClosed: boolean): boolean =>
  runs.every(({ end }, at) => {
    const next = runs[at + 1]?.start;
    const gap = text.slice(isClosed ? end : (next ?? Number.POSITIVE_INFINITY) - 1, next);
    return gap.trim() === '' && (next === undefined || text.charAt(next) !== '\0');
  });

/** A column goes on to where the next begins. */
function boundsOf(runs: readonly Run[], column: number): Run {
  return {
    start: column === 0 ? 0 : (runs[column]?.start ?? 0),
    end: runs[column + 1]?.start ?? Number.POSITIVE_INFINITY,
  };
}

interface Drawing {
  readonly screens: ReadonlyMap<number, Screen>;
  readonly at: number;
}

function cellOf(group: readonly number[], column: number, runs: readonly Run[], { screens, at }: Drawing): DrawnCell {
  const { start, end } = boundsOf(runs, column);
  const stretches = group.flatMap((line) => {
    const screen = screens.get(line);
    return screen ? [stretchOf(screen, line - at, start, end)] : [];
  });
  return { stretches: stretches.filter(({ from, to }) => from < to), columns: 1, rows: 1 };
}

/** By the words of the first row against the dashes: flush at one end, at both, or at none. */
function alignmentOf(screens: readonly Screen[], run: Run, { start, end }: Run): DrawnTable['align'][number] {
  const inside = screens.map(({ text }) => text.slice(start, end)).sort((a, b) => b.trim().length - a.trim().length)[0];
  if (inside === undefined || inside.trim() === '') return null;
  const from = start + inside.length - inside.trimStart().length;
  const isLeft = from <= run.start;
  const isRight = start + inside.trimEnd().length >= run.end;
  if (isLeft && isRight) return null;
  return isLeft ? 'left' : isRight ? 'right' : 'center';
}
