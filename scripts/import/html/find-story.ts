/** Which part of a page is the story, and what stands around it. In: a page’s body. Out: elements and tests of elements. */
import { guessed, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { isSceneBreak } from '../story-marks.ts';
import { classesOf, findElement, findElements, type HtmlElement, typesOf } from './tree.ts';
import { visibleText } from './visible.ts';

/** The one article of a page, or its main part, or all of it. */
export function storyOf(body: HtmlElement): HtmlElement {
  const articles = findElements(body, ({ name }) => name === 'article');
  if (articles.length === 1 && articles[0]) return articles[0];
  return findElement(body, (each) => each.name === 'main' || typesOf(each).includes('main')) ?? body;
}

/** Menus, forms, and what is hidden. */
export function isFurniture(element: HtmlElement): boolean {
  const { name, attributes } = element;
  return (
    ['nav', 'form', 'button', 'select', 'dialog', 'menu'].includes(name) ||
    attributes.has('hidden') ||
    (name === 'footer' && findElement(element, ({ name: each }) => each === 'blockquote') === undefined) ||
    typesOf(element).some((type) => type === 'navigation' || type === 'search' || type === 'banner') ||
    classesOf(element).some((each) =>
      /^(?:nav|navbar|menu|sidebar|share|sharing|social|breadcrumbs?|cookie|advert)/i.test(each),
    )
  );
}

/** Title, subtitle and author where a page marks them as such above its chapters: they are facts, not text. */
export function titleLines(root: HtmlElement): ReadonlyMap<HtmlElement, string> {
  const lines = new Map<HtmlElement, string>();
  const marked = findElements(root, (each) => classesOf(each).some((name) => /^(?:book-)?title$/.test(name)));
  const title = marked.find(({ name }) => name === 'h1');
  if (!title || findElements(root, ({ name }) => name === 'h1' || name === 'h2').length < 2) return lines;
  lines.set(title, 'title');
  for (const key of ['subtitle', 'author'])
    for (const found of findElements(root, (each) => each.name === 'p' && classesOf(each).includes(key)))
      lines.set(found, key);
  return lines;
}

/** A paragraph or line that stands for a break between scenes has no words to keep. */
export function isBreak(element: HtmlElement): boolean {
  if (element.name !== 'p' && element.name !== 'div') return false;
  const words = visibleText(element.children, () => false).trim();
  return isSceneBreak(words);
}

/** A hint that counts the words that were left out. */
export function leftOut(
  body: HtmlElement,
  root: HtmlElement,
  skips: (element: HtmlElement) => boolean,
  path: string,
): Problem[] {
  const all = visibleText([body], () => false).match(/\S+/g)?.length ?? 0;
  const kept = visibleText([root], skips).match(/\S+/g)?.length ?? 0;
  if (all === kept) return [];
  const [first] = findElements(root, skips);
  const start = (root === body ? first : root)?.at;
  const reason = `Left out: ${all - kept} words of menus, forms and what stands beside the story`;
  const hint = problem('import-left-out', { path, ...(start && { start }) }, reason);
  return [guessed(confidences['what stands beside the story'], hint)];
}
