/**
 * A body as XHTML 1.1 allows it (OPS 2.0.1 §2.2; XHTML Modularization). In: shapes of HTML. Out: shapes of XHTML 1.1 with
 * the same words in the same order. Refuses to know: packages and style sheets.
 */
import type { Shape } from '../book/xml-element.ts';
import { blocks, lines, mayHave, successorOf } from './legacy-elements.ts';
import { countedList } from './legacy-lists.ts';
import { olderDefinitions, olderTable } from './legacy-tables.ts';
import { isForeign, type Node, wordsIn } from './shapes.ts';

/** The body of a document: blocks, and nothing loose between them. */
export function legacyBody(nodes: readonly Node[]): readonly Node[] {
  return inBlocks(nodes.flatMap(olderNode));
}

function olderNode(node: Node): readonly Node[] {
  if (typeof node === 'string') return [node];
  if (node.name === 'wbr') return [];
  if (node.name === 'math') return [spoken(node)];
  if (isForeign(node)) return [olderDrawing(node)];
  const arranged = arrangedNode(node);
  const name = successorOf(arranged.name);
  const attributes = olderAttributes(name, name === arranged.name ? undefined : arranged.name, arranged.attributes);
  const children = arranged.children.flatMap(olderNode);
  const shape: Shape = {
    name,
    attributes: name === 'img' ? { ...attributes, alt: attributes['alt'] ?? '' } : attributes,
    children,
  };
  if (lines.has(name)) return [{ ...shape, children: inLine(children) }];
  if (name === 'blockquote') return [quotation(shape)];
  if (name === 'bdo' && attributes['dir'] === undefined) return [{ ...shape, name: 'span' }];
  if ((name === 'ul' || name === 'ol') && !children.some((child) => typeof child !== 'string' && child.name === 'li'))
    return [{ ...shape, name: 'div' }];
  return [shape];
}

/** What HTML arranges in other ways than its ancestor, in the older way. */
function arrangedNode(node: Shape): Shape {
  switch (node.name) {
    case 'ol':
      return countedList(node);
    case 'li': {
      const { value: _, ...attributes } = node.attributes;
      return { ...node, attributes };
    }
    case 'table':
      return olderTable(node);
    case 'dl':
      return olderDefinitions(node);
    case 'ruby':
      return inBrackets(node);
    default:
      return node;
  }
}

/** Devices that know no ruby show its reading in brackets, as `rp` has them. */
function inBrackets(ruby: Shape): Shape {
  if (ruby.children.some((child) => typeof child !== 'string' && child.name === 'rp')) return ruby;
  const bracket = (words: string): Node => ({ name: 'rp', attributes: {}, children: [words] });
  return {
    ...ruby,
    children: ruby.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'rt' ? [bracket('('), child, bracket(')')] : [child],
    ),
  };
}

function olderAttributes(name: string, newer: string | undefined, given: Shape['attributes']): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const key in given) {
    const value = given[key] ?? '';
    if (mayHave(name, key, value)) kept[key] = value;
  }
  const lang = given['lang'] ?? given['xml:lang'];
  if (lang !== undefined && mayHave(name, 'xml:lang', lang)) kept['xml:lang'] = lang;
  if (newer !== undefined) kept['class'] = [newer, given['class']].filter(Boolean).join(' ');
  return kept;
}

/** A formula in words: its alternative text, or what stands in it. */
function spoken(math: Shape): Shape {
  const { alttext, display, id } = math.attributes;
  const words = alttext ?? wordsIn(math.children).replace(/\s+/g, ' ').trim();
  return {
    name: 'span',
    attributes: { class: display === 'block' ? 'math math-block' : 'math', ...(id !== undefined && { id }) },
    children: [words],
  };
}

/** A drawing without what SVG 1.1 does not know: ARIA and HTML's language. */
function olderDrawing(node: Shape): Shape {
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).filter(
      ([key]) => !/^(?:aria-|data-|role$|lang$|epub:|tabindex$|focusable$)/.test(key),
    ),
  );
  return {
    ...node,
    attributes,
    children: node.children.map((child) => (typeof child === 'string' ? child : olderDrawing(child))),
  };
}

/** A quotation holds a block at least. */
function quotation(shape: Shape): Shape {
  const children = inBlocks(shape.children);
  return {
    ...shape,
    children: children.some(isBlock) ? children : [...children, { name: 'div', attributes: {}, children: [] }],
  };
}

const isBlock = (node: Node): boolean => typeof node !== 'string' && blocks.has(node.name);

/** Blocks, with a division around what stands loose between them. */
function inBlocks(nodes: readonly Node[]): readonly Node[] {
  const made: Node[] = [];
  let loose: Node[] = [];
  const settle = () => {
    const isBlank = loose.every((node) => typeof node === 'string' && node.trim() === '');
    made.push(...(isBlank ? loose : [{ name: 'div', attributes: {}, children: loose }]));
    loose = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      settle();
      made.push(node);
    } else loose.push(node);
  }
  settle();
  return made;
}

/** Words where no block may stand: each block becomes a line of its own. */
function inLine(nodes: readonly Node[]): readonly Node[] {
  const made: Node[] = [];
  let wantsBreak = false;
  const put = (node: Node) => {
    if (wantsBreak && made.some((each) => typeof each !== 'string' || each.trim() !== ''))
      made.push({ name: 'br', attributes: {}, children: [] });
    wantsBreak = false;
    made.push(node);
  };
  for (const node of nodes) {
    if (typeof node === 'string') {
      if (node.trim() === '') made.push(node);
      else put(node);
    } else if (blocks.has(node.name) || /^(?:li|dt|dd|caption|thead|tbody|tr|td|th)$/.test(node.name)) {
      wantsBreak = true;
      const { id, class: classes } = node.attributes;
      const children = inLine(node.children);
      if (children.length > 0 || id !== undefined)
        put({
          name: 'span',
          attributes: { class: classes ?? node.name, ...(id !== undefined && { id }) },
          children,
        });
      wantsBreak = true;
    } else if (/^(?:col|colgroup)$/.test(node.name)) continue;
    else
      put(
        node.name === 'br' || node.name === 'img' || isForeign(node)
          ? node
          : { ...node, children: inLine(node.children) },
      );
  }
  return made;
}
