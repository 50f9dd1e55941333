/**
 * Quotation marks typed with other keys: ``Hello,'' ''no'' ,,Nie'' <<Bonjour>> `Hello,'
 * In: a text. Out: edits that put there the marks which those keys stand for, for the reader of quotation marks.
 */
import type { Locale } from '../languages/languages.ts';
import type { Edit } from '../text/edits.ts';

const any = /``|`(?=[\p{L}\p{N}])|''|,,|<<|>>/u;
/** Two keys that stand for one mark; what they open begins a word, what they close ends one. */
const opening = () => /(?<![^\s\u2028([{"“‘'—–-])(?:``|''|,,)(?=['’]?[\p{L}\p{N}¿¡….\uFFFC])/gu;
const closing = () => /(?<=[\p{L}\p{N}\p{M}.,;:!?…\uFFFC—–-])''(?![\p{L}\p{N}'])/gu;
const guillemets = () => /(?<![<>])(?:<<|>>)(?![<>=])/g;
/** A single mark that closes speech. */
const quotesSingly = () => /[.,!?…]'(?=\s|$)/;
/** A grave accent where a mark opens, and the mark of the other key that closes it. */
const grave = () => /(?<![^\s\u2028([{"“—–-])`(?=[\p{L}\p{N}¿¡…])(?=[^`]*')/gu;

/** The other keys of a text, as edits. */
export function otherKeys(text: string, { inner }: Locale, literal?: ReadonlySet<number>): readonly Edit[] {
  if (!any.test(text)) return [];
  const typed = (pattern: RegExp) => [...text.matchAll(pattern)].filter(({ index }) => !literal?.has(index));
  const edits: Edit[] = [];
  const put = (at: number, length: number, mark: string) => edits.push({ start: at, end: at + length, text: mark });
  const opened = typed(opening());
  const closed = typed(closing());
  // Two single marks are one double one where they open and close alike; else an apostrophe may be among them.
  const areMarks =
    opened.some(({ 0: keys }) => keys !== "''") ||
    (opened.length > 0 && opened.length === closed.length && !quotesSingly().test(text));
  if (areMarks) for (const { index } of [...opened, ...closed]) put(index, 2, '"');
  const arrows = typed(guillemets());
  if (arrows.length % 2 === 0) for (const { 0: keys, index } of arrows) put(index, 2, keys === '<<' ? '«' : '»');
  for (const { index } of typed(grave())) put(index, 1, inner[0] === inner[1] ? "'" : inner[0]);
  return edits.sort((a, b) => a.start - b.start);
}
