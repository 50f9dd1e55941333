/** A ditto mark: it stands alone where words would stand, and says that those above it are meant again. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

/** Whether a line has no mark, or begins with one that cannot be half of a quotation's: `" 3 lb.`, `" " 7` */
function isDittoLine(line: string, at: number): boolean {
  const marks = line.split('"').length - 1;
  return marks === 0 || (at > 0 && /^\s*"/.test(line) && (marks % 2 === 1 || !/\p{L}/u.test(line)));
}

/** A single mark alone, or two, where quotations have single marks. */
const isSingle = /^\s*'[\s']*$/;

function setSingle(copy: Copy): readonly Edit[] {
  if (!copy.follows('ditto')) return [];
  return Array.from(copy.text.matchAll(/'/g), ({ index }) => ({ start: index, end: index + 1, text: '’' })).filter(
    ({ start, end }) => !isLiteral(copy, start, end),
  );
}

/** Ditto marks of a text, as edits: alone in a cell, in a column of lines, or the one double mark of a text and white space around it. */
export function setDitto(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (copy.block === 'cell' && isSingle.test(text)) return setSingle(copy);
  const at = text.indexOf('"');
  if (at < 0 || !copy.follows('ditto')) return [];
  const alone = copy.block === 'cell' && /^[\s"]*$/.test(text);
  const isColumn = at > 0 && !/\S"|"\S/.test(text) && text.split(/[\n\u2028]/).every(isDittoLine);
  // Two with space around them may be an ill-typed quotation's.
  const single = text.lastIndexOf('"') === at && /\S\s$/.test(text.slice(0, at)) && /^\s+\S/.test(text.slice(at + 1));
  if (!alone && !single && !isColumn) return [];
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(/"/g)) {
    if (!isLiteral(copy, index, index + 1)) edits.push({ start: index, end: index + 1, text: '”' });
  }
  return edits;
}
