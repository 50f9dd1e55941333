/** The package's own XML as a small tree. In: text. Out: elements by local name. No document type is read, no entity declared in one is known: nothing can be fetched or blown up. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, white space as one space; as it is in Word’s `t`, whose spaces part words. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML as far as it is well-formed enough to have a root; undefined where it has none. */
export function readXml(text: string): XmlElement | undefined {
  const parser = new SaxesParser();
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  parser.on('error', () => {}); // others' books have worse; what can be read is read
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name: localName(name), attributes: new Map(Object.entries(attributes)), children: [], text: '' });
  });
  parser.on('text', (value) => {
    const top = open.at(-1);
    if (top) top.text += value;
  });
  parser.on('closetag', () => {
    const done = open.length > 1 ? open.pop() : undefined;
    if (done)
      open
        .at(-1)
        ?.children.push({ ...done, text: done.name === 't' ? done.text : done.text.replace(/\s+/g, ' ').trim() });
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return root.children[0];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** All elements below of that name, in document order. */
export function elementsNamed(root: XmlElement, name: string): readonly XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}
