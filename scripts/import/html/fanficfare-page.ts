/**
 * Stories that FanFicFare keeps as one web page: a title with a name, a table of facts, a list of contents, and chapters, each after an
 * anchor with its heading. In: a body. Out: what `story-sites.ts` has of any site. The table is read here for its EPUBs, too.
 */
import type { Element, ElementContent } from 'hast';
import { withFact } from '../../book/header-facts.ts';
import { headerOf } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { attributeOf, elementOf, isElement } from '../../html/hast-nodes.ts';
import { findElement, findElements } from './parse-page.ts';
import { both, cls, inside, link, type SiteChapter, type SitePage, tag } from './site-page.ts';
import { visibleText, wordsOf } from './visible.ts';

/** “**Words:** 12,004”. */
export interface LabelledLine {
  readonly label: string;
  readonly words: string;
}

/** Reads such a page; undefined for any other. */
export function fanFicFareDownload(body: Element): SitePage | undefined {
  const title = findElement(body, tag(/^h1$/));
  const table = findElement(body, both(tag(/^table$/), cls('full')));
  const work = inside(title, link(/^http/));
  if (!title || !table || !work) return undefined;
  const chapters: { readonly heading: Element; readonly text: ElementContent[] }[] = [];
  for (const node of body.children) {
    const heading = node.type === 'element' && isSection(node) ? inside(node, tag(/^h2$/)) : undefined;
    if (heading) chapters.push({ heading, text: [] });
    else chapters.at(-1)?.text.push(node);
  }
  const { facts, others } = labelledFacts(labelledLines(table));
  const names = findElements(
    title,
    both(link(/./), (each) => each !== work),
  ).map(wordsOf);
  const byline = /^\s*by\s+(.+)$/i.exec(wordsOf(title).slice(wordsOf(work).length))?.[1];
  return {
    facts: {
      title: wordsOf(work),
      ...(names.length > 1 ? { authors: names } : { author: names[0] ?? byline }),
      source: attributeOf(work, 'href'),
      ...facts,
    },
    chapters: chapters.map(
      ({ heading, text }): SiteChapter => ({ heading, before: [], text: elementOf('div', {}, text), after: [] }),
    ),
    colophon: others.length === 0 ? [] : [elementOf('p', {}, others.flatMap(asLine))],
  };
}

const isSection = (each: Element): boolean =>
  each.tagName === 'a' && /^section\d+$/.test(attributeOf(each, 'name') ?? '');

const asLine = ({ label, words }: LabelledLine, at: number): readonly ElementContent[] => [
  ...(at > 0 ? [elementOf('br')] : []),
  elementOf('b', {}, [{ type: 'text', value: `${label}:` }]),
  { type: 'text', value: ` ${words}` },
];

/** `<b>Label:</b> words`, in a row of a table, or ended by a line break. */
export function labelledLines(within: Element): readonly LabelledLine[] {
  const rows = findElements(within, ({ tagName }) => tagName === 'tr').map(({ children }) => children);
  const box = findElement(within, (each) => each.tagName === 'div');
  return [...rows, ...(box ? linesIn(box.children) : [])].flatMap((nodes) => {
    const line = visibleText(nodes, () => false)
      .replace(/\s+/g, ' ')
      .trim();
    const bold = nodes.flatMap((each) => findElement(each, ({ tagName }) => tagName === 'b') ?? [])[0];
    const label = bold && wordsOf(bold);
    if (!label?.endsWith(':') || !line.startsWith(label)) return [];
    return [{ label: label.slice(0, -1), words: line.slice(label.length).trim() }];
  });
}

function linesIn(nodes: readonly ElementContent[]): readonly ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes) {
    if (isElement(node, 'br')) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** Keys of `book.yaml`, and the lines that have none. */
export function labelledFacts(lines: readonly LabelledLine[]) {
  let facts: Facts = {};
  const others: LabelledLine[] = [];
  for (const line of lines) {
    const key = keyOf(line.label);
    const more = key && withFact(facts, key, line.words);
    facts = more ?? facts;
    if (!more) others.push(line);
  }
  return { facts, others };
}

function keyOf(label: string) {
  if (/^category$/i.test(label)) return 'fandoms';
  if (/^story url$/i.test(label)) return 'source';
  const key = headerOf(`${label}: x`)?.key;
  return key === 'other' ? undefined : key;
}
