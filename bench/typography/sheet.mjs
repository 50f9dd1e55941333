/** The bench's figures as Markdown. */

/** A table: the first column to the left, the others to the right. */
export function sheet(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** So many of so many, per 10,000. */
export function per10k(part, whole) {
  return whole ? ((part / whole) * 1e4).toFixed(2) : '–';
}

/** So many of so many, in per cent. */
export function percent(part, whole) {
  return whole ? `${((part / whole) * 100).toFixed(1)} %` : '–';
}
