/** Names of languages as archives and authors write them, and the tags (BCP 47) they stand for. */

import { lookUp } from './look-up.ts';
import { isLanguageTag } from './metadata-schema.ts';

const tags: Readonly<Record<string, string>> = {
  english: 'en',
  'english (uk)': 'en-GB',
  'english (us)': 'en-US',
  'british english': 'en-GB',
  'american english': 'en-US',
  deutsch: 'de',
  german: 'de',
  français: 'fr',
  french: 'fr',
  español: 'es',
  spanish: 'es',
  italiano: 'it',
  italian: 'it',
  nederlands: 'nl',
  dutch: 'nl',
  polski: 'pl',
  polish: 'pl',
  'português brasileiro': 'pt-BR',
  'português europeu': 'pt-PT',
  portuguese: 'pt',
  русский: 'ru',
  russian: 'ru',
  svenska: 'sv',
  swedish: 'sv',
  '中文-普通话 國語': 'zh',
  chinese: 'zh',
  日本語: 'ja',
  japanese: 'ja',
  čeština: 'cs',
  magyar: 'hu',
  українська: 'uk',
  עברית: 'he',
  العربية: 'ar',
  suomi: 'fi',
  finnish: 'fi',
  dansk: 'da',
  norsk: 'no',
};

/** The tag of a language’s name, or of a tag; undefined where nobody knows it. */
export function languageOf(name: string): string | undefined {
  const words = name.trim();
  return (
    lookUp(tags, words.toLowerCase()) ??
    (/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(words) && isLanguageTag(words) ? words : undefined)
  );
}
