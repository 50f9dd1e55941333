/**
 * What a language's words tell about apostrophes: which words lose letters, and which are ordinary. English has a list of those:
 * words that two of the learner's novels have (`node bench/typography-learn.mjs`), sorted by code units. Each of its lines begins with a
 * word; of every further one stands how many letters it begins with as the one before it does, and the rest.
 */
import { lookUp } from '../../book/look-up.ts';
import vocabulary from './data/vocabulary.txt';
import { englishElisions } from './elisions.ts';

export type Standing = 'sure' | 'usual' | 'doubtful' | 'unknown' | 'own';

export interface Lexicon {
  /** How a word that follows a mark stands to elision; `own` where the author has said that it is one. */
  standing(word: string): Standing;
  /** Whether what an apostrophe ends is a word that has lost its last letters: the l of “l'amico”. */
  readonly loses?: (word: string) => boolean;
  /** Whether it is an ordinary word of the language. */
  ordinary(word: string): boolean;
  /** Whether the weights of readings were learned in this language, and its ordinary words are known. */
  readonly learned: boolean;
}

/** Words that are written with an apostrophe before them whatever else stands there. */
const always: Readonly<Record<string, string>> = {
  nl: 's t n k m r ns tis twas',
  af: 'n s t k',
  de: 's n ne nen nem ner',
  cy: 'r n w i u m th ch',
};

/** Words that lose their last letters before a vowel, and often. */
const losing: Readonly<Record<string, string>> = {
  fr: 'l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu presqu entr aujourd',
  it: `l un d c n m t s v gl dell nell all sull dall coll quell quest bell sant grand alcun ciascun nessun tutt mezz senz anch com
    dov quand quant cos mo po be fa va sta di da to ca vo`,
  ca: 'l d m t s n',
  oc: 'l d m t s n qu',
  br: 'd b m',
  ga: 'd b m',
  lb: 'd',
  nl: 'd m',
  el: 'σ μ τ κ απ γι κι θ ν αλλ ουτ παρ',
  eo: 'l',
};

/** Words that lose letters in other languages; nothing more is known of those. */
const elsewhere: Readonly<Record<string, string>> = {
  de: 'rein raus rauf runter rüber rum ran rin nauf naus nunter drauf',
  fr: 't tit tite tits',
  it: 'sto sta sti ste na no nu ndrangheta l un',
};

/** The lexicon of a language, with the words that the author has named as elided. */
export function lexiconOf(lang: string, elisions: readonly string[] = []): Lexicon {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const own = new Set(elisions.map((each) => each.replace(/^['’‘]/, '').toLowerCase()));
  if (language === 'en') {
    let standings: ReadonlyMap<string, Standing> | undefined;
    const looked = new Map<string, boolean>();
    return {
      standing: (word) => (own.has(word) ? 'own' : ((standings ??= englishStandings()).get(word) ?? 'unknown')),
      ordinary: (word) => {
        const known = looked.get(word) ?? ordinary(word);
        looked.set(word, known);
        return known;
      },
      learned: true,
    };
  }
  const known = wordsOf(elsewhere, language);
  for (const word of wordsOf(always, language)) own.add(word);
  const shortened = wordsOf(losing, language);
  return {
    standing: (word) => (own.has(word) ? 'own' : known.has(word) ? 'sure' : 'unknown'),
    loses: (word) => shortened.has(word),
    ordinary: () => true,
    learned: false,
  };
}

function wordsOf(table: Readonly<Record<string, string>>, language: string): ReadonlySet<string> {
  return new Set(lookUp(table, language)?.split(/\s+/));
}

function englishStandings(): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const standing of ['doubtful', 'usual', 'sure'] as const) {
    for (const word of englishElisions[standing].trim().split(/\s+/)) standings.set(word, standing);
  }
  return standings;
}

let vocabularyLines: readonly string[] | undefined;

/** Looks a word up in the one line that could have it: searching costs less than making a set of all words. */
function ordinary(word: string): boolean {
  vocabularyLines ??= vocabulary.trimEnd().split('\n');
  let low = 0;
  let high = vocabularyLines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A digit ends the first word of a line; the colon is the character behind the digits.
    if ((vocabularyLines[middle] ?? '') < `${word}:`) low = middle + 1;
    else high = middle;
  }
  let known = '';
  for (const [, shared, rest] of vocabularyLines[low - 1]?.matchAll(/(\d?)(\D+)/g) ?? []) {
    known = known.slice(0, Number(shared)) + rest;
    if (known === word) return true;
  }
  return false;
}
