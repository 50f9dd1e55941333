/** How links, spans and raw HTML look; these may want repair once the whole section is made. */
import type { Element } from 'hast';
import type { Html, Link, Ruby } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Handler } from 'mdast-util-to-hast';
import { cleanAttributes } from '../../html/attributes.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { childrenOf, patched, type SectionContext, text } from './section-context.ts';

/** What `:span[…]{…}` may carry. */
const onSpans: ReadonlySet<string> = new Set(['lang', 'xml:lang', 'dir', 'class', 'id']);

export function inlineHandlers(
  context: SectionContext,
): Readonly<Record<'html' | 'link' | 'ruby' | 'textDirective', Handler>> {
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
      const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => ({ name, value: value ?? '' }));
      const { properties } = cleanAttributes(
        'span',
        attributes.filter(({ name }) => onSpans.has(name)),
      );
      const span = elementOf('span', properties, childrenOf(state, node));
      // Its id is the author's, as one in raw HTML is: it wants a name that the book can hold.
      if (properties['id'] !== undefined) {
        span.data = { ...span.data, fromHtml: true };
        context.needsRepair = true;
      }
      return patched(state, node, span);
    },
  };
}

function holdsLink(node: Element): boolean {
  return node.tagName === 'a' || node.children.some((child) => child.type === 'element' && holdsLink(child));
}
