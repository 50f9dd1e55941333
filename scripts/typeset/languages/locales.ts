/**
 * What a language does with its marks, and which row of the table a language tag means.
 * In: a BCP 47 tag. Out: the habits of the language. Refuses to know: how they are carried out.
 */

import { lookUp } from '../../book/look-up.ts';
import { english, languages } from './languages.ts';

/** A dash within a sentence. */
export interface Dash {
  readonly glyph: '—' | '–' | '——';
  /** The space on either side of it; none where it is set close. */
  readonly before: '' | ' ' | '\u00A0';
  readonly after: '' | ' ';
  /** Whether two of them hold what stands between, as brackets do: “—así—”. */
  readonly paired?: true;
}

/** A dash with which somebody begins to speak. */
export interface SpeechDash {
  readonly glyph: '—' | '–';
  readonly after: '' | '\u00A0';
}

export interface Locale {
  /** Outer pair, then nested pair, each opening and closing. */
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
  /** The no-break space inside the outer pair; absent where the language has nothing to say of it. */
  readonly gap?: string;
  readonly dash: Dash;
  readonly speech?: SpeechDash;
  /** What three typed dots become. */
  readonly ellipsis: '…' | '……';
  /** The space that stands before a mark. */
  readonly before?: Readonly<Record<string, string>>;
  /** One-letter words that are not left at the end of a line. */
  readonly tied?: string;
  /** The letters of an ordinal, by how they are typed after a figure. */
  readonly ordinals?: Readonly<Record<string, string>>;
  /** Whether quotation marks stand close to other words, as where there are no spaces or particles follow. */
  readonly dense?: true;
}

/** Tags that say in which country a language is written, where that settles the script. */
const scripts: Readonly<Record<string, string>> = {
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  yue: 'zh-hant',
  iw: 'he',
  no: 'nb',
};

/** The habits of a BCP 47 language: by its longest prefix that has a row, else the English ones. */
export function localeOf(lang: string): Locale {
  let tag = lang.toLowerCase().replaceAll('_', '-');
  for (;;) {
    const name = lookUp(scripts, tag) ?? tag;
    const row = lookUp(languages, name);
    if (row) return row;
    const cut = tag.lastIndexOf('-');
    if (cut < 0) return english;
    tag = tag.slice(0, cut);
  }
}
