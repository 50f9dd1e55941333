/** Lines that are lines of their own. In: lines of Markdown. Out: the same lines, each ending in a hard break where another follows. */

/** Ends lines that `isVerse` names with a backslash. */
export function asVerse(rows: readonly string[], isVerse: (at: number) => boolean): readonly string[] {
  return rows.map((row, at) => {
    const next = rows[at + 1] ?? '';
    const goesOn = isVerse(at) && isVerse(at + 1) && row.trim() !== '' && next.trim() !== '';
    return goesOn && !/\\$| {2}$|^\s*#{1,6}\s|^\s*[*_-](?:\s*[*_-]){2,}\s*$/.test(row) ? `${row.trimEnd()}\\` : row;
  });
}
