/**
 * A body as XHTML 1.1 allows it (OPS 2.0.1 §2.2; XHTML Modularization). In: hast of HTML. Out: hast of XHTML 1.1 with the
 * same words in the same order.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { foreignElements } from '../book/html-elements.ts';
import { propertyName } from '../html/attribute-names.ts';
import { classesOf, elementOf, isElement } from '../html/hast-nodes.ts';
import { attributesOf } from '../html/print-xhtml.ts';
import { formulaInWords } from './formula-words.ts';
import { blocks, lines, mayHave, successorOf } from './legacy-elements.ts';
import { countedList } from './legacy-lists.ts';
import { olderDefinitions, olderTable } from './legacy-tables.ts';

/** The body of a document: blocks, and nothing loose between them. */
export function legacyBody(nodes: readonly ElementContent[]): readonly ElementContent[] {
  return inBlocks(nodes.flatMap(olderNode));
}

function olderNode(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'wbr') return [];
  if (node.tagName === 'math') return [formulaInWords(node)];
  if (foreignElements.has(node.tagName)) return [olderDrawing(node)];
  const arranged = arrangedNode(node);
  const name = successorOf(arranged.tagName);
  const older: Element = {
    ...arranged,
    tagName: name,
    properties: olderProperties(arranged, name),
    children: arranged.children.flatMap(olderNode),
  };
  if (lines.has(name)) return [{ ...older, children: inLine(older.children) }];
  if (name === 'img') return [{ ...older, properties: { ...older.properties, alt: older.properties['alt'] ?? '' } }];
  if (name === 'blockquote') return [quotation(older)];
  if (name === 'bdo' && older.properties['dir'] === undefined) return [{ ...older, tagName: 'span' }];
  if (/^[uo]l$/.test(name) && !older.children.some((child) => isElement(child, 'li')))
    return [{ ...older, tagName: 'div' }];
  return [older];
}

/** What HTML arranges in other ways than its ancestor, in the older way. */
function arrangedNode(node: Element): Element {
  switch (node.tagName) {
    case 'ol':
      return countedList(node);
    case 'li': {
      const { value: _, ...properties } = node.properties;
      return { ...node, properties };
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
function inBrackets(ruby: Element): Element {
  if (ruby.children.some((child) => isElement(child, 'rp'))) return ruby;
  const bracket = (value: string) => elementOf('rp', {}, [{ type: 'text', value }]);
  const children = ruby.children.flatMap((child) =>
    isElement(child, 'rt') ? [bracket('('), child, bracket(')')] : [child],
  );
  return { ...ruby, children };
}

/** What an element may have under its older name; its newer name becomes a class. */
function olderProperties(element: Element, name: string): Properties {
  const kept: Properties = {};
  for (const [attribute, value] of attributesOf(element))
    if (mayHave(name, attribute, value)) kept[propertyName(attribute)] = value;
  const { lang } = element.properties;
  if (lang && kept['xmlLang']) kept['xmlLang'] = lang;
  if (name !== element.tagName) kept['className'] = [element.tagName, ...classesOf(element)];
  return kept;
}

/** A drawing without what SVG 1.1 does not know: ARIA and HTML's language. */
function olderDrawing(node: Element): Element {
  const kept = attributesOf(node, true).filter(
    ([name]) => !/^(?:aria-|data-|role$|lang$|epub:|tabindex$|focusable$)/.test(name),
  );
  return {
    ...node,
    properties: Object.fromEntries(kept.map(([name, value]) => [propertyName(name), value])),
    children: node.children.map((child) => (child.type === 'element' ? olderDrawing(child) : child)),
  };
}

/** A quotation holds a block at least. */
function quotation(quote: Element): Element {
  const children = inBlocks(quote.children);
  return { ...quote, children: children.some(isOlderBlock) ? children : [...children, elementOf('div')] };
}

const isOlderBlock = (node: ElementContent): boolean => node.type === 'element' && blocks.has(node.tagName);

/** Blocks, with a division around what stands loose between them. */
function inBlocks(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const closeDivision = () => {
    made.push(...(loose.every(isSpace) ? loose : [elementOf('div', {}, loose)]));
    loose = [];
  };
  for (const node of nodes) {
    if (isOlderBlock(node)) {
      closeDivision();
      made.push(node);
    } else loose.push(node);
  }
  closeDivision();
  return made;
}

const isSpace = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

/** Words where no block may stand: each block becomes a line of its own. */
function inLine(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let wantsBreak = false;
  const put = (node: ElementContent) => {
    if (wantsBreak && !made.every(isSpace)) made.push(elementOf('br'));
    wantsBreak = false;
    made.push(node);
  };
  for (const node of nodes) {
    if (node.type !== 'element') {
      if (isSpace(node)) made.push(node);
      else put(node);
    } else if (blocks.has(node.tagName) || /^(?:li|dt|dd|caption|thead|tbody|tr|td|th)$/.test(node.tagName)) {
      wantsBreak = true;
      const { id, className = [node.tagName] } = node.properties;
      const children = inLine(node.children);
      if (children.length > 0 || id !== undefined)
        put(elementOf('span', { className, ...(id !== undefined && { id }) }, children));
      wantsBreak = true;
    } else if (/^(?:br|img|svg|math)$/.test(node.tagName)) put(node);
    else if (!/^(?:col|colgroup)$/.test(node.tagName)) put({ ...node, children: inLine(node.children) });
  }
  return made;
}
