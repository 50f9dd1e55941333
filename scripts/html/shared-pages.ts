/** Pages that several sections share, of which all but the first begin on a new one. In: the content of a page. Out: its sections. */
import type { Element, ElementContent, Properties } from 'hast';
import { attributeOf, classesOf, isElement, outermost } from './hast-nodes.ts';

/** The class of a section that follows others in their file. */
const newPage = 'new-page';

/** The section of a page, and those that share its file. */
export function sectionsOnPage(nodes: readonly ElementContent[]): readonly Element[] {
  return outermost(nodes, ({ tagName }) => tagName === 'section').filter(
    (each, at) => at === 0 || classesOf(each).includes(newPage),
  );
}

/**
 * A section as it follows others in their file: `core.css` and `core-modern.css` begin it on a new page. For those who listen, its header is no
 * second banner of the document, and its notes are called after it (HTML Accessibility API Mappings 1.0).
 */
export function onNewPage(section: Element, title: string): Element {
  const children = section.children.map((child) => {
    if (isElement(child, 'header')) return withProperties(child, { role: 'presentation' });
    const label = isElement(child, 'section') && attributeOf(child, 'aria-label');
    return label ? withProperties(child, { ariaLabel: `${label}: ${title}` }) : child;
  });
  return { ...withProperties(section, { className: [...classesOf(section), newPage] }), children };
}

const withProperties = (element: Element, added: Properties): Element => ({
  ...element,
  properties: { ...element.properties, ...added },
});
