/** The last line of a heading is not left to one short word. */
import type { Copy } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { tie } from './word-pairs.ts';

/** A heading of fewer letters stays on one line wherever it is read. */
const oneLine = 20;
const longestWidow = 9;
const lastWord = /(?<=[^\s.…–—-]["'”’,;:.!?)]{0,2})\s+([^\s–—-]+)$/u;

/** The tie before a heading's last word, as an edit. */
export function setHeadingWidows(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (copy.block !== 'heading' || !copy.follows('heading-widows')) return [];
  const words = text
    .split(/[\s–—-]+|\.{2,}|…/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  if (words.length < 4 || words.join('').length < oneLine) return [];
  const match = lastWord.exec(text);
  const word = match?.[1] ?? '';
  if (!match || /\.\.|…/.test(word) || word.replace(/[^\p{L}\p{N}]/gu, '').length > longestWidow) return [];
  return tie(text, match.index);
}
