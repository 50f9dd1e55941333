/** How long nodes are when they are printed. In: nodes. Out: bytes, about; and how long a file may be. */
import type { ElementContent, Nodes } from 'hast';
import { utf8Length } from '../book/bytes.ts';
import { walk } from '../book/walk.ts';

/** Old Adobe engines fail above 300 KB a file. Sizes here are estimates, so we stay well below. */
export const largestDocument = 240_000;

/** Bytes that nodes will take when printed, about: text and attributes with what is escaped in them, tags by their names. */
export function sizeOf(nodes: readonly Nodes[], sizeOfText = printedSize): number {
  let size = 0;
  walk<Nodes>({ type: 'root', children: nodes as ElementContent[] }, (node) => {
    if (node.type === 'text') size += sizeOfText(node.value);
    else if (node.type === 'element') {
      size += 2 * node.tagName.length + 8;
      if (holdsText.test(node.tagName) && node.properties['id'] === undefined) size += sizeOfId;
      for (const name in node.properties) size += name.length + 6 + sizeOfText(String(node.properties[name] ?? ''));
    }
  });
  return size;
}

const printedSize = (text: string): number => utf8Length(text) + 5 * (text.match(/[&<>"]/g)?.length ?? 0);
/** What gets an id when the book is finished. */
const holdsText = /^(?:p|pre|li|d[dt]|t[dh]|figure|figcaption)$/;
const sizeOfId = ' id="_xxx"'.length;
/** No text is printed larger, and this is known at once. */
export const largestSize = ({ length }: { readonly length: number }): number => 6 * length;
