/**
 * The reading copy for any machine: the whole book as plain text, a paragraph a line, a blank line between.
 * In: a publication. Out: text. Pictures are told by their alternative text; the book's own page of contents is left out.
 */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { embeddedElements, inlineElements } from '../book/html-elements.ts';
import { lookUp } from '../book/look-up.ts';
import type { Publication } from '../book/publication.ts';
import { sectionsOnPage } from '../html/shared-pages.ts';

const isInline = ({ tagName }: Element): boolean => inlineElements.has(tagName) || embeddedElements.has(tagName);
const marks: Readonly<Record<string, string>> = { em: '_', i: '_', strong: '*', b: '*' };

/** Prints the whole book as text. */
export function readingText({ documents }: Publication): string {
  const pages = documents
    .flatMap(({ kind, content }) => {
      const [, ...shared] = sectionsOnPage(content);
      const own = content.filter((node) => node.type !== 'element' || !shared.includes(node));
      return [...(kind === 'contents' ? [] : [own]), ...shared.map((section) => [section])];
    })
    .map((content) => blocksOf(content).join('\n\n'))
    .filter((page) => page !== '');
  return `${pages.join('\n\n\n\n')}\n`;
}

/** Blocks of text, each perhaps of several lines; words that stand beside a block are a block too. */
function blocksOf(nodes: readonly ElementContent[]): readonly string[] {
  const blocks: string[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const text = tidy(run.map(inlineOf).join(''));
    if (text !== '') blocks.push(text);
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || isInline(node)) run.push(node);
    else {
      close();
      blocks.push(...blockOf(node));
    }
  }
  close();
  return blocks;
}

function blockOf(node: Element): readonly string[] {
  const { tagName: name, children } = node;
  if (name === 'hr') return ['* * *'];
  if (name === 'pre') return [indent(textOf(node).replace(/\n$/, ''), '    ')];
  if (name === 'blockquote') return [indent(blocksOf(children).join('\n\n'), '    ')];
  if (name === 'ul' || name === 'ol') return [listOf(node)];
  if (name === 'tr')
    return [
      elementsOf(children)
        .map((cell) => blocksOf(cell.children).join(' '))
        .join(' | '),
    ];
  if (/^(table|thead|tbody|tfoot)$/.test(name))
    return [elementsOf(children).flatMap(blockOf).join('\n')].filter(Boolean);
  const inside = blocksOf(children);
  if (!/^h[1-6]$/.test(name)) return inside;
  const title = inside.join('\n');
  const width = Math.max(...title.split('\n').map((line) => [...line].length));
  return title === '' ? [] : [`${title}\n${(name === 'h1' ? '=' : '-').repeat(Math.min(width, 72))}`];
}

function listOf({ tagName: name, properties, children }: Element): string {
  const first = Number(properties['start'] ?? 1) || 1;
  return elementsOf(children)
    .map((item, at) => {
      const mark = name === 'ol' ? `${first + at}. ` : '- ';
      return `${mark}${indent(blocksOf(item.children).join('\n\n'), ' '.repeat(mark.length)).trimStart()}`;
    })
    .join('\n');
}

function inlineOf(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/[ \t\r\n]+/g, ' ');
  if (node.type !== 'element') return '';
  const { tagName: name, properties, children } = node;
  if (name === 'br') return '\n';
  if (name === 'wbr') return '';
  if (name === 'img') return properties['alt'] ? `[${properties['alt']}]` : '';
  const words = children.map(inlineOf).join('');
  if (/\b(doc-noteref|doc-backlink)\b/.test(String(properties['role']))) return `[${words.trim().replace(/\.$/, '')}]`;
  const mark = lookUp(marks, name);
  return mark !== undefined && words.trim() !== '' ? `${mark}${words}${mark}` : words;
}

const elementsOf = (nodes: readonly ElementContent[]): readonly Element[] =>
  nodes.filter((each) => each.type === 'element');
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
