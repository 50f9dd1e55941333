/** XML that is not XHTML, as plain data. */
import { escapeAttribute, escapeText } from './escape-xml.ts';

/** An element: names with their usual prefixes, text as strings. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element. */
export const xmlElement = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children });

/** Prints an element; one without children closes itself. */
export function printXml({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  if (children.length === 0) return `<${name}${written.join('')}/>`;
  const inside = children.map((child) => (typeof child === 'string' ? escapeText(child) : printXml(child)));
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}
