/**
 * What each language does with its marks: book practice, which differs from CLDR's delimiters here and there.
 * To support a language, add a row.
 */
export interface Locale {
  /** Outer pair, then nested pair, each opening and closing. */
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** The no-break space inside the outer pair, where the language sets one. */
  readonly gap?: string;
}

const nnbsp = '\u202F';
const nbsp = '\u00A0';

const english: Locale = { outer: ['“', '”'], inner: ['‘', '’'] };
const lowHigh: Locale = { outer: ['„', '“'], inner: ['‚', '‘'] };
const guillemets: Locale = { outer: ['«', '»'], inner: ['“', '”'] };

const table: Readonly<Record<string, Locale>> = {
  en: english,
  fr: { outer: ['«', '»'], inner: ['“', '”'], gap: nnbsp },
  'fr-ch': { outer: ['«', '»'], inner: ['‹', '›'] },
  'fr-ca': { outer: ['«', '»'], inner: ['“', '”'], gap: nbsp },
  de: lowHigh,
  'de-ch': { outer: ['«', '»'], inner: ['‹', '›'] },
  es: guillemets,
  ca: guillemets,
  eu: guillemets,
  gl: guillemets,
  pt: guillemets,
  'pt-br': english,
  it: guillemets,
  pl: { outer: ['„', '”'], inner: ['«', '»'] },
  cs: lowHigh,
  sk: lowHigh,
  sv: { outer: ['”', '”'], inner: ['’', '’'] },
  fi: { outer: ['”', '”'], inner: ['’', '’'] },
  nb: { outer: ['«', '»'], inner: ['‘', '’'] },
  nn: { outer: ['«', '»'], inner: ['‘', '’'] },
  no: { outer: ['«', '»'], inner: ['‘', '’'] },
  da: { outer: ['»', '«'], inner: ['›', '‹'] },
  nl: english,
  hu: { outer: ['„', '”'], inner: ['»', '«'] },
  ro: { outer: ['„', '”'], inner: ['«', '»'] },
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  be: { outer: ['«', '»'], inner: ['„', '“'] },
  bg: lowHigh,
  lt: lowHigh,
  et: lowHigh,
  sl: lowHigh,
  hr: { outer: ['„', '”'], inner: ['‘', '’'] },
  is: lowHigh,
  el: guillemets,
  tr: english,
  'zh-hant': { outer: ['「', '」'], inner: ['『', '』'] },
  ja: { outer: ['「', '」'], inner: ['『', '』'] },
  he: { outer: ['”', '”'], inner: ['’', '’'] },
};

/** The habits of a BCP 47 language: by its longest prefix that has a row, else the English ones. */
export function localeOf(lang: string): Locale {
  let tag = lang.toLowerCase();
  for (;;) {
    const row = table[tag];
    if (row) return row;
    const cut = tag.lastIndexOf('-');
    if (cut < 0) return english;
    tag = tag.slice(0, cut);
  }
}
