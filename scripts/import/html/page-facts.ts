/** What a page says of its story beside the story. In: a page, and the part that is the story. Out: title and author. */
import type { Element, ElementContent } from 'hast';
import { bare, isName, otherWork, partByline } from '../../book/header-lines.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { isChapterHeading } from '../story-marks.ts';
import { isFurniture } from './find-story.ts';
import { findElements, type Page } from './parse-page.ts';
import { visibleText, wordsOf } from './visible.ts';

/** The page’s title without its site: words that the page itself shows where it can, else what stands before “ | ”. */
export function titleOf({ title: whole, sharedTitle, body }: Page, root: Element): string | undefined {
  if (partsOf(whole).some(isChapterHeading)) return storyTitle(whole, root);
  const title = sharedTitle && whole.includes(sharedTitle) ? sharedTitle : whole;
  let best = '';
  for (const element of findElements(body, ({ tagName }) => /^(?:h[1-6]|b|strong|a)$/.test(tagName))) {
    const words = wordsOf(element);
    if (words.length > best.length && words.length > 2 && beginsWith(title, words) && !isWithin(root, element))
      best = words;
  }
  const own = title.replace(/^The Project Gutenberg e-?book of\s+|\s\|\s[^|]*$/gi, '').trim();
  return best || partByline(own)?.words || own || undefined;
}

/** Whether a title begins with words, and goes on with what is none of them: the name of a site, or of an author. */
function beginsWith(title: string, words: string): boolean {
  if (!title.startsWith(words)) return false;
  const rest = title.slice(words.length);
  return /^(?:\s*[^\p{L}\p{N}\s,;.!?&'’]|\s+by\s|$)/iu.test(rest) || (/^, /.test(rest) && isName(rest.slice(2)));
}

/** The parts of a page’s title, between bars and dashes. */
export const partsOf = (title: string): readonly string[] =>
  title.split(/\s+[|—–·•»-]\s+/).flatMap((each) => {
    const [, story = '', chapter = ''] = /^([^:]+):\s+(\S.*)$/.exec(each) ?? [];
    return (isChapterHeading(chapter) && !isChapterHeading(story) ? [story, chapter] : [each]).map((part) =>
      part.trim(),
    );
  });

/** What a page’s title that names a chapter says beside that, and beside what the chapter’s own headings say: the title of the story. */
export function storyTitle(title: string, root: Element): string | undefined {
  const parts = partsOf(title);
  if (!parts.some(isChapterHeading)) return undefined;
  const headings = findElements(root, ({ tagName }) => /^h[1-6]$/.test(tagName)).map(
    (each) => ` ${bare(wordsOf(each))} `,
  );
  return parts.find(
    (each) =>
      bare(each) !== '' && !isChapterHeading(each) && !headings.some((words) => words.includes(` ${bare(each)} `)),
  );
}

/** The link that says who wrote it. */
export const authorAt = (root: Element): Element | undefined =>
  findElements(root, (each) => attributeOf(each, 'rel') === 'author')[0];

/** Who wrote it: a link that says so, a line of the head, or a link after “By:” outside of menus. */
export function authorOf({ author, body, title }: Page, root: Element): string | undefined {
  const linked = authorAt(root);
  // A title may be a sentence, with its stop: “…, by Ann Lee.”
  const inTitle = partByline(title)?.author.replace(/(?<!(?:\p{Lu}|\b(?:Jr|Sr|Esq|Bart)))\.$/u, '');
  return (linked && wordsOf(linked)) || author || linkAfterBy(body) || inTitle || signed(title, root);
}

/** A name at the end of the page’s title that stands in a line of its own below that title, too, where a site’s name would be a link. */
function signed(title: string, root: Element): string | undefined {
  const [own, ...others] = partsOf(title);
  const name = others.at(-1);
  if (name === undefined || !name.includes(' ') || !isName(name)) return undefined;
  const lines = findElements(root, ({ tagName }) => /^(?:p|h[1-6]|a)$/.test(tagName));
  const at = lines.findIndex((each) => /^h/.test(each.tagName) && wordsOf(each) === own);
  const below = lines.slice(at + 1, at + 3).find((each) => wordsOf(each) === name);
  return at !== -1 && below && findElements(below, ({ tagName }) => tagName === 'a').length === 0 ? name : undefined;
}

/** “By:”, unless the word before it tells of another work than writing: “Prepared by”. */
const byWords = new RegExp(`(?<!\\b(?:${otherWork})\\s+)\\bby:?\\s*$`, 'i');

function linkAfterBy(element: Element): string | undefined {
  let before: ElementContent | undefined;
  for (const child of element.children) {
    if (child.type === 'text') before = child;
    if (child.type !== 'element' || isFurniture(child)) continue;
    const words = child.tagName === 'a' && before ? visibleText([before], () => false) : '';
    if (byWords.test(words)) return wordsOf(child).replace(/[\s,;]+$/, '') || undefined;
    const found = linkAfterBy(child);
    if (found !== undefined) return found;
    before = child;
  }
  return undefined;
}

const isWithin = (outer: ElementContent, inner: Element): boolean =>
  outer === inner || (outer.type === 'element' && outer.children.some((child) => isWithin(child, inner)));
