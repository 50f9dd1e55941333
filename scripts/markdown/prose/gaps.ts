/**
 * Scene breaks typed as blank lines: a gap that is wider than those between other paragraphs. In: lines. Out: the lines below such
 * gaps, and what is in doubt.
 */
import { kindOf, type Line } from './lines.ts';
import type { Findings } from './prose-lines.ts';

/** Finds them; at least half of the gaps must be of the usual width. */
export function findGaps(lines: readonly Line[], found: Findings): void {
  const gaps: { readonly line: number; readonly size: number }[] = [];
  let above: Line | undefined;
  for (const line of lines) {
    const kind = found.breaks.has(line.number) ? 'rule' : kindOf(line);
    if (kind === 'blank') continue;
    const isText = kind === 'text' || (kind === 'item' && found.unlisted.has(line.number));
    if (above && isText && above.quotes === line.quotes && line.number > above.number + 1)
      gaps.push({ line: line.number, size: line.number - above.number - 1 });
    above = isText ? line : undefined;
  }
  const { wide, wider } = widerGaps(gaps);
  for (const { line } of wide) {
    found.gaps.add(line);
    found.guesses.push({ habit: 'wide-gap', line });
  }
  if (wide.length === 0 && found.breaks.size === 0)
    for (const { line } of wider) found.guesses.push({ habit: 'gap-doubt', line });
}

/** Of gaps between paragraphs, in blank lines, those that end a scene, and those that may: few, and wider than is usual. */
export function widerGaps<Gap extends { readonly size: number }>(
  gaps: readonly Gap[],
): { readonly wide: readonly Gap[]; readonly wider: readonly Gap[] } {
  const counts = new Map<number, number>();
  for (const { size } of gaps) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [usual, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [1, 0]);
  const wide = gaps.filter(({ size }) => size >= usual + 2);
  const wider = gaps.filter(({ size }) => size === usual + 1);
  return {
    wide: wide.length * 2 <= gaps.length ? wide : [],
    wider: wider.length * 4 <= count ? wider : [],
  };
}
