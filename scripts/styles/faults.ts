/** What an author is told of a style sheet: each with what the book gets, and what to do. In: a bit of the sheet. Out: words. */

export interface Fault {
  readonly reason: string;
  readonly hint: string;
}

const without = 'the book’s style sheet is without it.';

/** A bit of a sheet, or an address in it, in quotation marks. */
const shown = (css: string): string => `“${css.length > 60 ? `${css.slice(0, 57)}…` : css}”`;

export const faults = {
  unreadable: (css) => ({
    reason: `${shown(css)} is no CSS that can be read; ${without}`,
    hint: 'Look there and just before it for a “;”, a bracket or a quotation mark that is missing, or one too many.',
  }),
  unknown: (css) => ({
    reason: `${shown(css)} is nothing that every reader of EPUBs knows, and shops refuse it; ${without}`,
    hint: 'Say it with elements, classes, attributes, :first-child and its like, :not(.a), @media, @supports, @font-face, @page.',
  }),
  nested: (css) => ({
    reason: `${shown(css)} stands inside another rule, which shops refuse; ${without}`,
    hint: 'Close the rule before it with “}”; or make it a rule of its own.',
  }),
  direction: (css) => ({
    reason: `EPUB forbids ${shown(css)} in a style sheet; ${without}`,
    hint: 'Say it in book.yaml (dir: rtl), or in the text (<span dir="rtl">).',
  }),
  fixed: (css) => ({
    reason: `${shown(css)} is a place on a screen, and a book has pages; ${without}`,
    hint: 'Take it out, or use float.',
  }),
  active: (css) => ({
    reason: `${shown(css)} can run or fetch what is not in the book; ${without}`,
    hint: 'Take it out; url(…) names a picture in the manuscript.',
  }),
  imported: (css) => ({
    reason: `A book’s style sheet is one file, so ${shown(css)} is left out.`,
    hint: 'Copy the rules of that file into this one.',
  }),
  charset: (css) => ({
    reason: `This file was read as UTF-8, so ${shown(css)} is left out.`,
    hint: 'Take the line out.',
  }),
  unclosed: (css) => ({
    reason: `Nothing closes the ${shown(css)} here; the book’s style sheet takes all that follows as part of it.`,
    hint: css === '/*' ? 'Write “*/” where the comment ends.' : 'Write the closing bracket where it belongs.',
  }),
  stray: (css) => ({
    reason: `${shown(css)} closes nothing; ${without}`,
    hint: 'Take it out, or write the bracket that it closes.',
  }),
  tooDeep: () => ({
    reason: 'Brackets are nested here more than 64 deep; the book’s style sheet is without what they hold.',
    hint: 'Nest them less deep.',
  }),
  remote: (css) => ({
    reason: `${shown(css)} is not in the manuscript, and a book fetches nothing; ${without}`,
    hint: 'Copy it into the manuscript, and name it by its path from the folder of this file, like fonts/garamond.ttf.',
  }),
  noPicture: (css) => ({
    reason: `There is no picture ${shown(css)}; ${without}`,
    hint: 'Name a JPEG, PNG, GIF, SVG, WebP or AVIF by its path from the folder of this file; capitals count.',
  }),
  noFont: (css) => ({
    reason: `There is no typeface ${shown(css)}; ${without}`,
    hint: 'Name a file of the kind .ttf, .otf, .woff or .woff2 by its path from the folder of this file; capitals count.',
  }),
  noEmbedding: (css) => ({
    reason: `The typeface ${shown(css)} says that nobody may put it into a document (OS/2 fsType); the book holds it all the same.`,
    hint: 'Ask who made it for a licence for e-books, or take another, for example one under the SIL Open Font License.',
  }),
} as const satisfies Readonly<Record<string, (css: string) => Fault>>;
