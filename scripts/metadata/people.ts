/** Names of people as other tools write them. In: a value of YAML or TOML. Out: people, and what nothing was made of. */
import { type ContributorRole, contributorRoles } from '../book/metadata.ts';
import type { Value } from './entry.ts';

export interface Person {
  readonly name: string;
  /** What is written, if it is. */
  readonly role: string | undefined;
  readonly fileAs: string | undefined;
  /** Keys that nothing was made of, as an address. */
  readonly left: readonly string[];
}

export const isMap = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const words = (value: Value | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Reads a name, a mapping with `name` (or `text`, or `given` and `family`), or a list of them. */
export function peopleOf(value: Value): readonly Person[] {
  if (typeof value === 'string')
    return value.trim() ? [{ name: value.trim(), role: undefined, fileAs: undefined, left: [] }] : [];
  if (Array.isArray(value)) return value.flatMap((each: Value) => peopleOf(each));
  if (!isMap(value)) return [];
  const parts = ['given', 'family'].flatMap((key) => words(value[key]) ?? []).join(' ');
  const named = isMap(value['name']) ? peopleOf(value['name'])[0]?.name : words(value['name']);
  const name = named ?? words(value['text']) ?? (parts || undefined);
  // `- Ann Quoin: {email: …}` names its person by the key.
  const [only] = Object.keys(value);
  const found = name ?? (Object.keys(value).length === 1 ? only : undefined);
  if (found === undefined) return [];
  const taken = ['name', 'text', 'given', 'family', 'role', 'file-as', found];
  return [
    {
      name: found,
      role: words(value['role']),
      fileAs: words(value['file-as']),
      left: Object.keys(value).filter((key) => !taken.includes(key)),
    },
  ];
}

/** The role that a word or a MARC relator code means. */
export function roleOf(word: string): ContributorRole | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const roles = Object.entries(contributorRoles);
  const found = roles.find(([name]) => name === plain) ?? roles.find(([, code]) => code === plain);
  return found?.[0] as ContributorRole | undefined;
}
