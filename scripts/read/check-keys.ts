/**
 * In: entries of metadata. Out: values that the schema has accepted, and where each key stands.
 * Unknown keys get a suggestion and are left alone; a value of the wrong form is an error.
 */
import * as v from 'valibot';
import { lookUp } from '../book/look-up.ts';
import { type BookValues, bookKeys, type Facts, sectionKeys } from '../book/metadata-schema.ts';
import { nearest } from '../report/nearest.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import type { Entry, Value } from './yaml.ts';

export interface Block<Values> {
  readonly values: Values;
  /** Where each accepted key's value stands, and each item of a list: `order`, `order.0`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

export type Schemas = Readonly<Record<string, v.GenericSchema<unknown, unknown>>>;

/** What an importer found, by the same schema; YAML is not needed for it. */
export function checkFacts(facts: Facts, path: string): Block<BookValues> {
  const place = { path };
  const entries = Object.entries(facts).flatMap(([key, value]): readonly Entry[] =>
    value === undefined ? [] : [{ key, value: value as Value, keyPlace: place, valuePlace: () => place }],
  );
  return checkKeys(entries, bookKeys) as Block<BookValues>;
}

/** Checks entries one by one. */
export function checkKeys(entries: readonly Entry[], schemas: Schemas): Block<Readonly<Record<string, unknown>>> {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const places = new Map<string, Place>();
  for (const entry of entries) {
    const schema = lookUp(schemas, entry.key);
    if (!schema) problems.push(unknownKey(entry, Object.keys(schemas)));
    else if (entry.value !== null) {
      const result = v.safeParse(schema, entry.value);
      if (result.success) {
        values[entry.key] = result.output;
        places.set(entry.key, entry.valuePlace());
        if (Array.isArray(entry.value))
          for (const at of entry.value.keys()) places.set(`${entry.key}.${at}`, entry.valuePlace([at]));
      } else problems.push(wrongValue(entry, result.issues[0]));
    }
  }
  return { values, places, problems };
}

function unknownKey({ key, keyPlace }: Entry, known: readonly string[]): Problem {
  const guess = nearest(key, known) ?? (Object.hasOwn(bookKeys, key) ? undefined : nearest(key, Object.keys(bookKeys)));
  if (Object.hasOwn(bookKeys, key)) {
    return problem(
      'metadata-key',
      keyPlace,
      `Unexpected book key “${key}” in a later file, expected it in book.yaml or in the first file`,
    );
  }
  return problem(
    'metadata-key',
    keyPlace,
    `Unexpected key “${short(key)}”, expected one that docs/metadata.md lists`,
    guess && `Did you mean “${guess}”?`,
  );
}

const rulesOfKeys: Readonly<Record<string, RuleName>> = {
  lang: 'language-tag',
  kind: 'kind-unknown',
  date: 'date-form',
  published: 'date-form',
  updated: 'date-form',
  modified: 'date-form',
  retrieved: 'date-form',
};

function wrongValue(entry: Entry, issue: v.BaseIssue<unknown>): Problem {
  const { issue: deepest, path: inner } = deepestIssue(issue, []);
  const given =
    typeof deepest.input === 'string'
      ? `“${short(deepest.input)}”`
      : Array.isArray(deepest.input)
        ? 'a list'
        : deepest.input === null
          ? 'nothing'
          : typeof deepest.input === 'object'
            ? 'a mapping'
            : 'nothing';
  const wanted = !deepest.message.startsWith('Invalid')
    ? deepest.message
    : deepest.expected === 'never'
      ? 'no such key'
      : (deepest.expected ?? 'another form');
  const where = inner.length ? `${entry.key}.${inner.join('.')}` : entry.key;
  const guess =
    entry.key === 'kind' && typeof entry.value === 'string' ? nearest(entry.value, kindNames()) : hintFor(entry);
  const rule = lookUp(rulesOfKeys, entry.key) ?? 'metadata-value';
  return problem(
    rule,
    entry.valuePlace(inner),
    `Unexpected ${given} for ${short(where)}, expected ${wanted}`,
    guess
      ? `Did you mean “${guess}”?`
      : rule === 'language-tag'
        ? 'It is left out; a book without a language is taken as English.'
        : undefined,
  );
}

/** A union's own issue says little; the branch that got furthest into the value has the telling one. */
function deepestIssue(
  issue: v.BaseIssue<unknown>,
  before: Steps,
): { readonly issue: v.BaseIssue<unknown>; readonly path: Steps } {
  const path = [...before, ...(issue.path ?? []).map((step) => step.key as string | number)];
  let best = { issue, path };
  for (const branch of issue.issues ?? []) {
    const found = deepestIssue(branch, path);
    if (found.path.length > best.path.length) best = { issue: found.issue, path: [...found.path] };
  }
  return best;
}

type Steps = readonly (string | number)[];

function hintFor(entry: Entry): string | undefined {
  if (entry.key === 'lang' && typeof entry.value === 'string' && entry.value.includes('_'))
    return entry.value.replaceAll('_', '-');
  if (lookUp(rulesOfKeys, entry.key) === 'date-form' && typeof entry.value === 'string') {
    const parts = /^(\d{4})[/.](\d\d?)[/.](\d\d?)$/.exec(entry.value);
    if (parts) return `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  }
  return undefined;
}

const kindNames = (): readonly string[] =>
  (sectionKeys.kind.pipe[0] as { readonly options: readonly string[] }).options;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
