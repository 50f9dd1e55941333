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

export interface Cleaned {
  /** The drawing; none when nothing of it may be kept. */
  readonly shape: XmlElement | undefined;
  /** Names of what an author should know has gone. */
  readonly lost: readonly string[];
  /** The words that went with it. */
  readonly words: string;
}

const deepest = 100;

/** Keeps of a drawing what a book may hold (SVG 1.1; EPUB 3.3 §6.2). */
export function cleanSvg(root: XmlElement): Cleaned {
  const lost = new Set<string>();
  const spoken: string[] = [];
  const gather = (node: XmlElement | string): void => {
    if (typeof node === 'string') spoken.push(node);
    else if (!/^(?:script|style)$/.test(node.name)) for (const child of node.children) gather(child);
  };
  const clean = (shape: XmlElement, depth: number): XmlElement | undefined => {
    const kind = lookUp(kinds, shape.name);
    if (editors.test(shape.name)) return undefined;
    if (isHidden(shape)) {
      gather(shape);
      return undefined;
    }
    if (!kind || depth > deepest) {
      lost.add(`<${shape.name}>`);
      gather(shape);
      return undefined;
    }
    const attributes = attributesOf(shape, kind, lost);
    if (kind.needs?.some((needed) => attributes[needed] === undefined)) {
      gather(shape);
      return undefined;
    }
    const described: XmlElement[] = [];
    const children: (XmlElement | string)[] = [];
    for (const child of shape.children) {
      if (typeof child === 'string') {
        if (kind.holds.has('#text')) children.push(child);
        else if (child.trim()) spoken.push(child);
        continue;
      }
      const describes = child.name === 'title' || child.name === 'desc';
      if (describes && (shape.name === 'stop' || shape.name === 'title' || shape.name === 'desc')) continue;
      if (!describes && kind.holds !== anything && !kind.holds.has(child.name)) {
        lost.add(`<${child.name}>`);
        gather(child);
        continue;
      }
      if (child.name === 'a' || child.name === 'switch') {
        // A link inside a drawing opens nothing in a book; what it drew stays.
        const { href: _, 'xlink:href': __, target: ___, ...attributes } = child.attributes;
        const inner = clean({ name: 'g', attributes, children: child.children }, depth + 1);
        if (inner) children.push(inner);
        lost.add(`<${child.name}>`);
        continue;
      }
      const kept = clean(child, depth + 1);
      if (kept) (describes ? described : children).push(kept);
    }
    return { name: shape.name, attributes, children: [...described, ...children] };
  };
  const shape = root.name === 'svg' ? clean(root, 1) : undefined;
  if (root.name !== 'svg') gather(root);
  return { shape: shape && withLiveReferences(shape), lost: [...lost], words: spoken.join(' ') };
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
