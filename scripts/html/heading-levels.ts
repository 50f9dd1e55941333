/**
 * Levels for the headings below one of level 1, whose depth is given if it has one: deeper in the source is deeper in the book, and
 * no level is skipped (WCAG 2.2 technique G141). Depths are 1–6.
 */
export function headingLevels(ownDepth: number | undefined): (depth: number) => number {
  const open: number[] = [ownDepth ?? 0];
  return (depth) => {
    while (open.length > 1 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return Math.min(6, open.length);
  };
}
