/** Typed dots become ellipses, one glyph for each three. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const dots = /\.(?:[ \t]*\.){2,}/g;
const eastAsianDots = /[.。．]{3,}/g;

/** Typed ellipses of a text, as edits. */
export function setEllipses(copy: Copy): readonly Edit[] {
  const { text, locale } = copy;
  if (locale.ellipsis === '……') return setDoubleEllipses(copy);
  if (!copy.follows('ellipses') || !/\.[ \t.]/.test(text)) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(dots)) {
    const [whole] = match;
    const start = match.index;
    const end = start + whole.length;
    if (isLiteral(copy, start, end)) continue;
    const count = whole.replaceAll(/[ \t]/g, '').length;
    // So many dots lead the eye across a line.
    if (count > 6) continue;
    // A sentence's full stop comes first, then what is left out; the stops stay, each close behind the other.
    let from = start;
    for (let stops = count === 5 ? 0 : count % 3; stops > 0; stops--) {
      const stop = text.indexOf('.', from);
      if (stop > from) edits.push({ start: from, end: stop, text: '' });
      from = stop + 1;
    }
    edits.push({ start: from, end, text: count < 5 ? '…' : '……' });
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
