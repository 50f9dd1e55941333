/**
 * Pandoc’s grid tables: a frame of `+`, `-` and `|`, a line of `=` below the head, cells that hold blocks, over several rows and columns too.
 * In: lines. Out: the table that begins on one of them.
 */
import { type DrawnCell, type DrawnTable, type Screen, screenOf, stretchOf } from './table-lines.ts';

const top = /^([ \t]*)\+(?::?[-=]+:?\+)+ *$/;
const isFrame = (line = ''): boolean => /^[ \t]*[|+]/.test(line);

/** The table that begins on a line. */
export function gridTableAt(lines: readonly string[], at: number): DrawnTable | undefined {
  if (isFrame(lines[at - 1]) || !top.test(lines[at] ?? '')) return undefined;
  const screens: Screen[] = [];
  for (let end = at; isFrame(lines[end]); end++) screens.push(screenOf((lines[end] ?? '').trimEnd()));
  const indent = screens[0]?.text.search(/\S/) ?? 0;
  const width = screens[0]?.text.length ?? 0;
  const isEven = screens.every(
    ({ text }) => text.length === width && /[|+]/.test(text.charAt(indent)) && /[|+]$/.test(text),
  );
  const last = screens.at(-1)?.text ?? '';
  if (screens.length < 3 || !isEven || !top.test(last)) return undefined;
  return tableOf(
    screens.map(({ text }) => text),
    screens,
  );
}

function tableOf(texts: readonly string[], screens: readonly Screen[]): DrawnTable | undefined {
  const edges = edgesOf(texts);
  const columns = edges.length - 1;
  /** Whether a line is one of the frame in a column. */
  const isRule = (line: number, column: number): boolean =>
    /^[-=:]+$/.test((texts[line] ?? '').slice((edges[column] ?? 0) + 1, edges[column + 1]));
  const rules = texts.flatMap((_, line) =>
    Array.from({ length: columns }, (__, each) => each).some((each) => isRule(line, each)) ? [line] : [],
  );
  const bands = rules.slice(1).map((bottom, at) => ({ from: (rules[at] ?? 0) + 1, to: bottom }));
  if (bands.some(({ from, to }) => from === to)) return undefined;
  const isEdge = (band: number, column: number): boolean => {
    const { from = 0, to = 0 } = bands[band] ?? {};
    return texts.slice(from, to).every((text) => /[|+]/.test(text.charAt(edges[column] ?? 0)));
  };
  const taken = bands.map(() => new Set<number>());
  const rows: DrawnCell[][] = [];
  for (const [band, { from }] of bands.entries()) {
    const row: DrawnCell[] = [];
    for (let column = 0; column < columns; column++) {
      if (taken[band]?.has(column)) continue;
      const right = firstFrom(column + 1, columns, (each) => isEdge(band, each));
      const across = Array.from({ length: right - column }, (_, step) => column + step);
      const isBelow = (each: number) => across.some((one) => isRule((bands[each]?.from ?? 0) - 1, one));
      const below = firstFrom(band + 1, bands.length, isBelow);
      const places = taken.slice(band, below).flatMap((columns) => across.map((each) => ({ columns, each })));
      if (places.some(({ columns, each }) => columns.has(each))) return undefined;
      for (const { columns, each } of places) columns.add(each);
      const to = bands[below - 1]?.to ?? from;
      row.push({
        stretches: inside(screens, from, to, (edges[column] ?? 0) + 1, edges[right] ?? 0),
        columns: right - column,
        rows: below - band,
      });
    }
    rows.push(row);
  }
  const headRule = rules.findIndex((line, at) => at > 0 && /=/.test(texts[line] ?? '') && !/-/.test(texts[line] ?? ''));
  const headRows = headRule > 0 && headRule < rules.length - 1 ? headRule : 0;
  const marks = texts[rules[headRows] ?? 0] ?? '';
  return {
    lines: texts.length,
    headRows,
    rows,
    align: edges.slice(1).map((edge, at) => alignmentOf(marks.slice((edges[at] ?? 0) + 1, edge))),
    holdsBlocks: true,
  };
}

/** The first number of some for which a test holds, or the one after them. */
function firstFrom(from: number, to: number, test: (each: number) => boolean): number {
  let each = from;
  while (each < to && !test(each)) each++;
  return each;
}

/** The columns of the frame: where a line has `+` at both ends of a rule. */
function edgesOf(texts: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const text of texts)
    for (const { index, 0: rule } of text.matchAll(/\+(?=([-=:]+)\+)\1/g)) {
      found.add(index);
      found.add(index + rule.length);
    }
  return [...found].sort((a, b) => a - b);
}

/** The lines of a cell, less the space that all begin with. */
function inside(
  screens: readonly Screen[],
  from: number,
  to: number,
  left: number,
  right: number,
): DrawnCell['stretches'] {
  const lines = screens.slice(from, to);
  const indents = lines
    .map(({ text }) => text.slice(left, right))
    .filter((text) => text.trim() !== '')
    .map((text) => text.length - text.trimStart().length);
  const shared = Math.min(...indents, right - left);
  return lines.map((screen, step) => {
    const { to: end } = stretchOf(screen, from + step, left, right);
    const start = screen.indexOf(left + shared);
    return { line: from + step, from: start, to: Math.max(start, end) };
  });
}

function alignmentOf(rule: string): DrawnTable['align'][number] {
  const isLeft = rule.startsWith(':');
  if (rule.endsWith(':')) return isLeft ? 'center' : 'right';
  return isLeft ? 'left' : null;
}
