/** XPath questions about a book's XML, answered as plain data. */
import { XmlAttribute, XmlDocument, XmlElement } from 'libxml2-wasm';

/** An element or attribute that an XPath found. */
export interface Hit {
  /** Its name with its prefix; empty for text. */
  readonly name: string;
  /** All text inside it; an attribute's value. */
  readonly text: string;
  /** Attribute values by name with prefix: `epub:type`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The element as it is written. */
  readonly markup: string;
  readonly line: number;
}

const namespaces = {
  h: 'http://www.w3.org/1999/xhtml',
  epub: 'http://www.idpf.org/2007/ops',
  opf: 'http://www.idpf.org/2007/opf',
  dc: 'http://purl.org/dc/elements/1.1/',
  ncx: 'http://www.daisy.org/z3986/2005/ncx/',
  container: 'urn:oasis:names:tc:opendocument:xmlns:container',
};

/** Markup without the ids that the press gives to paragraphs. */
export const withoutIds = (markup: string): string => markup.replace(/ id="_[\da-z]{3,7}"/g, '');

/** Finds what an XPath means in an XML text, which must be well-formed; prefixes: h, epub, opf, dc, ncx, container. */
export function find(xml: string, xpath: string): readonly Hit[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(xpath, namespaces).map((node) => {
      const element = node instanceof XmlElement ? node : undefined;
      const named = node instanceof XmlElement || node instanceof XmlAttribute ? node : undefined;
      return {
        name: named ? qualified(named) : '',
        text: node.content,
        attributes: Object.fromEntries(element?.attrs.map((each) => [qualified(each), each.value]) ?? []),
        markup: element?.toString() ?? node.content,
        line: node.line,
      };
    });
  } finally {
    document.dispose();
  }
}

/** The text of each thing an XPath finds. */
export function texts(xml: string, xpath: string): readonly string[] {
  return find(xml, xpath).map((hit) => hit.text);
}

function qualified({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return prefix ? `${prefix}:${name}` : name;
}
