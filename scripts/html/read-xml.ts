/** XML of packages and documents. In: text. Out: elements by local name. No document type is read, no entity declared in one is known: nothing can be fetched or blown up. */
import { SaxesParser } from 'saxes';
import type { XmlElement } from '../book/xml-element.ts';

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Reads XML as far as it is well-formed enough to have a root; undefined where it has none. Names are without their prefixes. */
export function readXml(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  parser.on('error', () => {}); // others' books have worse; what can be read is read
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name: name.slice(name.indexOf(':') + 1), attributes, children: [] };
    open.push(element);
  });
  parser.on('text', (value) => void open.at(-1)?.children.push(value));
  parser.on('closetag', () => {
    const done = open.length > 1 ? open.pop() : undefined;
    if (done) open.at(-1)?.children.push(done);
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return elementsIn(root)[0];
}

/** The elements directly in one. */
export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

/** The first element directly in one that has a name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent && elementsIn(parent).find((child) => child.name === name);

/** All elements below of that name, in document order. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(root).flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** The text directly in an element, as it stands there. */
export const rawText = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');

/** The same, white space as one space, and none at its ends. */
export const ownText = (element: XmlElement): string => rawText(element).replace(/\s+/g, ' ').trim();
