/** Names of languages as archives and authors write them, in English and their own, and the tags (BCP 47) they stand for. */
import { nearest } from '../report/nearest.ts';
import { lookUp } from './look-up.ts';
import type { Direction } from './metadata.ts';
import { isLanguageTag } from './metadata-schema.ts';

/** To add a language, add a row. */
const names: Readonly<Record<string, string>> = {
  en: 'english',
  'en-GB': 'english (uk), british english',
  'en-US': 'english (us), american english',
  af: 'afrikaans',
  am: 'amharic, አማርኛ',
  ar: 'arabic, العربية',
  be: 'belarusian, беларуская',
  bg: 'bulgarian, български',
  bn: 'bengali, বাংলা',
  ca: 'catalan, català',
  cs: 'czech, čeština, česky',
  cy: 'welsh, cymraeg',
  da: 'danish, dansk',
  de: 'german, deutsch',
  el: 'greek, modern greek, ελληνικά',
  eo: 'esperanto',
  es: 'spanish, español, castellano',
  et: 'estonian, eesti',
  eu: 'basque, euskara',
  fa: 'persian, farsi, فارسی',
  fi: 'finnish, suomi',
  fil: 'filipino, wikang filipino',
  fr: 'french, français',
  ga: 'irish, gaeilge',
  gl: 'galician, galego',
  gu: 'gujarati, ગુજરાતી',
  he: 'hebrew, עברית',
  hi: 'hindi, हिन्दी',
  hr: 'croatian, hrvatski',
  hu: 'hungarian, magyar',
  hy: 'armenian, հայերեն',
  id: 'indonesian, bahasa indonesia',
  is: 'icelandic, íslenska',
  it: 'italian, italiano',
  ja: 'japanese, 日本語',
  ka: 'georgian, ქართული',
  kk: 'kazakh, қазақша',
  km: 'khmer, ខ្មែរ',
  kn: 'kannada, ಕನ್ನಡ',
  ko: 'korean, 한국어',
  la: 'latin, latina',
  lt: 'lithuanian, lietuvių',
  lv: 'latvian, latviešu',
  mk: 'macedonian, македонски',
  mn: 'mongolian, монгол',
  ms: 'malay, bahasa melayu',
  my: 'burmese, မြန်မာ',
  nl: 'dutch, nederlands',
  no: 'norwegian, norsk',
  pl: 'polish, polski',
  pt: 'portuguese, português',
  'pt-BR': 'português brasileiro, brazilian portuguese',
  'pt-PT': 'português europeu',
  ro: 'romanian, română',
  ru: 'russian, русский',
  sk: 'slovak, slovenčina',
  sl: 'slovenian, slovene, slovenščina',
  sq: 'albanian, shqip',
  sr: 'serbian, српски',
  sv: 'swedish, svenska',
  ta: 'tamil, தமிழ்',
  te: 'telugu, తెలుగు',
  th: 'thai, ไทย',
  tk: 'turkmen, türkmençe',
  tl: 'tagalog',
  tr: 'turkish, türkçe',
  tt: 'tatar, татарча',
  uk: 'ukrainian, українська',
  ur: 'urdu, اردو',
  vi: 'vietnamese, tiếng việt',
  yi: 'yiddish, ייִדיש',
  zh: 'chinese, 中文, 中文-普通话 國語',
  'zh-Hans': 'simplified chinese, 简体中文',
  'zh-Hant': 'traditional chinese, 繁體中文',
};
const tags: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(names).flatMap(([tag, each]) => each.split(', ').map((name) => [name, tag])),
);

/** The tag of a language’s name, or of a tag; undefined where nobody knows it. */
export function languageOf(name: string): string | undefined {
  const words = name.trim();
  return (
    lookUp(tags, words.toLowerCase()) ??
    (/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(words) && isLanguageTag(words) ? words : undefined)
  );
}

/** The tag of the language whose name is near to a mistyped one. */
export function nearLanguage(name: string): string | undefined {
  const near = nearest(name.trim().toLowerCase(), Object.keys(tags));
  return near === undefined ? undefined : tags[near];
}

/** Whether it is known how the language of a tag is called. */
export const isNamedLanguage = (tag: string): boolean => lookUp(names, tag) !== undefined;

/** The English name of the language of a tag; the tag where nobody knows it. */
export const nameOfLanguage = (tag: string): string =>
  (lookUp(names, tag)?.split(', ')[0] ?? tag).replace(/^\p{L}/u, (letter) => letter.toUpperCase());

/** Scripts that are read from right to left, by the language or the script subtag that says so. */
const rightToLeft =
  /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|pnb|prs|ps|sd|syr|ug|ur|yi)(-|$)|-(arab|hebr|nkoo|syrc|thaa)(-|$)/i;

/** The direction a language is written in. */
export function directionOfLanguage(lang: string): Direction {
  return rightToLeft.test(lang) && !/-latn(-|$)/i.test(lang) ? 'rtl' : 'ltr';
}
