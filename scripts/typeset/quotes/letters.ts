/**
 * Letters that are quoted one by one: the letter 'A', two 'T's. By themselves they look like words that have lost letters at both ends.
 * In: a text. Out: which of its marks open such a quotation, and which close one.
 */
const quoted = () => /(?<![\p{L}\p{N}\p{M}'‘’])'(\p{L})'(?=s?(?![\p{L}\p{N}\p{M}]))/gu;
/** What a small letter needs before it, so as to be no “rock 'n' roll”. */
const named =
  /\b(?:letters?|vowels?|consonants?|sounds?|capitals?|small|lower-?case|upper-?case|silent|long|short|double|an?|the|two|three|four|many|with|missing|called)[ \u00A0]$/i;
/** A capital that joins what stands beside it: Guns 'N' Roses. */
const joins = () => /\p{L}[ \u00A0]$/u;

/** What follows a letter that is cut where somebody speaks: 'B' you awake?' */
const spoken = () => /^(?:[^']|(?<=\p{L})'(?=\p{L}))*?[.,!?…—-]'(?!\p{L})/u;

/** The marks around quoted letters, by their offsets. */
export function quotedLetters(text: string): ReadonlyMap<number, 'open' | 'close'> | undefined {
  if (!/'..?'/.test(text)) return undefined;
  let found: Map<number, 'open' | 'close'> | undefined;
  let areNamed = false;
  for (const { 1: letter = '', index } of text.matchAll(quoted())) {
    const before = text.slice(Math.max(0, index - 12), index);
    const isCapital = letter !== letter.toLowerCase() && !(letter === 'N' && joins().test(before));
    // “'I's” is “I is” where people talk so.
    const isPlural = text.charAt(index + 2 + letter.length) === 's';
    // Where one has been called a letter, others are that too: the letter 'e'; so is 'a'.
    const isNamed = named.test(before);
    areNamed ||= isNamed;
    const isLike =
      areNamed && !isPlural && !(letter === 'n' && joins().test(before) && /^ \p{L}/u.test(text.slice(index + 3)));
    if (!isNamed && !isLike && (!isCapital || isPlural || isCut(text, index + 2 + letter.length))) continue;
    found ??= new Map();
    found.set(index, 'open').set(index + 1 + letter.length, 'close');
  }
  return found;
}

/** Whether the mark before `at` cannot close what is quoted, because a later one does. */
const isCut = (text: string, at: number): boolean => spoken().test(text.slice(at));
