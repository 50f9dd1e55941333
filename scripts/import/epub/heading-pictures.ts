/** The pictures above headings in a book of ours. In: its pages. Out: the picture of the book, what sections say besides, pages without them. */
import type { Element } from 'hast';
import { isNarrative, sectionOfPage } from '../../book/sections.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { findElement } from '../html/parse-page.ts';
import { kindOf } from './generated-pages.ts';
import type { OwnPage } from './round-trip-anchors.ts';

export interface HeadingPicturesFound {
  /** The picture that most headings have. */
  readonly ofBook: string | undefined;
  /** Another picture, or “none”, by the id of the section. */
  readonly own: ReadonlyMap<string, string>;
}

/** Finds them; `pathOf` knows a picture’s path in the manuscript. */
export function headingPictures(
  pages: readonly OwnPage[],
  pathOf: (src: string) => string | undefined,
): HeadingPicturesFound {
  const shown = pages
    .filter(({ section, id }) => id === sectionOfPage(id) && isNarrative(kindOf(section)) && hasHeading(section))
    .map(({ section, id }) => ({ id, path: pictureAbove(section, pathOf) }));
  const counts = new Map<string, number>();
  for (const { path } of shown) if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1);
  const [most] = [...counts].sort(([, left], [, right]) => right - left);
  const pictured = shown.filter(({ path }) => path !== undefined).length;
  const ofBook = most && most[1] > 1 && 1 + shown.length - most[1] <= pictured ? most[0] : undefined; // the fewest keys
  const others = shown.flatMap(({ id, path = ofBook === undefined ? undefined : 'none' }) =>
    path === undefined || path === ofBook ? [] : [[id, path] as const],
  );
  return { ofBook, own: new Map(others) };
}

/** The page without it: the press puts it there again. */
export const withoutHeadingPicture = (page: OwnPage): OwnPage => ({ ...page, section: without(page.section) });

function without(section: Element): Element {
  const children = section.children.map((each) =>
    each.type === 'element' && each.tagName === 'header'
      ? { ...each, children: each.children.filter((child) => child.type !== 'element' || !isHeadPicture(child)) }
      : each,
  );
  return { ...section, children };
}

const isHeadPicture = (element: Element): boolean => classesOf(element).includes('head-picture');

const hasHeading = (section: Element): boolean =>
  findElement(section, (each) => /^h\d$/.test(each.tagName) && classesOf(each).includes('title')) !== undefined;

function pictureAbove(section: Element, pathOf: (src: string) => string | undefined): string | undefined {
  const line = findElement(section, isHeadPicture);
  const image = line && findElement(line, ({ tagName }) => tagName === 'img');
  const src = image && attributeOf(image, 'src');
  return src === undefined ? undefined : pathOf(src);
}
