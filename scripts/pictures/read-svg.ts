/**
 * Reads an SVG drawing strictly as XML, keeps what a book may hold of it, and writes it anew: the bytes in the book
 * are ours. Entities are never expanded, nothing is ever fetched.
 */
import { SaxesParser } from 'saxes';
import { cleanSvg } from '../book/clean-svg.ts';
import { type Limits, printLimit } from '../book/limits.ts';
import { lookUp } from '../book/look-up.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { printXml, type XmlElement } from '../book/xml-element.ts';
import { type ProbeResult, sizeProblem } from './probe-result.ts';
import { applyStyles } from './svg-styles.ts';

const namespaces: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/svg': '',
  'http://www.w3.org/1999/xlink': 'xlink:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  'http://www.w3.org/2000/xmlns/': 'xmlns:',
  'http://www.w3.org/1999/xhtml': 'html:',
};
/** It is printed by a function that calls itself, and the parser takes longer with each level. */
const deepest = 100;
const piece = 8192;

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** Reads an SVG drawing. */
export function readSvg(bytes: Uint8Array, limits: Limits): ProbeResult {
  if (bytes.length > limits.drawing)
    return {
      tooLarge: `a drawing of ${printLimit('drawing', bytes.length)}`,
      hint: `Keep drawings below ${printLimit('drawing', limits.drawing)}, or export it as PNG. ${raiseLimit('drawing', limits, bytes.length)}`,
    };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { refused: 'a drawing that is not in UTF-8', hint: 'Save it as UTF-8.' };
  }
  const read = parse(text, limits);
  if (!('shape' in read)) return read;
  const styled = applyStyles(read.shape);
  const { shape, lost } = cleanSvg(styled.shape);
  if (!shape)
    return { refused: `XML that is no drawing (<${read.shape.name}>)`, hint: 'Export the drawing as plain SVG.' };
  const [width, height, box] = sizeOf(shape);
  const wrong = sizeProblem(Math.ceil(width), Math.ceil(height), limits);
  if (wrong) return wrong;
  const { width: _, height: __, viewBox: ___, x: ____, y: _____, ...others } = shape.attributes;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    width: String(width),
    height: String(height),
    viewBox: box,
    ...others,
  };
  const markup = `<?xml version="1.0" encoding="UTF-8"?>\n${printXml({ ...shape, attributes })}\n`;
  return {
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
    bytes: new TextEncoder().encode(markup),
    lost: [...new Set([...styled.lost, ...lost])],
  };
}

function parse(text: string, limits: Limits): { readonly shape: XmlElement } | ProbeResult {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let failure: ProbeResult | undefined; // the first; the rest of the file is read without looking
  const fail = (found: ProbeResult): void => {
    failure ??= found;
  };
  const named = (uri: string, local: string): string =>
    `${uri === '' ? '' : (lookUp(namespaces, uri) ?? 'foreign:')}${local}`;
  parser.on('error', (error) => {
    const [, line = '?', column = '?', reason = error.message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
    fail(
      /entity/.test(reason)
        ? { refused: `an entity at ${line}:${column}`, hint: 'Export the drawing as plain SVG, without entities.' }
        : { corrupt: `XML at ${line}:${column} (${reason.replace(/\.$/, '')})` },
    );
  });
  parser.on('doctype', (doctype) => {
    if (/\[/.test(doctype))
      fail({
        refused: 'a DOCTYPE with declarations of its own',
        hint: 'Export the drawing as plain SVG, without a DOCTYPE.',
      });
  });
  parser.on('opentag', (tag) => {
    if (++count > limits.shapes)
      fail({
        tooLarge: `a drawing of more than ${printLimit('shapes', limits.shapes)} elements`,
        hint: `Simplify it, or export it as PNG. ${raiseLimit('shapes', limits)}`,
      });
    if (open.length >= deepest)
      fail({ tooLarge: `a drawing nested deeper than ${deepest} levels`, hint: 'Ungroup it, or export it as PNG.' });
    if (failure) return;
    const shape: Growing = {
      name: named(tag.uri, tag.local),
      attributes: Object.fromEntries(
        Object.values(tag.attributes).map((each) => [named(each.uri, each.local), each.value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(shape);
    root ??= shape;
    open.push(shape);
  });
  parser.on('closetag', () => {
    if (!failure) open.pop();
  });
  const words = (value: string): void => {
    if (!failure) open.at(-1)?.children.push(value);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  // In pieces, so that a failure ends the work: with each level of nesting the parser takes longer.
  for (let at = 0; at < text.length && !failure; at += piece) parser.write(text.slice(at, at + piece));
  if (!failure) parser.close();
  if (failure) return failure;
  return root ? { shape: root } : { corrupt: 'end of file before any element' };
}

/** CSS pixels in a unit (CSS 2.1 §4.3.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** Width, height and view box: each from the other where one is missing (SVG 1.1 §7.2; CSS's 300 × 150 where all are). */
function sizeOf({ attributes }: XmlElement): readonly [number, number, string] {
  const length = (value: string | undefined): number | undefined => {
    const [, number = '', unit = ''] = /^\+?([\d.]+(?:e[+-]?\d+)?)([a-z%]*)$/i.exec(value ?? '') ?? [];
    const pixels = Number(number) * (lookUp(units, unit.toLowerCase()) ?? Number.NaN);
    return number !== '' && pixels > 0 && Number.isFinite(pixels) ? Math.round(pixels * 1000) / 1000 : undefined;
  };
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box;
  const boxed = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
  const written = [length(attributes['width']), length(attributes['height'])] as const;
  const ratio = boxed ? boxWidth / boxHeight : undefined;
  const width = written[0] ?? (written[1] !== undefined && ratio ? written[1] * ratio : boxed ? boxWidth : 300);
  const height = written[1] ?? (ratio ? width / ratio : boxed ? boxHeight : 150);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return [round(width), round(height), boxed ? box.join(' ') : `0 0 ${round(width)} ${round(height)}`];
}
