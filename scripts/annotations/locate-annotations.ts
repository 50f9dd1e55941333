/**
 * Finds where in a manuscript a reader's marks stand. In: annotations, and a book as it was read. Out: each with the place of its first word.
 * Words are compared, so that what the press set otherwise than it was typed is no difference.
 */
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Position } from 'unist';
import { allSections, type Book } from '../book/book.ts';
import { walk } from '../book/walk.ts';
import { wordList } from '../book/word-list.ts';
import type { Point } from '../report/problem.ts';
import type { Annotation } from './annotation.ts';

export interface Located extends Annotation {
  /** In the manuscript; undefined where the words are not there any more. */
  readonly place: { readonly path: string; readonly line: number; readonly column: number } | undefined;
  /** In how many places they could stand; the first is given. */
  readonly places: number;
  /** Whether only the beginning of the words was found: the text has changed since. */
  readonly isPartly: boolean;
}

interface Word {
  readonly word: string;
  readonly path: string;
  readonly point: Point;
  /** The title of the chapter, and its name in the book. */
  readonly chapter: string;
  readonly id: string;
}

/** So many words in a row, at least, are looked for where the whole is not found. */
const least = 4;

/** Locates; `sources` are the texts of the manuscript by path. */
export function locateAnnotations(
  annotations: readonly Annotation[],
  book: Book,
  sources: ReadonlyMap<string, string>,
): readonly Located[] {
  const words = wordsOf(book, sources);
  const starts = new Map<string, number[]>();
  for (const [at, { word }] of words.entries()) {
    const known = starts.get(word);
    if (known) known.push(at);
    else starts.set(word, [at]);
  }
  return annotations.map((annotation): Located => {
    const wanted = lowerWords(annotation.text);
    const { places, length } = longest(wanted, starts.get(wanted[0] ?? '') ?? [], words);
    const likely = narrowed(places, annotation, words, wanted.length);
    const first = likely[0] === undefined ? undefined : words[likely[0]];
    const place = first && { path: first.path, line: first.point.line, column: first.point.column };
    return { ...annotation, place, places: likely.length, isPartly: places.length > 0 && length < wanted.length };
  });
}

/** The places where most of the words stand in a row, from the first on; none where that are too few. */
function longest(
  wanted: readonly string[],
  starts: readonly number[],
  words: readonly Word[],
): { readonly places: readonly number[]; readonly length: number } {
  let places: number[] = [];
  let length = Math.min(least, wanted.length);
  for (const at of starts) {
    const end = wanted.findIndex((word, step) => words[at + step]?.word !== word);
    const found = end === -1 ? wanted.length : end;
    if (found > length) places = [];
    if (found >= length) places.push(at);
    length = Math.max(length, found);
  }
  return { places, length };
}

/** Of several places those that the words around, or the chapter, speak for. */
function narrowed(
  places: readonly number[],
  { before, behind, chapter }: Annotation,
  words: readonly Word[],
  length: number,
): readonly number[] {
  const [previous, next] = [lowerWords(before), lowerWords(behind)];
  const tests: readonly ((at: number) => boolean)[] = [
    (at) => previous.length > 0 && words[at - 1]?.word === previous.at(-1),
    (at) => next.length > 0 && words[at + length]?.word === next[0],
    (at) => chapter !== '' && words[at]?.chapter === lowerWords(chapter).join(' '),
    (at) => chapter !== '' && chapter.split(/[/.]/).includes(words[at]?.id ?? ''),
  ];
  return tests.reduce((left, test) => {
    const kept = left.length > 1 ? left.filter(test) : [];
    return kept.length > 0 ? kept : left;
  }, places);
}

const lowerWords = (text: string): readonly string[] => wordList(text.toLowerCase());

function wordsOf(book: Book, sources: ReadonlyMap<string, string>): readonly Word[] {
  const words: Word[] = [];
  for (const { id, path, heading, title, content, notes } of allSections(book.sections)) {
    const chapter = lowerWords(heading ? textOf(heading) : (title ?? '')).join(' ');
    const source = sources.get(path) ?? '';
    const blocks: Nodes[] = [...(heading ? [heading] : []), content, ...notes.map(({ definition }) => definition)];
    for (const block of blocks)
      if ('children' in block)
        walk<Nodes>(block, (node) => {
          if (!('value' in node) || !node.position) return;
          for (const each of wordsIn(node.value, node.position, source)) words.push({ ...each, path, id, chapter });
        });
  }
  return words;
}

/** Signs that may stand before a word in the source and not in the text. A word with an entity in it is not found, and need not be looked for to the end. */
const farthest = 1_000;

/** The words of a node, each where it stands in the source, which may have escapes and entities among them. */
function wordsIn(value: string, { start, end }: Position, source: string): readonly Pick<Word, 'word' | 'point'>[] {
  const typed = source.slice(start.offset ?? 0, end.offset ?? 0);
  let [at, line, lineStart] = [0, start.line, 1 - start.column];
  return [...value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([text]) => {
    const ahead = typed.slice(at, at + text.length + farthest).indexOf(text);
    const from = at + Math.max(0, ahead);
    for (let next = typed.indexOf('\n', at); next !== -1 && next < from; next = typed.indexOf('\n', next + 1)) {
      line++;
      lineStart = next + 1;
    }
    at = ahead === -1 ? at : from + text.length;
    return { word: lowerWords(text)[0] ?? '', point: { line, column: from - lineStart + 1 } };
  });
}
