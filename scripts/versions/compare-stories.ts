/**
 * What changed between two versions of a story. In: their texts as a reader sees them. Out: chapters and paragraphs that were added,
 * removed, moved or mended, words marked; and facts and pictures.
 */
import { comparableWords } from '../book/word-list.ts';
import { diffRuns } from './diff-runs.ts';
import { oneToOne, pairFiles } from './match-files.ts';
import { pairParagraphs } from './pair-paragraphs.ts';

export interface ChapterText {
  /** Unique in its version: a file, and which of its sections. */
  readonly path: string;
  readonly heading: string | undefined;
  /** The text of each paragraph, and of each note. */
  readonly paragraphs: readonly string[];
}

/** A version of a story, as a reader sees it. */
export interface StoryText {
  readonly title: string;
  /** Facts by key, as they are printed. */
  readonly facts: ReadonlyMap<string, string>;
  readonly chapters: readonly ChapterText[];
  /** SHA-256 of pictures by path. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface Run {
  readonly what: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph of either version; one that was mended has runs of several kinds. */
export type ComparedParagraph = readonly Run[];

export interface ComparedChapter {
  /** In the version that has it; the newer, if both do. */
  readonly path: string;
  readonly what: 'same' | 'mended' | 'added' | 'removed';
  readonly heading: string | undefined;
  /** As it was called before, where it was called otherwise. */
  readonly before: string | undefined;
  readonly isMoved: boolean;
  /** Words. */
  readonly added: number;
  readonly removed: number;
  readonly paragraphs: readonly ComparedParagraph[];
}

export interface Comparison {
  readonly title: string;
  readonly facts: readonly {
    readonly key: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
  /** In the order of the newer version; those that are gone where they stood. */
  readonly chapters: readonly ComparedChapter[];
  readonly pictures: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly string[];
  };
}

/** Compares an older version with a newer one. */
export function compareStories(older: StoryText, newer: StoryText): Comparison {
  const chapters = compareChapters(older.chapters, newer.chapters);
  const keys = [...new Set([...older.facts.keys(), ...newer.facts.keys()])];
  const facts = keys
    .map((key) => ({ key, before: older.facts.get(key), after: newer.facts.get(key) }))
    .filter(({ before, after }) => before !== after);
  return { title: newer.title, facts, chapters, pictures: comparePictures(older.pictures, newer.pictures) };
}

function comparePictures(older: StoryText['pictures'], newer: StoryText['pictures']): Comparison['pictures'] {
  const [sums, olderSums] = [new Set(newer.values()), new Set(older.values())];
  const changed = [...newer].filter(([path, sum]) => older.has(path) && older.get(path) !== sum).map(([path]) => path);
  return {
    changed,
    added: [...newer].filter(([path, sum]) => !older.has(path) && !olderSums.has(sum)).map(([path]) => path),
    removed: [...older].filter(([path, sum]) => !newer.has(path) && !sums.has(sum)).map(([path]) => path),
  };
}

function compareChapters(older: readonly ChapterText[], newer: readonly ChapterText[]): readonly ComparedChapter[] {
  const matched = ({ path, heading, paragraphs }: ChapterText) => ({
    path,
    text: [...(heading === undefined ? [] : [`# ${heading}`]), ...paragraphs].join('\n\n'),
    address: undefined,
  });
  const partners = oneToOne(pairFiles(older.map(matched), newer.map(matched), false));
  const before = new Map(older.map((chapter) => [chapter.path, chapter]));
  const isKept = new Set(partners.values());
  const moved = movedAmong(
    newer.flatMap(({ path }) => partners.get(path) ?? []),
    older.map(({ path }) => path),
  );
  const made: ComparedChapter[] = [];
  const gone = older.map((chapter, at) => ({ chapter, at })).filter(({ chapter }) => !isKept.has(chapter.path));
  const tellGone = (until: number) => {
    while (gone[0] && gone[0].at < until) made.push(alone('removed', gone.shift()?.chapter));
  };
  for (const chapter of newer) {
    const own = partners.get(chapter.path);
    const old = own === undefined ? undefined : before.get(own);
    if (own !== undefined && !moved.has(own)) tellGone(older.findIndex(({ path }) => path === own));
    made.push(old ? compareChapter(old, chapter, moved.has(old.path)) : alone('added', chapter));
  }
  tellGone(Number.POSITIVE_INFINITY);
  return made;
}

/** What does not stand in the order that it had, as few as explain the new order. */
function movedAmong(now: readonly string[], then: readonly string[]): ReadonlySet<string> {
  const kept = then.filter((path) => now.includes(path));
  const inOrder = new Set(diffRuns(kept, now).flatMap(({ what, items }) => (what === 'same' ? items : [])));
  return new Set(now.filter((path) => !inOrder.has(path)));
}

const wordsIn = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + comparableWords(paragraph).length, 0);

function alone(what: 'added' | 'removed', chapter: ChapterText | undefined): ComparedChapter {
  const { path = '', heading, paragraphs = [] } = chapter ?? {};
  const words = wordsIn(paragraphs);
  return {
    path,
    what,
    heading,
    before: undefined,
    isMoved: false,
    added: what === 'added' ? words : 0,
    removed: what === 'removed' ? words : 0,
    paragraphs: paragraphs.map((text) => [{ what, text }]),
  };
}

function compareChapter(older: ChapterText, newer: ChapterText, isMoved: boolean): ComparedChapter {
  const paragraphs = pairParagraphs(older.paragraphs, newer.paragraphs).map((pair): ComparedParagraph => {
    const [before = '', text = ''] = [older.paragraphs[pair.older ?? -1], newer.paragraphs[pair.newer ?? -1]];
    if (pair.newer === undefined) return [{ what: 'removed', text: before }];
    if (pair.older === undefined) return [{ what: 'added', text }];
    return before === text ? [{ what: 'same', text }] : compareWords(before, text);
  });
  const runs = paragraphs.flat();
  const count = (what: Run['what']) => wordsIn(runs.flatMap((run) => (run.what === what ? [run.text] : [])));
  const isSame = runs.every(({ what }) => what === 'same') && older.heading === newer.heading;
  return {
    path: newer.path,
    what: isSame ? 'same' : 'mended',
    heading: newer.heading,
    before: older.heading === newer.heading ? undefined : older.heading,
    isMoved,
    added: count('added'),
    removed: count('removed'),
    paragraphs,
  };
}

/** The runs of a mended paragraph: words, and what stands between them. */
function compareWords(older: string, newer: string): ComparedParagraph {
  const parts = (text: string) =>
    text.split(/([^\p{L}\p{M}\p{N}])/u).flatMap((part, at) => (at % 2 === 1 ? [part] : comparableWords(part)));
  return diffRuns(parts(older), parts(newer)).map(({ what, items }) => ({ what, text: items.join('') }));
}
