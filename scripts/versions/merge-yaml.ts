/**
 * Three-way merge of metadata, key by key. In: YAML of both sides and of their base. Out: the folder's text, its comments kept, with what
 * the new import changed; keys that both changed stay as the folder has them, and are told.
 */
import { parseDocument, stringify } from 'yaml';
import { failsafeYaml } from '../book/failsafe-yaml.ts';
import type { KeyValue } from '../book/key-value.ts';
import { editYaml, type KeyEdit } from '../metadata/edit-keys.ts';

interface MergedYaml {
  readonly text: string;
  /** Keys that both changed, each as it is typed: “status: Complete”; empty where a side has none. */
  readonly refused: readonly { readonly mine: string; readonly theirs: string }[];
}

/** Merges; undefined where the folder's text is no YAML to edit. `without` are keys that are left alone. */
export function mergeYaml(
  mine: string,
  base: string,
  theirs: string,
  without: readonly string[] = [],
): MergedYaml | undefined {
  const [own, old, fresh] = [mine, base, theirs].map(keysOf);
  if (!own || !old || !fresh) return undefined;
  const edits: KeyEdit[] = [];
  const refused: { mine: string; theirs: string }[] = [];
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    const value = fresh.get(key);
    if (without.includes(key) || isSame(value, old.get(key)) || isSame(value, own.get(key))) continue;
    if (isSame(own.get(key), old.get(key))) edits.push({ key: [key], value: () => value as KeyValue | undefined });
    else refused.push({ mine: typed(key, own.get(key)), theirs: typed(key, value) });
  }
  const text = editYaml(mine, edits);
  return text === undefined ? undefined : { text, refused };
}

function keysOf(text: string): ReadonlyMap<string, unknown> | undefined {
  const document = parseDocument(text, failsafeYaml);
  const value: unknown = document.errors.length > 0 ? undefined : (document.toJS() ?? {});
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

const typed = (key: string, value: unknown): string => (value === undefined ? '' : stringify({ [key]: value }).trim());
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
