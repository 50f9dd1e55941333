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
  const { labelled, about } = preface ? readPreface(preface, others) : { labelled: [], about: [] };
  // Books have their preface before their summary; in that order the names of the files are enough.
  const inOrder = [...labelled].sort((left, right) => Number(isSummary(left.label)) - Number(isSummary(right.label)));
  const front = inOrder.map(({ label, nodes }) => ({
    kind: isSummary(label) ? ('summary' as const) : ('preface' as const),
    blocks: [heading(label), ...unquoted(blocksOf(nodes, reader))],
  }));
  const chapters = byId('chapters');
  const story = chapters ? labelsMarked(blocksOf(chapters.children, reader)) : [];
  const opens = story.some((block) => block.type === 'heading');
  const title = opens || facts['title'] === undefined ? [] : [heading(String(facts['title']))];
  const afterword = byId('afterword');
  const notes = afterword && findElement(afterword, (each) => attributeOf(each, 'id') === 'endnotes');
  const plain = { ...reader, styleOf: undefined };
  const parts: PagePart[] = [
    ...front,
    { divides: true, blocks: [...title, ...story] },
    { kind: 'notes', blocks: labelHeaded(notes ? blocksOf(notes.children, reader) : []) },
    // The archive’s own words are about this copy, wherever they stand, and not in the looks of its page.
    {
      kind: 'colophon',
      blocks: blocksOf([...about, ...(afterword?.children ?? []).filter((each) => each !== notes)], plain),
    },
  ];
  return { facts, parts: parts.filter(({ divides, blocks }) => divides || blocks.length > 0), labels };
}

const isSummary = (label: string): boolean => /^summary$/i.test(label);

const heading = (words: string): RootContent => ({
  type: 'heading',
  depth: 1,
  children: [{ type: 'text', value: words }],
});

/** What a preface says under labels, and what is left of it: about this copy, with `others` in the place of its facts. */
function readPreface(preface: Element, others: readonly ElementContent[]) {
  const meta = findElement(preface, (each) => classesOf(each).includes('meta')) ?? preface;
  const about = preface.children.filter((each) => each !== meta);
  const labelled: { readonly label: string; readonly nodes: ElementContent[] }[] = [];
  for (const node of meta.children) {
    const { tagName } = node.type === 'element' ? node : { tagName: '' };
    const label = node.type === 'element' && tagName === 'p' ? wordsOf(node) : '';
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (/^(?:Summary|Notes|Dedication|Disclaimer)$/i.test(label)) labelled.push({ label, nodes: [] });
    else if (node.type === 'element' && tagName === 'dl') about.push({ ...node, children: [...others] });
    else if (tagName !== 'h1' && !(node.type === 'element' && classesOf(node).includes('byline')))
      (labelled.at(-1)?.nodes ?? about).push(node);
  }
  return { labelled, about };
}

/** Notes at the end, their label as a heading. */
function labelHeaded(blocks: readonly RootContent[]): readonly RootContent[] {
  const [label, ...words] = blocks;
  const isLabel = label?.type === 'paragraph' && /^(?:End )?Notes$/i.test(textOf(label));
  return isLabel ? [heading(textOf(label)), ...unquoted(words)] : blocks;
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
