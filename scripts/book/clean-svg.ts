/**
 * Keeps of a drawing what a book may hold. Shared by pictures in files and drawings in raw HTML; knows neither.
 * In: a drawing as plain data. Out: the same without what `svg-elements.ts` doesn't list, and the names of what went.
 */
import { lookUp } from './look-up.ts';
import { anything, type Kind, kinds } from './svg-elements.ts';
import { withLiveReferences } from './svg-references.ts';
import type { XmlElement } from './xml-element.ts';

/** Gone without a word: they change nothing that is seen. */
const quiet =
  /^(?:xmlns(?::.*)?|data-.*|aria-.*|role|class|xml:lang|lang|tabindex|focusable|baseProfile|enable-background|version|style|id|shape-rendering|text-rendering|image-rendering|color-interpolation.*|color-rendering|vector-effect|overflow|paint-order|-?inkscape[:-].*|-webkit-.*|-moz-.*|sodipodi:.*|sketch:.*|serif:.*|foreign:.*|stroke-.*|fill-.*|font-.*|xlink:(?:type|show|actuate|title|role|arcrole)|cursor|pointer-events|background.*|required(?:Features|Extensions)|systemLanguage|isolation|mix-blend-mode|display|visibility|contentStyleType|contentScriptType|zoomAndPan|x|y|width|height|viewBox|preserveAspectRatio|opacity|letter-spacing|word-spacing|line-height|white-space|writing-mode|direction|unicode-bidi|text-.*|solid-.*|clip|mask|clip-path|clip-rule|marker.*|filter.*|flood-.*|lighting-color|stop-.*|offset|transform.*|gradient.*|spreadMethod)$/;
/** Editors' own notes on the file. */
const editors = /^(?:metadata|sodipodi:.*|inkscape:.*|sketch:.*|rdf:.*|cc:.*|dc:.*|foreign:.*)$/;

interface Cleaned {
  /** The drawing; none when nothing of it may be kept. */
  readonly shape: XmlElement | undefined;
  /** Names of what an author should know has gone. */
  readonly lost: readonly string[];
  /** The words that went with it. */
  readonly words: string;
}

const deepest = 100;

/** What has gone while a drawing is cleaned. */
interface Gone {
  readonly lost: Set<string>;
  readonly words: string[];
}

/** Keeps of a drawing what a book may hold (SVG 1.1; EPUB 3.3 §6.2). */
export function cleanSvg(root: XmlElement): Cleaned {
  const gone: Gone = { lost: new Set(), words: [] };
  const shape = root.name === 'svg' ? clean(root, 1, gone) : undefined;
  if (root.name !== 'svg') gather(root, gone);
  return { shape: shape && withLiveReferences(shape), lost: [...gone.lost], words: gone.words.join(' ') };
}

/** Notes the words of what goes. */
function gather(node: XmlElement | string, gone: Gone): void {
  if (typeof node === 'string') gone.words.push(node);
  else if (!/^(?:script|style)$/.test(node.name)) for (const child of node.children) gather(child, gone);
}

function clean(shape: XmlElement, depth: number, gone: Gone): XmlElement | undefined {
  const kind = lookUp(kinds, shape.name);
  if (editors.test(shape.name)) return undefined;
  if (isHidden(shape)) {
    gather(shape, gone);
    return undefined;
  }
  if (!kind || depth > deepest) {
    gone.lost.add(`<${shape.name}>`);
    gather(shape, gone);
    return undefined;
  }
  const attributes = attributesOf(shape, kind, gone.lost);
  if (kind.needs?.some((needed) => attributes[needed] === undefined)) {
    gather(shape, gone);
    return undefined;
  }
  const children = shape.children.flatMap((child) => cleanChild(child, shape, kind, depth, gone) ?? []);
  const isDescription = (child: XmlElement | string) => typeof child !== 'string' && describes(child);
  return {
    name: shape.name,
    attributes,
    children: [...children.filter(isDescription), ...children.filter((child) => !isDescription(child))],
  };
}

const describes = ({ name }: XmlElement): boolean => name === 'title' || name === 'desc';

function cleanChild(
  child: XmlElement | string,
  parent: XmlElement,
  kind: Kind,
  depth: number,
  gone: Gone,
): XmlElement | string | undefined {
  if (typeof child === 'string') {
    if (kind.holds.has('#text')) return child;
    if (child.trim()) gone.words.push(child);
    return undefined;
  }
  if (describes(child) && (parent.name === 'stop' || describes(parent))) return undefined;
  if (!describes(child) && kind.holds !== anything && !kind.holds.has(child.name)) {
    gone.lost.add(`<${child.name}>`);
    gather(child, gone);
    return undefined;
  }
  if (child.name !== 'a' && child.name !== 'switch') return clean(child, depth + 1, gone);
  // A link inside a drawing opens nothing in a book; what it drew stays.
  const { href: _, 'xlink:href': __, target: ___, ...attributes } = child.attributes;
  const inner = clean({ name: 'g', attributes, children: child.children }, depth + 1, gone);
  gone.lost.add(`<${child.name}>`);
  return inner;
}

/** A layer that its drawing program switched off; kept without that it would be seen. */
function isHidden({ attributes }: XmlElement): boolean {
  return attributes['display'] === 'none' || /(?:^|;)\s*display\s*:\s*none\b/i.test(attributes['style'] ?? '');
}

function attributesOf(shape: XmlElement, kind: Kind, lost: Set<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  const keep = (key: string, value: string): boolean => {
    const allowed = lookUp(kind.attributes, key);
    if (!allowed?.test(value)) return false;
    kept[key] = value;
    return true;
  };
  for (const [key, written] of Object.entries(shape.attributes)) {
    const value = written.replace(/\s+/g, ' ').trim();
    const reference = key === 'href' ? 'xlink:href' : key; // SVG 2's name; EPUB's SVG knows the older one
    if (keep(reference, value)) continue;
    if (key === 'style') continue;
    if (/^on|href$/.test(key) || /url\s*\(|javascript|expression/i.test(value) || !quiet.test(key)) lost.add(key);
  }
  // Declarations of a style come last, because they win over attributes.
  for (const declaration of (shape.attributes['style'] ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const key = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/, '')
      .trim();
    if (!keep(key, value) && (/url\s*\(|javascript|expression|@import/i.test(value) || !quiet.test(key)))
      lost.add(`style “${key}”`);
  }
  return kept;
}
