/** The table of facts above a work of the Archive of Our Own. In: the preface of its page. Out: keys of `book.yaml`, and what has none. */
import type { Element } from 'hast';
import { languageOf } from '../../book/language-names.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { findElement, findElements } from './parse-page.ts';
import { wordsOf } from './visible.ts';

export interface ArchiveFacts {
  readonly facts: Facts;
  /** Terms and descriptions that no key has a place for. */
  readonly others: readonly Element[];
}

/** Reads a table: keys of `book.yaml`, and what has none. */
export function archiveTable(within: Element): ArchiveFacts {
  const others: Element[] = [];
  let table: Facts = {};
  for (const { term, description } of pairsOf(within)) {
    const told = termFacts(wordsOf(term).replace(/:$/, '').toLowerCase(), description);
    if (told === undefined) others.push(term, description);
    else table = { ...table, ...told, tags: [table.tags ?? [], told.tags ?? []].flat() };
  }
  return { facts: table, others };
}

/** Reads the table, the title and who wrote it. */
export function archiveFacts(preface: Element): ArchiveFacts {
  const { facts: table, others } = archiveTable(preface);
  const title = findElement(preface, ({ tagName }) => tagName === 'h1');
  const byline = findElement(preface, (each) => classesOf(each).includes('byline'));
  const linked = findElements(byline ?? preface, (each) => attributeOf(each, 'rel') === 'author').map(wordsOf);
  const named = byline ? wordsOf(byline).replace(/^by\s+/i, '') : '';
  const authors = linked.length > 0 || named === '' ? linked : [named];
  const address = findElements(preface, ({ tagName }) => tagName === 'a')
    .map((each) => attributeOf(each, 'href') ?? '')
    .find((href) => /\/works\/\d+$/.test(href));
  const summary = summaryOf(preface);
  const { lang, date, updated, series, tags, ...copy } = table;
  return {
    facts: {
      title: title && wordsOf(title),
      ...(authors.length > 1 ? { authors } : { author: authors[0] }),
      lang,
      description: summary && wordsOf(summary),
      date,
      updated,
      series,
      tags,
      source: address,
      ...copy,
    },
    others,
  };
}

function pairsOf(preface: Element): readonly { readonly term: Element; readonly description: Element }[] {
  return findElements(preface, ({ tagName }) => tagName === 'dl').flatMap((list) => {
    const items = list.children.filter((child): child is Element => child.type === 'element');
    return items.flatMap((description, at) => {
      const term = items[at - 1];
      return description.tagName === 'dd' && term?.tagName === 'dt' ? [{ term, description }] : [];
    });
  });
}

/** What one line of the table says; undefined where no key has a place for all of it. */
function termFacts(term: string, description: Element): Facts | undefined {
  const words = wordsOf(description);
  const linked = findElements(description, ({ tagName }) => tagName === 'a').map(wordsOf);
  const list = linked.length > 0 ? linked : words.split(',').map((each) => each.trim());
  const key = lists.find(({ pattern }) => pattern.test(term))?.key;
  if (key !== undefined) return { [key]: list };
  if (term === 'rating') return { rating: words };
  if (term === 'stats') return statFacts(words);
  if (term === 'language') {
    const lang = languageOf(words);
    return lang === undefined ? undefined : { lang };
  }
  // On a saved page there are ways to the works beside it, too.
  const place = findElement(description, (each) => classesOf(each).includes('position'));
  const series = term === 'series' ? /^Part (\d+) of (.+)$/i.exec(place ? wordsOf(place) : words) : null;
  if (!series || (!place && linked.length > 1)) return undefined;
  return { series: { name: series[2] ?? '', position: series[1] } };
}

const lists: readonly { readonly pattern: RegExp; readonly key: string }[] = [
  { pattern: /^archive warnings?$/, key: 'warnings' },
  { pattern: /^fandoms?$/, key: 'fandoms' },
  { pattern: /^relationships?$/, key: 'relationships' },
  { pattern: /^characters?$/, key: 'characters' },
  { pattern: /^additional tags$|^categor(?:y|ies)$/, key: 'tags' },
];

/** “Published: 2019-03-02 Completed: 2019-04-11 Words: 511 Chapters: 2/2”. The press counts words anew. */
function statFacts(words: string): Facts {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of words.matchAll(
    /\b(Published|Completed|Updated|Words|Chapters):\s*([\d,.?/-]+)/g,
  ))
    found.set(name, value);
  const chapters = found.get('Chapters');
  const [have, all] = chapters?.split('/') ?? [];
  const isComplete = found.has('Completed') || (have !== undefined && have === all);
  return {
    date: found.get('Published'),
    updated: found.get('Completed') ?? found.get('Updated'),
    status: isComplete ? 'Complete' : chapters && 'In progress',
    chapters,
    words: found.has('Words') ? 'true' : undefined,
  };
}

function summaryOf(preface: Element): Element | undefined {
  let isNext = false;
  for (const each of findElements(preface, ({ tagName }) => tagName === 'p' || tagName === 'blockquote')) {
    if (each.tagName === 'blockquote' && isNext) return each;
    if (each.tagName === 'p' && wordsOf(each) === 'Summary') isNext = true;
  }
  return undefined;
}
