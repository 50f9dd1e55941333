/** Figures. In: an element, and a way to read what it holds. Out: mdast. */
import type { Image, RootContent } from 'mdast';
import type { Reading, ToBlocks } from './html-reader-options.ts';
import { rawHtml } from './raw.ts';
import { classesOf, findElement, type HtmlElement } from './tree.ts';
import { wordsOf } from './visible.ts';

/** A picture with its caption is a picture with a title; a figure of anything else is its parts. */
export function figureOf(element: HtmlElement, reading: Reading, blocksOf: ToBlocks): readonly RootContent[] {
  const caption = findElement(element, ({ name }) => name === 'figcaption');
  const blocks = blocksOf(
    element.children.filter((child) => child !== caption),
    reading,
  );
  const [only] = blocks;
  const image = only?.type === 'paragraph' && only.children.length === 1 ? only.children[0] : undefined;
  if (reading.exact && !classesOf(element).includes('picture'))
    return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  const words = caption ? wordsOf(caption) : '';
  const plain = caption?.children.every(({ type }) => type === 'text') ?? true;
  if (blocks.length === 1 && image?.type === 'image' && plain)
    return [{ type: 'paragraph', children: [{ ...image, ...(words && { title: words }) } satisfies Image] }];
  if (reading.exact) return [{ type: 'html', value: rawHtml(element, reading.keep) }];
  return [...blocks, ...(caption ? blocksOf(caption.children, reading) : [])];
}
