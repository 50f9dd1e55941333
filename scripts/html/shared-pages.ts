/** Pages that several sections share, of which all but the first begin on a new one. In: the content of a page. Out: its sections. */
import type { Element, ElementContent } from 'hast';
import { classesOf } from './hast-nodes.ts';

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

/** A section as it follows others in their file; programs that show a book in columns have no other pages (CSS Fragmentation 3 §3.1). */
export function onNewPage(section: Element): Element {
  const style = 'page-break-before: always; break-before: column';
  return { ...section, properties: { ...section.properties, className: [...classesOf(section), newPage], style } };
}
