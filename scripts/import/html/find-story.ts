/** Which part of a page is the story, and what stands around it. In: a page’s body. Out: elements and tests of elements. */
import type { Element } from 'hast';
import { widthOf } from '../../book/word-list.ts';
import { attributeOf, classesOf, outermost } from '../../html/hast-nodes.ts';
import { guessed, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { isSceneBreak } from '../story-marks.ts';
import { findElement, findElements, typesOf } from './parse-page.ts';
import { isInline, shortText, visibleText } from './visible.ts';

/** The one article of a page, or its main part, or all of it; in a page with menus, the part of that which has nearly all the prose. */
export function storyOf(body: Element): Element {
  const articles = findElements(body, ({ tagName }) => tagName === 'article');
  const main = findElement(body, (each) => each.tagName === 'main' || typesOf(each).includes('main'));
  const content = outermost([body], isContent);
  const marked = [...(articles.length === 1 ? articles : []), main, content.length === 1 ? content[0] : undefined].find(
    (each) => each && /[\p{L}\p{N}]/u.test(visibleText([each], isFurniture)),
  );
  return densest(marked ?? body);
}

/** What templates of blogs call the text of a post, and search engines that of an article. */
const isContent = (each: Element): boolean =>
  attributeOf(each, 'itemprop') === 'articleBody' ||
  classesOf(each).some((name) =>
    /^(?:e-content|(?:entry|post|article|story|chapter)[-_]?(?:content|body|text))$/i.test(name),
  );

/** The innermost part with nearly all the prose, as long as what stands around it is links for the most part. */
function densest(root: Element): Element {
  if (findElements(root, leadsOut).length <= fewLinks) return root;
  const weights = new Map<Element, Weight>();
  const whole = weigh(root, false, weights);
  let [found, at] = [root, root];
  for (;;) {
    const inner = at.children.find(
      (each): each is Element => each.type === 'element' && (weights.get(each)?.prose ?? 0) > whole.prose * mostly,
    );
    if (!inner || /^(?:p|blockquote|ul|ol|pre|a)$/.test(inner.tagName)) return found;
    const own = weights.get(inner) ?? none;
    at = inner;
    // Beside a story that somebody typed stand a title and a name, and no dozen of links.
    if (whole.links - own.links > fewLinks && (whole.linked - own.linked) * 3 > whole.letters - own.letters)
      found = inner;
  }
}

const mostly = 0.8;
const fewLinks = 6;

export const leadsOut = (element: Element): boolean =>
  element.tagName === 'a' && !/^(?:#|$)/.test(attributeOf(element, 'href') ?? '');

/** Letters of paragraphs outside of links, all letters, those of links that lead elsewhere, how many such links, and how many buttons. */
export interface Weight {
  prose: number;
  letters: number;
  linked: number;
  links: number;
  controls: number;
}
const none: Weight = { prose: 0, letters: 0, linked: 0, links: 0, controls: 0 };

export const isControl = ({ tagName }: Element): boolean => /^(?:button|select|input)$/.test(tagName);

/** Weighs an element and all in it. */
export function weigh(element: Element, isLinked: boolean, weights: Map<Element, Weight>): Weight {
  const sum = { ...none };
  weights.set(element, sum);
  if (isControl(element)) sum.controls++;
  if (isFurniture(element)) return sum;
  const leads = leadsOut(element);
  if (leads) sum.links++;
  let text = 0;
  let own = 0;
  let lines = 0;
  let short = 0;
  for (const child of element.children) {
    if (child.type === 'text') text += widthOf(child.value.trim());
    else if (child.type === 'element') {
      const inner = weigh(child, isLinked || leads, weights);
      if (isInline(child)) own += inner.letters - inner.linked;
      sum.prose += isInline(child) ? 0 : inner.prose;
      if (child.tagName === 'p' && inner.prose === 0 && inner.links === 0 && inner.letters > 0) {
        lines++;
        short += inner.letters;
      }
      sum.letters += inner.letters;
      sum.linked += inner.linked;
      sum.links += inner.links;
      sum.controls += inner.controls;
    }
  }
  // Lines of speech, or of verse.
  if (lines > 3 && short >= leastProse) sum.prose += short;
  sum.letters += text;
  if (isLinked || leads) sum.linked += text;
  else if (text + own >= leastProse && !isInline(element)) sum.prose += text + own;
  return sum;
}

/** Fewer letters in a block are a caption, a label, a line of a list. */
const leastProse = 80;

/** Menus, forms, and what is hidden. */
export function isFurniture(element: Element): boolean {
  const { tagName, properties } = element;
  if (tagName === 'a' && /#(?:comments|respond)$/.test(attributeOf(element, 'href') ?? '')) return true;
  if (['nav', 'form', 'button', 'select', 'dialog', 'menu'].includes(tagName)) return true;
  if (tagName === 'footer' && !findElement(element, (each) => each.tagName === 'blockquote')) return true;
  // Asked for each element of a page: only what it has is looked at.
  return Object.keys(properties).some((name) => {
    switch (name) {
      case 'hidden':
        return true;
      case 'style':
        return /display\s*:\s*none/i.test(attributeOf(element, 'style') ?? '');
      case 'className': {
        const classes = classesOf(element);
        const isAloud = classes.includes('landmark') && classes.includes('heading'); // read aloud alone
        return isAloud || classes.some((each) => furniture.test(each));
      }
      case 'id':
        return furniture.test(attributeOf(element, 'id') ?? '');
      default:
        return (
          (name === 'epubType' || name === 'role') &&
          typesOf(element).some((type) => type === 'navigation' || type === 'search' || type === 'banner')
        );
    }
  });
}

const furniture =
  /^(?:(?:nav|navbar|menu|sidebar|share|sharing|social|breadcrumbs?|cookie|advert|related|sharedaddy|newsletter|disqus)|(?:comments?(?:-?(?:list|area|section|block|form|box|respond|wrapper))?|respond|jp-post-flair|post-?tags|pagination|pager)$)/i;

/** What templates of blogs say of a post above it and below: its day, its tags, how to answer. */
export const isPostMeta = (element: Element): boolean => classesOf(element).some((name) => postMeta.test(name));

const postMeta =
  /^(?:(?:entry|post)-?(?:meta|meta-data|footer|utility|date|time|tags|categories|labels|navigation|author-?(?:box|info)?)|date-?header|posted-?on|(?:cat|tags|comments|edit)-links?|post-?format|screen-reader-text|author-(?:box|bio))$/i;

/** Title, subtitle and author where a page marks them as such above its chapters: they are facts, not text. */
export function titleLines(root: Element): ReadonlyMap<Element, string> {
  const isHeading = ({ tagName }: Element): boolean => tagName === 'h1' || tagName === 'h2';
  const found = findElements(root, (each) => isHeading(each) || keyOfLine(each) !== undefined);
  const isFilled = (each: Element): boolean => visibleText([each], () => false).trim() !== '';
  const title = found.find((each) => each.tagName === 'h1' && isTitle(each) && isFilled(each));
  const headings = found.filter(isHeading);
  if (!title || headings.length < 2) return new Map();
  const end = headings[headings.indexOf(title) + 1]; // what stands below it is of a chapter
  const lines = new Map([[title, 'title']]);
  for (const each of found.slice(0, end ? found.indexOf(end) : undefined)) {
    const key = keyOfLine(each);
    if (key === 'author' || (key && ![...lines.values()].includes(key))) lines.set(each, key);
  }
  return lines;
}

const isTitle = (element: Element): boolean => classesOf(element).some((name) => /^(?:book-)?title$/.test(name));

const keyOfLine = (element: Element): string | undefined =>
  element.tagName === 'p' ? ['subtitle', 'author'].find((key) => classesOf(element).includes(key)) : undefined;

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
