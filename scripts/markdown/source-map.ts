/** Where each character of a text node stands in the Markdown it was read from. */
import type { Text } from 'mdast';

/**
 * For each index of the node's value the source offset of what it was read from, and one more for the node's end;
 * undefined where the two cannot be brought together. Trusts `data.literal` and `data.typed` for escapes and references.
 */
export function sourceOffsets(source: string, { value, position, data }: Text): readonly number[] | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const offsets: number[] = [];
  let at = start;
  let literal = 0;
  for (let i = 0; i < value.length; i++) {
    if (data?.literal?.[literal] === i) {
      offsets.push(at);
      at += data.typed?.[literal] ?? 1;
      literal++;
      continue;
    }
    const character = value.charAt(i);
    // White space at either end of a line is not part of the text.
    if (character === '\n') while (at < end && /[ \t\r]/.test(source.charAt(at))) at++;
    // The second half of a reference that stands for two characters has no place of its own.
    const found = at < end && source.charAt(at) === character;
    if (!found && data?.literal?.[literal - 1] !== i - 1) return undefined;
    offsets.push(at);
    if (!found) continue;
    at++;
    // What begins the next line belongs to its containers: quotation marks, indentation.
    if (character === '\n') while (at < end && /[ \t>]/.test(source.charAt(at))) at++;
  }
  offsets.push(at);
  return offsets;
}
