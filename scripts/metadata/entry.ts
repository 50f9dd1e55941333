/** Keys of metadata and their values: as they were typed, in YAML or in pandoc's title block, and under our names. */
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
  /** The language as it stands there, where a tag was made of it. */
  readonly language?: string | undefined;
}

/** Why a key is of no use: it speaks of a web site, of printed pages, of a list of works cited; another key says it; its form is unknown. */
export type Unused = 'site' | 'print' | 'citations' | 'said' | 'form' | 'person';

export interface UnusedKey {
  readonly entry: Entry;
  readonly why: Unused;
  /** Of a person: what is not used. */
  readonly what?: string | undefined;
}

export interface OwnKeys {
  readonly entries: readonly Entry[];
  readonly unused: readonly UnusedKey[];
}
