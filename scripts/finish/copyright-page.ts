/**
 * The copyright page: whose the book is, under which licence, who published it and when, its ISBNs. In: metadata. Out: lines, and the
 * page; `templates/copyright.xhtml.ejs` prints them.
 */
import { copyrightLabels } from '../book/copyright-labels.ts';
import { editionNames } from '../book/editions.ts';
import { labelLanguage } from '../book/labels.ts';
import { licenceOf } from '../book/licences.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';
import type { Outcome } from '../report/problem.ts';
import { type PageSources, printPage } from './print-page.ts';

interface CopyrightLine {
  readonly text: string;
  /** Words of the press's before it, in the language of its labels. */
  readonly label?: string | undefined;
  /** Whether the whole is in that language. */
  readonly isLabel?: boolean | undefined;
  readonly href?: string | undefined;
}

/** What other tools call the files of each edition. */
const editionWords = {
  epub: 'EPUB',
  kobo: 'Kobo',
  kindle: 'Kindle',
  legacy: 'EPUB 2',
  web: 'HTML',
  'large-print': 'EPUB, large print',
} as const;

/** The page. */
export function printCopyrightPage(sources: PageSources): Outcome<ContentDocument> {
  const { lang, contributors } = sources.metadata;
  const title = copyrightLabels(lang).copyright;
  return printPage(sources, 'copyright', title, {
    title,
    labelLang: labelLanguage(lang),
    lines: copyrightLines(sources.metadata),
    others: contributors.filter(({ role }) => role !== 'author'),
  });
}

/** The lines, in the order in which books have them; what the metadata does not say has none. */
export function copyrightLines(metadata: Metadata): readonly CopyrightLine[] {
  const { contributors, date, rights, licence, publisher, isbns = {}, lang } = metadata;
  const words = copyrightLabels(lang);
  const said = [rights, licence].filter((each) => each !== undefined);
  const authors = authorNames(contributors).join(', ');
  const year = date?.slice(0, 4);
  // Who gives a work away, or writes the line himself, has no use for ours.
  const isSaid = said.some((each) => /©|\(c\)|copyright|public domain|\bCC[\s-]?(?:0|zero)\b/i.test(each));
  const list = [...editionNames, 'print' as const].flatMap((name) => {
    const isbn = isbns[name];
    return isbn === undefined ? [] : [[isbn.replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?\s*)/i, ''), name] as const];
  });
  return [
    ...(authors && !isSaid ? [{ text: ['©', year, authors].filter(Boolean).join(' ') }] : []),
    ...said.map((each) => {
      const known = licenceOf(each);
      if (known) return { text: known.name, href: known.href };
      const isReserved = /^all rights reserved\.?$/i.test(each);
      return { text: isReserved ? words.reserved : each, isLabel: isReserved };
    }),
    ...(publisher ? [{ label: words.publisher, text: [publisher, year].filter(Boolean).join(', ') }] : []),
    ...list.map(([isbn, name]) => {
      const what = name === 'print' ? words.print : editionWords[name];
      return { text: `ISBN ${isbn}${list.length > 1 ? ` (${what})` : ''}` };
    }),
  ];
}
