/**
 * Quotations that show themselves. Letters that are quoted one by one: the letter 'A', two 'T's, which by themselves look like words that have
 * lost letters at both ends; and words that are quoted and emphasised.
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

/** What a mark may have before it where it opens, and what may stand between a quotation's last word and the mark that closes it. */
const opens = /(?:^|[\s\u2028([{"“—–-])'$/;
const closes = () => /^(?:\.{3}|[.,;:!?…])?'(?![\p{L}\p{N}])/u;

/**
 * The marks around what is quoted and set off by a node of its own, such as emphasis: '*Gesellschaft*,' he said. A text's pieces begin where
 * its nodes do.
 */
export function quotedPieces(
  text: string,
  pieces: readonly { readonly start: number }[],
): ReadonlyMap<number, 'open' | 'close'> | undefined {
  if (pieces.length < 2) return undefined;
  let found: Map<number, 'open' | 'close'> | undefined;
  pieces.forEach(({ start }, i) => {
    const end = pieces[i + 1]?.start ?? text.length;
    if (
      i === 0 ||
      !opens.test(text.slice(Math.max(0, start - 2), start)) ||
      !/^\p{L}/u.test(text.slice(start, start + 2))
    )
      return;
    const shut = closes().exec(text.slice(end, end + 5))?.[0];
    if (shut === undefined) return;
    found ??= new Map();
    found.set(start - 1, 'open').set(end + shut.length - 1, 'close');
  });
  return found;
}
