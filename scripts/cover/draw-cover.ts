/**
 * Draws a cover for a book that has none. In: what the book says about itself, and a template to print. Out: a picture.
 * Refuses to know: disks (files of the press come through `open`), how a book shows its cover.
 */
import { createHash } from 'node:crypto';
import type { Picture } from '../book/book.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { PressFiles } from '../book/press-files.ts';
import { type Measures, readMeasures } from '../codecs/open-type.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { type FaceName, type Family, families } from './faces.ts';
import { fit, type Room, type Setting } from './fit-text.ts';
import { palettes } from './palettes.ts';
import { settable } from './printable-text.ts';
import { coverSize, rasterise } from './rasterise.ts';

export interface Drawing {
  /** Prints the template with what it shows. */
  readonly print: (data: Readonly<Record<string, unknown>>) => Outcome<string>;
  readonly open: PressFiles;
  /** Where the cover may be kept already, and what beside the book's own words tells it from others: template and tools. */
  readonly cached?: { readonly covers: CoverCache; readonly tools: string } | undefined;
}

/** More names than this are told on the title page. */
const mostAuthors = 6;

/** Draws the cover, 1600 × 2400 pixels. Undefined with a hint where it cannot be. */
export async function drawCover(
  metadata: Metadata,
  { print, open, cached }: Drawing,
): Promise<Outcome<Picture | undefined>> {
  const problems: Problem[] = [];
  const undrawn = (why: string): Outcome<undefined> => ({
    value: undefined,
    problems: [
      problem(
        'cover-not-drawn',
        undefined,
        `Unexpected lack of a cover: ${why}`,
        'Give the book one (cover: cover.jpg), or install Fleuron anew; draw-cover: no asks for none.',
      ),
    ],
  });
  const picture = (bytes: Uint8Array): Picture => ({
    path: 'cover.jpg',
    mediaType: 'image/jpeg',
    ...coverSize,
    bytes,
  });
  const { title, subtitle, contributors, series, lang, design } = metadata;
  const authors = authorNames(contributors);
  const name = cached && nameOf([cached.tools, design.theme, title, subtitle, contributors, series, lang]);
  const known = name && cached.covers.get(name);
  if (known) return { value: picture(known), problems };
  const family = families[design.theme];
  const { face, files, isWhole } = caseOf(family, open);
  const unset: string[] = [];
  const words = (what: string, given = '', longest?: number): string => {
    if (given.trim() === '') return '';
    const found = settable(given, face('text'), longest);
    if (!found) unset.push(what);
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
    fit: (text: string, name: FaceName, room: Room): Setting =>
      text === '' ? { size: room.smallest, lines: [], depth: 0 } : fit(text, face(name), room),
    ...choices(title),
  };
  const printed = print(data);
  problems.push(...printed.problems);
  if (printed.problems.length > 0) return { value: undefined, problems };
  if (!isWhole()) return undrawn(`the typeface ${family.name} is not installed`);
  if (unset.length > 0)
    problems.push(
      problem(
        'cover-words-missing',
        undefined,
        `Unexpected characters in the ${[...new Set(unset)].join(' and the ')}, which ${family.name} cannot print on a drawn cover; they are left out`,
        'Give the book a cover of your own (cover: cover.jpg).',
      ),
    );
  let jpeg: Awaited<ReturnType<typeof rasterise>>;
  try {
    jpeg = await rasterise(printed.value, { family: family.name, typefaces: files(), open });
  } catch (error) {
    // What is wrong with an author's own template, or that there is too little memory.
    jpeg = { failure: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
  }
  if ('failure' in jpeg) return undrawn(jpeg.failure);
  if (name && problems.length === 0) cached.covers.set(name, jpeg); // what there is to say is said each time
  return { value: picture(jpeg), problems };
}

/** A name that tells everything a cover is drawn from. */
function nameOf(sources: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex');
}

/** A family's typefaces as they are wanted: each is opened when something is set in it. */
function caseOf(family: Family, open: PressFiles) {
  const files = new Map<string, Uint8Array | undefined>();
  const typefaces = new Map<string, Measures | undefined>();
  const face = (name: FaceName): Measures => {
    const { file } = family.faces[name];
    if (!files.has(file)) {
      const bytes = open(file);
      files.set(file, bytes);
      typefaces.set(file, bytes && readMeasures(bytes));
    }
    return typefaces.get(file) ?? { advance: () => 0 };
  };
  face('text'); // ornaments are set in it, whatever else is
  return {
    face,
    files: () => [...files.values()].filter((each) => each !== undefined),
    isWhole: () => [...typefaces.values()].every((each) => each !== undefined),
  };
}

/** Turkish capitals keep their dots and Greek ones lose their accents; the typefaces' small capitals do neither. */
function hasSmallCaps({ lang, contributors, series }: Metadata): boolean {
  const names = [series?.name ?? '', ...contributors.map(({ name }) => name)];
  return !/^(?:tr|az)\b/i.test(lang) && !names.some((name) => /\p{Script=Greek}/u.test(name));
}

/** What the title decides, so that each book has its own colours and ornament and keeps them. */
function choices(title: string) {
  const digest = createHash('sha256').update(title.normalize('NFC')).digest();
  return {
    colours: palettes[digest.readUInt32BE(0) % palettes.length],
    /** A whole number below `count`; another for each `salt` from 1 to 6. */
    choose: (count: number, salt = 1): number => digest.readUInt32BE(4 * salt) % count,
  };
}
