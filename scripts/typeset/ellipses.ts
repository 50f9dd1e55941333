/**
 * Typed dots become ellipses, one glyph for each three.
 */
import { type Copy, isLiteral } from './copy.ts';
import type { Edit } from './edits.ts';

const dots = /\.(?: ?\.){2,}/g;

/** Typed ellipses of a text, as edits. */
export function setEllipses(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!copy.follows('ellipses') || !/\.[ .]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(dots)) {
    const [whole] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isLiteral(copy, start, end)) continue;
    const count = whole.replaceAll(' ', '').length;
    const glyphs = '…'.repeat(Math.floor(count / 3));
    // A sentence's full stop comes first, then what is left out; a single one stays where it is.
    if (count % 3 === 1) edits.push({ start: start + 1, end, text: glyphs });
    else edits.push({ start, end, text: '.'.repeat(count % 3) + glyphs });
  }
  return edits;
}
