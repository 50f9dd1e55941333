/**
 * In: YAML of `book.yaml` or of a metadata block. Out: values that the schema has accepted, and where each key stands.
 */
import { type Limits, usualLimits } from '../book/limits.ts';
import { type BookValues, bookKeys, type SectionValues, sectionKeys } from '../book/metadata-schema.ts';
import { type Block, checkKeys, type Schemas } from './check-keys.ts';
import { readYaml, type YamlSource } from './yaml.ts';

/** Reads `book.yaml`. */
export function readBookKeys(text: string, path: string, limits: Limits = usualLimits): Block<BookValues> {
  return readKeys(text, { path, firstLine: 1, limits }, bookKeys) as Block<BookValues>;
}

/** Reads the metadata block of a file; the first file's may hold the book's keys too. */
export function readBlockKeys(
  text: string,
  path: string,
  { first, limits = usualLimits }: { readonly first: boolean; readonly limits?: Limits },
): Block<BookValues & SectionValues> {
  return readKeys(
    text,
    { path, firstLine: 2, limits },
    first ? { ...bookKeys, kind: sectionKeys.kind } : sectionKeys,
  ) as Block<BookValues & SectionValues>;
}

function readKeys(text: string, from: YamlSource, schemas: Schemas): Block<Readonly<Record<string, unknown>>> {
  const { entries, problems } = readYaml(text, from);
  const block = checkKeys(entries, schemas);
  return { ...block, problems: [...problems, ...block.problems] };
}
