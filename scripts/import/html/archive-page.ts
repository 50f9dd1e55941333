/**
 * The page that the Archive of Our Own lets its readers download: preface with facts, summary and notes, chapters,
 * afterword. In: its body. Out: facts for `book.yaml`, and the parts in reading order; every word stays on a page too.
 */
import type { RootContent } from 'mdast';
import type { Facts } from '../imported.ts';
import { blocksOf } from './blocks.ts';
import type { PagePart } from './import-html.ts';
import type { Reading } from './reading.ts';
import { classesOf, findElement, findElements, type HtmlElement, type HtmlNode } from './tree.ts';
import { visibleText } from './visible.ts';

/** Takes the page apart. */
export function archivePage(
  body: HtmlElement,
  reading: Reading,
): { readonly facts: Facts; readonly parts: readonly PagePart[] } {
  const byId = (id: string) => findElement(body, ({ attributes }) => attributes.get('id') === id);
  const preface = byId('preface');
  const facts = preface ? factsOf(preface) : {};
  const meta = (preface && findElement(preface, (each) => classesOf(each).includes('meta'))) ?? preface;
  const parts: PagePart[] = [];
  const about: HtmlNode[] = (preface?.children ?? []).filter((each) => each !== meta);
  const labelled: { readonly label: string; readonly nodes: HtmlNode[] }[] = [];
  for (const node of meta?.children ?? []) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    const label = node.type === 'element' && node.name === 'p' ? wordsOf(node) : '';
    if (/^(?:Summary|Notes|Dedication|Disclaimer)$/i.test(label)) labelled.push({ label, nodes: [] });
    else if (node.type === 'element' && (node.name === 'h1' || classesOf(node).includes('byline'))) continue;
    else (labelled.at(-1)?.nodes ?? about).push(node);
  }
  const heading = (words: string): RootContent => ({
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: words }],
  });
  // Books have their preface before their summary; in that order the names of the files are enough.
  const isSummary = (label: string) => /^summary$/i.test(label);
  const inOrder = [
    ...labelled.filter(({ label }) => !isSummary(label)),
    ...labelled.filter(({ label }) => isSummary(label)),
  ];
  for (const { label, nodes } of inOrder)
    parts.push({
      kind: isSummary(label) ? 'summary' : 'preface',
      blocks: [heading(label), ...unquoted(blocksOf(nodes, reading))],
    });
  const chapters = byId('chapters');
  const story = chapters ? labelsMarked(blocksOf(chapters.children, reading)) : [];
  const opens = story.some((block) => block.type === 'heading');
  parts.push({
    divides: true,
    blocks: opens || facts['title'] === undefined ? story : [heading(String(facts['title'])), ...story],
  });
  const afterword = byId('afterword');
  const after = afterword ? labelsMarked(blocksOf(afterword.children, reading)) : [];
  if (after.length > 0) parts.push({ kind: 'notes', blocks: after });
  const told = blocksOf(about, reading);
  if (told.length > 0) parts.push({ kind: 'colophon', title: 'About This Copy', blocks: told });
  return { facts, parts };
}

function factsOf(preface: HtmlElement): Facts {
  const terms = new Map<string, HtmlElement>();
  for (const list of findElements(preface, ({ name }) => name === 'dl')) {
    let term = '';
    for (const child of list.children) {
      if (child.type === 'text') continue;
      if (child.name === 'dt') term = wordsOf(child).replace(/:$/, '').toLowerCase();
      else terms.set(term, child);
    }
  }
  const words = (term: string): string => {
    const found = terms.get(term);
    return found ? wordsOf(found) : '';
  };
  const links = (pattern: RegExp): readonly string[] =>
    [...terms]
      .filter(([term]) => pattern.test(term))
      .flatMap(([, found]) => findElements(found, ({ name }) => name === 'a').map(wordsOf));
  const authors = findElements(preface, ({ attributes }) => attributes.get('rel') === 'author').map(wordsOf);
  const stats = words('stats');
  const stat = (name: string) => new RegExp(`${name}:\\s*(\\d{4}-\\d\\d-\\d\\d)`, 'i').exec(stats)?.[1];
  const series = /^Part (\d+) of (.+)$/i.exec(words('series'));
  const title = findElement(preface, ({ name }) => name === 'h1');
  const address = findElements(preface, ({ name }) => name === 'a')
    .map(({ attributes }) => attributes.get('href') ?? '')
    .find((href) => /\/works\/\d+$/.test(href));
  const label = findElements(preface, ({ name }) => name === 'p').find((each) => wordsOf(each) === 'Summary');
  const summary = label && findElement(preface, ({ name }) => name === 'blockquote');
  return {
    title: title && wordsOf(title),
    ...(authors.length > 1 ? { authors } : { author: authors[0] }),
    lang: languages[words('language').toLowerCase()],
    description: summary && wordsOf(summary),
    date: stat('Published'),
    updated: stat('Completed') ?? stat('Updated'),
    series: series ? { name: series[2], position: series[1] } : undefined,
    tags: links(/^(?:rating|archive warnings?|categor|fandoms?|relationships?|characters?|additional tags)/),
    source: address,
  };
}

/** The Archive names languages as they name themselves. */
const languages: Readonly<Record<string, string>> = {
  english: 'en',
  deutsch: 'de',
  français: 'fr',
  español: 'es',
  italiano: 'it',
  nederlands: 'nl',
  polski: 'pl',
  'português brasileiro': 'pt-BR',
  'português europeu': 'pt-PT',
  русский: 'ru',
  svenska: 'sv',
  '中文-普通话 國語': 'zh',
  日本語: 'ja',
  čeština: 'cs',
  magyar: 'hu',
  українська: 'uk',
  עברית: 'he',
  العربية: 'ar',
  suomi: 'fi',
  dansk: 'da',
  norsk: 'no',
};

const wordsOf = (element: HtmlElement): string =>
  visibleText(element.children, () => false)
    .replace(/\s+/g, ' ')
    .trim();

/** Notes and summaries stand in quotations on the page; as sections of their own they need none. */
function unquoted(blocks: readonly RootContent[]): readonly RootContent[] {
  return blocks.flatMap((block): readonly RootContent[] => (block.type === 'blockquote' ? block.children : [block]));
}

/** “Chapter Notes” and its like in bold, as the labels they are. */
function labelsMarked(blocks: readonly RootContent[]): readonly RootContent[] {
  return blocks.map((block) => {
    const [only] = block.type === 'paragraph' ? block.children : [];
    if (block.type !== 'paragraph' || only?.type !== 'text' || block.children.length > 1) return block;
    const isLabel = /^(?:Chapter )?(?:End )?(?:Notes|Summary)$/i.test(only.value);
    return isLabel ? { ...block, children: [{ type: 'strong' as const, children: [only] }] } : block;
  });
}
