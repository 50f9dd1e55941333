/**
 * What FanFicFare, which makes EPUBs of stories on the web, adds to them: a page of facts, one of contents, a log of its updates; each says so
 * in the class of its body. In: pages. Out: facts for `book.yaml`, the lines that have no key, and the pages that are left.
 */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import { withFact } from '../../book/header-facts.ts';
import { headerOf } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { classesOf, isElement } from '../../html/hast-nodes.ts';
import { blockWords } from '../html/block-words.ts';
import type { PageAt } from '../html/find-notes.ts';
import { findElement, findElements } from '../html/parse-page.ts';
import { visibleText, wordsOf } from '../html/visible.ts';

export interface FanFicFarePages {
  readonly facts: Facts;
  /** “**Words:** 12,004”, one paragraph of lines; undefined where every line has a key. */
  readonly others: Paragraph | undefined;
  readonly words: readonly string[];
  readonly added: readonly PageAt[];
}

const own = /^fff_(?:titlepage|tocpage|logpage|coverpage)$/;

/** Reads the pages that it added. */
export function fanFicFarePages(pages: readonly PageAt[]): FanFicFarePages {
  const isAdded = (name: string) => pages.filter(({ body }) => classesOf(body).some((each) => each === name));
  const lines = isAdded('fff_titlepage').flatMap(({ body }) => linesOf(body));
  let facts: Facts = {};
  const others: PhrasingContent[] = [];
  for (const { label, words } of lines) {
    const key = keyOf(label);
    const more = key && withFact(facts, key, words);
    facts = more ?? facts;
    if (more) continue;
    if (others.length > 0) others.push({ type: 'break' });
    others.push({ type: 'strong', children: [text(`${label}:`)] }, text(` ${words}`));
  }
  return {
    facts,
    words: others.map((each) => blockWords(each)),
    others: others.length > 0 ? { type: 'paragraph', children: others } : undefined,
    added: pages.filter(({ body }) => classesOf(body).some((name) => own.test(name))),
  };
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

function keyOf(label: string) {
  if (/^category$/i.test(label)) return 'fandoms';
  if (/^story url$/i.test(label)) return 'source';
  const key = headerOf(`${label}: x`)?.key;
  return key === 'other' ? undefined : key;
}

/** `<b>Label:</b> words`, ended by a line break, or in a row of a table. */
function linesOf(body: Element): readonly { readonly label: string; readonly words: string }[] {
  const rows = findElements(body, ({ tagName }) => tagName === 'tr').map(({ children }) => children);
  const box = findElement(body, (each) => each.tagName === 'div');
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
