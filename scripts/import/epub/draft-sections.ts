/** The pages of somebody else’s EPUB as sections. In: pages, and what the book says of them. Out: drafts in reading order, notes and pictures. */
import type { RootContent } from 'mdast';
import { kindNamedBy, type SectionKind } from '../../book/sections.ts';
import { blockWords } from '../html/block-words.ts';
import { blocksOf } from '../html/blocks.ts';
import { classStyles } from '../html/class-styles.ts';
import { findNotes, type Notes, type PageAt, type PageNotes } from '../html/find-notes.ts';
import { foreignReader } from '../html/foreign-reader.ts';
import { guessedAs } from '../html/guesses.ts';
import { linkTargets } from '../html/resolve-links.ts';
import type { Files } from '../unzip.ts';
import { addressFrom, pathFrom, textOf } from './package.ts';
import { kindOf, normalizeHeading } from './page-heading.ts';

export interface Draft {
  readonly kind: SectionKind;
  readonly title: string | undefined;
  readonly blocks: RootContent[];
}

export interface DraftedSections {
  readonly drafts: readonly Draft[];
  /** The draft that each page went to. */
  readonly homes: ReadonlyMap<string, Draft>;
  readonly notes: Notes;
  readonly pageNotes: PageNotes;
}

/** Reads pages; one without a heading and without a line in the contents goes on with the one before. `path` is the book’s own. */
export function draftSections(
  pages: readonly PageAt[],
  {
    files,
    titles,
    path,
  }: { readonly files: Files; readonly titles: ReadonlyMap<string, string>; readonly path: string },
): DraftedSections {
  const sheets = [...files].filter(([name]) => /\.css$/i.test(name)).map(([, bytes]) => textOf(bytes));
  const styles = classStyles([...sheets, ...new Set(pages.flatMap((page) => page.styles ?? []))]);
  const pageNotes = findNotes(pages, resolve);
  const targets = linkTargets(pages, resolve, pageNotes, () => false);
  const notes: Notes = new Map();
  const drafts: Draft[] = [];
  const homes = new Map<string, Draft>();
  for (const { path: own, body } of pages) {
    const reader = foreignReader({
      pageNotes,
      notes,
      path: own,
      targets,
      resolve: (href) => resolve(href, own) ?? pathFrom(own, href),
      styleOf: (name) => styles.get(name),
      shown: `${path}/${own}`,
      skips: () => false,
    });
    const blocks = normalizeHeading(blocksOf(body.children, reader), titles.get(own));
    const [first] = blocks;
    const last = drafts.at(-1);
    if (last && first?.type !== 'heading' && !titles.has(own)) {
      last.blocks.push(...blocks);
      homes.set(own, last);
      continue;
    }
    const heading = first?.type === 'heading' ? blockWords(first) : undefined;
    const title = heading === undefined ? titles.get(own) : undefined;
    const kind = kindOf(body, heading ?? title ?? '');
    const isGuess = first?.type === 'heading' && first.data?.guess === undefined && kindNamedBy(heading ?? '') === kind;
    const guessed = isGuess ? [guessedAs(first, `the ${kind}`, 'words of a heading'), ...blocks.slice(1)] : [...blocks];
    const draft: Draft = { kind, title, blocks: guessed };
    homes.set(own, draft);
    if (blocks.length > 0) drafts.push(draft);
  }
  return { drafts, homes, notes, pageNotes };
}

/** The place inside the book that a link leads to. */
const resolve = (href: string, from: string): string | undefined =>
  href.includes('#') ? addressFrom(from, href) : undefined;
