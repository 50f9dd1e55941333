/** The pages that the press puts before the text: cover, half title, title page, contents. In: what they show. Out: content documents. */
import { ornamentText } from '../book/design.ts';
import { labelLanguage } from '../book/labels.ts';
import { authorNames } from '../book/metadata.ts';
import type { ContentDocument, Cover, NavEntry } from '../book/publication.ts';
import type { Outcome } from '../report/problem.ts';
import { type PageSources, printPage } from './print-page.ts';

/** The page that shows the cover picture. */
export function printCover(sources: PageSources, cover: Cover): Outcome<ContentDocument> {
  return printPage(sources, 'cover', sources.labels.cover, { cover });
}

/** The title alone, on the first page of the book. */
export function printHalfTitle(sources: PageSources): Outcome<ContentDocument> {
  return printPage(sources, 'half-title', sources.metadata.title, {});
}

/** The title page: title, who made the book, who publishes it. */
export function printTitlePage(sources: PageSources): Outcome<ContentDocument> {
  const { title, lang, contributors, design } = sources.metadata;
  const isDrawn = design.ornament === undefined && Boolean(sources.templates.get('ornament.svg'));
  return printPage(sources, 'title-page', title, {
    titleClasses: ['book-title', ...longWords(title)].join(' '),
    labelLang: labelLanguage(lang),
    authors: authorNames(contributors),
    others: contributors.filter(({ role }) => role !== 'author'),
    ornament: ornamentText(design),
    ornamentImage: isDrawn ? 'images/ornament.svg' : undefined,
  });
}

/** Classes of a title that has a word of many letters: it gets letters so small that no word is divided on a phone. */
function longWords(title: string): readonly string[] {
  const longest = Math.max(0, ...(title.match(/[\p{L}\p{M}]+/gu) ?? []).map(({ length }) => length));
  return longest >= 14 ? ['long-word', 'longer-word'] : longest >= 9 ? ['long-word'] : [];
}

/** The contents as a page of the book. */
export function printContents(sources: PageSources, nav: readonly NavEntry[]): Outcome<ContentDocument> {
  return printPage(sources, 'contents', sources.labels.contents, { nav });
}
