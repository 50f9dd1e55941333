/**
 * Words that a page holds and nobody reads: the marks by which shops know their copies, letters that a symbol font shows as an ornament. In: the
 * body of a page, and what style sheets say of a class. Out: the body without them, a rule for each ornament, and how many there were.
 */
import type { Element, ElementContent } from 'hast';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { findElement } from '../html/parse-page.ts';
import { shortText } from '../html/visible.ts';

export interface Unseen {
  readonly body: Element;
  readonly unseen: number;
  readonly ornaments: number;
}

/** Leaves out what is set too small to be seen, and puts a rule where a paragraph is an ornament. */
export function withoutUnseen(body: Element, styleOf: (name: string) => string | undefined): Unseen {
  const isOrnament = (element: Element): boolean =>
    (element.tagName === 'p' || element.tagName === 'div') &&
    [attributeOf(element, 'style'), ...classesOf(element).map(styleOf)].some((style) => symbols.test(style ?? '')) &&
    /^\s*\S{1,3}\s*$/.test(shortText(element, 12) ?? '');
  let [unseen, ornaments] = [0, 0];
  if (!findElement(body, (each) => isUnseen(each) || isOrnament(each))) return { body, unseen, ornaments };
  const visit = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((node): readonly ElementContent[] => {
      if (node.type !== 'element') return [node];
      if (isUnseen(node)) unseen++;
      else if (isOrnament(node)) ornaments++;
      else return [visit(node)];
      return isUnseen(node) ? [] : [elementOf('hr', {}, [])];
    }),
  });
  return { body: visit(body), unseen, ornaments };
}

const isUnseen = (element: Element): boolean =>
  /(?:^|[\s;])font-size\s*:\s*(?:0|1(?:\.0)?(?:px|pt))(?![\d.%a-z])/i.test(attributeOf(element, 'style') ?? '');

/** Typefaces whose letters are pictures, by what they are called. */
const symbols = /font-family\s*:\s*["']?[\w\s-]*(?:orn[ae]ment|dingbat|wingding|webding|fleuron|vignette)/i;
