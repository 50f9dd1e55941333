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
import type { Pixels } from '../codecs/pixels.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { FaceName } from './faces.ts';
import { type FittedText, fitText, type TextBox } from './fit-text.ts';
import { calmerEnd, type Tone, toneOf } from './ground.ts';
import { type OpenedFaces, openFaces } from './open-faces.ts';
import { type Palette, palettes } from './palettes.ts';
import { isRightToLeft, printableText } from './printable-text.ts';
import { coverSize, rasterise } from './rasterise.ts';

export interface Drawing {
  /** Prints the template with what it shows. */
  readonly print: (data: Readonly<Record<string, unknown>>) => Outcome<string>;
  readonly open: OpenAsset;
  /** Of the picture, in pixels, where it is to be smaller than a cover. */
  readonly width?: number | undefined;
  /** Where the cover may be kept already, and what beside the book's own words tells it from others: template and tools. */
  readonly cached?: { readonly covers: CoverCache; readonly tools: string } | undefined;
  /** What is behind the words, opened where no cache has the cover. */
  readonly behind?: (() => Promise<Pixels | undefined>) | undefined;
}

/** More names than this are told on the title page. */
const mostAuthors = 6;

/** Draws the cover, 1600 × 2400 pixels or as large as what is behind it. Undefined with a hint where it cannot be. */
export async function drawCover(
  metadata: Metadata,
  { print, open, cached, width, behind }: Drawing,
): Promise<Outcome<Picture | undefined>> {
  const { title, subtitle, contributors, series, lang, design } = metadata;
  const { theme, coverColours, coverComposition } = design;
  const words = [title, subtitle, contributors, series, lang];
  const key = cached && sha256(JSON.stringify([cached.tools, theme, coverColours, coverComposition, ...words]));
  const known = key && cached.covers.get(key);
  if (known) return { value: coverOf(known), problems: [] };
  const facts = [title, subtitle, ...authorNames(contributors), series?.name].filter((each) => each !== undefined);
  const faces = await openFaces(theme, facts, { lang, open });
  const { data, problems } = coverData(metadata, faces);
  const ground = await behind?.().catch(() => undefined); // a decoder found what the picture's reader did not
  if (behind && !ground) return notDrawn('the picture cannot be decoded');
  const printed = print({ ...data, ...(ground && standingOn(ground, data.colours)) });
  if (printed.problems.length > 0) return { value: undefined, problems: printed.problems };
  const { family, isWhole, used } = faces;
  if (!isWhole()) return notDrawn(`the typeface ${family.name} is not installed`);
  let jpeg: Awaited<ReturnType<typeof rasterise>>;
  try {
    jpeg = await rasterise(printed.value, { family: family.name, typefaces: used(), open, width, behind: ground });
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

/** What a template is told of the picture that words stand on. */
const standingOn = (ground: Pixels, colours: Palette) => ({
  calmerEnd: calmerEnd(ground),
  toneOf: (top: number, bottom: number): Tone => toneOf(ground, colours, top, bottom),
});

/** What the template prints with, and a problem where the typeface lacks characters of it. */
function coverData(metadata: Metadata, { family, measures, wanted }: OpenedFaces) {
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
    leading: family.leading,
    direction: isRightToLeft(title) ? 'rtl' : 'ltr',
    fit: (text: string, name: FaceName, box: TextBox): FittedText => {
      if (text === '') return { size: box.smallest, lines: [], depth: 0 };
      const setting = fitText(text, measures(name), { ...box, leading: box.leading * family.leading });
      // SVG's lines begin at the left, unless they say otherwise (UAX #9: RLE and PDF).
      return isRightToLeft(text) ? { ...setting, lines: setting.lines.map((line) => `\u202B${line}\u202C`) } : setting;
    },
    ...choices(title, design),
  };
  const lacking = problem(
    'cover-words-missing',
    undefined,
    `${family.name} cannot print the ${[...unset].join(' and the ')}; the drawn cover is without.`,
    `${wanted === undefined ? 'Give' : `Install the package ${wanted} beside Fleuron, or give`} the book a cover of your own (cover: cover.jpg).`,
  );
  return { data, problems: unset.size > 0 ? [lacking] : [] };
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
