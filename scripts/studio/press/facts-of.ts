/** In: the text of `book.yaml`, or of a Markdown file with a metadata block. Out: its keys as they are typed, for a form to show. */
import type { KeyValue } from '../../book/key-value.ts';
import { usualLimits } from '../../book/limits.ts';
import type { Value } from '../../metadata/entry.ts';
import { splitMetadata } from '../../metadata/metadata-block.ts';
import { readYaml } from '../../metadata/yaml.ts';
import { hasErrors } from '../../report/problem.ts';
import type { TypedFacts } from '../protocol.ts';

/** The keys that have a value; undefined where the YAML cannot be read, so that nobody writes over it unseen. */
export function factsOf(path: string, text: string): TypedFacts | undefined {
  const isYaml = /\.ya?ml$/i.test(path);
  const { block, problems } = isYaml ? { block: text, problems: [] } : splitMetadata(text, path);
  const read = readYaml(block ?? '', { path, firstLine: isYaml ? 1 : 2, limits: usualLimits });
  if (hasErrors([...problems, ...read.problems])) return undefined;
  return Object.fromEntries(
    read.entries.flatMap(({ key, value }) => {
      const typed = typedValue(value);
      return typed === undefined ? [] : [[key, typed]];
    }),
  );
}

/** Without keys and items that have no value. */
function typedValue(value: Value): KeyValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return value;
  if (isList(value)) return value.flatMap((each) => typedValue(each) ?? []);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const typed = typedValue(each);
      return typed === undefined ? [] : [[key, typed]];
    }),
  );
}

const isList = (value: Exclude<Value, string | null>): value is readonly Value[] => Array.isArray(value);
