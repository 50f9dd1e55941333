/** Finds the paragraphs of a plain text, whichever of three ways its typist parted them. */
export interface Paragraph {
  /** The source line (from 1) of its first line. */
  readonly line: number;
  /** Without white space at the ends. */
  readonly lines: readonly string[];
  /** Whether its lines are lines of their own, as in verse, and not one text that was wrapped. */
  readonly verse: boolean;
}

/** Parts text at blank lines; where there are none, at indented lines; failing that, each line is a paragraph. */
export function paragraphsOf(text: string): Paragraph[] {
  const rows = text.split('\n');
  const filled = rows.filter((row) => row.trim() !== '');
  const blocks = blocksOf(rows);
  const long = filled.filter((row) => row.trim().length > 90).length;
  const wrapped = long < filled.length * 0.02 && isWrapped(blocks);
  if (blocks.length > 1 && blocks.length * 12 > filled.length) return blocks.map((block) => shape(block, wrapped));
  const indented = filled.filter((row) => /^(\t|[ \u3000]{2,})\S/.test(row)).length;
  if (wrapped && indented > 1 && indented < filled.length * 0.7)
    return blocks.flatMap(byIndent).map((block) => shape(block, true));
  if (wrapped) return blocks.map((block) => shape(block, true));
  return blocks.flatMap(({ line, lines }) =>
    lines.map((each, at) => ({ line: line + at, lines: [each.trim()], verse: false })),
  );
}

interface RawBlock {
  readonly line: number;
  readonly lines: readonly string[];
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

function byIndent({ line, lines }: RawBlock): RawBlock[] {
  const parts: { line: number; lines: string[] }[] = [];
  lines.forEach((row, at) => {
    if (parts.length === 0 || /^(\t|[ \u3000]{2,})\S/.test(row)) parts.push({ line: line + at, lines: [row] });
    else parts.at(-1)?.lines.push(row);
  });
  return parts;
}

/** Whether most lines that another follows are about as long as a typist's line. */
function isWrapped(blocks: readonly RawBlock[]): boolean {
  const inner = blocks.flatMap(({ lines }) => lines.slice(0, -1)).map((row) => row.trim().length);
  return inner.length > 4 && inner.filter((length) => length >= 45 && length <= 90).length > inner.length * 0.6;
}

/** A block's lines are verse if the text is not wrapped, or if they are far shorter than a wrapped line. */
function shape({ line, lines }: RawBlock, wrapped: boolean): Paragraph {
  const trimmed = lines.map((row) => row.trim());
  const short = trimmed.slice(0, -1).every((row) => row.length < 45);
  return { line, lines: trimmed, verse: trimmed.length > 1 && (!wrapped || short) };
}
