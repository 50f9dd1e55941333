/**
 * The page that the Archive of Our Own lets its readers download: preface with facts, summary and notes, chapters,
 * afterword. In: its body. Out: facts for `book.yaml`, and the parts in reading order; every word stays on a page too.
 */
import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Facts } from '../../book/metadata-schema.ts';
import { attributeOf, classesOf } from '../../html/hast-nodes.ts';
import { archiveFacts } from './archive-facts.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlReader } from './html-reader.ts';
import { findElement } from './parse-page.ts';
import type { PagePart } from './split-blocks.ts';
import { wordsOf } from './visible.ts';

/** Takes the page apart. `labels` are words that say no more than a key of `book.yaml`. */
export function archivePage(
  body: Element,
  reader: HtmlReader,
): { readonly facts: Facts; readonly parts: readonly PagePart[]; readonly labels: readonly string[] } {
  const byId = (id: string) => findElement(body, (each) => attributeOf(each, 'id') === id);
  const preface = byId('preface');
  const { facts, labels, others } = preface ? archiveFacts(preface) : { facts: {}, labels: [], others: [] };
  const meta = (preface && findElement(preface, (each) => classesOf(each).includes('meta'))) ?? preface;
  const parts: PagePart[] = [];
  const about: ElementContent[] = (preface?.children ?? []).filter((each) => each !== meta);
  const labelled: { readonly label: string; readonly nodes: ElementContent[] }[] = [];
  for (const node of meta?.children ?? []) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    const label = node.type === 'element' && node.tagName === 'p' ? wordsOf(node) : '';
    if (/^(?:Summary|Notes|Dedication|Disclaimer)$/i.test(label)) labelled.push({ label, nodes: [] });
    else if (node.type === 'element' && (node.tagName === 'h1' || classesOf(node).includes('byline'))) continue;
    else if (node.type === 'element' && node.tagName === 'dl') about.push({ ...node, children: [...others] });
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
      blocks: [heading(label), ...unquoted(blocksOf(nodes, reader))],
    });
  const chapters = byId('chapters');
  const story = chapters ? labelsMarked(blocksOf(chapters.children, reader)) : [];
  const opens = story.some((block) => block.type === 'heading');
  parts.push({
    divides: true,
    blocks: opens || facts['title'] === undefined ? story : [heading(String(facts['title'])), ...story],
  });
  const afterword = byId('afterword');
  const notes = afterword && findElement(afterword, (each) => attributeOf(each, 'id') === 'endnotes');
  const after = notes ? blocksOf(notes.children, reader) : [];
  const [label, ...words] = after;
  const isLabel = label?.type === 'paragraph' && /^(?:End )?Notes$/i.test(textOf(label));
  if (after.length > 0)
    parts.push({ kind: 'notes', blocks: isLabel ? [heading(textOf(label)), ...unquoted(words)] : after });
  // The archive’s own words are about this copy, wherever they stand.
  about.push(...(afterword?.children ?? []).filter((each) => each !== notes));
  const told = blocksOf(about, reader);
  if (told.length > 0) parts.push({ kind: 'colophon', blocks: told });
  return { facts, parts, labels };
}

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
