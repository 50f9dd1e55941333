/**
 * The typesetting stage: straight typewriter text becomes what a typesetter would have keyed.
 * In: a Book, which this stage now owns and edits in place. Out: the same book. Refuses to know: files, XHTML, pages.
 */
import { allSections, type Book } from '../book/book.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Outcome } from '../report/problem.ts';
import { createPassageTypesetter, type PassageTypesetter } from './apply-rules.ts';
import { queriesOf } from './queries/ask.ts';
import { markEndMark, resolveSceneBreaks } from './scene-breaks.ts';
import { applyEdits } from './text/edits.ts';
import { collectPassages, type Passage, writeEdits } from './text/passages.ts';

/**
 * Sets a whole book: structure first, then the text of every block, note and title. `sources` are the files' texts by path;
 * the queries that come back name places in them.
 */
export function typesetBook(book: Book, sources: ReadonlyMap<string, string> = new Map()): Outcome<Book> {
  for (const { content, notes } of allSections(book.sections)) {
    resolveSceneBreaks(content);
    for (const { definition } of notes) resolveSceneBreaks(definition);
    markEndMark(content);
  }

  const passages: Passage[] = [];
  const paths: string[] = [];
  for (const section of allSections(book.sections)) {
    const lang = section.lang ?? book.metadata.lang;
    if (section.heading) collectPassages(section.heading, lang, passages);
    collectPassages(section.content, lang, passages);
    for (const { definition } of section.notes) collectPassages(definition, lang, passages);
    while (paths.length < passages.length) paths.push(section.path);
  }
  const { typography } = book.metadata;
  const compose = createPassageTypesetter(passages, typography);
  // Every passage is read before any is written: a passage's neighbour tells how it ends.
  const locatedPassages = passages.map((passage, i) => ({
    passage,
    composed: compose(passage, passages[i + 1]?.text),
    path: paths[i] ?? '',
  }));
  const problems = queriesOf(locatedPassages, typography, sources);
  for (const { passage, composed } of locatedPassages) writeEdits(passage, composed.edits);

  return { value: { ...book, metadata: typesetMetadata(book.metadata, compose) }, problems };
}

function typesetMetadata(metadata: Metadata, compose: PassageTypesetter): Metadata {
  const set = (text: string): string =>
    applyEdits(text, compose({ text, lang: metadata.lang, block: 'line', literal: undefined }).edits);
  const { title, subtitle, description, series } = metadata;
  return {
    ...metadata,
    title: set(title),
    ...(subtitle !== undefined && { subtitle: set(subtitle) }),
    ...(description !== undefined && { description: set(description) }),
    ...(series && { series: { ...series, name: set(series.name) } }),
  };
}
