/**
 * Draws a cover for a book that has none. In: what the book says about itself, and a template to print. Out: a picture.
 * Files of the press come through `open`.
 */

import type { OpenAsset } from '../book/assets.ts';
import type { Picture } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import { type CoverColours, coverColours as coloursByNumber, coverCompositions, type Design } from '../book/design.ts';
import { digest, sha256 } from '../book/digest.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import { type Measures, readMeasures } from '../codecs/open-type.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { type FaceName, type Family, familyOf } from './faces.ts';
import { type FittedText, fitText, type TextBox } from './fit-text.ts';
import { palettes } from './palettes.ts';
import { printableText } from './printable-text.ts';
import { coverSize, rasterise } from './rasterise.ts';

export interface Drawing {
  /** Prints the template with what it shows. */
  readonly print: (data: Readonly<Record<string, unknown>>) => Outcome<string>;
  readonly open: OpenAsset;
  /** Of the picture, in pixels, where it is to be smaller than a cover. */
  readonly width?: number | undefined;
  /** Where the cover may be kept already, and what beside the book's own words tells it from others: template and tools. */
  readonly cached?: { readonly covers: CoverCache; readonly tools: string } | undefined;
}

/** More names than this are told on the title page. */
const mostAuthors = 6;

/** Draws the cover, 1600 × 2400 pixels. Undefined with a hint where it cannot be. */
export async function drawCover(
  metadata: Metadata,
  { print, open, cached, width }: Drawing,
): Promise<Outcome<Picture | undefined>> {
  const { title, subtitle, contributors, series, lang, design } = metadata;
  const { theme, coverColours, coverComposition } = design;
  const words = [title, subtitle, contributors, series, lang];
  const key = cached && sha256(JSON.stringify([cached.tools, theme, coverColours, coverComposition, ...words]));
  const known = key && cached.covers.get(key);
  if (known) return { value: coverOf(known), problems: [] };
  const family = familyOf(theme);
  const faces = await openFaces(family, open);
  const { data, problems } = coverData(metadata, family, faces.measures);
  const printed = print(data);
  if (printed.problems.length > 0) return { value: undefined, problems: printed.problems };
  if (!faces.isWhole()) return notDrawn(`the typeface ${family.name} is not installed`);
  let jpeg: Awaited<ReturnType<typeof rasterise>>;
  try {
    jpeg = await rasterise(printed.value, { family: family.name, typefaces: faces.used(), open, width });
  } catch (error) {
    // What is wrong with an author's own template, or that there is too little memory.
    jpeg = { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
  if ('failure' in jpeg) return notDrawn(jpeg.failure);
  if (key && problems.length === 0) cached.covers.set(key, jpeg); // what there is to say is said each time
  return { value: coverOf(jpeg), problems };
}

const coverOf = (bytes: Uint8Array): Picture => ({ path: 'cover.jpg', mediaType: 'image/jpeg', ...coverSize, bytes });

const notDrawn = (why: string): Outcome<undefined> => ({
  value: undefined,
  problems: [
    problem(
      'cover-not-drawn',
      undefined,
      `No cover could be drawn: ${why}`,
      'Give the book one (cover: cover.jpg), or install Fleuron anew; draw-cover: no asks for none.',
    ),
  ],
});

/** What the template prints with, and a problem where the typeface lacks characters of it. */
function coverData(metadata: Metadata, family: Family, measures: (name: FaceName) => Measures) {
  const { title, subtitle, contributors, series, design } = metadata;
  const authors = authorNames(contributors);
  const unset = new Set<string>();
  const words = (what: string, given = '', longest?: number): string => {
    if (given.trim() === '') return '';
    const found = printableText(given, measures('text'), longest);
    if (!found) unset.add(what);
    return found ?? '';
  };
  const data = {
    ...coverSize,
    title: words('title', title),
    subtitle: words('subtitle', subtitle, 160),
    authors: [
      ...authors.slice(0, mostAuthors).map((name) => words('author', name, 80)),
      authors.length > mostAuthors ? '…' : '',
    ].filter((name) => name !== ''),
    series: words('series', series && [series.name, series.position].filter(Boolean).join(' · '), 80),
    family: family.name,
    faces: family.faces,
    smallCaps: hasSmallCaps(metadata) ? 'small-caps' : 'normal',
    fit: (text: string, name: FaceName, box: TextBox): FittedText =>
      text === '' ? { size: box.smallest, lines: [], depth: 0 } : fitText(text, measures(name), box),
    ...choices(title, design),
  };
  const lacking = problem(
    'cover-words-missing',
    undefined,
    `${family.name} cannot print the ${[...unset].join(' and the ')}; the drawn cover is without.`,
    'Give the book a cover of your own (cover: cover.jpg).',
  );
  return { data, problems: unset.size > 0 ? [lacking] : [] };
}

/** A family's typefaces; those that nothing is set in are not used. */
async function openFaces({ faces }: Family, open: OpenAsset) {
  const names = [...new Set(Object.values(faces).map(({ file }) => file))];
  const files = new Map(await Promise.all(names.map(async (file) => [file, await open(file)] as const)));
  const used = new Map<string, Measures | undefined>();
  const measures = (name: FaceName): Measures => {
    const { file } = faces[name];
    const bytes = files.get(file);
    if (!used.has(file)) used.set(file, bytes && readMeasures(bytes));
    return used.get(file) ?? { advance: () => 0 };
  };
  measures('text'); // ornaments are set in it, whatever else is
  return {
    measures,
    used: () => [...used.keys()].flatMap((file) => files.get(file) ?? []),
    isWhole: () => [...used.values()].every((each) => each !== undefined),
  };
}

/** Turkish capitals keep their dots and Greek ones lose their accents; the typefaces' small capitals do neither. */
function hasSmallCaps({ lang, contributors, series }: Metadata): boolean {
  const names = [series?.name ?? '', ...contributors.map(({ name }) => name)];
  return !/^(?:tr|az)\b/i.test(lang) && !names.some((name) => /\p{Script=Greek}/u.test(name));
}

/** The colours that a title picks. */
export const coloursOf = (title: string): CoverColours =>
  coloursByNumber[numbersOf(title).getUint32(0) % coloursByNumber.length] ?? coloursByNumber[0];

/** What the title decides, so that each book has its own colours and ornament and keeps them; what the book says comes first. */
function choices(title: string, { coverColours, coverComposition }: Design) {
  const numbers = numbersOf(title);
  return {
    colours: palettes[coverColours ?? coloursOf(title)],
    composition: coverComposition ?? coverCompositions[0],
    /** A whole number below `count`; another for each `salt` from 1 to 6. */
    choose: (count: number, salt = 1): number => numbers.getUint32(4 * salt) % count,
  };
}

const numbersOf = (title: string): DataView =>
  new DataView(Uint8Array.from(digest('sha256', title.normalize('NFC'))).buffer);
