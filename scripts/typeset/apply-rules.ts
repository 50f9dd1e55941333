/**
 * Sets a run of passages: what is to change in each, and which marks are a close call.
 * In: passages in reading order. Out: edits and readings, passage by passage.
 */
import {
  follows,
  outermostIn,
  type Typography,
  type TypographyRule,
  typographyRuleNames,
} from '../book/house-styles.ts';
import type { Locale } from './languages/languages.ts';
import { localeOf } from './languages/locales.ts';
import type { Evidence } from './quotes/evidence.ts';
import type { Key } from './quotes/grammar.ts';
import { type Lexicon, lexiconOf } from './quotes/lexicon.ts';
import { otherKeys } from './quotes/other-keys.ts';
import { curlEdits, openingMarks, primaryOf, type ReadMarks, readingsOf, readMarks } from './quotes/quotes.ts';
import { hasBothPairs } from './quotes/swap-pairs.ts';
import { countWords } from './quotes/words.ts';
import { setDashes } from './rules/dashes.ts';
import { setDialogueDashes } from './rules/dialogue-dashes.ts';
import { setDitto } from './rules/ditto.ts';
import { setEllipses } from './rules/ellipses.ts';
import { setEllipsisSpacing } from './rules/ellipsis-spacing.ts';
import { setFigures } from './rules/figures.ts';
import { setHeadingWidows } from './rules/heading-widows.ts';
import { setHebrewMarks } from './rules/hebrew.ts';
import { setNoBreak } from './rules/no-break.ts';
import { setOrdinals } from './rules/ordinals.ts';
import { setPrimes } from './rules/primes.ts';
import { setPunctuationSpacing } from './rules/punctuation-spacing.ts';
import { setRanges } from './rules/ranges.ts';
import { setSpaces } from './rules/spaces.ts';
import { setTiedWords } from './rules/tied-words.ts';
import { setTouchingQuotes } from './rules/touching-quotes.ts';
import { setWordJoiners } from './rules/word-joiners.ts';
import { type Copy, type Finisher, isIn, type Setter } from './text/copy.ts';
import { applyEdits, chained, type Edit, movedOffsets, ordered, typedOffsets } from './text/edits.ts';
import type { Passage } from './text/passages.ts';

/** Sets one passage; `next` is the text of the one that follows, `before` the one that was set before it. */
export type PassageTypesetter = (
  passage: Pick<Passage, 'text' | 'lang' | 'literal'> &
    Partial<Pick<Passage, 'pieces'>> & { readonly block: Copy['block'] },
  next?: string,
  before?: TypesetPassage,
) => TypesetPassage;

export interface TypesetPassage {
  /** In order, none overlapping another. */
  readonly edits: readonly Edit[];
  readonly read: ReadMarks | undefined;
  /** The keys of the quotations that are open at its end, where the book wants one pair outermost. */
  readonly open?: readonly Key[] | undefined;
}

/** The rules that settle marks before quotation marks are read: a prime is none. */
const early: readonly Setter[] = [setPrimes, setDitto, setHebrewMarks];
/** The other rules; of two changes that begin at one place the longer is made, and of two of a length the earlier rule's. */
const others: readonly Setter[] = [
  setRanges,
  setDialogueDashes,
  setDashes,
  setEllipses,
  setFigures,
  setPunctuationSpacing,
  setTiedWords,
  setOrdinals,
  setNoBreak,
  setHeadingWidows,
  setSpaces,
];
/** The rules that set off what all the others have set; of two changes to one space theirs is made. */
const late: readonly Finisher[] = [setEllipsisSpacing, setTouchingQuotes, setWordJoiners];

const anyMark = /["'‘’“”]/;

/** Makes a compositor for a book in `bookLang`: it has read all the passages before it sets the first. */
export function createPassageTypesetter(
  passages: readonly Passage[],
  typography: Typography,
  bookLang = 'en',
): PassageTypesetter {
  const primary = primaryOf(passages.map(({ text }) => text));
  const book = countWords(() => passages.map(({ text }) => text));
  const lexicons = new Map<string, Lexicon>();
  const evidenceIn = (lang: string): Evidence => {
    const lexicon = lexicons.get(lang) ?? lexiconOf(lang, typography.elisions);
    lexicons.set(lang, lexicon);
    return { primary, book, lexicon };
  };
  // Asked of every passage by every rule, so asked once.
  const followed = new Set(typographyRuleNames.filter((rule) => follows(typography, rule)));
  const followsRule = (rule: TypographyRule): boolean => followed.has(rule);
  const locales = new Map<string, Locale>();
  const { style } = typography;
  const wanted = outermostIn(typography);
  // A passage in another language keeps the order of its own quotations.
  const outermostOf = (lang: string, locale: Locale) =>
    isIn({ lang }, bookLang.toLowerCase().split(/[-_]/)[0] ?? '') && hasBothPairs(locale) ? wanted : undefined;
  const compose: PassageTypesetter = ({ text, lang, block, literal, pieces }, next = '', before) => {
    const locale = locales.get(lang) ?? localeOf(lang);
    locales.set(lang, locale);
    const keys = followsRule('quotes') ? otherKeys(text, locale, literal) : [];
    if (keys.length > 0) {
      const moved =
        literal &&
        new Set(
          movedOffsets(
            [...literal].sort((a, b) => a - b),
            keys,
          ),
        );
      const { edits, read, open } = compose(
        { text: applyEdits(text, keys), lang, block, literal: moved },
        next,
        before,
      );
      const typed = typedOffsets(keys);
      const marks = read?.marks.map((mark) => ({ ...mark, at: typed(mark.at) }));
      return { edits: chained(keys, edits), read: read && marks && { ...read, marks }, open };
    }
    const copy: Copy = { text, lang, locale, block, literal, style, follows: followsRule };
    const first = early.flatMap((set) => set(copy));
    const read =
      followsRule('quotes') && anyMark.test(text)
        ? readMarks(
            text,
            evidenceIn(lang),
            openingMarks(next),
            fixedCharacters(literal, first),
            locale,
            wanted && outermostOf(lang, locale),
            before?.open,
            pieces,
          )
        : undefined;
    const known: Copy = read ? { ...copy, reading: readingsOf(read) } : copy;
    const curls = read ? curlEdits(read, known) : [];
    const made = ordered([...first, ...curls, ...others.flatMap((set) => set(known))]);
    // A title in the metadata is for catalogues, which would not find it by a space of a kind of its own.
    const last = block === 'line' ? [] : late.flatMap((set) => set(known, made));
    return {
      edits: last.length === 0 ? made : ordered([...last, ...made]),
      read,
      open: read?.printed?.open ?? before?.open,
    };
  };
  return compose;
}

/** The characters that are no quotation marks: those that stay as typed, and those that a change has taken. */
function fixedCharacters(
  literal: ReadonlySet<number> | undefined,
  edits: readonly Edit[],
): ReadonlySet<number> | undefined {
  if (edits.length === 0) return literal;
  const all = new Set(literal);
  for (const { start, end } of edits) for (let at = start; at < end; at++) all.add(at);
  return all;
}
