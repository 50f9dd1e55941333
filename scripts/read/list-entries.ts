/**
 * Entries of a glossary or a list of characters. In: the blocks of its page. Out: names, and what is said of each, in parts: from which
 * chapter on it may be told. Parts that wait for a chapter are taken out of the page.
 */
import type { DefinitionList, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { numberOfWord } from '../book/number-words.ts';
import { allWords, folded } from '../book/story-words.ts';

interface EntryPart {
  /** The number of the chapter; of what may be told from the start, none. */
  readonly from?: number | undefined;
  readonly blocks: readonly RootContent[];
}

export interface ListEntry {
  /** As they stand in the text: “Elizabeth”, “Lizzy”. */
  readonly names: readonly string[];
  /** As the list has it. */
  readonly term: string;
  readonly parts: readonly EntryPart[];
  readonly position: RootContent['position'];
}

/** The entries: of definition lists, and lists and paragraphs that begin with a name in bold. A marked paragraph belongs to the entry above it. */
export function takeEntries(blocks: RootContent[]): readonly ListEntry[] {
  const entries: { entry: Omit<ListEntry, 'parts'>; parts: EntryPart[] }[] = [];
  const left = blocks.filter((block) => {
    if (block.type === 'definitionList') entries.push(...definitionsIn(block));
    else if (block.type === 'list') entries.push(...itemsIn(block));
    else if (block.type === 'paragraph') {
      const named = nameOf(block);
      const part = named ? undefined : markedPart(block, [block]);
      if (named) entries.push({ entry: named.entry, parts: [{ blocks: [named.rest] }] });
      else if (part) entries.at(-1)?.parts.push(part);
      return part === undefined || entries.length === 0;
    }
    return true;
  });
  blocks.splice(0, blocks.length, ...left);
  return entries.map(({ entry, parts }) => ({ ...entry, parts }));
}

type Found = ReturnType<typeof entryOf>;
const entryOf = (entry: Omit<ListEntry, 'parts'>, parts: EntryPart[]) => ({ entry, parts });

function definitionsIn(list: DefinitionList): readonly Found[] {
  const found: Found[] = [];
  let isTerm = false;
  list.children = list.children.filter((child) => {
    if (child.type === 'definitionTerm') {
      const term = textOf(child);
      const last = isTerm ? found.pop() : undefined;
      const names = [...(last?.entry.names ?? []), ...namesIn(term)];
      const whole = last ? `${last.entry.term} / ${term}` : term;
      found.push(entryOf({ names, term: whole, position: child.position }, []));
      isTerm = true;
      return true;
    }
    isTerm = false;
    const waiting = takeMarked(child.children);
    const [first] = child.children;
    const marked = first?.type === 'paragraph' ? markedPart(first, [...child.children]) : undefined;
    found.at(-1)?.parts.push(marked ?? { blocks: [...child.children] }, ...waiting);
    return marked === undefined;
  });
  return found;
}

function itemsIn(list: List): readonly Found[] {
  return list.children.flatMap(({ children }) => {
    const [first] = children;
    const named = first?.type === 'paragraph' ? nameOf(first) : undefined;
    if (!named) return [];
    const waiting = takeMarked(children);
    return [entryOf(named.entry, [{ blocks: [named.rest, ...children.slice(1)] }, ...waiting])];
  });
}

/** Takes paragraphs, and items of lists, that begin with a mark out of blocks, but for the first of these. */
function takeMarked(blocks: RootContent[]): readonly EntryPart[] {
  const taken: EntryPart[] = [];
  const left = blocks.filter((block, at) => {
    if (at === 0) return true;
    if (block.type === 'list') {
      block.children = block.children.filter(({ children }) => {
        const [first] = children;
        const part = first?.type === 'paragraph' ? markedPart(first, [...children]) : undefined;
        if (part) taken.push(part);
        return part === undefined;
      });
      return block.children.length > 0;
    }
    const part = block.type === 'paragraph' ? markedPart(block, [block]) : undefined;
    if (part) taken.push(part);
    return part === undefined;
  });
  blocks.splice(0, blocks.length, ...left);
  return taken;
}

/** A paragraph that begins with a name in bold: the name, and the rest without the sign between them. */
function nameOf({ children: [bold, ...rest], position }: Paragraph) {
  if (bold?.type !== 'strong') return undefined;
  const term = textOf(bold).replace(/\s*[:.,]\s*$/, '');
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: trimmed(rest, /^\s*[:.,–—-]?\s*/),
    ...(position && { position }),
  };
  return { entry: { names: namesIn(term), term, position }, rest: paragraph };
}

const namesIn = (term: string): readonly string[] =>
  term.split('/').flatMap((each) => each.trim().replace(/\s+/g, ' ') || []);

const mark = /^\s*[([]([^()[\]]{3,60})[)\]]\s*[:.–—-]?\s*/;

/** Blocks whose first begins with “(from chapter 5)”, in words of any language for a chapter; undefined where it does not. The mark is taken out. */
function markedPart(paragraph: Paragraph, blocks: readonly RootContent[]): EntryPart | undefined {
  const [first] = paragraph.children;
  const words = first?.type === 'text' ? mark.exec(first.value)?.[1]?.split(/[\s.]+/) : undefined;
  if (!words?.some((word) => allWords('chapter').has(folded(word)))) return undefined;
  const from = words.map((word) => numberOfWord(word.toLowerCase())).find((number) => number !== undefined);
  if (from === undefined) return undefined;
  paragraph.children = trimmed(paragraph.children, mark);
  return { from, blocks };
}

/** Content whose first text lacks what a pattern finds there. */
const trimmed = ([first, ...rest]: readonly PhrasingContent[], pattern: RegExp): PhrasingContent[] =>
  first?.type === 'text'
    ? [{ ...first, value: first.value.replace(pattern, '') }, ...rest]
    : first
      ? [first, ...rest]
      : [];
