/** How pictures look: one that is a paragraph by itself becomes a figure, its title the caption. */
import type { Element } from 'hast';
import type { Image, Paragraph } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { childrenOf, patched, text } from './section-context.ts';

export const image = (state: State, node: Image): Element =>
  patched(
    state,
    node,
    elementOf('img', { src: node.url, alt: node.alt ?? '', ...(node.title && { title: node.title }) }, []),
  );

export const paragraph: Handler = (state, node: Paragraph) => {
  const [only, ...others] = node.children;
  if (only?.type !== 'image' || others.length > 0)
    return patched(state, node, elementOf('p', {}, childrenOf(state, node)));
  const { title, ...bare } = only;
  const caption = title ? [elementOf('figcaption', { className: ['caption'] }, [text(title)])] : [];
  return patched(state, node, elementOf('figure', { className: ['picture'] }, [image(state, bare), ...caption]));
};
