/** Pages that are a picture: a map, a family tree. In: the blocks of such a page as hast, edited in place. Out: the words below the picture describe it. */
import type { Element, ElementContent } from 'hast';
import { classesOf, elementOf, elementsIn } from '../html/hast-nodes.ts';

/** Joins what stands below the only picture of a page to it, as its long description (WAI-ARIA 1.2, aria-describedby). */
export function describePlate(id: string, blocks: ElementContent[]): void {
  const isFigure = (block: ElementContent): block is Element =>
    block.type === 'element' && classesOf(block).includes('picture');
  const figures = blocks.filter(isFigure);
  const image = elementsIn(figures).find(({ tagName }) => tagName === 'img');
  const below = blocks.findIndex(isFigure) + 1;
  if (figures.length !== 1 || !image || below === blocks.length) return;
  const words = elementOf('div', { id: `${id}-description`, className: ['description'] }, blocks.splice(below));
  image.properties['ariaDescribedBy'] = [`${id}-description`];
  blocks.push(words);
}

/** Of a picture that is higher than wide, the width in parts of the page’s, a multiple of five, at which a heading and a caption stand beside it on a page. */
export const widthOnPlate = (width: number, height: number): number | undefined =>
  height > width ? Math.max(5, Math.floor((20 * width) / height) * 5) : undefined;
