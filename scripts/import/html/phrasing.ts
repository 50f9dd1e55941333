/** Running text: inline elements become phrasing content. In: nodes. Out: mdast, its edges without white space. */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { foreignElements, inlineElements } from '../../book/html-elements.ts';
import { attributeOf, classesOf, isBare } from '../../html/hast-nodes.ts';
import type { HtmlReader } from './html-reader.ts';
import { isDisplayed, texOf } from './mathml-tex.ts';
import { mergeInline, trimInline } from './merge-inline.ts';
import { findElement } from './parse-page.ts';
import { openTag, rawHtml } from './print-raw.ts';
import { anchorAt } from './resolve-links.ts';
import { visibleText } from './visible.ts';

const kept: ReadonlySet<string> = new Set('sub sup u ins mark ruby rb rt rp rtc q'.split(' '));

/** What the press makes of Markdown's own signs. */
const plain: ReadonlySet<string> = new Set('em strong del code a img'.split(' '));

const marks: ReadonlyMap<string, 'emphasis' | 'strong' | 'delete'> = new Map([
  ...['em', 'i', 'cite', 'dfn', 'var'].map((name) => [name, 'emphasis'] as const),
  ...['strong', 'b'].map((name) => [name, 'strong'] as const),
  ...['del', 's', 'strike'].map((name) => [name, 'delete'] as const),
]);

/** Phrasing content of nodes, as one run. */
export function phrasesOf(nodes: readonly ElementContent[], reader: HtmlReader): PhrasingContent[] {
  return trimInline(mergeInline(phrases(nodes, reader)));
}

function phrases(nodes: readonly ElementContent[], reader: HtmlReader): PhrasingContent[] {
  return nodes.flatMap((node, at) => {
    const next = nodes[at + 1];
    const ends =
      node.type === 'element' && node.tagName === 'br' && next?.type === 'text' && next.value.startsWith('\n');
    return ends ? [{ type: 'break' }] : phraseOf(node, reader);
  });
}

function phraseOf(node: ElementContent, reader: HtmlReader): PhrasingContent[] {
  if (node.type === 'text') {
    const isEven = !reader.exact && !/[\t\n\r\f]| {2}/.test(node.value);
    const value = isEven
      ? node.value
      : node.value.replace(/[ \t\n\r\f]+/g, (space) => (reader.exact && space.includes('\n') ? '\n' : ' '));
    return value === '' ? [] : [{ type: 'text', value }];
  }
  if (node.type !== 'element') return [];
  const address = reader.anchor?.(node);
  const within = inLanguage(phrasesWithin(node, reader), reader.foreignLang?.(node));
  return address === undefined ? within : [anchorAt(address), ...within];
}

/** Words of another language, in a span that says so. */
export function inLanguage(inside: PhrasingContent[], lang: string | undefined): PhrasingContent[] {
  if (lang === undefined || !inside.some(isWord)) return inside;
  const [only, ...more] = inside;
  const isSpan = only?.type === 'textDirective' && only.name === 'span' && more.length === 0;
  return isSpan
    ? [{ ...only, attributes: { ...only.attributes, lang } }]
    : [{ type: 'textDirective', name: 'span', attributes: { lang }, children: inside }];
}

const isWord = (node: PhrasingContent): boolean => node.type !== 'text' || node.value.trim() !== '';

/** Phrasing content of an element, with the white space at its ends. */
export const phrasesIn = (node: Element, reader: HtmlReader): PhrasingContent[] =>
  mergeInline(phrases(node.children, reader));

function phrasesWithin(node: Element, reader: HtmlReader): PhrasingContent[] {
  const { tagName } = node;
  const special = reader.phrase?.(node);
  if (special) return [...special];
  if (reader.exact && (!plain.has(tagName) || (marks.has(tagName) && !isBare(node)))) return rawPhrase(node, reader);
  const mark = marks.get(tagName);
  if (mark) return marked(mark, phrasesIn(node, reader));
  switch (tagName) {
    case 'code':
    case 'tt':
    case 'kbd':
    case 'samp':
      return codePhrase(node, reader);
    case 'br':
      return [{ type: 'break' }];
    case 'img':
      return imagePhrase(node, reader);
    case 'a':
      return linkPhrase(node, reader);
    case 'svg':
      return [...foreignParts(node, reader)];
    case 'math': {
      const tex = texOf(node);
      return tex === undefined ? [...foreignParts(node, reader)] : [formula(tex, isDisplayed(node))];
    }
    case 'wbr':
      return [];
    case 'span':
    case 'font':
      return styled(node, reader, phrasesIn(node, reader));
  }
  const inside = phrasesIn(node, reader);
  if (kept.has(tagName)) return raw(node, reader, inside);
  const space: PhrasingContent = { type: 'text', value: ' ' };
  return inlineElements.has(tagName) ? inside : [space, ...inside, { ...space }];
}

/** Raw HTML in a manuscript of ours, which stays raw: `i` is not `em`. */
function rawPhrase(node: Element, reader: HtmlReader): PhrasingContent[] {
  if (node.tagName === 'br') return [{ type: 'html', value: '<br>' }];
  return foreignElements.has(node.tagName) ? [foreign(node)] : raw(node, reader, phrasesIn(node, reader));
}

/** What stands between dollars. */
const formula = (tex: string, display: boolean): PhrasingContent => ({
  type: 'inlineMath',
  value: tex,
  display,
  typed: display ? `$$${tex}$$` : `$${tex}$`,
});

function codePhrase(node: Element, reader: HtmlReader): PhrasingContent[] {
  const classes = classesOf(node);
  if (classes.includes('fleuron-tex'))
    // what a Word document’s formula was written as
    return [formula(visibleText(node.children, () => false).trim(), classes.includes('display'))];
  const isText = node.children.every(({ type }) => type === 'text');
  if (!isText) return reader.exact ? raw(node, reader, phrasesIn(node, reader)) : phrasesIn(node, reader);
  const text = visibleText(node.children, () => false);
  if (text.trim() === '' && !reader.exact) return phrasesIn(node, reader);
  return text === '' ? [] : [{ type: 'inlineCode', value: reader.exact ? text : text.replace(/\s+/g, ' ') }];
}

/** A picture; what it shows in words where there is none. */
function imagePhrase(node: Element, reader: HtmlReader): PhrasingContent[] {
  const url = reader.src(attributeOf(node, 'src') ?? '');
  const alt = attributeOf(node, 'alt')?.replace(/\s+/g, ' ') ?? '';
  const title = attributeOf(node, 'title');
  if (url === undefined) return alt ? [{ type: 'text', value: alt }] : [];
  return [{ type: 'image', url, alt, ...(title && { title }) }];
}

/** A link; what is in it where it leads nowhere, or around what must not stand in one. */
function linkPhrase(node: Element, reader: HtmlReader): PhrasingContent[] {
  const href = attributeOf(node, 'href');
  const url = href === undefined ? undefined : reader.href(href);
  const children = phrasesIn(node, reader);
  const title = attributeOf(node, 'title');
  const isAround = (each: Element) => each !== node && (each.tagName === 'a' || reader.phrase?.(each) !== undefined);
  if (url === undefined || children.length === 0 || findElement(node, isAround)) return children;
  return [{ type: 'link', url, ...(title && { title }), children: children as never }];
}

/** A drawing or a formula, on one line. */
function foreign(node: Element): PhrasingContent {
  return { type: 'html', value: rawHtml(node, (_, value) => value).replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ') };
}

/** The same tag by tag: between tags on a line, what reads as Markdown is Markdown, so its text is printed as such. */
function foreignParts(node: ElementContent, reader: HtmlReader): readonly PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }];
  if (node.type !== 'element') return [];
  const special = reader.phrase?.(node);
  if (special) return special;
  return [
    { type: 'html', value: openTag(node, (_, value) => value.replace(/\s+/g, ' '), true) },
    ...node.children.flatMap((child) => foreignParts(child, reader)),
    { type: 'html', value: `</${node.tagName}>` },
  ];
}

function raw(node: Element, reader: HtmlReader, inside: readonly PhrasingContent[]): PhrasingContent[] {
  if (inside.length === 0 && !reader.exact) return [];
  return [
    { type: 'html', value: openTag(node, reader.keep) },
    ...inside,
    { type: 'html', value: `</${node.tagName}>` },
  ];
}

/** The declarations of an element’s own style and of its classes. */
export function stylesOf(node: Element, { styleOf }: HtmlReader): string {
  const byClass = classesOf(node).map((name) => styleOf?.(name) ?? '');
  return `${attributeOf(node, 'style') ?? ''};${byClass.join(';')}`;
}

export type Direction = 'ltr' | 'rtl';

/** The direction that an element gives its text. */
export function directionOf(element: Element, style: string): Direction | undefined {
  const dir = /\bdirection\s*:\s*(ltr|rtl)/i.exec(style)?.[1] ?? attributeOf(element, 'dir');
  return /^ltr$/i.test(dir ?? '') ? 'ltr' : /^rtl$/i.test(dir ?? '') ? 'rtl' : undefined;
}

function styled(node: Element, reader: HtmlReader, inside: PhrasingContent[]): PhrasingContent[] {
  const style = stylesOf(node, reader);
  return styledWords(inside, style, directionOf(node, style));
}

/** Emphasis, small capitals and lines below by style, as word processors and converters write them, and a direction; around words only. */
export function styledWords(inside: PhrasingContent[], style: string, dir?: Direction): PhrasingContent[] {
  const italic = /font-style\s*:\s*(?:italic|oblique)/i.test(style) ? marked('emphasis', inside) : inside;
  const bold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style) ? marked('strong', italic) : italic;
  // Small capitals stand for small letters: of “THE END” they change nothing.
  const isSmall =
    /font-variant(?:-caps)?\s*:\s*all-small-caps/i.test(style) ||
    (/font-variant(?:-caps)?\s*:\s*small-caps/i.test(style) && bold.some((each) => /\p{Ll}/u.test(textOf(each))));
  const isUnderlined = /text-decoration(?:-line)?\s*:\s*underline/i.test(style) && !inside.some(isLink);
  const names = [...(isSmall ? ['smallcaps'] : []), ...(isUnderlined ? ['underline'] : [])];
  const attributes = { ...(names.length > 0 && { class: names.join(' ') }), ...(dir && { dir }) };
  return (names.length > 0 || dir) && bold.some(isWord)
    ? [{ type: 'textDirective', name: 'span', attributes, children: bold }]
    : bold;
}

const isLink = ({ type }: PhrasingContent): boolean => type === 'link';

/** Emphasis around words, with the white space and the line breaks at its edges put outside; around nothing, nothing. */
export function marked(type: 'emphasis' | 'strong' | 'delete', inside: PhrasingContent[]): PhrasingContent[] {
  const isEdge = (node: PhrasingContent): boolean =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const start = inside.findIndex((node) => !isEdge(node));
  if (start === -1) return inside;
  const end = inside.findLastIndex((node) => !isEdge(node)) + 1;
  const words = inside.slice(start, end);
  const [first, last] = [words[0], words.at(-1)];
  const before = first?.type === 'text' ? (/^[\s\u00A0]+/.exec(first.value)?.[0] ?? '') : '';
  const after = last?.type === 'text' ? trailingSpace(last.value) : '';
  // What is marked in what is marked the same way says no more.
  const children = mergeInline(unmarked(trimInline(words, true), type));
  const spaces = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : []);
  return [...inside.slice(0, start), ...spaces(before), { type, children }, ...spaces(after), ...inside.slice(end)];
}

function unmarked(nodes: readonly PhrasingContent[], type: PhrasingContent['type']): PhrasingContent[] {
  return nodes.flatMap((each): PhrasingContent[] => {
    if (!('children' in each)) return [each];
    const children = unmarked(each.children, type);
    return each.type === type ? children : [{ ...each, children } as PhrasingContent];
  });
}

function trailingSpace(value: string): string {
  return value.slice(value.trimEnd().length);
}
