/**
 * What stands over several blocks in Leanpub's and Obsidian's Markdown: `{aside}` … `{/aside}`, attributes on the line above a heading or a picture,
 * `-# Part`, comments of whole paragraphs between `%%` and `%%`. In: a parent's blocks. Out: the same list, changed.
 */
import type { Heading, Paragraph, Parents, RootContent, Text } from 'mdast';
import { type Attributes, attributesOf } from '../attribute-lists.ts';
import { applyAttributes } from './apply-attributes.ts';
import type { BlockContext } from './blocks.ts';
import { isEscaped } from './slice-text.ts';

/** Whether a text may hold any of it; the sign is looked for first, as it is rarer than what it stands behind. */
export const mayHoldRuns = (source: string): boolean => /\{(?<=(?:^|[\s>]).)|(?:-#|%%)(?<=(?:^|[\s>])..)/m.test(source);

const box =
  /^\{(\/?)(?:aside|blurb|blockquote|poem|note|tip|warning|error|information|question|discussion|exercise)(?:[,:\s][^{}]*)?\}$/i;
const layout = /^\{(?:sample|book|frontmatter|mainmatter|backmatter|toc|width|format|line-numbers)(?:[:\s][^{}]*)?\}$/i;
/** Keys that Leanpub's lists have; a sentence in braces has others. */
const known = /^(?:class|id|width|height|float|align|alt|title|caption|lang|type|format|sample|book|line-numbers)$/;
const deepest = 20;

/** Reads the runs of blocks that a node holds. */
export function readBlockRuns(parent: Parents, context: BlockContext): void {
  const open: RootContent[][] = [];
  let blocks: RootContent[] = [];
  let waiting: Attributes | undefined;
  const children = parent.children as RootContent[];
  for (let at = 0; at < children.length; at++) {
    const block = children[at] as RootContent;
    const meaning = meaningAt(children, at, open.length);
    if (meaning.is === 'comment') {
      context.onLeftOut('comments between “%%”, which no reader sees', block.position);
      at = meaning.end;
    } else if (meaning.is === 'opening') {
      open.push(blocks);
      blocks = [];
    } else if (meaning.is === 'closing') {
      const inside = blocks;
      blocks = open.pop() ?? [];
      blocks.push({ type: 'blockquote', children: inside } as RootContent);
    } else if (meaning.is === 'list') waiting = meaning.list;
    else if (meaning.is === 'layout')
      context.onLeftOut(`“${meaning.line.slice(0, 40)}”, which lays out pages`, block.position);
    else {
      const made = isPart(block) ? partOf(block, context) : withAttributesAbove(block, context);
      if (waiting && made.type === 'heading') applyAttributes(made, waiting, context.onUnknown);
      waiting = undefined;
      blocks.push(made);
    }
  }
  // A box without its end stays open to nothing: its blocks follow as they are.
  for (let outer = open.pop(); outer; outer = open.pop()) blocks = [...outer, ...blocks];
  parent.children = blocks as typeof parent.children;
}

type Meaning =
  | { readonly is: 'comment'; readonly end: number }
  | { readonly is: 'list'; readonly list: Attributes }
  | { readonly is: 'layout'; readonly line: string }
  | { readonly is: 'opening' | 'closing' | 'block' };

/** What the block at an index is, where so many boxes are open. */
function meaningAt(children: readonly RootContent[], at: number, depth: number): Meaning {
  const block = children[at];
  const line = block && lineOf(block);
  const end = line?.startsWith('%%') ? endOfComment(children, at, line) : undefined;
  if (end !== undefined) return { is: 'comment', end };
  if (!line?.startsWith('{')) return { is: 'block' };
  const slash = box.exec(line)?.[1];
  if (slash === '' && depth < deepest) return { is: 'opening' };
  if (slash === '/' && depth > 0) return { is: 'closing' };
  const list = listOf(line);
  const next = children[at + 1];
  if (list && (next?.type === 'heading' || isPart(next))) return { is: 'list', list };
  return list || layout.test(line) ? { is: 'layout', line } : { is: 'block' };
}

/** The text of a paragraph of one line without marks. */
function lineOf(block: RootContent): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [only, ...others] = block.children;
  return only?.type === 'text' && !isEscaped(only, 0) && (others.length === 0 || only.value.startsWith('%%'))
    ? only.value.trim()
    : undefined;
}

/** A picture alone in its paragraph, below a line of its attributes: `{width: 50%}`. */
function withAttributesAbove(block: RootContent, { onUnknown }: BlockContext): RootContent {
  const [first, image, ...others] = block.type === 'paragraph' ? block.children : [];
  if (first?.type !== 'text' || image?.type !== 'image' || others.length > 0 || isEscaped(first, 0)) return block;
  const list = first.value.endsWith('\n') ? listOf(first.value.trim()) : undefined;
  if (!list || block.type !== 'paragraph') return block;
  applyAttributes(image, list, onUnknown);
  return { ...block, children: [image] };
}

function listOf(line: string): Attributes | undefined {
  const inside = /^\{([^{}\n]{1,500})\}$/.exec(line)?.[1];
  const attributes = inside === undefined ? undefined : attributesOf(inside);
  return attributes && [...attributes.pairs.keys()].every((key) => known.test(key)) ? attributes : undefined;
}

/** The index of the block that ends the comment begun at an index; a comment of Leanpub's, `%% …`, is its line. */
function endOfComment(children: readonly RootContent[], at: number, line: string): number | undefined {
  for (let end = at + 1; end < Math.min(children.length, at + 200); end++) {
    const block = children[end];
    const last = block?.type === 'paragraph' ? block.children.at(-1) : undefined;
    if (last?.type === 'text' && last.value.trimEnd().endsWith('%%')) return end;
  }
  return /^%%[ \t]+\S/.test(line) && !line.includes('\n') ? at : undefined;
}

function isPart(block: RootContent | undefined): block is Paragraph {
  const first = block?.type === 'paragraph' ? block.children[0] : undefined;
  return (
    first?.type === 'text' &&
    !isEscaped(first, 0) &&
    /^-#{1,2}[ \t]+\S/.test(first.value) &&
    !first.value.includes('\n')
  );
}

/** `-# Part One`. */
function partOf(block: Paragraph, { slicer, onUnknown }: BlockContext): Heading {
  const [first, ...others] = block.children;
  const text = first as Text;
  const lead = /^-#{1,2}[ \t]+/.exec(text.value)?.[0].length ?? 0;
  const heading: Heading = {
    type: 'heading',
    depth: 1,
    children: [slicer.slice(text, lead, text.value.length), ...others],
    ...(block.position && { position: block.position }),
  };
  applyAttributes(heading, { id: undefined, classes: ['part'], pairs: new Map() }, onUnknown);
  return heading;
}
