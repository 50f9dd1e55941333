/** Where each element of an XML text stands. In: text. Out: elements in document order with their offsets, and the first fault. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { SaxesParser } from 'saxes';

export interface ScannedElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Offsets of its start tag. */
  readonly start: number;
  readonly end: number;
  /** Offset of its end tag; of the start tag's end where it closes itself. */
  readonly close: number;
  readonly parent: ScannedElement | undefined;
}

export interface ScannedXml {
  readonly elements: readonly ScannedElement[];
  readonly fault?: { readonly offset: number; readonly message: string } | undefined;
}

/** Scans a text, up to what is not well-formed. No document type is read and no entity declared in one is known, but those of XHTML's may be named. */
export function scanXml(text: string): ScannedXml {
  const parser = new SaxesParser();
  const elements: (ScannedElement & { close: number })[] = [];
  const open: (ScannedElement & { close: number })[] = [];
  let fault: ScannedXml['fault'];
  let isBroken = false;
  const hasDocumentType = /<!DOCTYPE\s[^>]*\bPUBLIC\b/i.test(text.slice(0, 2000));
  parser.on('error', ({ message }) => {
    if (hasDocumentType && /undefined entity/.test(message)) return;
    isBroken ||= !/undefined entity/.test(message);
    fault ??= { offset: parser.position, message: message.replace(/^\d+:\d+: /, '') };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (isBroken) return;
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    const element = {
      name: name.slice(name.indexOf(':') + 1),
      attributes,
      start,
      end,
      close: end,
      parent: open.at(-1),
    };
    elements.push(element);
    open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const done = isBroken ? undefined : open.pop();
    if (done && !isSelfClosing) done.close = text.lastIndexOf('</', parser.position - 1);
  });
  parser.write(text).close();
  return { elements, fault };
}

/** The words of a part of an XML text: what stands outside its tags, comments and instructions. */
export const wordsBetween = (markup: string): string =>
  markup.replace(/<!--.*?-->|<\?.*?\?>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ');

/** Text with its references to characters read: those by number, and the names that XHTML knows. */
export const unescaped = (markup: string): string =>
  markup.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z\d]+));/gi,
    (reference, decimal?: string, hex?: string, name = '') => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return decodeNamedCharacterReference(name) || reference;
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    },
  );
