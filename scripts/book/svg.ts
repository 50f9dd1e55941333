/**
 * The drawings a book may hold: SVG 1.1 without scripts, handlers, animation, foreign content, style sheets
 * and everything that fetches. To allow an element or an attribute, add it to its row.
 * Shared by pictures in files and drawings in raw HTML; knows neither.
 */

/** An XML element as plain data: names with their usual prefixes, text as strings. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Shape | string)[];
}

const number = /^[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:e[+-]?\d{1,2})?$/i;
const size = /^[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:e[+-]?\d{1,2})?(?:em|ex|px|pt|pc|cm|mm|in|%)?$/i;
const numbers = /^[\s,+\-.\deE]*$/;
const sizes = /^[\s,+\-.\da-zA-Z%]*$/;
const path = /^[\s,+\-.\deEMmZzLlHhVvCcSsQqTtAa]*$/;
const transform = /^(?:\s*,?\s*(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\s,+\-.\deE]*\))*\s*$/;
const colour = /^(?:none|inherit|currentColor|transparent|#[\da-f]{3,8}|[a-z]{3,25}|rgba?\([\d\s,.%/]*\)|hsla?\([\d\s,.%/]*\))$/i;
/** The only reference there is: to a part of the same drawing. */
const local = /^url\(\s*(['"]?)#([^\s'")]+)\1\s*\)$/;
const paint = new RegExp(`${colour.source}|^url\\(\\s*(['"]?)#[^\\s'")]+\\1\\s*\\)(?:\\s+(?:none|currentColor|#[\\da-f]{3,8}|[a-z]{3,25}))?$`, 'i');
const name = /^[A-Za-z_][\w.-]*$/;
const fonts = /^[\w\s,'-]+$/;
const words = (...allowed: readonly string[]): RegExp => new RegExp(`^(?:${allowed.join('|')})$`);
const units = words('userSpaceOnUse', 'objectBoundingBox');
const aspect = /^(?:none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:\s+(?:meet|slice))?$/;
const box = /^\s*[+-]?[\d.]+(?:e[+-]?\d+)?(?:[\s,]+[+-]?[\d.]+(?:e[+-]?\d+)?){3}\s*$/i;

type Row = Readonly<Record<string, RegExp>>;

/** Presentation attributes: also what is read out of `style`. */
const presentation: Row = {
  fill: paint,
  'fill-opacity': size,
  'fill-rule': words('nonzero', 'evenodd', 'inherit'),
  stroke: paint,
  'stroke-width': size,
  'stroke-opacity': size,
  'stroke-linecap': words('butt', 'round', 'square', 'inherit'),
  'stroke-linejoin': words('miter', 'round', 'bevel', 'inherit'),
  'stroke-miterlimit': number,
  'stroke-dasharray': /^(?:none|inherit|[\s,.\da-z%]+)$/,
  'stroke-dashoffset': size,
  opacity: size,
  color: colour,
};
const effects: Row = {
  'clip-path': new RegExp(`^none$|${local.source}`),
  'clip-rule': words('nonzero', 'evenodd', 'inherit'),
  mask: new RegExp(`^none$|${local.source}`),
};
const lettering: Row = {
  'font-family': fonts,
  'font-size': size,
  'font-style': words('normal', 'italic', 'oblique'),
  'font-weight': words('normal', 'bold', 'bolder', 'lighter', '[1-9]00'),
  'font-variant': words('normal', 'small-caps'),
  'text-anchor': words('start', 'middle', 'end'),
  'text-decoration': words('none', 'underline', 'overline', 'line-through'),
  'letter-spacing': size,
  'word-spacing': size,
  'dominant-baseline': words('auto', 'middle', 'central', 'hanging', 'alphabetic', 'ideographic', 'mathematical', 'text-after-edge', 'text-before-edge'),
  'baseline-shift': /^(?:baseline|sub|super|[+-]?[\d.]+(?:em|px|%)?)$/,
};
const markers: Row = Object.fromEntries(['marker-start', 'marker-mid', 'marker-end'].map((each) => [each, new RegExp(`^none$|${local.source}`)]));
const core: Row = { id: name, 'xml:space': words('default', 'preserve') };
const drawn: Row = { ...core, ...presentation, ...effects, transform };
const grouped: Row = { ...drawn, ...lettering, ...markers };
const placed: Row = { x: size, y: size, width: size, height: size };
const viewed: Row = { viewBox: box, preserveAspectRatio: aspect };
const gradient: Row = { ...core, gradientUnits: units, gradientTransform: transform, spreadMethod: words('pad', 'reflect', 'repeat'), 'xlink:href': /^#[^\s]+$/ };

interface Kind {
  readonly attributes: Row;
  readonly needs?: readonly string[];
  /** What may stand inside; `text` for words. Titles and descriptions may stand anywhere, first. */
  readonly holds: ReadonlySet<string>;
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const defined = ['linearGradient', 'radialGradient', 'clipPath', 'mask', 'pattern', 'marker', 'symbol', 'defs'];
const anything = new Set([...shapes, ...defined, 'g', 'svg', 'use', 'text']);
const none = new Set<string>();
const stops = new Set(['stop']);
const line = new Set(['#text', 'tspan', 'textPath']);

const kinds: Readonly<Record<string, Kind>> = {
  svg: { attributes: { ...core, ...presentation, ...effects, ...lettering, ...markers, ...placed, ...viewed, version: /^1\.[01]$/ }, holds: anything },
  g: { attributes: grouped, holds: anything },
  defs: { attributes: grouped, holds: anything },
  symbol: { attributes: { ...core, ...presentation, ...effects, ...lettering, ...viewed }, holds: anything },
  use: { attributes: { ...drawn, ...placed, 'xlink:href': /^#[^\s]+$/ }, needs: ['xlink:href'], holds: none },
  path: { attributes: { ...drawn, ...markers, d: path }, needs: ['d'], holds: none },
  rect: { attributes: { ...drawn, ...placed, rx: size, ry: size }, needs: ['width', 'height'], holds: none },
  circle: { attributes: { ...drawn, cx: size, cy: size, r: size }, needs: ['r'], holds: none },
  ellipse: { attributes: { ...drawn, cx: size, cy: size, rx: size, ry: size }, needs: ['rx', 'ry'], holds: none },
  line: { attributes: { ...drawn, ...markers, x1: size, y1: size, x2: size, y2: size }, holds: none },
  polyline: { attributes: { ...drawn, ...markers, points: numbers }, needs: ['points'], holds: none },
  polygon: { attributes: { ...drawn, ...markers, points: numbers }, needs: ['points'], holds: none },
  text: { attributes: { ...drawn, ...lettering, x: sizes, y: sizes, dx: sizes, dy: sizes, rotate: numbers, textLength: size }, holds: line },
  tspan: { attributes: { ...core, ...presentation, ...lettering, x: sizes, y: sizes, dx: sizes, dy: sizes, rotate: numbers, textLength: size }, holds: new Set(['#text', 'tspan']) },
  textPath: { attributes: { ...core, ...presentation, ...lettering, startOffset: size, 'xlink:href': /^#[^\s]+$/ }, needs: ['xlink:href'], holds: new Set(['#text', 'tspan']) },
  linearGradient: { attributes: { ...gradient, x1: size, y1: size, x2: size, y2: size }, holds: stops },
  radialGradient: { attributes: { ...gradient, cx: size, cy: size, r: size, fx: size, fy: size }, holds: stops },
  stop: { attributes: { ...core, offset: size, 'stop-color': colour, 'stop-opacity': size }, needs: ['offset'], holds: none },
  clipPath: { attributes: { ...core, ...presentation, ...effects, transform, clipPathUnits: units }, holds: new Set([...shapes, 'text', 'use']) },
  mask: { attributes: { ...core, ...presentation, ...effects, ...placed, maskUnits: units, maskContentUnits: units }, holds: anything },
  pattern: { attributes: { ...core, ...presentation, ...effects, ...placed, ...viewed, patternUnits: units, patternContentUnits: units, patternTransform: transform, 'xlink:href': /^#[^\s]+$/ }, holds: anything },
  marker: { attributes: { ...core, ...presentation, ...effects, ...viewed, refX: size, refY: size, markerWidth: size, markerHeight: size, markerUnits: words('strokeWidth', 'userSpaceOnUse'), orient: /^(?:auto|[+-]?[\d.]+)$/ }, holds: anything },
  title: { attributes: core, holds: new Set(['#text']) },
  desc: { attributes: core, holds: new Set(['#text']) },
};

/** Gone without a word: they change nothing that is seen. */
const quiet = /^(?:xmlns(?::.*)?|data-.*|aria-.*|role|class|xml:lang|lang|tabindex|focusable|baseProfile|enable-background|version|style|id|shape-rendering|text-rendering|image-rendering|color-interpolation.*|color-rendering|vector-effect|overflow|paint-order|-?inkscape[:-].*|-webkit-.*|-moz-.*|sodipodi:.*|sketch:.*|serif:.*|foreign:.*|stroke-.*|fill-.*|font-.*|xlink:(?:type|show|actuate|title|role|arcrole)|cursor|pointer-events|isolation|mix-blend-mode|display|visibility|contentStyleType|contentScriptType|zoomAndPan|x|y|width|height|viewBox|preserveAspectRatio|opacity|letter-spacing|word-spacing|line-height|white-space|writing-mode|direction|unicode-bidi|text-.*|solid-.*|clip|mask|clip-path|clip-rule|marker.*|filter.*|flood-.*|lighting-color|stop-.*|offset|transform.*|gradient.*|spreadMethod)$/;
/** Editors' own notes on the file. */
const editors = /^(?:metadata|sodipodi:.*|inkscape:.*|sketch:.*|rdf:.*|cc:.*|dc:.*|foreign:.*)$/;

export interface Cleaned {
  /** The drawing; none when nothing of it may be kept. */
  readonly shape: Shape | undefined;
  /** Names of what an author should know has gone. */
  readonly lost: readonly string[];
  /** The words that went with it. */
  readonly words: string;
}

const deepest = 100;
/** How many shapes one `use` may draw, through all that it uses in turn. */
const mostDrawn = 10_000;

/** Keeps of a drawing what a book may hold (SVG 1.1; EPUB 3.3 §6.2). */
export function cleanSvg(root: Shape): Cleaned {
  const lost = new Set<string>();
  const spoken: string[] = [];
  const gather = (node: Shape | string): void => {
    if (typeof node === 'string') spoken.push(node);
    else if (!/^(?:script|style)$/.test(node.name)) for (const child of node.children) gather(child);
  };
  const clean = (shape: Shape, depth: number): Shape | undefined => {
    const kind = Object.hasOwn(kinds, shape.name) ? kinds[shape.name] : undefined;
    if (editors.test(shape.name)) return undefined;
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
    const described: Shape[] = [];
    const children: (Shape | string)[] = [];
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
        const inner = clean({ name: 'g', attributes: child.attributes, children: child.children }, depth + 1);
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

function attributesOf(shape: Shape, kind: Kind, lost: Set<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  const keep = (key: string, value: string): boolean => {
    const allowed = Object.hasOwn(kind.attributes, key) ? kind.attributes[key] : undefined;
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
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/, '').trim();
    if (!keep(key, value) && (/url\s*\(|javascript|expression|@import/i.test(value) || !quiet.test(key))) lost.add(`style “${key}”`);
  }
  return kept;
}

/** Takes away references to parts that the drawing doesn't have, second ids, and rings of references. */
function withLiveReferences(root: Shape): Shape {
  const ids = new Set<string>();
  const once = (shape: Shape): Shape => {
    const { id, ...others } = shape.attributes;
    const fresh = id !== undefined && !ids.has(id);
    if (fresh) ids.add(id);
    const children = shape.children.map((child) => (typeof child === 'string' ? child : once(child)));
    return { ...shape, attributes: fresh ? shape.attributes : others, children };
  };
  const unique = once(root);
  // What a `use` draws may use more, but not itself, and not so much that it grows without end.
  const byId = new Map<string, Shape>();
  const index = (shape: Shape): void => {
    if (shape.attributes['id'] !== undefined) byId.set(shape.attributes['id'], shape);
    for (const child of shape.children) if (typeof child !== 'string') index(child);
  };
  index(unique);
  const weights = new Map<Shape, number>();
  const weigh = (shape: Shape, path: number): number => {
    const known = weights.get(shape);
    if (known !== undefined) return known;
    weights.set(shape, Number.POSITIVE_INFINITY); // whoever comes back here goes round in a ring
    const used = shape.name === 'use' ? byId.get(shape.attributes['xlink:href']?.slice(1) ?? '') : undefined;
    let weight = 1 + (used ? (path < deepest ? weigh(used, path + 1) : Number.POSITIVE_INFINITY) : 0);
    for (const child of shape.children) if (typeof child !== 'string') weight += weigh(child, path);
    weights.set(shape, weight);
    return weight;
  };
  weigh(unique, 0);
  const drawable = (shape: Shape): boolean => {
    const used = byId.get(shape.attributes['xlink:href']?.slice(1) ?? '');
    return used !== undefined && (weights.get(used) ?? Number.POSITIVE_INFINITY) <= mostDrawn;
  };
  const prune = (shape: Shape): Shape | undefined => {
    const attributes = Object.fromEntries(
      Object.entries(shape.attributes).filter(([key, value]) => {
        const target = key === 'xlink:href' ? value.slice(1) : local.exec(value)?.[2];
        return target === undefined || ids.has(target);
      }),
    );
    if (shape.name === 'use' && !drawable(shape)) return undefined;
    if (shape.name === 'textPath' && attributes['xlink:href'] === undefined) return { name: 'tspan', attributes: {}, children: shape.children };
    const children = shape.children.flatMap((child): (Shape | string)[] => {
      const kept = typeof child === 'string' ? child : prune(child);
      return kept === undefined ? [] : [kept];
    });
    return { ...shape, attributes, children };
  };
  return prune(unique) ?? unique;
}
