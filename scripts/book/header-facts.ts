/** Facts that a story’s own lines tell. In: a key and words. Out: keys of `book.yaml`. */
import type { FactKey } from './header-lines.ts';
import { languageOf } from './language-names.ts';
import type { ContributorRole } from './metadata.ts';
import { type Facts, isDate, type PersonFact } from './metadata-schema.ts';

/** One more fact; undefined where the key has its value already, or the words are none for it. */
export function withFact(facts: Facts, key: FactKey, words: string): Facts | undefined {
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
      return { ...facts, [key]: [facts[key] ?? [], list].flat() };
    }
    case 'lang': {
      const tag = languageOf(words);
      return tag === undefined || facts.lang !== undefined ? undefined : { ...facts, lang: tag };
    }
    case 'translator':
      return {
        ...facts,
        contributors: [facts.contributors ?? [], { name: words, role: 'translator' as const }].flat(),
      };
    case 'date':
    case 'updated':
      return isDate(words) && facts[key] === undefined ? { ...facts, [key]: words } : undefined;
    default:
      return facts[key] === undefined ? { ...facts, [key]: words } : undefined;
  }
}

/** A person as \`book.yaml\` has one. */
export function personFact(
  { name, fileAs }: { readonly name: string; readonly fileAs: string | undefined },
  role?: ContributorRole,
): PersonFact {
  return fileAs === undefined && role === undefined ? name : { name, role, 'file-as': fileAs };
}
