/** Numbers in vertical writing. In: a tree. Out: numbers of one or two figures side by side in one place (tate-chu-yoko), longer ones upright; in place. */
import type { ElementContent, Root } from 'hast';
import { elementOf } from '../html/hast-nodes.ts';

const number = /(?<![0-9A-Za-z.,])(\d{1,4})(?![0-9A-Za-z]|[.,]\d)/;

/** Sets the numbers of a tree upright. */
export function setNumeralsUpright(tree: Root): void {
  const open: { children: (ElementContent | Root['children'][number])[] }[] = [tree];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    parent.children = parent.children.flatMap((child) => {
      if (child.type === 'element' && !/^(?:math|svg|pre|code)$/.test(child.tagName)) open.push(child);
      if (child.type !== 'text' || !/\d/.test(child.value)) return [child];
      return child.value.split(number).flatMap((part, at): ElementContent[] => {
        if (part === '') return [];
        const text: ElementContent = { type: 'text', value: part, ...(child.position && { position: child.position }) };
        return [at % 2 === 0 ? text : elementOf('span', { className: [part.length > 2 ? 'upright' : 'tcy'] }, [text])];
      });
    });
  }
}
