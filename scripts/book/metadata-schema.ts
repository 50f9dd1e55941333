/**
 * The keys an author may type in `book.yaml` and in metadata blocks: one row a key.
 * `docs/book.schema.json` is made from this table; `read/assemble-metadata.ts` turns what it accepts into Metadata.
 * Every scalar arrives as the text the author typed (YAML's failsafe schema), so `title: 1984` is a title.
 */
import * as v from 'valibot';
import { coverColours, coverCompositions, type DesignOptions, type designOptions, valuesOf } from './design.ts';
import { type EditionName, editionNames } from './editions.ts';
import { houseStyles, outermostQuotes, typographyRuleNames } from './house-styles.ts';
import { type ContributorRole, contributorRoles } from './metadata.ts';
import { sectionKinds } from './sections.ts';
import { themeNames } from './themes.ts';

const text = (about: string) =>
  v.pipe(v.string('a line of text'), v.trim(), v.nonEmpty('a line of text'), v.description(about));

const bare = v.pipe(v.string(), v.trim(), v.nonEmpty());

const yes = v.pipe(
  v.picklist(['true', 'false', 'yes', 'no'], 'true or false'),
  v.transform((word) => word === 'true' || word === 'yes'),
);
const yesNo = (about: string) => v.pipe(yes, v.description(about));

/** One of some words. */
const oneOf = <const Words extends readonly string[]>(words: Words, about: string, wanted?: string) =>
  v.pipe(v.picklist(words, wanted ?? `one of ${words.join(', ')}`), v.description(about));

const matching = (pattern: RegExp, wanted: string, about: string) =>
  v.pipe(v.string(wanted), v.trim(), v.regex(pattern, wanted), v.description(about));

/** At least one of something. */
const listOf = <Item extends v.GenericSchema>(item: Item, wanted: string) =>
  v.pipe(v.array(item, wanted), v.minLength(1, wanted));

/** W3CDTF down to the day or the second: https://www.w3.org/TR/NOTE-datetime */
const date = (about: string) =>
  v.pipe(
    v.string('a date'),
    v.trim(),
    v.check(isDate, 'a date like 2026, 2026-11, 2026-11-23 or 2026-11-23T09:30:00Z'),
    v.description(about),
  );

/** BCP 47 (RFC 5646). */
const languageTag = v.pipe(
  v.string('a language tag'),
  v.trim(),
  v.check(isLanguageTag, 'a BCP 47 language tag like en, en-GB or pt-BR'),
);

/** A key for each edition. */
function isbnOfEditions() {
  const isbn = v.optional(text('Its ISBN.'));
  return { epub: isbn, kobo: isbn, kindle: isbn, legacy: isbn, 'large-print': isbn, web: isbn } satisfies Record<
    EditionName,
    typeof isbn
  >;
}

const roles = Object.keys(contributorRoles) as [ContributorRole, ...ContributorRole[]];

const contributor = v.union(
  [
    v.pipe(
      bare,
      v.transform((name) => ({ name, role: undefined, 'file-as': undefined })),
    ),
    v.strictObject({
      name: text('As it is printed.'),
      role: v.optional(v.picklist(roles, `one of ${roles.join(', ')}`)),
      'file-as': v.optional(text('As it is sorted: “Austen, Jane”.')),
    }),
  ],
  'a name, or a mapping with name, role and file-as',
);

const people = (about: string) =>
  v.pipe(
    v.union(
      [
        v.array(contributor),
        v.pipe(
          contributor,
          v.transform((one) => [one]),
        ),
      ],
      'a name, or a list of names',
    ),
    v.description(about),
  );

const words = (about: string) =>
  v.pipe(
    v.union(
      [
        v.array(bare),
        v.pipe(
          v.string(),
          v.transform((line) =>
            line
              .split(',')
              .map((each) => each.trim())
              .filter(Boolean),
          ),
        ),
      ],
      'a list of words',
    ),
    v.description(about),
  );

const seriesIndex = v.pipe(v.string(), v.regex(/^\d+(\.\d+)*$/, 'a number like 2 or 2.5'));

const series = v.union(
  [
    v.pipe(
      bare,
      v.transform((name) => ({ name, position: undefined })),
    ),
    v.strictObject({
      name: text('The series’ name.'),
      position: v.optional(seriesIndex),
    }),
  ],
  'a name, or a mapping with name and position',
);

const path = text('The path of a .ttf, .otf, .woff or .woff2 in the manuscript.');

/** A typeface: one file, or a file for each face. */
const faces = v.optional(
  v.union(
    [
      v.pipe(
        path,
        v.transform((regular) => ({ regular })),
      ),
      v.strictObject({
        regular: v.optional(path),
        italic: v.optional(path),
        bold: v.optional(path),
        'bold-italic': v.optional(path),
      }),
    ],
    'a path, or a mapping with regular, italic, bold and bold-italic',
  ),
);

const licence = v.optional(text('By what right they are in the book, as the colophon prints it.'));

/** One of something, or a list that begins with the main one. */
const oneOrMore = <Item extends v.GenericSchema<unknown, string>>(item: Item, about: string) =>
  v.pipe(
    v.union([item, v.pipe(v.array(item), v.minLength(1, 'at least one'))], 'one, or a list'),
    v.description(about),
  );

const direction = oneOf(
  ['ltr', 'rtl'],
  'The direction the text is read in; taken from the language if not given.',
  'ltr or rtl',
);

/** One of several works in a book. */
const work = v.union(
  [
    v.pipe(
      text('Its path.'),
      v.transform((path) => ({ path, title: undefined, 'series-index': undefined })),
    ),
    v.strictObject({
      path: text('The path of a folder or file, from the folder of book.yaml.'),
      title: v.optional(text('Its title in this book.')),
      'series-index': v.optional(seriesIndex),
    }),
  ],
  'a path, or a mapping with path, title and series-index',
);

/** Another book, or those of a series in their order. */
const otherBook = v.union(
  [
    v.pipe(
      text('Its title.'),
      v.transform((title) => ({ series: undefined, books: [title] })),
    ),
    v.strictObject({
      series: text('The series’ name.'),
      books: listOf(text('A title.'), 'a list of titles'),
    }),
  ],
  'a title, or a mapping with series and books',
);

/** One of the values of an option. */
const option = <Name extends keyof typeof designOptions>(name: Name, about: string) =>
  v.pipe(v.optional(oneOf(valuesOf(name), about)), v.description(about));

/** How marks are set: the keys below `typography`. */
export const typographyKeys = {
  style: v.optional(v.picklist(houseStyles, `one of ${houseStyles.join(', ')}`)),
  quotes: v.optional(oneOf(outermostQuotes, 'Which quotation marks stand outermost, however they are typed.')),
  elisions: v.optional(v.array(v.string())),
  rules: v.optional(v.record(v.picklist(typographyRuleNames, 'a rule of docs/typography.md'), yes)),
};

/** How a book differs from its theme: the keys below `design`. */
export const designKeys = {
  opening: option('opening', 'How the first words of a chapter are set.'),
  number: option('number', 'How chapters are numbered; where no heading has a number, they are counted.'),
  'number-place': option(
    'number-place',
    'Where the number stands: above the name, beside it, or above it with the ornament between them.',
  ),
  paragraphs: option('paragraphs', 'How paragraphs are told apart: by an indent, a space, or both.'),
  alignment: option('alignment', 'Whether lines end at one edge.'),
  hyphenation: v.pipe(
    v.optional(
      v.pipe(
        yes,
        v.transform((divides): 'yes' | 'no' => (divides ? 'yes' : 'no')),
      ),
    ),
    v.description('Whether words are divided at the ends of lines.'),
  ),
  'ornament-colour': v.pipe(
    v.optional(v.picklist(coverColours, `one of ${coverColours.join(', ')}`)),
    v.description('The colour of ornaments and of the theme’s drawings, where the reader shows colours.'),
  ),
} satisfies Record<keyof DesignOptions, v.GenericSchema>;

/** Keys of the whole book. */
export const bookKeys = {
  title: text('The book’s title.'),
  subtitle: text('Its subtitle or tagline.'),
  author: people('Who wrote it.'),
  authors: people('Who wrote it, as a list.'),
  contributors: people(`Who else had a hand in it, with their role: ${roles.join(', ')}.`),
  lang: oneOrMore(
    languageTag,
    'The book’s language, or a list of its languages, the main one first; where it is not given, that of the text’s words.',
  ),
  dir: direction,
  identifier: oneOrMore(
    text('A name.'),
    'A name that no other book has: an ISBN, a URN, a web address; or a list, the main one first. Made from title, series and authors if not given.',
  ),
  isbn: v.pipe(
    v.union(
      [text('An ISBN.'), v.strictObject({ ...isbnOfEditions(), print: v.optional(text('Of the printed book.')) })],
      `an ISBN, or a mapping with ${editionNames.join(', ')} and print`,
    ),
    v.description('The ISBN; or that of each edition, and of the printed book.'),
  ),
  publisher: text('Who publishes it.'),
  description: text('A summary for shelves and catalogues.'),
  date: date('When the work was published.'),
  published: date('The same as date.'),
  updated: date('When the work last changed.'),
  modified: date(
    'When this edition last changed; the newest other date if not given, those above single files included.',
  ),
  series: v.pipe(series, v.description('The series it belongs to.')),
  tags: words('Subjects, the most telling first.'),
  rights: text('Who holds which rights.'),
  licence: text('Under which licence it is: “CC BY-SA 4.0”, or in words of your own.'),
  source: text('Where the work came from, for example its web address.'),
  'pages-of': text(
    'The printed book whose pages are marked in the text: its ISBN, or what else names it; isbn’s print if not given.',
  ),
  retrieved: date('When the work was taken from there.'),
  rating: text('For whom it is, in the words of where it came from: “Teen And Up Audiences”.'),
  warnings: words('What readers are warned of.'),
  fandoms: words('The worlds it is set in, for fan fiction.'),
  relationships: words('Who is with whom.'),
  characters: words('Who is in it.'),
  status: text('Whether it is complete.'),
  chapters: matching(
    /^\d{1,6}(\/(\d{1,6}|\?))?$/,
    'chapters like 3/12 or 3/?',
    'How many chapters there are, of how many: 3/12 or 3/?.',
  ),
  words: yesNo('Whether the press counts the words and prints their number.'),
  cover: text('The cover picture’s path in the manuscript.'),
  'cover-title': yesNo('Whether title and authors are set on the cover picture; no if not given (docs/covers.md).'),
  'cover-alt': text('What the cover shows, for those who cannot see it.'),
  order: v.pipe(v.array(text('A path'), 'a list of paths'), v.description('The Markdown files in reading order.')),
  shared: text('The folder of pages that several books share, beside theirs: a path like ../author (pages.md).'),
  books: v.pipe(
    listOf(work, 'a list of paths'),
    v.description(
      'Works that are bound into one book: paths of manuscripts or stories, each perhaps with a title and a series-index, which orders them (growing.md).',
    ),
  ),
  accessibility: v.pipe(
    v.strictObject({ 'certified-by': text('Who evaluated this book.') }),
    v.description('Says that somebody evaluated this very book against WCAG 2.2 AA.'),
  ),
  typography: v.pipe(
    v.union(
      [
        v.pipe(
          v.picklist(houseStyles, `one of ${houseStyles.join(', ')}`),
          v.transform((style) => ({ style, quotes: undefined, elisions: undefined, rules: undefined })),
        ),
        v.strictObject(typographyKeys),
      ],
      `${houseStyles.join(', ')}, or a mapping with style, quotes, elisions and rules`,
    ),
    v.description('The house style, and what differs from it in this book.'),
  ),
  theme: oneOf(themeNames, 'The design of the book’s pages; classic if not given.'),
  design: v.pipe(
    v.strictObject(designKeys, `a mapping with ${Object.keys(designKeys).join(', ')}`),
    v.description(
      `How the book differs from its theme (docs/themes.md): a mapping with ${Object.keys(designKeys).join(', ')}.`,
    ),
  ),
  'toc-depth': v.pipe(
    v.string('a number from 1 to 6'),
    v.regex(/^[1-6]$/, 'a number from 1 to 6'),
    v.transform(Number),
    v.description(
      'How deep the contents go: 1 is chapters alone, 2, if nothing is said, the headings in them, 3 those below.',
    ),
  ),
  notes: oneOf(
    ['chapter', 'part', 'book'],
    'At the end of what notes are printed; of each chapter, if nothing is said.',
    'chapter, part or book',
  ),
  'writing-mode': oneOf(
    ['horizontal-tb', 'vertical-rl'],
    'How lines run: vertical-rl for Japanese and Chinese from top to bottom; horizontal-tb if not given.',
    'horizontal-tb or vertical-rl',
  ),
  ornament: text('What stands between scenes: marks like ❦ or * * *, or the path of a picture in the manuscript.'),
  'heading-image': text('A picture above the heading of each chapter: its path in the manuscript, or none.'),
  'half-title': yesNo('Whether a page with the title alone stands before the title page.'),
  'copyright-page': yesNo(
    'Whether a page says who holds the rights, the licence, publisher, year and ISBNs (pages.md).',
  ),
  'also-by': v.pipe(
    listOf(otherBook, 'a list of titles'),
    v.description('Other books by the author, for a page of their own; those of a series under its name (pages.md).'),
  ),
  colophon: yesNo('Whether the last page tells how the book was made; yes if not given.'),
  'whats-new': yesNo('Whether a page lists what the last update of the story brought (docs/growing.md).'),
  'embed-fonts': yesNo('Whether the theme’s typefaces are put into the book.'),
  fonts: v.pipe(
    v.strictObject({ body: faces, headings: faces, licence, license: licence }),
    v.description(
      'Typefaces of your own: body and headings, each a path or a mapping with regular, italic, bold and bold-italic; licence, which the colophon prints.',
    ),
  ),
  'draw-cover': yesNo('Whether a cover is drawn where the manuscript has none; yes if not given.'),
  'cover-colours': oneOf(coverColours, 'The colours of a drawn cover; the title picks them if not given.'),
  'cover-composition': oneOf(coverCompositions, 'How a drawn cover is arranged; panel if not given (docs/covers.md).'),
  autolinks: yesNo('Whether bare web addresses become links.'),
  markdown: v.pipe(
    v.picklist(['extended', 'commonmark']),
    v.description(
      'How texts are read: “commonmark” gives no meaning to what only pandoc, Obsidian, Leanpub and story sites write; “extended” if not given.',
    ),
  ),
  plugins: v.pipe(
    v.strictObject(
      { remark: v.optional(v.array(v.string())), rehype: v.optional(v.array(v.string())) },
      'a mapping of lists: { remark: [./shout.mjs] }, or rehype for XHTML',
    ),
    v.description('Plug-ins for Markdown (remark) and for XHTML (rehype), by package name or path.'),
  ),
} as const;

/** Keys of one file. */
export const sectionKeys = {
  kind: v.pipe(
    v.picklist(sectionKinds as [string, ...string[]], 'a kind of section'),
    v.description('What this section is.'),
  ),
  title: text('Its title in the contents; its heading, if the text has none.'),
  lang: v.pipe(languageTag, v.description('Its language, where that is not the book’s.')),
  dir: direction,
  'heading-image': text('A picture above its heading: its path from the file, or none; the book’s if not given.'),
  weight: matching(
    /^-?\d{1,9}(\.\d{1,9})?$/,
    'a number',
    'Its place among the files of the book, where every file has one: the lowest comes first.',
  ),
  'link-names': yesNo(
    'Of a glossary or a list of characters: whether a name’s first mention leads to what is said of it (pages.md).',
  ),
  source: text('Where it came from: its web address, by which an update knows it again.'),
  draft: yesNo('Whether it is left out of the book, which is told.'),
  removed: matching(
    /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/,
    'two dates like 2026-10-01/2026-11-28',
    'Between which days it was removed where it came from; an update writes it, and the book has it in a small line above the chapter.',
  ),
} as const;

export type BookKey = keyof typeof bookKeys;
export type BookValues = { readonly [Key in BookKey]?: v.InferOutput<(typeof bookKeys)[Key]> | undefined };

/** A value before the schema has looked at it: any words where it takes one of a list. */
type Given<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : { readonly [Name in keyof Value]: Given<Value[Name]> };

/** Keys of \`book.yaml\` as an author would type them: what an importer finds in a story. */
export type Facts = { readonly [Key in BookKey]?: Given<v.InferInput<(typeof bookKeys)[Key]>> | undefined };

export type Fact = NonNullable<Facts[BookKey]>;
export type PersonFact = Given<v.InferInput<typeof contributor>>;

export type SectionValues = {
  readonly [Key in keyof typeof sectionKeys]?: v.InferOutput<(typeof sectionKeys)[Key]> | undefined;
};

/** The main one of a value that may be a list. */
export const firstOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

/** Whether a text is a date of W3CDTF that the calendar has. */
export function isDate(text: string): boolean {
  const match =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d):(\d\d)))?)?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year === 0) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month ?? 1) - 1] ?? 31;
  if (day !== undefined && (day < 1 || day > days)) return false;
  return (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60 && (zoneHour ?? 0) < 24 && (zoneMinute ?? 0) < 60;
}

/** Tags from before RFC 4646 that do not follow its grammar (RFC 5646 §2.2.8). */
const irregular: ReadonlySet<string> = new Set(
  'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de'.split(
    ' ',
  ),
);

/** Whether a text is a BCP 47 language tag that names a language. */
export function isLanguageTag(tag: string): boolean {
  if (tag.length > 35) return false; // RFC 5646 §4.4.1: longer ones do not occur
  if (/^x(-[a-z0-9]{1,8})+$/i.test(tag)) return true; // RFC 5646 §2.2.7: private use alone, which Intl refuses
  if (irregular.has(tag.toLowerCase())) return true;
  if (/^[a-z]{4,8}(-|$)/i.test(tag)) return false; // well-formed, but no language has so long a subtag: “english”
  try {
    Intl.getCanonicalLocales(tag);
    return true;
  } catch {
    return false;
  }
}
