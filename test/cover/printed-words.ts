/** What a cover’s template prints, and where. */
import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { CoverComposition } from '../../scripts/book/design.ts';
import type { Metadata } from '../../scripts/book/metadata.ts';
import type { Measures } from '../../scripts/codecs/open-type.ts';
import { drawCover } from '../../scripts/cover/draw-cover.ts';
import { familyOf } from '../../scripts/cover/faces.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printTemplate } from '../../scripts/templates/print-template.ts';
import { author, faceOf } from './cases.ts';

/** A line on a cover: its words, and the box that they take, in pixels. */
export interface PrintedLine {
  readonly words: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const several = (...names: string[]) => names.map(author);
const long =
  'The Extraordinary and Entirely Truthful History of the Lighthouse Keeper’s Seven Daughters and the Sea That Wanted Them';
const three = several('Bartholomew Featherstonehaugh', 'Anneliese von Hohenzollern-Sigmaringen', 'Jo Li');
const series = { name: 'The Second Chronicle of the Salt Coast', position: '2' };

/** Books whose covers are full. */
export const fullCovers: Readonly<Record<string, Partial<Metadata>>> = {
  'a short title': { title: 'Emma', contributors: several('Jane Austen') },
  'a title of 120 letters': { title: long, contributors: several('Miriam Thorne') },
  'a title of long words': { title: 'Donaudampfschifffahrtsgesellschaftskapitän', contributors: several('Max Frei') },
  'a subtitle, a series and two authors': {
    title: 'Letters Between Two Lighthouses',
    subtitle: 'Being a Correspondence in Three Volumes with a Great Many Digressions',
    contributors: three.slice(0, 2),
    series,
  },
  'all of it, and three authors': { title: long, subtitle: 'A Novel of the Coast', contributors: three, series },
  'all of it, and six authors': {
    title: long,
    subtitle: 'Being a Correspondence in Three Volumes with a Great Many Digressions',
    contributors: [...three, ...several('Constantine Papadopoulos', 'Ruth Ng', 'Ingeborg Schmidt-Unterberger')],
    series,
  },
};

/** Prints a cover’s SVG. */
export async function printCover(facts: Metadata, coverComposition: CoverComposition): Promise<string> {
  const templates = (await chooseTemplates(new Map(), { theme: facts.design.theme })).value;
  let svg = '';
  const print = (data: Readonly<Record<string, unknown>>) => {
    const printed = printTemplate(templates, 'cover.svg.ejs', data);
    svg = printed.value;
    return { ...printed, value: '' }; // nothing is drawn
  };
  const { design } = facts;
  const { problems } = await drawCover(
    { ...facts, design: { ...design, coverComposition } },
    { print, open: openAsset },
  );
  assert.deepEqual(
    problems.filter(({ rule }) => rule !== 'cover-not-drawn'),
    [],
  );
  return svg;
}

type Attributes = Readonly<Record<string, string>>;

/** The lines of a cover; ornaments are none. */
export async function printedLines(svg: string, theme: Metadata['design']['theme']): Promise<readonly PrintedLine[]> {
  const { faces } = familyOf(theme);
  const measures = {
    title: await faceOf(theme, 'title'),
    text: await faceOf(theme, 'text'),
    italic: await faceOf(theme, 'italic'),
  };
  const typefaceOf = ({ 'font-weight': weight = '400', 'font-style': style = 'normal' }: Attributes): Measures => {
    if (`${faces.title.weight} ${faces.title.style}` === `${weight} ${style}`) return measures.title;
    return style === 'italic' ? measures.italic : measures.text;
  };
  const lines: PrintedLine[] = [];
  const open: { attributes: Attributes; down: number; words: string }[] = [{ attributes: {}, down: 0, words: '' }];
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    const { attributes: outer, down = 0 } = open.at(-1) ?? { attributes: {} };
    const moved = Number(/^translate\(0 (-?[\d.]+)\)$/.exec(attributes['transform'] ?? '')?.[1] ?? 0);
    open.push({ attributes: { ...outer, ...attributes }, down: down + moved, words: '' });
  });
  parser.on('text', (text) => {
    const innermost = open.at(-1);
    if (innermost) innermost.words += text;
  });
  parser.on('closetag', ({ name }) => {
    const { attributes, down, words } = open.pop() ?? { attributes: {}, down: 0, words: '' };
    if (name === 'text' && !/^[❦❧☙]$/.test(words)) lines.push(lineOf(words, attributes, down, typefaceOf(attributes)));
  });
  parser.write(svg).close();
  return lines;
}

/** From the height of small letters with ascenders to the depth of those with descenders. */
function lineOf(words: string, attributes: Attributes, down: number, { advance }: Measures): PrintedLine {
  const [x, y, size, spacing] = ['x', 'y', 'font-size', 'letter-spacing'].map((name) =>
    Number(attributes[name] ?? 0),
  ) as [number, number, number, number];
  const widened = (sign: string) => (attributes['font-variant'] === 'small-caps' && /\p{Ll}/u.test(sign) ? 1.15 : 1);
  const width = [...words].reduce(
    (sum, sign) => sum + (advance(sign.codePointAt(0) ?? 0) ?? 0) * size * widened(sign) + spacing,
    0,
  );
  const left = x - width * ({ middle: 0.5, end: 1 }[attributes['text-anchor'] ?? ''] ?? 0);
  return { words, size, left, right: left + width, top: y + down - 0.7 * size, bottom: y + down + 0.22 * size };
}

const edge = 50;

/** All that a book says of itself is among the lines, none is cut off at an edge, and none lies over another. */
export function assertOrder(lines: readonly PrintedLine[], facts: Partial<Metadata>, what: string): void {
  const { title = '', subtitle = '', contributors = [], series } = facts;
  const letters = (text: string) => text.replace(/[\s-]/g, '');
  const said = letters(lines.map(({ words }) => words).join(''));
  const told = [title, subtitle, ...contributors.map(({ name }) => name)];
  for (const each of [...told, series ? `${series.name} · ${series.position}` : ''])
    assert.ok(said.includes(letters(each)), `${what}: ${each} in ${said}`);
  for (const [at, one] of lines.entries()) {
    const where = `${what}: ${JSON.stringify(one)}`;
    assert.ok(one.left >= edge && one.right <= 1600 - edge && one.top >= edge && one.bottom <= 2400 - edge, where);
    for (const other of lines.slice(at + 1)) {
      const isBeside = one.right <= other.left || other.right <= one.left;
      assert.ok(isBeside || one.bottom <= other.top || other.bottom <= one.top, `${where} over ${other.words}`);
    }
  }
}
