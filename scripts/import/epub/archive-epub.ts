/**
 * The EPUB that the Archive of Our Own lets its readers download: its page, which a converter split into files. In: their bodies. Out: the
 * page again, which is read as the archive's own (`html/archive-page.ts`); undefined for any other book.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { findElement, findElements, type Page } from '../html/parse-page.ts';

/** Puts the page together; the converter's headings for the contents are the chapters', and no others. */
export function archiveEpub(bodies: readonly Element[]): Page | undefined {
  const parts = (id: string) =>
    bodies
      .flatMap((body) => findElements(body, (each) => attributeOf(each, 'id') === id))
      .flatMap(({ children }) => children);
  const [preface, chapters, afterword] = [parts('preface'), parts('chapters'), parts('afterword')];
  const isArchive = preface.some((each) => findElement(each, isFacts)) && chapters.length > 0;
  if (!isArchive) return undefined;
  const own = (nodes: readonly ElementContent[]) => nodes.filter((each) => !isTocHeading(each));
  const facts = own(preface).filter((each): each is Element => each.type === 'element' && each.tagName === 'div');
  const meta = elementOf(
    'div',
    { className: ['meta'] },
    facts.flatMap(({ children }) => children),
  );
  const page = [
    elementOf('div', { id: 'preface' }, [
      ...own(preface).filter((each) => each.type !== 'element' || !facts.includes(each)),
      meta,
    ]),
    elementOf('div', { id: 'chapters' }, chapters),
    elementOf('div', { id: 'afterword' }, own(afterword).flatMap(unboxed)),
  ];
  return {
    title: '',
    lang: undefined,
    dir: undefined,
    author: undefined,
    address: undefined,
    styles: [],
    body: elementOf('body', {}, page),
  };
}

const isFacts = (each: Element): boolean => each.tagName === 'dl' && classesOf(each).includes('tags');

const isTocHeading = (node: ElementContent): boolean =>
  node.type === 'element' && classesOf(node).includes('toc-heading');

/** What a box without a name holds: the notes at the end stand in one. */
const unboxed = (node: ElementContent): readonly ElementContent[] =>
  node.type === 'element' && node.tagName === 'div' && attributeOf(node, 'id') === undefined ? node.children : [node];
