/**
 * The blocks of a page that hold its text: paragraphs, headings, list items, cells, lines of verse. In: nodes. Out: each with what it says,
 * which an earlier or a later version of the page says, too.
 */
import type { Element, ElementContent } from 'hast';
import { wordList } from '../book/word-list.ts';
import { attributeOf, classesOf, isBlock } from './hast-nodes.ts';

export interface TextBlock {
  readonly element: Element;
  /** Its text, and what is told of its pictures; without numbers of notes, the ways back from notes, and marks between scenes. */
  readonly text: string;
  /** The note that it stands in. */
  readonly note: Element | undefined;
  /** The sentences that are marked for Kobo's reader in it, in order. */
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  /** `kobo.2.1`. */
  readonly id: string;
  readonly text: string;
}

interface Block extends TextBlock {
  text: string;
  readonly sentences: Sentence[];
}

/** Where a node stands. */
interface Around {
  readonly block: Block | undefined;
  readonly sentence: { readonly id: string; text: string } | undefined;
  readonly note: Element | undefined;
  /** Whether the press numbers or draws what is here. */
  readonly isSilent: boolean;
}

/** The blocks of nodes, in order; a block in another is a block of its own. */
export function textBlocks(nodes: readonly ElementContent[]): readonly TextBlock[] {
  const found = new Set<Block>();
  const visit = (node: ElementContent, around: Around): void => {
    const { block, sentence, isSilent } = around;
    if (node.type === 'text') {
      if (sentence) sentence.text += node.value;
      if (!block) return;
      if (!isSilent) block.text += node.value;
      if (!found.has(block) && node.value.trim() !== '') found.add(block);
    } else if (node.type === 'element') {
      if (node.tagName === 'img' && block) {
        block.text += ` ${attributeOf(node, 'alt') ?? ''} `;
        found.add(block);
      }
      const inside = insideOf(node, around);
      for (const child of node.children) visit(child, inside);
    }
  };
  for (const node of nodes) visit(node, { block: undefined, sentence: undefined, note: undefined, isSilent: false });
  return [...found];
}

function insideOf(element: Element, around: Around): Around {
  const { className, role, epubType } = element.properties;
  const isOfBlock = isBlock(element);
  if (!isOfBlock && className === undefined && role === undefined) return around;
  const name = classesOf(element)[0];
  const note = epubType === 'footnote' ? element : around.note;
  const block = isOfBlock ? { element, text: '', note, sentences: [] } : around.block;
  const own = name === 'koboSpan' ? { id: attributeOf(element, 'id') ?? '', text: '' } : undefined;
  if (own) block?.sentences.push(own);
  const isSilent = around.isSilent || role === 'doc-noteref' || role === 'doc-backlink' || name === 'scene-break';
  return { block, sentence: own ?? around.sentence, note, isSilent };
}

/** What two versions of a block have in common, whichever quotation marks and dashes are set in it. */
export const wordsOfBlock = ({ text }: TextBlock): string => wordList(text).join(' ') || text.trim();
