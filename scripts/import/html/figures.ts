/** Figures. In: an element, and a way to read what it holds. Out: mdast. */
import type { Element } from 'hast';
import type { Image, RootContent } from 'mdast';
import { classesOf } from '../../html/hast-nodes.ts';
import type { Reading, ToBlocks } from './html-reader-options.ts';
import { findElement } from './parse-page.ts';
import { rawHtml } from './print-raw.ts';
import { wordsOf } from './visible.ts';

/** A picture with its caption is a picture with a title; a figure of anything else is its parts. */
export function figureOf(element: Element, reading: Reading, blocksOf: ToBlocks): readonly RootContent[] {
  const caption = findElement(element, ({ tagName }) => tagName === 'figcaption');
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
