/** Facts that a story’s own lines tell. In: a key and words. Out: facts as values, or as keys of `book.yaml`. */
import type { ImportedMetadata } from '../book/manuscript.ts';
import { isDate } from '../book/metadata-schema.ts';
import type { Facts } from './imported.ts';
import { languageOf } from './language-names.ts';

/** One more fact; undefined where the key has its value already, or the words are none for it. */
export function withFact(
  facts: ImportedMetadata,
  key: keyof ImportedMetadata,
  words: string,
): ImportedMetadata | undefined {
  switch (key) {
    case 'warnings':
    case 'fandoms':
    case 'relationships':
    case 'characters':
    case 'tags': {
      const list = words
        .split(/[,;]/)
        .map((each) => each.trim())
        .filter(Boolean);
      return { ...facts, [key]: [...(facts[key] ?? []), ...list] };
    }
    case 'lang': {
      const tag = languageOf(words);
      return tag === undefined || facts.lang !== undefined ? undefined : { ...facts, lang: tag };
    }
    case 'date':
    case 'updated':
      return isDate(words) && facts[key] === undefined ? { ...facts, [key]: words } : undefined;
    default:
      return facts[key] === undefined ? { ...facts, [key]: words } : undefined;
  }
}

/** Facts as keys of `book.yaml`, in the order of docs/metadata.md. */
export function factsOf(told: ImportedMetadata): Facts {
  const { title, subtitle, author, lang, description, date, updated, tags, source } = told;
  const { rating, warnings, fandoms, relationships, characters, status } = told;
  return {
    title,
    subtitle,
    author,
    lang,
    description,
    date,
    updated,
    tags,
    source,
    rating,
    warnings,
    fandoms,
    relationships,
    characters,
    status,
  };
}
