/** What kind of character stands beside a mark; all that the reading of a mark needs to know of most of them. */
export type Kind = 'space' | 'word' | 'opener' | 'stop' | 'dash' | 'quote' | 'other';

const quoteCharacters = '"\'“”‘’„‚«»‹›';
const openers = '([{¿¡（【《〈「『';
const stops = '.,;:!?…)]}%‽،؛؟۔。，、！？：；．）】》〉」』';
const dashes = '-‐‑‒–—―−⸺⸻';
/** Present in the text but not on the page. */
const unseen = '\u2060\u200B\u200C\u200D\u00AD\uFEFF';

const kinds: (Kind | undefined)[] = [];
for (const [characters, kind] of [
  [quoteCharacters, 'quote'],
  [openers, 'opener'],
  [stops, 'stop'],
  [dashes, 'dash'],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}

/** The kind of the UTF-16 unit at `at`; beyond either end of the text there is space. */
export function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return 'space'; // beyond either end
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return 'word';
  const known = kinds[code];
  if (known) return known;
  if (code < 128) return code <= 32 ? 'space' : 'other';
  if (code >= 0xd800 && code <= 0xdfff) return 'word';
  const character = text.charAt(at);
  const kind: Kind = /[\p{L}\p{N}\p{M}\uFFFC]/u.test(character) ? 'word' : /\s/.test(character) ? 'space' : 'other';
  kinds[code] = kind;
  return kind;
}

/** The end of the letters and digits from `at` on. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (kindAt(text, end) === 'word') end++;
  return end;
}

/** Whether the UTF-16 unit at `at` is in the text but not on the page: a joiner, a soft hyphen. */
export function isUnseen(text: string, at: number): boolean {
  return unseen.includes(text.charAt(at)) && at < text.length;
}
