/** The line above a chapter that was removed where it came from. In: between which days. Out: a paragraph in the book’s language, small, in a style that every theme has. */
import type { Element } from 'hast';
import { labelLanguage } from '../book/labels.ts';
import { removedLine } from '../book/update-labels.ts';
import { elementOf } from '../html/hast-nodes.ts';

/** Prints the line; `own` is the chapter’s language where it has one. */
export function printRemoved(removed: string, lang: string, own: string | undefined): Element {
  const spoken = labelLanguage(lang);
  const language = spoken === (own ?? lang) ? {} : { lang: spoken, dir: 'auto' };
  const words = elementOf('small', {}, [{ type: 'text', value: removedLine(removed, lang) }]);
  return elementOf('p', { className: ['chapter-line', 'removed'], dataRemoved: removed, ...language }, [words]);
}
