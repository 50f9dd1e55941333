/**
 * Printed pages. In: rendered sections, whose marks of pages are edited in place, and the file that each id is in. Out: the list of pages
 * (EPUB 3.3 §7.4.4), undefined for a book without marks.
 */
import type { Element } from 'hast';
import { labelsFor } from '../book/labels.ts';
import type { PageList } from '../book/publication.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import type { RenderedSection } from './section-to-hast.ts';

interface Page {
  readonly id: string;
  readonly title: string;
}

/** Elements that may have the role (ARIA in HTML). */
const named: ReadonlySet<string> = new Set(['span', 'div', 'p', 'hr']);

/** Gives marks of pages their role, their label and an id of their own; those that say no number stay what they are. */
export function markPages(sections: readonly RenderedSection[]): readonly Page[] {
  return sections.flatMap(({ section, heading, blocks }) => {
    const elements = elementsIn([...(heading ? [heading] : []), ...blocks]);
    const marks = elements.filter(isMark);
    if (marks.length === 0) return [];
    const taken = new Set(elements.map(({ properties }) => String(properties['id'])));
    return marks.flatMap((element): readonly Page[] => {
      const { properties } = element;
      const title = labelOf(element);
      if (title === '') return [];
      const id = String(
        properties['id'] ?? freeId(`${section.id}-page-${title.replace(/[^A-Za-z0-9]+/g, '-')}`, taken),
      );
      taken.add(id);
      const { title: _title, id: _id, role: _role, ariaLabel: _label, ...others } = properties;
      const role = named.has(element.tagName) ? { role: 'doc-pagebreak' } : {};
      element.properties = { id, ...others, ...role, ariaLabel: title };
      return [{ id, title }];
    });
  });
}

const isMark = ({ properties: { epubType } }: Element): boolean =>
  epubType !== undefined && String(epubType).split(' ').includes('pagebreak');

/** The list of pages; `fileOf` knows where they came to lie. */
export function pageList(
  pages: readonly Page[],
  fileOf: ReadonlyMap<string, string>,
  lang: string,
): PageList | undefined {
  if (pages.length === 0) return undefined;
  return {
    title: labelsFor(lang).pages,
    entries: pages.map(({ id, title }) => ({ title, href: `${fileOf.get(id) ?? ''}#${id}` })),
  };
}

/** The number of a page: its label, its title, the figures that its id ends with, or what it shows. */
function labelOf({ properties, children }: Element): string {
  const { ariaLabel, title, id } = properties;
  const shown = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const fromId = /(\d+|[ivxlc]+)$/i.exec(String(id ?? '').slice(-40))?.[1];
  const words =
    [ariaLabel, title, fromId, shown].map((each) => String(each ?? '').trim()).find((each) => each !== '') ?? '';
  return words
    .replace(/^\W*(?:page|p|pg)\W*(?=[\divxlc])/i, '')
    .replace(/\.$/, '')
    .replace(/[{}"\n]/g, '')
    .slice(0, 40);
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}
