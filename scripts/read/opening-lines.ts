/**
 * Lines above the first chapter: “by Ann Lee”, “Rating: Teen”, “A/N: Thanks”. In: blocks, and what metadata says already.
 * Out: facts, and sections of front matter. A line leaves the text only where a fact says its words; what no label names is a
 * preamble, without a heading or a number.
 */
import type { Nodes, RootContent } from 'mdast';
import { withFact } from '../book/header-facts.ts';
import { bare, byline, type FactKey, type Header, headerOf, isAuthorsNote } from '../book/header-lines.ts';
import type { BookValues, Facts } from '../book/metadata-schema.ts';
import type { SectionBlocks } from './split-sections.ts';

/** How many blocks at the start of a story without chapters are labelled lines, or a title with a byline. */
export function countLabelled(blocks: readonly RootContent[]): number {
  const at = blocks.findIndex((block, each) => entriesOf(block) === undefined && !isSigned(blocks, each));
  return Math.max(0, at);
}

/** Reads them. Facts are learned beside those that are `known`; none where that is undefined. */
export function readLines(
  blocks: readonly RootContent[],
  known: BookValues | undefined,
  title: string | undefined,
): { readonly facts: Facts; readonly front: readonly SectionBlocks[] } {
  let facts: Facts = {};
  const front: { kind: SectionBlocks['kind']; title?: string | undefined; blocks: RootContent[]; pieces: [] }[] = [];
  const open = (kind: SectionBlocks['kind'], own: string | undefined, block: RootContent): void => {
    front.push({ kind, title: own, blocks: [block], pieces: [] });
  };
  const isTitle = (row: string): boolean => known !== undefined && bare(row) === bare(title ?? known.title ?? '');
  const learn = (key: FactKey, words: string): boolean => {
    if (!known) return false;
    if (key === 'title' && isTitle(words)) return true;
    if (isKnown(known, key) || (key === 'title' && title !== undefined)) return namesAuthor(known, key, words);
    const more = withFact(facts, key, words);
    facts = more ?? facts;
    return more !== undefined;
  };
  for (const [at, block] of blocks.entries()) {
    const rows = rowsOf(block);
    const isTitleAgain = rows.length === 1 && rows.every(isTitle);
    const entries = isSigned(blocks, at) ? signedEntries(rows) : isTitleAgain ? [] : entriesOf(block);
    const { kind, key, label } = entries?.[0]?.header ?? {};
    const last = front.at(-1);
    if (kind === 'notes') open('preface', label, block);
    else if (kind) open(kind, undefined, block);
    else if (key === 'description') {
      learn(key, entries?.[0]?.words ?? '');
      open('summary', undefined, block);
    } else if (entries?.map((entry) => learnEntry(entry, learn)).every(Boolean)) continue;
    else if (last && (!entries || last.kind === 'preamble')) last.blocks.push(block);
    else open('preamble', undefined, block);
  }
  return { facts, front };
}

/** A title, and the lines below it. */
const signedEntries = ([title = '', ...rows]: readonly string[]): readonly (Entry | undefined)[] => [
  { header: { label: '', text: title, key: 'title' }, words: title },
  ...rows.map(entryOf),
];

interface Entry {
  readonly header: Header;
  readonly words: string;
}

function learnEntry(entry: Entry | undefined, learn: (key: FactKey, words: string) => boolean): boolean {
  const { key } = entry?.header ?? {};
  return entry !== undefined && key !== undefined && key !== 'other' && entry.words !== '' && learn(key, entry.words);
}

/** Labelled lines, each with those that go on with it; undefined where the first has no label. */
function entriesOf(block: RootContent): readonly Entry[] | undefined {
  const entries: { header: Header; words: string }[] = [];
  for (const row of rowsOf(block)) {
    const entry = entryOf(row);
    const last = entries.at(-1);
    if (entry) entries.push({ ...entry });
    else if (last) last.words = `${last.words} ${row}`.trim();
    else return undefined;
  }
  return entries.length > 0 ? entries : undefined;
}

function entryOf(row: string): Entry | undefined {
  const author = byline(row);
  const header =
    headerOf(row) ?? (author === undefined ? undefined : { label: 'by', text: author, key: 'author' as const });
  return header && { header, words: header.text };
}

/** Whether a block is a title that a byline follows, in its next line or below it. */
function isSigned(blocks: readonly RootContent[], at: number): boolean {
  const [title, second, ...rest] = at === 0 && blocks[0] ? rowsOf(blocks[0]) : [];
  if (title === undefined || title.length > 80 || /[.,;:]$/.test(title) || rest.length > 0) return false;
  const next = second ?? (blocks[1] && rowsOf(blocks[1])[0]);
  return entryOf(title) === undefined && next !== undefined && byline(next) !== undefined;
}

/** The lines of a paragraph, as its reader sees them; none of any other block. */
function rowsOf(block: RootContent): readonly string[] {
  return block.type === 'paragraph'
    ? printed(block)
        .split('\n')
        .map((row) => row.trim())
        .filter((row) => row !== '')
    : [];
}

function printed(node: Nodes): string {
  if (node.type === 'break') return '\n';
  return 'value' in node && node.type !== 'html'
    ? node.value
    : 'children' in node
      ? node.children.map(printed).join('')
      : '';
}

const isKnown = (known: BookValues, key: FactKey): boolean =>
  key === 'author'
    ? (known.author ?? known.authors) !== undefined
    : key === 'date'
      ? (known.date ?? known.published) !== undefined
      : key !== 'translator' && known[key] !== undefined;

/** Whether the words are an author whom metadata names. */
const namesAuthor = (known: BookValues, key: FactKey, words: string): boolean =>
  key === 'author' &&
  [...(known.author ?? []), ...(known.authors ?? [])].some(({ name }) => bare(name) === bare(words));

/** Whether lines above a chapter are its author’s note. */
export const isNote = (block: RootContent): boolean => {
  const label = entriesOf(block)?.[0]?.header;
  return label?.kind === 'notes' && isAuthorsNote(label.label);
};
