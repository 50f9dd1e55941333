/** A key of metadata and its value, as they were typed: in YAML, or in pandoc's title block. */
import type { Place } from '../report/problem.ts';

export type Value = string | null | readonly Value[] | { readonly [key: string]: Value };

/** A key's value and where key and value stand. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  readonly keyPlace: Place;
  /** The place of the value, or of the part of it that `path` leads to. */
  valuePlace(path?: readonly (string | number)[]): Place;
  /** The key as it stands there, where it is another tool’s. */
  readonly typed?: string | undefined;
}
