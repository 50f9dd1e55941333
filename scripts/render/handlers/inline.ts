/** How links, spans and raw HTML look; these may want repair once the whole section is made. */
import type { Element } from 'hast';
import type { Html, Link, Ruby } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Handler } from 'mdast-util-to-hast';
import type { Highlight, Subscript, Superscript } from '../../book/markdown-nodes.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { giveAuthored } from './authored.ts';
import { childrenOf, patched, type SectionContext, text } from './section-context.ts';

export function inlineHandlers(
  context: SectionContext,
): Readonly<Record<'html' | 'link' | 'ruby' | 'textDirective' | 'highlight' | 'subscript' | 'superscript', Handler>> {
  return {
    html(state, node: Html) {
      context.needsRepair = true;
      return patched(state, node, { type: 'raw' as const, value: node.value });
    },
    link(state, node: Link) {
      const children = childrenOf(state, node);
      if (children.some((child) => child.type === 'element' && holdsLink(child))) context.needsRepair = true;
      return patched(
        state,
        node,
        elementOf('a', { href: node.url, ...(node.title && { title: node.title }) }, children),
      );
    },
    ruby(state, node: Ruby) {
      const bracket = (value: string) => elementOf('rp', {}, [text(value)]);
      const reading = elementOf('rt', {}, [text(node.reading)]);
      const children = [...childrenOf(state, node), bracket('('), reading, bracket(')')];
      return patched(state, node, elementOf('ruby', {}, children));
    },
    textDirective(state, node: TextDirective) {
      const span = elementOf('span', {}, childrenOf(state, node));
      giveAuthored(span, node.attributes ?? {}, context);
      return patched(state, node, span);
    },
    highlight: (state, node: Highlight) => patched(state, node, elementOf('mark', {}, childrenOf(state, node))),
    subscript: (state, node: Subscript) => patched(state, node, elementOf('sub', {}, childrenOf(state, node))),
    superscript: (state, node: Superscript) => patched(state, node, elementOf('sup', {}, childrenOf(state, node))),
  };
}

function holdsLink(node: Element): boolean {
  return node.tagName === 'a' || node.children.some((child) => child.type === 'element' && holdsLink(child));
}
