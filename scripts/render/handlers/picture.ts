/** How pictures look: one that is a paragraph by itself becomes a figure, its title the caption. */
import type { Image, Paragraph } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { giveAuthored } from './authored.ts';
import { childrenOf, patched, type SectionContext, text } from './section-context.ts';

export function pictureHandlers(context: SectionContext): Readonly<Record<'image' | 'paragraph', Handler>> {
  const image = (state: State, node: Image) => {
    const { url, alt, title, data } = node;
    const made = patched(state, node, elementOf('img', { src: url, alt: alt ?? '', ...(title && { title }) }, []));
    if (data?.authored?.id !== undefined) giveAuthored(made, { id: data.authored.id }, context);
    return made;
  };
  return {
    image,
    paragraph(state, node: Paragraph) {
      const [only, ...others] = node.children;
      if (only?.type !== 'image' || others.length > 0)
        return patched(state, node, elementOf('p', {}, childrenOf(state, node)));
      const { title, ...bare } = only;
      const caption = title ? [elementOf('figcaption', { className: ['caption'] }, [text(title)])] : [];
      return patched(state, node, elementOf('figure', { className: ['picture'] }, [image(state, bare), ...caption]));
    },
  };
}
