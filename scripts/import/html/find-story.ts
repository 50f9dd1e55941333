/** Which part of a page is the story, and what stands around it. In: a page’s body. Out: elements and tests of elements. */
import type { Element } from 'hast';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { guessed, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { isSceneBreak } from '../story-marks.ts';
import { findElement, findElements, typesOf } from './parse-page.ts';
import { shortText, visibleText } from './visible.ts';

/** The one article of a page, or its main part, or all of it. */
export function storyOf(body: Element): Element {
  const articles = findElements(body, ({ tagName }) => tagName === 'article');
  const main = findElement(body, (each) => each.tagName === 'main' || typesOf(each).includes('main'));
  return (
    [...(articles.length === 1 ? articles : []), main].find(
      (each) => each && /[\p{L}\p{N}]/u.test(visibleText([each], isFurniture)),
    ) ?? body
  );
}

/** Menus, forms, and what is hidden. */
export function isFurniture(element: Element): boolean {
  const { tagName } = element;
  return (
    ['nav', 'form', 'button', 'select', 'dialog', 'menu'].includes(tagName) ||
    attributeOf(element, 'hidden') !== undefined ||
    (classesOf(element).includes('landmark') && classesOf(element).includes('heading')) || // read aloud alone
    (tagName === 'footer' && findElement(element, (each) => each.tagName === 'blockquote') === undefined) ||
    typesOf(element).some((type) => type === 'navigation' || type === 'search' || type === 'banner') ||
    classesOf(element).some((each) =>
      /^(?:nav|navbar|menu|sidebar|share|sharing|social|breadcrumbs?|cookie|advert)/i.test(each),
    )
  );
}

/** Title, subtitle and author where a page marks them as such above its chapters: they are facts, not text. */
export function titleLines(root: Element): ReadonlyMap<Element, string> {
  const lines = new Map<Element, string>();
  const marked = findElements(root, (each) => classesOf(each).some((name) => /^(?:book-)?title$/.test(name)));
  const title = marked.find(({ tagName }) => tagName === 'h1');
  if (!title || findElements(root, ({ tagName }) => tagName === 'h1' || tagName === 'h2').length < 2) return lines;
  lines.set(title, 'title');
  for (const key of ['subtitle', 'author'])
    for (const found of findElements(root, (each) => each.tagName === 'p' && classesOf(each).includes(key)))
      lines.set(found, key);
  return lines;
}

/** A paragraph or line that stands for a break between scenes has no words to keep. */
export function isBreak(element: Element): boolean {
  if (element.tagName !== 'p' && element.tagName !== 'div') return false;
  const words = shortText(element, 200)?.trim();
  return words !== undefined && isSceneBreak(words);
}

/** A hint that counts the words that were left out. */
export function leftOut(body: Element, root: Element, skips: (element: Element) => boolean, path: string): Problem[] {
  const [first] = findElements(root, skips);
  if (root === body && !first) return [];
  const all = visibleText([body], () => false).match(/\S+/g)?.length ?? 0;
  const kept = visibleText([root], skips).match(/\S+/g)?.length ?? 0;
  if (all === kept) return [];
  const start = (root === body ? first : root)?.position?.start;
  const reason = `Left out: ${all - kept} words of menus, forms and what stands beside the story`;
  const hint = problem('import-left-out', { path, ...(start && { start }) }, reason);
  return [guessed(confidences['what stands beside the story'], hint)];
}
