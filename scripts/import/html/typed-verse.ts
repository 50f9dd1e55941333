/**
 * Verse that was typed line by line, each a paragraph, as people do in word processors. In: the blocks of a section. Out: the same, runs of short
 * lines that no sentence ends as `:::verse`, a stanza where more empty lines stand than elsewhere in it.
 */
import type { Paragraph, RootContent } from 'mdast';
import { blockWords } from './block-words.ts';
import { guessedAs, placedAt } from './guesses.ts';
import { linesOf, setPiece } from './set-piece.ts';

/** Fewer lines may be anything: a sign, a list, a conversation. */
const fewest = 5;

/** Longer lines than this are prose. */
const longest = 64;

/** Sets them: all of them in sections that hold little else, in others those that look like nothing else. */
export function withTypedVerse(blocks: readonly RootContent[]): readonly RootContent[] {
  const texts = blocks.filter(({ type }) => type !== 'heading' && type !== 'thematicBreak');
  const lines = texts.filter(isLine);
  if (lines.length < fewest) return blocks;
  const isPoem = lines.length * 5 >= texts.length * 4;
  if (isPoem && !isVerse(lines, usualVerse) && !isVerse(lines, plainVerse)) return blocks;
  const made: RootContent[] = [];
  let run: Paragraph[] = [];
  const flush = (): void => {
    const isSet = isPoem ? run.length > 1 : isVerse(run, plainVerse);
    made.push(...(isSet ? verseOf(run) : run));
    run = [];
  };
  for (const block of blocks) {
    if (isLine(block)) run.push(block);
    else {
      flush();
      made.push(block);
    }
  }
  flush();
  return made;
}

/** A paragraph that is short and plain. Chinese and Japanese prose has lines as short. */
function isLine(block: RootContent): block is Paragraph {
  if (block.type !== 'paragraph' || block.data?.hProperties?.['className']) return false;
  const words = blockWords(block).trim();
  return (
    words !== '' &&
    words.length <= longest &&
    !block.children.some(({ type }) => type === 'image' || type === 'break') &&
    !/^(?:[•·*]|\d+[.)])\s|^\p{L}+(?: \p{L}+)?:(?:\s|$)|[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]/u.test(words)
  );
}

interface Look {
  /** The share of lines that no sentence ends, at least. */
  readonly open: number;
  readonly spoken: number;
  /** The share of lines of more than one word, at least. */
  readonly phrases: number;
  readonly mean: number;
}
const usualVerse: Look = { open: 0.4, spoken: 0.2, phrases: 0.8, mean: 48 };
const plainVerse: Look = { open: 0.6, spoken: 0.1, phrases: 0.6, mean: 40 };

function isVerse(run: readonly Paragraph[], look: Look): boolean {
  if (run.length < fewest) return false;
  const lines = run.map((each) => blockWords(each).trim());
  const share = (passes: (words: string) => boolean): number => lines.filter(passes).length / lines.length;
  const open = share((words) => !/[.!?…](?:["“”‘’«»‹›)]|\s)*$/u.test(words));
  const spoken = share((words) => /^["“”„‟‘‚«»‹›–—―-]|["“”‘’«»‹›]$/u.test(words));
  const phrases = share((words) => words.includes(' '));
  const mean = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
  return open >= look.open && spoken <= look.spoken && phrases >= look.phrases && mean <= look.mean;
}

function verseOf(run: readonly Paragraph[]): readonly RootContent[] {
  const gaps = run.slice(1).map(({ data }) => data?.empty ?? 0);
  const usual = Math.min(...gaps);
  const stanzas: Paragraph[][] = [];
  for (const [at, line] of run.entries()) {
    const last = stanzas.at(-1);
    if (last && (at === 0 || (line.data?.empty ?? 0) <= usual)) last.push(line);
    else stanzas.push([line]);
  }
  const [first] = run;
  const verse = setPiece(
    'verse',
    stanzas.map((lines) => linesOf(lines.map(({ children }) => ({ phrases: children })))),
  );
  const guess = guessedAs(verse, 'verse', 'short lines that no sentence ends', first ? blockWords(first) : '');
  return placedAt([guess], first?.data?.at);
}
