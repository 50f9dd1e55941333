/** Words that a page holds and nobody sees: the marks by which shops know their copies. In: the body of a page. Out: the body without them, and how many there were. */
import type { Element, ElementContent } from 'hast';
import { attributeOf } from '../../html/hast-nodes.ts';
import { findElement } from '../html/parse-page.ts';

/** Leaves out what its own style sets too small to be seen. */
export function withoutUnseen(body: Element): { readonly body: Element; readonly unseen: number } {
  if (!findElement(body, isUnseen)) return { body, unseen: 0 };
  let unseen = 0;
  const visit = (element: Element): Element => ({
    ...element,
    children: element.children.flatMap((node): readonly ElementContent[] => {
      if (node.type !== 'element') return [node];
      if (!isUnseen(node)) return [visit(node)];
      unseen++;
      return [];
    }),
  });
  return { body: visit(body), unseen };
}

const isUnseen = (element: Element): boolean =>
  /(?:^|[\s;])font-size\s*:\s*(?:0|1(?:\.0)?(?:px|pt))(?![\d.%a-z])/i.test(attributeOf(element, 'style') ?? '');
