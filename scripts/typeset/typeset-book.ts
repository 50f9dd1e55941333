/**
 * The typesetting stage: straight typewriter text becomes what a typesetter would have keyed.
 * In: a Book, which this stage now owns and edits in place. Out: the same book.
 */
import { allSections, type Book } from '../book/book.ts';
import type { Metadata } from '../book/metadata.ts';
import { collector } from '../report/collector.ts';
import type { Outcome } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import { createPassageTypesetter, type PassageTypesetter, type TypesetPassage } from './apply-rules.ts';
import { queriesOf } from './queries/ask.ts';
import type { LocatedPassage } from './queries/located-passage.ts';
import { markEndMark, resolveSceneBreaks } from './scene-breaks.ts';
import { applyEdits } from './text/edits.ts';
import { collectPassages, type Passage, writeEdits } from './text/passages.ts';

export interface TypesetOptions {
  /** The files' texts by path; the queries that come back name places in them. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Called before each section. */
  readonly step?: Step;
}

/** Sets a whole book; each of several works as it would be set alone. */
export async function typesetBook(book: Book, options: TypesetOptions = {}): Promise<Outcome<Book>> {
  const { problems, take } = collector();
  const works = book.works && new Map(book.works);
  for (const section of works ? book.sections : []) {
    const metadata = works?.get(section.id);
    if (metadata) works?.set(section.id, take(await typesetWork({ metadata, sections: [section] }, options)).metadata);
  }
  const own = works ? book.sections.filter(({ work }) => work === undefined) : book.sections;
  const { metadata } = take(await typesetWork({ ...book, sections: own }, options));
  return { value: { ...book, metadata, works }, problems };
}

/** Sets a work: structure first, then the text of every block, note and title. */
async function typesetWork(book: Book, { sources = new Map(), step }: TypesetOptions): Promise<Outcome<Book>> {
  const sections = [...allSections(book.sections)];
  for (const { content, notes } of sections) {
    resolveSceneBreaks(content);
    for (const { definition } of notes) resolveSceneBreaks(definition);
    markEndMark(content);
  }

  const passages: Passage[] = [];
  const ends = sections.map(({ lang = book.metadata.lang, heading, content, notes }) => {
    if (heading) collectPassages(heading, lang, passages);
    collectPassages(content, lang, passages);
    for (const { definition } of notes) collectPassages(definition, lang, passages);
    return passages.length;
  });
  const { typography } = book.metadata;
  const compose = createPassageTypesetter(passages, typography, book.metadata.lang);
  // Every passage is read before any is written: a passage's neighbour tells how it ends.
  const locatedPassages: LocatedPassage[] = [];
  for (const [at, { path }] of sections.entries()) {
    await step?.(at, sections.length);
    let composed: TypesetPassage | undefined;
    for (const passage of passages.slice(locatedPassages.length, ends[at])) {
      composed = compose(passage, passages[locatedPassages.length + 1]?.text, composed);
      locatedPassages.push({ passage, composed, path });
    }
  }
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
