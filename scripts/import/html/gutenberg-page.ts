/**
 * What Project Gutenberg puts above and below a book: a `pre`, or a section of its own, up to “*** START OF …” and from “*** END OF …”.
 * In: a page’s body. Out: its facts, the body without it, and its words as paragraphs, for a page at the end.
 */
import type { Element, ElementContent } from 'hast';
import { withFact } from '../../book/header-facts.ts';
import { headerOf } from '../../book/header-lines.ts';
import type { Facts, PersonFact } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { findElement } from './parse-page.ts';
import { isInline, shortText, visibleText } from './visible.ts';

export interface GutenbergPage {
  readonly facts: Facts;
  readonly body: Element;
  readonly licence: readonly Element[];
  /** Whether the book ends on it. */
  readonly isEnd: boolean;
}

/** Takes the page apart; undefined for any other. In a book of many pages the last ones may have no more than the end. */
export function gutenbergPage(body: Element): GutenbergPage | undefined {
  const lastStart = body.children
    .slice(0, 40)
    .findLastIndex((node) => isLicence(node, /\*\*\*\s*START OF (?:THE|THIS) PROJECT/i));
  const firstEnd = body.children.findIndex((node) => isLicence(node, /\*\*\*\s*END OF (?:THE|THIS) PROJECT/i));
  if (lastStart === -1 && firstEnd === -1) return undefined;
  const end = firstEnd > lastStart ? firstEnd : body.children.length;
  const inside = body.children.slice(lastStart + 1, end);
  const beside = lastStart === -1 ? [] : inside.slice(0, mostBeside).filter(isBeside);
  const outside = [...body.children.slice(0, lastStart + 1), ...beside, ...body.children.slice(end)];
  const licence = outside.flatMap((node) => (node.type === 'element' ? [asParagraphs(node)] : []));
  return {
    facts: factsIn(linesOf(body.children.slice(0, lastStart + 1))),
    body: { ...body, children: inside.filter((node) => !beside.includes(node)) },
    licence,
    isEnd: firstEnd > lastStart,
  };
}

/** An element that has the mark, and is no more than the licence: a whole book may stand in one, too. */
function isLicence(node: ElementContent, mark: RegExp): boolean {
  if (node.type !== 'element') return false;
  const words = visibleText([node], () => false);
  return mark.test(words) && (classesOf(node).includes('pg-boilerplate') || words.length < 30_000);
}

/** So many elements below the licence may speak of other editions. */
const mostBeside = 12;

/** Whether an element speaks of other editions that Project Gutenberg has, or is a table of links to them. */
function isBeside(node: ElementContent): boolean {
  const words = node.type === 'element' ? shortText(node, 1_500) : undefined;
  if (node.type !== 'element' || words === undefined) return false;
  const leads = (each: Element) => /\bgutenberg\.(?:org|net)\/(?:files|ebooks)\//.test(attributeOf(each, 'href') ?? '');
  return /\bProject Gutenberg\b/i.test(words) || findElement(node, leads) !== undefined;
}

/** Lines as they were typed, in paragraphs; a heading of the licence is no chapter. */
function asParagraphs(element: Element): Element {
  if (element.tagName !== 'pre')
    return {
      ...element,
      tagName: /^h[1-6]$/.test(element.tagName) ? 'p' : element.tagName,
      children: element.children.map((child) => (child.type === 'element' ? asParagraphs(child) : child)),
    };
  const text = visibleText(element.children, () => false);
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim() !== '');
  return elementOf(
    'div',
    {},
    paragraphs.map((value) => elementOf('p', {}, [{ type: 'text', value }])),
  );
}

function linesOf(nodes: readonly ElementContent[]): readonly string[] {
  const text = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    const edge = isInline(node) && node.tagName !== 'br' ? '' : '\n';
    return `${edge}${node.children.map(text).join('')}${edge}`;
  };
  return nodes.map(text).join('\n').split('\n');
}

/** “Title: The Mill”, “Author: Ann Example”, “Language: English”, “Translator: …”. */
function factsIn(lines: readonly string[]): Facts {
  let facts: Facts = {};
  const contributors: PersonFact[] = [];
  for (const line of lines) {
    const [, role, name] = /^\s*(Translator|Illustrator|Editor)s?:\s*(\S.*)$/.exec(line) ?? [];
    const header = headerOf(line);
    if (role !== undefined && name !== undefined) contributors.push({ name: name.trim(), role: role.toLowerCase() });
    else if (
      header?.key &&
      ['title', 'author', 'lang'].includes(header.key) &&
      header.key !== 'other' &&
      header.text !== ''
    )
      facts = withFact(facts, header.key, header.text.trim()) ?? facts;
  }
  return { ...facts, ...(contributors.length > 0 && { contributors }) };
}
