/**
 * The typesetting stage: straight typewriter text becomes what a typesetter would have keyed.
 * In: a Book, which this stage now owns and edits in place. Out: the same book. Refuses to know: files, XHTML, pages.
 */
import { allSections, type Book } from '../book/book.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Outcome, Problem } from '../report/problem.ts';
import { setDashes } from './dashes.ts';
import { applyEdits, type Edit, ordered } from './edits.ts';
import { setEllipses } from './ellipses.ts';
import { quoteMarksOf } from './locales.ts';
import { collectPassages, type Passage, writeEdits } from './passages.ts';
import { curlQuotes, primaryOf } from './quotes.ts';
import type { Primary } from './costs.ts';
import { settleBreaks } from './scene-breaks.ts';

/** Sets a whole book: structure first, then the text of every block, note and title. */
export function typesetBook(book: Book): Outcome<Book> {
  const problems: Problem[] = [];
  for (const section of allSections(book.sections)) settleBreaks(section.content);
  if (book.metadata.typography.style === 'off') return { value: book, problems };

  const passages: Passage[] = [];
  for (const section of allSections(book.sections)) {
    const lang = section.lang ?? book.metadata.lang;
    if (section.heading) collectPassages(section.heading, lang, passages);
    collectPassages(section.content, lang, passages);
    for (const { definition } of section.notes) collectPassages(definition, lang, passages);
  }
  const primary = primaryOf(passages.map(({ text }) => text));
  for (const passage of passages) writeEdits(passage, editsOf(passage, primary));

  return { value: { ...book, metadata: typesetMetadata(book.metadata, primary) }, problems };
}

/** Everything there is to change in a passage, in order. */
export function editsOf({ text, lang, literal }: Pick<Passage, 'text' | 'lang' | 'literal'>, primary: Primary): readonly Edit[] {
  if (!/["'\-–]|\.[ .]/.test(text)) return [];
  return ordered([
    ...curlQuotes(text, primary, quoteMarksOf(lang), literal),
    ...setDashes(text, literal),
    ...setEllipses(text, literal),
  ]);
}

/** Sets a plain string: a title, a name. */
export function typesetText(text: string, lang: string, primary: Primary = 'unknown'): string {
  return applyEdits(text, editsOf({ text, lang, literal: undefined }, primary));
}

function typesetMetadata(metadata: Metadata, primary: Primary): Metadata {
  const set = (text: string): string => typesetText(text, metadata.lang, primary);
  const { title, subtitle, description, series } = metadata;
  return {
    ...metadata,
    title: set(title),
    ...(subtitle !== undefined && { subtitle: set(subtitle) }),
    ...(description !== undefined && { description: set(description) }),
    ...(series && { series: { ...series, name: set(series.name) } }),
  };
}
