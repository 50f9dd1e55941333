/**
 * Turns proofread novels into exercises: what a typist would have keyed, and what stands in the book.
 */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Evidence } from '../../scripts/typeset/quotes/evidence.ts';
import { canBe, stanceOf, weigh } from '../../scripts/typeset/quotes/features.ts';
import { beginning, type Key, type Primary, readings } from '../../scripts/typeset/quotes/grammar.ts';
import { lexiconOf } from '../../scripts/typeset/quotes/lexicon.ts';
import { findMarks, type Mark } from '../../scripts/typeset/quotes/quote-marks.ts';
import { countWords } from '../../scripts/typeset/quotes/words.ts';
import { collectPassages, type Passage } from '../../scripts/typeset/text/passages.ts';

export interface Novel {
  readonly name: string;
  readonly primary: Primary;
  /** Proofread Markdown. */
  readonly gold: string;
}

/** One mark of an exercise: the features of each reading, which readings can be, and which of those print the right glyph. */
export interface Exercise {
  readonly key: Key;
  readonly at: number;
  readonly first: boolean;
  readonly features: readonly (readonly number[])[];
  readonly can: readonly boolean[];
  readonly right: readonly boolean[];
}

/** A block with its marks. */
export interface Block {
  readonly novel: string;
  readonly primary: Primary;
  readonly text: string;
  readonly marks: readonly Exercise[];
  /** The marks that the next block begins with. */
  readonly next: string;
  /** The marks as they are to somebody who knows no list of words, where a word is elided. */
  readonly blind: readonly Exercise[] | undefined;
  /** Whether its marks tell by themselves what they are: double ones, and those inside a word. */
  readonly isPlain: boolean;
}

/** Numbers the features as they are met. */
export interface Index {
  readonly names: string[];
  of(name: string): number;
}

export function createIndex(): Index {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    of(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      names.push(name);
      return names.length - 1;
    },
  };
}

/** The words that stand whole, by novel. */
export function wholeWords(gold: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of gold.matchAll(/(?<![’‘\p{L}\p{N}])\p{L}{2,}(?![’\p{N}\p{L}])/gu)) words.add(word.toLowerCase());
  return words;
}

/** The blocks of a novel that hold marks. */
export function blocksOf(
  { name, primary, gold }: Novel,
  index: Index,
  ordinary: (word: string) => boolean,
): readonly Block[] {
  const passages: Passage[] = [];
  collectPassages(fromMarkdown(gold) satisfies Root, 'en', passages);
  const typed = passages.map(({ text }) => typewritten(text));
  const texts = () => typed.map(({ text }) => text);
  const evidence: Evidence = {
    primary,
    book: countWords(texts),
    lexicon: { ...lexiconOf('en'), ordinary },
  };
  const { standing } = evidence.lexicon;
  // Ordinary words that may be cut (“'round”) are few and listed; the others are different in each book.
  const isOrdinary = (word: string) => standing(word) === 'doubtful' || ordinary(word);
  const unlisted: Evidence = {
    ...evidence,
    book: countWords(texts), // which remembers what it has said
    lexicon: { ...evidence.lexicon, standing: (word) => (isOrdinary(word) ? standing(word) : 'unknown') },
  };
  const isHidden = (feature: string) =>
    isOfOneWord(feature) && !isOrdinary(feature.slice(feature.lastIndexOf(' ') + 1));
  const blocks = typed.map(({ text, glyphs }) => {
    const marks = findMarks(text);
    const exercises = marks.map((mark, i) => exerciseOf(text, mark, glyphs[i] ?? '', evidence, index));
    const stances = marks.map(stanceOf);
    const blind = stances.some((stance, i) => stance === 'lead' && glyphs[i] === '’')
      ? marks.map((mark, i) => exerciseOf(text, mark, glyphs[i] ?? '', unlisted, index, isHidden))
      : undefined;
    const isPlain = stances.every((stance) => stance === 'double' || stance === 'mid');
    return { novel: name, primary, text, marks: exercises, blind, isPlain, begins: beginning(marks) };
  });
  return blocks
    .map(({ begins: _, ...block }, i) => ({ ...block, next: blocks[i + 1]?.begins ?? '' }))
    .filter(({ marks }) => marks.length > 0);
}

/** Whether a feature is about one word alone. */
export const isOfOneWord = (name: string): boolean => /^(?:lead|trail): word /.test(name);

function exerciseOf(
  text: string,
  mark: Mark,
  glyph: string,
  evidence: Evidence,
  index: Index,
  without?: (feature: string) => boolean,
): Exercise {
  const stance = stanceOf(mark);
  const features: number[][] = [[], [], []];
  if (stance === 'mid') features[1]?.push(index.of('mid'));
  else
    weigh(text, mark, stance, evidence, (reading, feature) => {
      if (!without?.(feature)) features[readings.indexOf(reading)]?.push(index.of(feature));
    });
  const right =
    glyph === '“' || glyph === '‘'
      ? [true, false, false]
      : glyph === '”'
        ? [false, true, false]
        : glyph === '’'
          ? [false, true, true]
          : [true, true, true];
  const can = readings.map((reading) => canBe(reading, mark, stance));
  if (!can.some((each, k) => each && right[k]))
    console.error(`Cannot be read as ${glyph}: ${text.slice(Math.max(0, mark.at - 30), mark.at + 30)}`);
  const first = mark.left < 0 || text.charAt(mark.left) === '\u2028';
  return { key: mark.key, at: mark.at, first, features, can, right };
}

/** The text as keyed on a typewriter, and the glyph that each of its quotation marks stands for; primes stand for themselves. */
function typewritten(text: string): { readonly text: string; readonly glyphs: readonly string[] } {
  const glyphs: string[] = [];
  const keys: Readonly<Record<string, string>> = {
    '“': '"',
    '”': '"',
    '″': '"',
    '‘': "'",
    '’': "'",
    '′': "'",
    '—': '--',
    '…': '...',
    '–': '-',
  };
  const typed = text.replaceAll(/[“”″‘’′—…–]/g, (glyph) => {
    if (!'—…–'.includes(glyph)) glyphs.push(glyph);
    return keys[glyph] ?? glyph;
  });
  return { text: typed, glyphs };
}
