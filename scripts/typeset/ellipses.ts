/**
 * Typed dots become ellipses, one glyph for each three.
 */
import { type Copy, isLiteral } from './copy.ts';
import type { Edit } from './edits.ts';

const dots = /\.(?: ?\.){2,}/g;
const eastAsianDots = /[.。．]{3,}/g;

/** Typed ellipses of a text, as edits. */
export function setEllipses(copy: Copy): readonly Edit[] {
  const { text, locale } = copy;
  if (locale.ellipsis === '……') return setDoubleEllipses(copy);
  if (!copy.follows('ellipses') || !/\.[ .]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(dots)) {
    const [whole] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isLiteral(copy, start, end)) continue;
    const count = whole.replaceAll(' ', '').length;
    // A sentence's full stop comes first, then what is left out.
    edits.push({ start, end, text: '.'.repeat(count % 3) + '…'.repeat(Math.floor(count / 3)) });
  }
  return edits;
}

/** Chinese and Japanese have an ellipsis of six dots, however many were typed. */
function setDoubleEllipses(copy: Copy): readonly Edit[] {
  if (!copy.follows('ellipses') || !/[.。．]{3}/.test(copy.text)) return [];
  return [...copy.text.matchAll(eastAsianDots)]
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length, text: copy.locale.ellipsis }))
    .filter(({ start, end }) => !isLiteral(copy, start, end));
}
