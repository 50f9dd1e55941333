/**
 * What a language does with its marks, and which row of the table a language tag means.
 * In: a BCP 47 tag. Out: the habits of the language.
 */
import { lookUp } from '../../book/look-up.ts';
import { english, type Locale, languages } from './languages.ts';

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
