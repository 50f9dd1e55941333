/** Takes out the blank lines that marks leave behind. In: Markdown. Out: the same, no more than one blank line in a row, but in code. */
export function collapseBlankLines(text: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const row of text.split('\n')) {
    const marks = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})/.exec(row)?.[1];
    if (fence === undefined && marks !== undefined) fence = marks;
    else if (fence !== undefined && marks?.startsWith(fence) && /^[ \t>]*[`~]+[ \t]*$/.test(row)) fence = undefined;
    const isExtra = fence === undefined && row.trim() === '' && (kept.at(-1) ?? '').trim() === '';
    if (!isExtra) kept.push(row);
  }
  return kept.join('\n');
}
