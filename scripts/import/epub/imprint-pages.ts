/**
 * Pages before the first chapter and after the last that speak of the file and of who made it: whose rights, which publisher, where it can be had. In:
 * drafts, and the facts of the book. Out: the drafts, such pages as the copyright page and the colophon.
 */
import type { Nodes, RootContent } from 'mdast';
import { bare } from '../../book/header-lines.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { numberedHeading } from '../../book/numbered-headings.ts';
import { kindNamedBy, traitsOf } from '../../book/sections.ts';
import { walk } from '../../book/walk.ts';
import { wordList } from '../../book/word-list.ts';
import { blockWords } from '../html/block-words.ts';
import { guessedAs } from '../html/guesses.ts';
import type { Draft } from './draft.ts';
import { saysRights } from './title-page.ts';

/** A page of more words is one of the book’s own. */
const most = 500;

/** Gives such pages their kind; `replaced` is told of each. */
export function withImprint(
  drafts: readonly Draft[],
  facts: Facts,
  replaced: (draft: Draft, by: Draft) => void,
): readonly Draft[] {
  const first = drafts.findIndex(isStory);
  const last = drafts.findLastIndex(isStory);
  return drafts.map((draft, at) => {
    const isOutside = first !== -1 && (at < first || at > last);
    if (!isOutside || !isImprint(draft, facts)) return draft;
    const made = imprintOf(draft, at < first ? 'copyright' : 'colophon');
    replaced(draft, made);
    return made;
  });
}

/** A page that speaks of the file, as one of this kind. */
export function imprintOf(draft: Draft, kind: 'copyright' | 'colophon'): Draft {
  const [opening, ...others] = draft.blocks;
  const words = draft.title ?? blockWords(opening as RootContent);
  const what = kind === 'copyright' ? 'the copyright page' : 'the colophon';
  const blocks = opening ? [guessedAs(opening, what, 'words that speak of the file', words), ...others] : [];
  return { ...draft, kind, blocks };
}

function isStory({ kind, blocks }: Draft): boolean {
  const [first] = blocks;
  const isNumbered = first?.type === 'heading' && numberedHeading(blockWords(first).trim()) !== undefined;
  return traitsOf(kind).matter === 'bodymatter' && (kind !== 'chapter' || isNumbered || sizeOf(blocks) > most);
}

/** Whether a page speaks of the file. */
export function isImprint({ kind, title, blocks }: Draft, { publisher }: Facts): boolean {
  const [first] = blocks;
  const isNamed = first?.type === 'heading' && kindNamedBy(blockWords(first)) !== undefined;
  if ((kind !== 'chapter' && kind !== 'preamble') || isNamed || sizeOf(blocks) > most) return false;
  const links: string[] = [];
  walk<Nodes>({ type: 'root', children: [...blocks] }, (node) => {
    if (node.type === 'link') links.push(node.url);
  });
  const words = [title ?? '', ...blocks.map(blockWords)].join(' ');
  const names = [publisher ?? []].flat().map((each) => bare(String(each)).split(' ')[0] ?? '');
  const isPublisher = names.some((name) => name.length > 3 && ` ${bare(words)} `.includes(` ${name} `));
  return saysRights(blocks) || (isPublisher && (links.length > 0 || /\bwww\.|https?:/i.test(words)));
}

const sizeOf = (blocks: readonly RootContent[]): number => wordList(blocks.map(blockWords).join(' ')).length;
