/** Words of a clipboard → a file. In: the same words as text and as HTML, where there are both. Out: the one that says more. */
import { encodeUtf8 } from '../../../book/bytes.ts';

/** What a word processor or a page marks, and an editor of plain text does not: it wraps coloured words in `div` and `span`. */
const marks = /<(?:p|h[1-6]|em|i|b|strong|li|blockquote|table|hr|a)[\s>]/i;

/** A file of the words, or undefined where there are none. */
export function pastedText(
  text: string,
  html: string,
): { readonly name: string; readonly bytes: Uint8Array } | undefined {
  if (marks.test(html)) return { name: 'story.html', bytes: encodeUtf8(html) };
  return text.trim() ? { name: 'story.txt', bytes: encodeUtf8(text) } : undefined;
}
