/**
 * In: YAML of `book.yaml` or of a metadata block. Out: its keys under our names; of `book.yaml`, values that the schema has accepted,
 * and where each stands.
 */
import { type Limits, usualLimits } from '../book/limits.ts';
import { type BookValues, bookKeys } from '../book/metadata-schema.ts';
import type { Outcome } from '../report/problem.ts';
import { type Block, checkKeys } from './check-keys.ts';
import type { OwnKeys } from './entry.ts';
import { ownKeys } from './foreign-keys.ts';
import { unknownKeys, unusedKeys, wrongIsbns } from './key-problems.ts';
import { readYaml, type YamlSource } from './yaml.ts';

/** Reads keys, those of other tools too; the values are as they were typed. */
export function readKeys(text: string, from: YamlSource): Outcome<OwnKeys> {
  const { entries, problems } = readYaml(text, from);
  return { value: ownKeys(entries), problems };
}

/** Reads `book.yaml`. */
export function readBookKeys(text: string, path: string, limits: Limits = usualLimits): Block<BookValues> {
  const { value: keys, problems } = readKeys(text, { path, firstLine: 1, limits });
  const block = checkBookKeys(keys);
  return { ...block, problems: [...problems, ...block.problems] };
}

/** Checks the keys of a whole book. */
export function checkBookKeys({ entries, unused }: OwnKeys): Block<BookValues> {
  const { unknown, ...block } = checkKeys(entries, bookKeys);
  const told = [...unknownKeys(unknown, false), ...block.problems, ...unusedKeys(unused), ...wrongIsbns(entries)];
  return { ...block, problems: told } as Block<BookValues>;
}
