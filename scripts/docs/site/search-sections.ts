/** What the search of the site looks through. In: the nodes of a page. Out: a section for each heading, with the words below it. */
import type { ElementContent } from 'hast';
import { toString as wordsOf } from 'mdast-util-to-string';

export interface SearchSection {
  /** Where it begins: a page, and an id in it. */
  readonly address: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** Blocks whose words stand apart from those of the next. */
const block = /^(?:p|li|t[dhr]|pre|dt|dd|figcaption|blockquote|h[1-6])$/;

/** The sections of a page, in order; the first begins with the page. */
export function sectionsOf(name: string, page: string, nodes: readonly ElementContent[]): readonly SearchSection[] {
  const sections = [{ address: name, page, heading: page, text: '' }];
  const collect = (node: ElementContent): void => {
    const last = sections[sections.length - 1];
    if (node.type === 'text' && last) last.text += node.value;
    if (node.type !== 'element') return;
    const id = node.properties['id'];
    if (/^h[23]$/.test(node.tagName) && typeof id === 'string')
      sections.push({ address: `${name}#${id}`, page, heading: wordsOf(node), text: '' });
    else for (const child of node.children) collect(child);
    if (last && block.test(node.tagName)) last.text += ' ';
  };
  for (const node of nodes) collect(node);
  return sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').trim() }));
}
