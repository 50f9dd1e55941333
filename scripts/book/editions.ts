/**
 * The editions of a book: what each is for, and how its file is called.
 * To add one, add a row, and a file in `editions/` that makes it. Nothing here knows how one is made.
 */
export const editions = {
  epub: { ending: '.epub', about: 'one EPUB 3.3 that suits all' },
  kobo: { ending: '.kepub.epub', about: 'for Kobo’s own reader: sentences marked' },
  kindle: { ending: '.kindle.epub', about: 'for Send to Kindle' },
  legacy: { ending: '.legacy.epub', about: 'EPUB 2.0.1 for old devices' },
  'large-print': { ending: '.large-print.epub', about: 'large print for weak eyes' },
  web: { ending: '.html', about: 'one HTML file for a browser' },
} as const satisfies Record<string, { readonly ending: string; readonly about: string }>;

export type EditionName = keyof typeof editions;

/** The names in the order of the table; the first is the one that is made where none is asked for. */
export const editionNames = Object.keys(editions) as readonly EditionName[];

/** Whether a word names an edition. */
export function isEditionName(word: string): word is EditionName {
  return Object.hasOwn(editions, word);
}
