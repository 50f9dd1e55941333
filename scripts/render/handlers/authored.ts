/** What authors give elements of Markdown in braces: `{#id .class lang=de}`. */
import type { Element } from 'hast';
import { cleanAttributes } from '../../html/attributes.ts';
import { classesOf } from '../../html/hast-nodes.ts';
import type { SectionContext } from './section-context.ts';

/** What may be given in braces. */
const allowed: ReadonlySet<string> = new Set(['lang', 'xml:lang', 'dir', 'class', 'id', 'style']);

/** Gives an element the author's language, direction, classes, style and id, besides what it has. */
export function giveAuthored(
  element: Element,
  attributes: Readonly<Record<string, string | null | undefined>>,
  context: SectionContext,
): void {
  const given = Object.entries(attributes).map(([name, value]) => ({ name, value: value ?? '' }));
  const { properties } = cleanAttributes(
    element.tagName,
    given.filter(({ name }) => allowed.has(name)),
  );
  const own = classesOf(element);
  const { className = [] } = properties;
  element.properties = { ...element.properties, ...properties };
  if (own.length > 0) element.properties['className'] = [...own, ...(Array.isArray(className) ? className : [])];
  if (properties['id'] === undefined) return;
  // An author's id, as one in raw HTML is, wants a name that the book can hold.
  element.data = { ...element.data, fromHtml: true };
  context.needsRepair = true;
}
