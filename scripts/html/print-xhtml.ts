/**
 * Prints hast as XHTML or HTML, to the character: no white space is added, none is lost. In: nodes. Out: markup, and for
 * each line of it the source line it came from. Refuses to print what XML 1.0 forbids: the last filter before the book.
 */
import type { Element, Nodes } from 'hast';
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';
import { foreignElements, voidElements } from '../book/html-elements.ts';
import { attributeName } from './attribute-names.ts';

interface PrintedXhtml {
  readonly markup: string;
  /** For each line of the markup (from 0) the line (from 1) at which the element that begins it has its position, or 0. */
  readonly sourceLines: readonly number[];
  /** The vocabularies beside XHTML's that are in it, `svg` and `math`. */
  readonly foreign: ReadonlySet<string>;
}

const namespaces: Readonly<Record<string, string>> = {
  svg: ' xmlns="http://www.w3.org/2000/svg"',
  math: ' xmlns="http://www.w3.org/1998/Math/MathML"',
};

/**
 * Prints nodes, one after another. Only void elements of HTML and empty ones of other vocabularies close themselves: all
 * others get an end tag, for readers that parse XHTML as HTML. Comments are left out.
 */
export function printXhtml(nodes: readonly Nodes[]): PrintedXhtml {
  const { parts, sourceLines, foreign } = print(nodes, 'xhtml');
  return { markup: parts.join(''), sourceLines, foreign };
}

/**
 * Prints nodes as HTML has them (HTML Living Standard §13.3), without attributes that only XML knows; in parts, because
 * pages with pictures inside may be longer than a string can be.
 */
export function printHtml(nodes: readonly Nodes[]): readonly string[] {
  return print(nodes, 'html').parts;
}

/** What has been printed. */
interface Output {
  readonly isHtml: boolean;
  readonly parts: string[];
  readonly sourceLines: number[];
  readonly foreign: Set<string>;
  isLineStart: boolean;
}

function print(nodes: readonly Nodes[], syntax: 'xhtml' | 'html'): Output {
  const isHtml = syntax === 'html';
  const out: Output = { isHtml, parts: [], sourceLines: [0], foreign: new Set(), isLineStart: true };
  printAll(nodes, out, false);
  return out;
}

function printAll(nodes: readonly Nodes[], out: Output, inForeign: boolean): void {
  for (const node of nodes) {
    if (node.type === 'element') printElement(node, out, inForeign);
    else if (node.type === 'text') printText(node.value, out);
    else if (node.type === 'root') printAll(node.children, out, inForeign);
  }
}

function printText(value: string, out: Output): void {
  if (value === '') return;
  out.parts.push(escapeText(value));
  for (let at = value.indexOf('\n'); at !== -1; at = value.indexOf('\n', at + 1)) out.sourceLines.push(0);
  out.isLineStart = value.endsWith('\n');
}

function printElement(element: Element, out: Output, inForeign: boolean): void {
  const { tagName: name, children, position } = element;
  const { isHtml, parts, sourceLines } = out;
  if (out.isLineStart && position) sourceLines[sourceLines.length - 1] ||= position.start.line;
  out.isLineStart = false;
  const isRoot = !inForeign && foreignElements.has(name);
  const isForeign = inForeign || isRoot;
  if (isRoot) out.foreign.add(name);
  parts.push('<', name, isRoot && !isHtml ? (namespaces[name] ?? '') : '');
  for (const [key, value] of attributesOf(element, isForeign))
    if (!isHtml || !/^(?:epub:|xml)/.test(key)) parts.push(' ', key, '="', escapeAttribute(value), '"');
  if (isForeign ? children.length === 0 : voidElements.has(name)) {
    parts.push(isForeign || !isHtml ? '/>' : '>');
    return;
  }
  parts.push('>');
  // HTML passes over the first line's end in these.
  const [first] = children;
  if (isHtml && name === 'pre' && first?.type === 'text' && first.value.startsWith('\n')) parts.push('\n');
  printAll(children, out, isForeign);
  parts.push('</', name, '>');
  out.isLineStart = false;
}

/**
 * The attributes of an element as XHTML writes them, in order; `lang` has its twin `xml:lang` (EPUB 3.3 §6.1.3.1 wants both
 * where either is given). A name that XML does not know is left out, and `xmlns`, which is the printer's.
 */
export function attributesOf({ properties }: Element, inForeign = false): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let language: string | undefined;
  for (const property in properties) {
    const value = properties[property];
    if (value === null || value === undefined || value === false || property === 'xmlns') continue;
    const name = attributeName(property, inForeign);
    if (!/^[A-Za-z_][\w.:-]*$/.test(name)) continue;
    const text = value === true ? name : Array.isArray(value) ? value.join(' ') : String(value);
    if (name === 'lang') language = text;
    found.push([name, text]);
  }
  if (language && !properties['xmlLang']) found.push(['xml:lang', language]);
  return found;
}
