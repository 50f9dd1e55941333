/**
 * Prints hast as XHTML. In: nodes. Out: markup, and for each line of it the source line it came from.
 * Refuses to print what XML 1.0 forbids: the last filter before the book.
 */
import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';

/** Printed markup and, for each of its lines (from 0), the line (from 1) of the author's file, or 0. */
export interface Printed {
  readonly markup: string;
  readonly sourceLines: readonly number[];
}

/** Elements that begin a line of their own; white space beside them is not part of the text. */
const blocks = new Set(
  'address article aside blockquote body caption col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that hold nothing but blocks: white space inside them may be laid out freely. */
const containers = new Set(
  'article aside blockquote colgroup dl figure footer header hgroup main nav ol section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Void in HTML: printed `<br/>`. All others get an end tag, for readers that parse XHTML as HTML. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const foreign = new Set(['svg', 'math']);

/** Prints nodes, one after another. */
export function printXhtml(nodes: readonly Nodes[]): Printed {
  const parts: string[] = [];
  const sourceLines: number[] = [0];
  let atLineStart = true;

  const newLine = (source: number) => {
    if (!atLineStart) {
      parts.push('\n');
      sourceLines.push(source);
    } else sourceLines[sourceLines.length - 1] ||= source;
    atLineStart = true;
  };
  const write = (text: string) => {
    parts.push(text);
    atLineStart = false;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) sourceLines.push(0);
  };
  const printAll = (children: readonly Nodes[], inForeign: boolean, free: boolean) => {
    for (const child of children) {
      if (child.type === 'element') printElement(child, inForeign);
      else if (child.type === 'text') {
        if (free && child.value.trim() === '') continue;
        write(escapeText(child.value));
      } else if (child.type === 'root') printAll(child.children, inForeign, free);
    }
  };
  const printElement = (element: Element, inForeign: boolean) => {
    const { tagName: name, children } = element;
    const own = inForeign || foreign.has(name);
    const block = !own && blocks.has(name);
    if (block) newLine(element.position?.start.line ?? 0);
    write(`<${name}${namespaceOf(name, inForeign)}${printProperties(element.properties, own)}`);
    if (voids.has(name) || (own && children.length === 0)) write('/>');
    else {
      write('>');
      printAll(children as readonly ElementContent[], own, containers.has(name));
      if (containers.has(name)) newLine(0);
      write(`</${name}>`);
    }
    if (block && containers.has(name)) newLine(0);
  };
  printAll(nodes, false, true);
  return { markup: parts.join(''), sourceLines };
}

function namespaceOf(name: string, inForeign: boolean): string {
  if (inForeign) return '';
  if (name === 'svg') return ' xmlns="http://www.w3.org/2000/svg"';
  return name === 'math' ? ' xmlns="http://www.w3.org/1998/Math/MathML"' : '';
}

const attributeNames = new Map<string, string>([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['epubType', 'epub:type'],
  ['xmlLang', 'xml:lang'],
  ['xmlns', ''],
]);

function attributeName(property: string, inForeign: boolean): string {
  const known = attributeNames.get(property);
  if (known !== undefined) return known;
  if (/^(aria|data)[A-Z]/.test(property)) {
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return name.startsWith('aria-') ? `aria-${property.slice(4).toLowerCase()}` : name;
  }
  return inForeign ? property : property.toLowerCase();
}

function printProperties(properties: Properties | undefined, inForeign: boolean): string {
  let printed = '';
  let printedLang = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === null || value === undefined || value === false) continue;
    const name = attributeName(property, inForeign);
    if (!/^[A-Za-z_][\w.:-]*$/.test(name)) continue; // not a name that XML knows
    const text = value === true ? name : Array.isArray(value) ? value.join(' ') : String(value);
    if (name === 'lang') printedLang = text;
    printed += ` ${name}="${escapeAttribute(text)}"`;
  }
  // EPUB 3.3 §6.1.3.1 wants both where either is given.
  if (printedLang && !properties?.['xmlLang']) printed += ` xml:lang="${escapeAttribute(printedLang)}"`;
  return printed;
}
