/** The page About This Copy of a book of ours, back to the keys it was made from. In: the page’s section. Out: facts that no package has a term for. */
import type { Element } from 'hast';
import { type AboutKey, aboutKeys, aboutLabels } from '../../book/about-labels.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { findElement, findElements } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';

/** Whether a section is that page as the press prints it. */
export const isAboutPage = (section: Element): boolean =>
  attributeOf(section, 'id') === 'about-this-copy' &&
  findElement(section, (each) => classesOf(each).includes('about-title')) !== undefined;

/** Reads its table; `lang` is the book’s, whose words its labels are in. */
export function aboutFacts(section: Element, lang: string): Facts {
  const labels = aboutLabels(lang);
  const values = new Map<AboutKey, string[]>();
  let row: string[] | undefined;
  for (const each of findElements(section, ({ tagName }) => tagName === 'dt' || tagName === 'dd')) {
    const words = visibleText(each.children, () => false);
    if (each.tagName === 'dd') row?.push(words);
    else {
      const key = aboutKeys.find((name) => labels[name] === words);
      row = [];
      if (key !== undefined) values.set(key, row);
    }
  }
  const one = (key: AboutKey): string | undefined => values.get(key)?.[0];
  return {
    tags: values.get('tags') ?? [],
    retrieved: one('retrieved'),
    rating: one('rating'),
    warnings: values.get('warnings'),
    fandoms: values.get('fandoms'),
    relationships: values.get('relationships'),
    characters: values.get('characters'),
    status: one('status'),
    chapters: one('chapters'),
    words: values.has('words') ? 'true' : undefined, // the press counts them again
  };
}
