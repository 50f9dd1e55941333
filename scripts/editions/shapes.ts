/**
 * Reads the printed body of a document into shapes, and prints shapes as XHTML.
 * In: well-formed markup. Out: its elements and words, to the character. Refuses to know: where the markup came from.
 */
import { SaxesParser } from 'saxes';
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';
import type { Shape } from '../book/xml-element.ts';

/** An element, or words. */
export type Node = Shape | string;

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/** The shapes of a body; names keep their prefixes. Throws at markup that is not well-formed: a book was checked before. */
export function shapesOf(body: string): readonly Node[] {
  const root: Growing = { name: 'body', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const top = () => open.at(-1) ?? root;
  const parser = new SaxesParser({ fragment: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = {
      name,
      attributes: { ...(attributes as Readonly<Record<string, string>>) },
      children: [],
    };
    top().children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void (open.length > 1 && open.pop()));
  parser.on('text', (text) => void top().children.push(text));
  parser.on('cdata', (text) => void top().children.push(text));
  parser.write(body).close();
  return root.children;
}

/** HTML's void elements: a start tag and no more. */
export const voids: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** Prints shapes as XHTML, the way a rendered document is printed: only void and foreign elements close themselves. */
export function printShapes(nodes: readonly Node[], inForeign = false): string {
  let printed = '';
  for (const node of nodes) {
    if (typeof node === 'string') {
      printed += escapeText(node).replaceAll('\r', '&#13;');
      continue;
    }
    const { name, attributes, children } = node;
    const own = inForeign || isForeign(node);
    printed += `<${name}`;
    for (const key in attributes)
      printed += ` ${key}="${escapeAttribute(attributes[key] ?? '').replaceAll('\r', '&#13;')}"`;
    printed += voids.has(name) || (own && children.length === 0) ? '/>' : `>${printShapes(children, own)}</${name}>`;
  }
  return printed;
}

/** Whether an element is of another vocabulary than XHTML, with all that is in it. */
export function isForeign({ name }: Shape): boolean {
  return name === 'svg' || name === 'math';
}

/** All words in nodes, in order, nothing between them. */
export function wordsIn(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : wordsIn(node.children))).join('');
}

/** The words of an element's `class`. */
export function classesOf({ attributes }: Shape): readonly string[] {
  return attributes['class']?.split(/\s+/).filter(Boolean) ?? [];
}
