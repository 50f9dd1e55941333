import type { Edit } from '../text/edits.ts';

/** Whether the character at `at` is white space on a line, breaking or not: a hard line break is none. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2009;
}

/** Edits that leave out the white space of a span, an edit to a character: the span may lie in several text nodes. */
export function withoutBlanks(from: number, to: number): readonly Edit[] {
  return Array.from({ length: to - from }, (_, i) => ({ start: from + i, end: from + i + 1, text: '' }));
}
