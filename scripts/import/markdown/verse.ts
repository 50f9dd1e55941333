/** Lines that are lines of their own. In: lines of Markdown. Out: the same lines, each ending in a hard break where another follows. */

/** Ends lines that `isVerse` names with a backslash. */
export function asVerse(rows: readonly string[], isVerse: (at: number) => boolean): readonly string[] {
  return rows.map((row, at) => {
    const next = rows[at + 1] ?? '';
    const goesOn = isVerse(at) && isVerse(at + 1) && row.trim() !== '' && next.trim() !== '';
    return goesOn && !/\\$| {2}$|^\s*#{1,6}\s|^\s*[*_-](?:\s*[*_-]){2,}\s*$/.test(row) ? `${row.trimEnd()}\\` : row;
  });
}

/** Pandoc’s line blocks: lines that open with `| `; deeper lines keep their indents, and one that opens with a space goes on. */
export function rewriteLineBlocks(text: string, masked: readonly string[], onVerse: (line: number) => void): string {
  const rows = text.split('\n');
  const isBar = (at: number) => /^\|(?: |$)/.test(masked[at] ?? '');
  const goesOn = (at: number) => /^ +\S/.test(masked[at] ?? '');
  const isTable = (from: number, to: number) =>
    rows.slice(from, to).some((row) => /^\|[ \t]*:?-[-:| \t]*$/.test(row) || /[^\\]\|[ \t]*$/.test(row.slice(1)));
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (end < rows.length && (isBar(end) || (end > at && goesOn(end)))) end++;
    if (end === at || isTable(at, end) || (masked[at - 1] ?? '').trim() !== '') {
      at = Math.max(end, at + 1);
      continue;
    }
    onVerse(at + 1);
    const bare = rows.slice(at, end).map((row) => {
      const words = row.replace(/^\|[ ]?/, '');
      const indent = row.startsWith('|') ? words.length - words.trimStart().length : 0;
      return `${'&nbsp;'.repeat(Math.min(indent, 40))}${words.trim()}`;
    });
    const broken = bare.map((row, step) =>
      row !== '' && bare[step + 1] && rows[at + step + 1]?.startsWith('|') ? `${row}\\` : row,
    );
    rows.splice(at, broken.length, ...broken);
    at = end;
  }
  return rows.join('\n');
}
