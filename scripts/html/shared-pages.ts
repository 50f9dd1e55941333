/** Pages that several sections share, of which all but the first begin on a new one. In: the content of a page. Out: its sections. */
import type { Element, ElementContent } from 'hast';
import { classesOf, isElement } from './hast-nodes.ts';

/** The class of a section that follows others in their file. */
const newPage = 'new-page';

/** The section of a page, and those that share its file. */
export function sectionsOnPage(nodes: readonly ElementContent[]): readonly Element[] {
  return outermost(nodes).filter((each, at) => at === 0 || classesOf(each).includes(newPage));
}

const outermost = (nodes: readonly ElementContent[]): readonly Element[] =>
  nodes.flatMap((node) =>
    node.type !== 'element' ? [] : node.tagName === 'section' ? [node] : outermost(node.children),
  );

/**
 * A section as it follows others in their file. Programs that show a book in columns have no other pages (CSS Fragmentation 3 §3.1). Its header is no
 * second banner of the document (HTML Accessibility API Mappings 1.0, `header`).
 */
export function onNewPage(section: Element): Element {
  const style = 'page-break-before: always; break-before: column';
  const children = section.children.map((child) =>
    isElement(child, 'header') ? { ...child, properties: { ...child.properties, role: 'presentation' } } : child,
  );
  return {
    ...section,
    properties: { ...section.properties, className: [...classesOf(section), newPage], style },
    children,
  };
}
