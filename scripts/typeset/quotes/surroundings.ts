/**
 * What stands around a mark, further off than what touches it: the marks before and behind it and what they look like, and what joins them.
 * In: a text and an offset. Out: names, parts of the names of features.
 */
import { kindAt, wordEnd } from '../text/characters.ts';
import type { Evidence } from './evidence.ts';
import { stemOf } from './words.ts';

export type Size = 'Capital' | 'small';

export const sizeOf = (typed: string): Size =>
  typed.charAt(0) === typed.charAt(0).toLowerCase() ? 'small' : 'Capital';

/** Words that join what is quoted to what has been quoted: 'in' and 'out', from 'good' to 'bad'. */
const links =
  /['’][.,;]?(?: (?:and|or|nor|but|to|than|as|not|with|from|by|for|versus)(?: (?:not|also|even|then|an?|the|in|of|my|your|his|her|its|our|their))?)? $/;
const linksNext = /^['’][.,;]?(?: (?:and|or|nor|but|to|than|as|not))? ['‘]/;

/** Whether nothing but a word that joins stands between a mark and one before it that closes a quotation. */
export function isLinked(text: string, left: number, evidence: Evidence): boolean {
  const start = Math.max(0, left - 16);
  const found = links.exec(text.slice(start, left + 1));
  if (!found) return false;
  const look = lookOf(text, start + found.index, evidence);
  return look === 'end' || look === 'stop';
}

/** Whether the mark at an offset closes a quotation that a word joins to the next one. */
export const isFollowedByLinked = (text: string, at: number): boolean => linksNext.test(text.slice(at, at + 10));

/** Words that no owner stands before, since they name nothing: verbs that help, prepositions, pronouns, what joins clauses. */
const unowned = new Set(
  `am is are was were be been has have had do does did will would shall should can could may might must the a an this that these those
  and or nor but if as than because when while where who whom which what how he she it they we you i him them us me not in on of to at by
  for from with into onto upon under over about after before between through without within against among toward towards like said says
  all both each so too then there here now only also just even still yet never always again already enough anywhere everywhere nowhere`
    .trim()
    .split(/\s+/),
);

/** How many blanks and letters are looked at for the next word. */
const furthest = 20;

/** What follows a mark behind a word: an owner is followed by what is owned, a quotation by anything. */
export function thenOf(text: string, from: number): string {
  let at = from;
  while (at < from + furthest && at < text.length && kindAt(text, at) === 'space') at++;
  const kind = at >= text.length ? 'nothing' : kindAt(text, at);
  if (kind !== 'word') return kind;
  const [word = ''] = /^\p{L}*/u.exec(text.slice(at, at + furthest)) ?? [];
  return unowned.has(word.toLowerCase()) ? 'no owned' : sizeOf(text.charAt(at));
}

/** Whether a mark behind a word stands inside a longer one: “don't”, “mares'-tails”. */
export function isInside(text: string, at: number): boolean {
  return kindAt(text, at + 1) === 'word' || (text.charAt(at + 1) === '-' && kindAt(text, at + 2) === 'word');
}

/** Whether a bracket that closes at `at` was opened behind a mark, as where somebody's words are broken off: 'I know' (he rose) 'all of it.' */
function isAside(text: string, at: number): boolean {
  const start = Math.max(0, at - horizon);
  return /['’](?:--?|—)? ?\([^()]*$/.test(text.slice(start, at));
}

/** Words between dashes, behind a mark: 'I know'--he rose--'all of it.' */
const dashAside = /['’](?:--|—)[^'’"—]{1,190}-?$/;

/** How far beside a mark another one is looked for. */
const horizon = 1000;

/**
 * What a single mark is by what touches it: one inside a word or behind one that has lost its end closes nothing, one before a word that
 * loses its beginning opens nothing.
 */
function lookOf(
  text: string,
  at: number,
  evidence: Evidence,
): 'inner' | 'elided' | 'lead' | 'lost' | 'end' | 'stop' | 'edge' {
  const left = kindAt(text, at - 1);
  if (kindAt(text, at + 1) === 'word') {
    if (left === 'word') return 'inner';
    return isOftenLed(text, at + 1, evidence) ? 'elided' : 'lead';
  }
  if (left !== 'word') return left === 'space' ? 'edge' : 'stop';
  if (isInside(text, at)) return 'inner';
  return isCutBehind(stemOf(text.slice(tokenStart(text, at), at)), evidence) ? 'lost' : 'end';
}

/**
 * What the first mark of the same key ahead looks like that could close a quotation; words that lose their end hide it, and a word
 * behind a mark does (`another`) if it is not known to lose its beginning.
 */
export function closerAhead(text: string, from: number, evidence: Evidence): string {
  let seen = 'none';
  for (let at = text.indexOf("'", from); at >= 0 && at < from + horizon; at = text.indexOf("'", at + 1)) {
    const look = lookOf(text, at, evidence);
    const reach = at === from || (at === from + 1 && look === 'stop') ? 'own ' : at - from > 30 ? 'far ' : '';
    if (look === 'lead') return seen === 'none' ? 'another' : seen;
    if (look === 'end') return reach + endOf(text, at, evidence);
    if (look === 'stop') return `${reach}stop`;
    if (look === 'lost') seen = 'lost';
  }
  return seen;
}

/**
 * What the last mark of the same key behind is that could open a quotation or close one, and how far behind it is; one behind a word that
 * another has opened is `shut`.
 */
export function markBehind(text: string, from: number, evidence: Evidence): string {
  const start = Math.max(0, from - horizon);
  const behind = text.slice(start, from);
  const spoken = evidence.primary === 'double' ? behind.lastIndexOf('"') : -1;
  let seen = '';
  for (let i = behind.lastIndexOf("'"); i > spoken; i = i > 0 ? behind.lastIndexOf("'", i - 1) : -1) {
    const at = start + i;
    const look = lookOf(text, at, evidence);
    const reach = from - at > 60 ? 'far ' : '';
    if (look === 'lead' || look === 'edge')
      return seen === '' ? `${reach}${beginningAt(text, at)}` : seen.replace('end', 'shut');
    if (look !== 'end' && look !== 'stop') continue;
    if (seen !== '' || look === 'stop') return seen === '' ? reach + look : seen;
    seen = reach + (text.charAt(at - 1) === 's' && isOwned(thenOf(text, at + 1)) ? 'owner' : 'end');
  }
  return seen === '' ? 'nothing' : seen;
}

const beginningAt = (text: string, at: number): string =>
  previousOf(text, at - 1, kindAt(text, at - 1)) === 'word' ? 'phrase' : 'speech';

/** Whether a word before a mark has lost its end: the book often has it so, or no other word ends as it does (“slippin'”). */
function isCutBehind(word: string, { book, lexicon }: Evidence): boolean {
  if (book.losesEnd(word)) return true;
  return /\p{L}{2}in$/u.test(word) && book.whole(word) === 0 && !lexicon.ordinary(word.toLowerCase());
}

/** Whether a word is known to lose its beginning, or the book teaches so. */
function isOftenLed(text: string, at: number, { book, lexicon }: Evidence): boolean {
  const word = stemOf(text.slice(at, tokenEnd(text, at)));
  return lexicon.standing(word.toLowerCase()) === 'sure' || book.taught(word) > 2;
}

/** What the word before a mark could be, if not the end of a quotation: the owner of something, or one that has lost its end. */
function endOf(text: string, at: number, { book, lexicon }: Pick<Evidence, 'book' | 'lexicon'>): string {
  const word = stemOf(text.slice(tokenStart(text, at), at));
  if (word.endsWith('s')) return isOwned(thenOf(text, at + 1)) ? 'plural' : 'plural, no owner';
  return book.whole(word) > 0 || lexicon.ordinary(word.toLowerCase()) ? 'word' : 'cut word';
}

const isOwned = (then: string): boolean => then === 'small' || then === 'Capital' || then === 'quote';

/** The start of a word with the apostrophes inside it, which ends before `end`. */
function tokenStart(text: string, end: number): number {
  let start = end;
  while (
    kindAt(text, start - 1) === 'word' ||
    (/['’]/.test(text.charAt(start - 1)) && kindAt(text, start - 2) === 'word')
  )
    start--;
  return start;
}

export function previousOf(text: string, left: number, kind: string): string {
  if (kind === 'dash') {
    if (text.charAt(left) === '-' && kindAt(text, left - 1) === 'word') return 'hyphen';
    return dashAside.test(text.slice(Math.max(0, left - 200), left)) ? 'dash, aside' : 'dash';
  }
  if (kind !== 'space') return kind;
  let at = left;
  while (at >= 0 && kindAt(text, at) === 'space') at--;
  if (at < 0) return 'nothing';
  const character = text.charAt(at);
  if (character === ')') return isAside(text, at) ? 'aside' : 'stop';
  if (character === ',') return 'comma';
  if (character === ':' || character === ';') return 'colon';
  const before = kindAt(text, at);
  return before === 'quote' && kindAt(text, at - 1) === 'stop' ? 'speech' : before;
}

/** The end of a word with the apostrophes inside it. */
export function tokenEnd(text: string, at: number): number {
  let end = wordEnd(text, at);
  while (/['’]/.test(text.charAt(end)) && kindAt(text, end + 1) === 'word') end = wordEnd(text, end + 1);
  return end;
}
