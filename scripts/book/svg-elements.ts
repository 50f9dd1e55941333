/**
 * The drawings a book may hold: SVG 1.1 without scripts, handlers, animation, foreign content, style sheets
 * and everything that fetches. To allow an element or an attribute, add it to its row.
 */
import { sameRow } from './look-up.ts';

const number = /^[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:e[+-]?\d{1,2})?$/i;
const size = /^[+-]?(?:\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(?:e[+-]?\d{1,2})?(?:em|ex|px|pt|pc|cm|mm|in|%)?$/i;
const numbers = /^[\s,+\-.\deE]*$/;
const sizes = /^[\s,+\-.\da-zA-Z%]*$/;
const path = /^[\s,+\-.\deEMmZzLlHhVvCcSsQqTtAa]*$/;
const transform = /^(?:\s*(?:,\s*)?(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\s,+\-.\deE]*\))*\s*$/;
const colour =
  /^(?:none|inherit|currentColor|transparent|#[\da-f]{3,8}|[a-z]{3,25}|rgba?\([\d\s,.%/]*\)|hsla?\([\d\s,.%/]*\))$/i;
/** The only reference there is: to a part of the same drawing. */
export const local = /^url\(\s*(['"]?)#([^\s'")]+)\1\s*\)$/;
const paint = new RegExp(
  `${colour.source}|^url\\(\\s*(['"]?)#[^\\s'")]+\\1\\s*\\)(?:\\s+(?:none|currentColor|#[\\da-f]{3,8}|[a-z]{3,25}))?$`,
  'i',
);
const name = /^[A-Za-z_][\w.-]*$/;
const fonts = /^[\w\s,'-]+$/;
const words = (allowed: string): RegExp => new RegExp(`^(?:${allowed.replaceAll(' ', '|')})$`);
const units = words('userSpaceOnUse objectBoundingBox');
const aspect = /^(?:none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max))(?:\s+(?:meet|slice))?$/;
const box = /^\s*[+-]?[\d.]+(?:e[+-]?\d+)?(?:[\s,]+[+-]?[\d.]+(?:e[+-]?\d+)?){3}\s*$/i;

type Row = Readonly<Record<string, RegExp>>;

/** Presentation attributes: also what is read out of `style`. */
const presentation: Row = {
  fill: paint,
  'fill-opacity': size,
  'fill-rule': words('nonzero evenodd inherit'),
  stroke: paint,
  'stroke-width': size,
  'stroke-opacity': size,
  'stroke-linecap': words('butt round square inherit'),
  'stroke-linejoin': words('miter round bevel inherit'),
  'stroke-miterlimit': number,
  'stroke-dasharray': /^(?:none|inherit|[\s,.\da-z%]+)$/,
  'stroke-dashoffset': size,
  opacity: size,
  color: colour,
};
const effects: Row = {
  'clip-path': new RegExp(`^none$|${local.source}`),
  'clip-rule': words('nonzero evenodd inherit'),
  mask: new RegExp(`^none$|${local.source}`),
};
const lettering: Row = {
  'font-family': fonts,
  'font-size': size,
  'font-style': words('normal italic oblique'),
  'font-weight': words('normal bold bolder lighter [1-9]00'),
  'font-variant': words('normal small-caps'),
  'text-anchor': words('start middle end'),
  'text-decoration': words('none underline overline line-through'),
  'letter-spacing': size,
  'word-spacing': size,
  'dominant-baseline': words(
    'auto middle central hanging alphabetic ideographic mathematical text-after-edge text-before-edge',
  ),
  'baseline-shift': /^(?:baseline|sub|super|[+-]?[\d.]+(?:em|px|%)?)$/,
};
const markers = sameRow('marker-start marker-mid marker-end', new RegExp(`^none$|${local.source}`));
const core: Row = { id: name, 'xml:space': words('default preserve') };
const plain: Row = { ...core, ...presentation, ...effects };
const drawn: Row = { ...plain, transform };
const grouped: Row = { ...drawn, ...lettering, ...markers };
const placed = sameRow('x y width height', size);
const inLine: Row = { ...sameRow('x y dx dy', sizes), rotate: numbers, textLength: size };
const viewed: Row = { viewBox: box, preserveAspectRatio: aspect };
const gradient: Row = {
  ...core,
  gradientUnits: units,
  gradientTransform: transform,
  spreadMethod: words('pad reflect repeat'),
  'xlink:href': /^#[^\s]+$/,
};

/** What an element of a drawing may have and hold. */
export interface Kind {
  readonly attributes: Row;
  readonly needs?: readonly string[];
  /** What may stand inside; `text` for words. Titles and descriptions may stand anywhere, first. */
  readonly holds: ReadonlySet<string>;
}

const shapes = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];
const defined = ['linearGradient', 'radialGradient', 'clipPath', 'mask', 'pattern', 'marker', 'symbol', 'defs'];
/** What a container may hold. */
export const anything: ReadonlySet<string> = new Set([...shapes, ...defined, 'g', 'svg', 'use', 'text']);
const none = new Set<string>();
const stops = new Set(['stop']);
const line = new Set(['#text', 'tspan', 'textPath']);

/** The elements that stay. */
export const kinds: Readonly<Record<string, Kind>> = {
  svg: {
    attributes: {
      ...plain,
      ...lettering,
      ...markers,
      ...placed,
      ...viewed,
      version: /^1\.[01]$/,
    },
    holds: anything,
  },
  g: { attributes: grouped, holds: anything },
  defs: { attributes: grouped, holds: anything },
  symbol: { attributes: { ...plain, ...lettering, ...viewed }, holds: anything },
  use: { attributes: { ...drawn, ...placed, 'xlink:href': /^#[^\s]+$/ }, needs: ['xlink:href'], holds: none },
  path: { attributes: { ...drawn, ...markers, d: path }, needs: ['d'], holds: none },
  rect: { attributes: { ...drawn, ...placed, rx: size, ry: size }, needs: ['width', 'height'], holds: none },
  circle: { attributes: { ...drawn, cx: size, cy: size, r: size }, needs: ['r'], holds: none },
  ellipse: { attributes: { ...drawn, cx: size, cy: size, rx: size, ry: size }, needs: ['rx', 'ry'], holds: none },
  line: { attributes: { ...drawn, ...markers, x1: size, y1: size, x2: size, y2: size }, holds: none },
  polyline: { attributes: { ...drawn, ...markers, points: numbers }, needs: ['points'], holds: none },
  polygon: { attributes: { ...drawn, ...markers, points: numbers }, needs: ['points'], holds: none },
  text: {
    attributes: { ...drawn, ...lettering, ...inLine },
    holds: line,
  },
  tspan: {
    attributes: {
      ...core,
      ...presentation,
      ...lettering,
      ...inLine,
    },
    holds: new Set(['#text', 'tspan']),
  },
  textPath: {
    attributes: { ...core, ...presentation, ...lettering, startOffset: size, 'xlink:href': /^#[^\s]+$/ },
    needs: ['xlink:href'],
    holds: new Set(['#text', 'tspan']),
  },
  linearGradient: { attributes: { ...gradient, x1: size, y1: size, x2: size, y2: size }, holds: stops },
  radialGradient: { attributes: { ...gradient, cx: size, cy: size, r: size, fx: size, fy: size }, holds: stops },
  stop: {
    attributes: { ...core, offset: size, 'stop-color': colour, 'stop-opacity': size },
    needs: ['offset'],
    holds: none,
  },
  clipPath: {
    attributes: { ...plain, transform, clipPathUnits: units },
    holds: new Set([...shapes, 'text', 'use']),
  },
  mask: {
    attributes: { ...plain, ...placed, maskUnits: units, maskContentUnits: units },
    holds: anything,
  },
  pattern: {
    attributes: {
      ...plain,
      ...placed,
      ...viewed,
      ...sameRow('patternUnits patternContentUnits', units),
      patternTransform: transform,
      'xlink:href': /^#[^\s]+$/,
    },
    holds: anything,
  },
  marker: {
    attributes: {
      ...plain,
      ...viewed,
      ...sameRow('refX refY markerWidth markerHeight', size),
      markerUnits: words('strokeWidth userSpaceOnUse'),
      orient: /^(?:auto|[+-]?[\d.]+)$/,
    },
    holds: anything,
  },
  title: { attributes: core, holds: new Set(['#text']) },
  desc: { attributes: core, holds: new Set(['#text']) },
};
