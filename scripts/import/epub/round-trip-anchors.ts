/** Where links inside a book of ours lead. In: its pages. Out: what a link in the manuscript says, by bound id. */
import type { Element } from 'hast';
import { sectionOfPage } from '../../book/sections.ts';
import { slugs } from '../../book/slugs.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { findElements, typesOf } from '../html/parse-page.ts';
import { visibleText } from '../html/visible.ts';

/** A page of the book: the section in it, and the ids and languages it has. */
export interface OwnPage {
  readonly href: string;
  readonly section: Element;
  readonly id: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  /** Between which days it was removed where it came from. */
  readonly removed: string | undefined;
}

/** Bound id → what a link in the manuscript says. */
export function anchorsOf(sheets: readonly OwnPage[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const slugsOf = new Map<string, ReturnType<typeof slugs>>();
  for (const { id, section } of sheets) {
    const base = sectionOfPage(id);
    const slug = slugsOf.get(base) ?? slugs();
    slugsOf.set(base, slug);
    anchors.set(base, `${base}.md`);
    for (const element of findElements(section, (each) => attributeOf(each, 'id') !== undefined)) {
      const bound = attributeOf(element, 'id') ?? '';
      const isHeading = /^h\d$/.test(element.tagName) && (bound === `${base}-title` || bound.startsWith(`${base}-h-`));
      if (isHeading) {
        const words = visibleText(element.children, (each) => typesOf(each).includes('noteref'));
        anchors.set(bound, `${base}.md#${slug(words.replace(/\s+/g, ' ').trim()).typed}`);
      } else if (bound.startsWith(`${base}-`) && !anchors.has(bound))
        anchors.set(bound, `${base}.md#${bound.slice(base.length + 1)}`);
    }
  }
  return anchors;
}
