/**
 * In: entries of metadata. Out: values that the schema has accepted, and where each key stands. A value of the wrong form is an
 * error.
 */
import * as v from 'valibot';
import { nearLanguage } from '../book/language-names.ts';
import { lookUp } from '../book/look-up.ts';
import { type BookValues, bookKeys, type Facts, sectionKeys } from '../book/metadata-schema.ts';
import { nearest } from '../report/nearest.ts';
import { type Place, type Problem, problem, shortened } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import type { Entry, Value } from './entry.ts';

export interface Block<Values> {
  readonly values: Values;
  /** Where each accepted key's value stands, and each item of a list: `order`, `order.0`. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

type Schemas = Readonly<Record<string, v.GenericSchema<unknown, unknown>>>;

/** What an importer found, by the same schema; YAML is not needed for it. */
export function checkFacts(facts: Facts, path: string): Block<BookValues> {
  const place = { path };
  const entries = Object.entries(facts).flatMap(([key, value]): readonly Entry[] =>
    value === undefined ? [] : [{ key, value: value as Value, keyPlace: place, valuePlace: () => place }],
  );
  const { unknown, ...block } = checkKeys(entries, bookKeys);
  return block as Block<BookValues>;
}

/** Checks entries one by one; those that no schema knows are handed back. */
export function checkKeys(
  entries: readonly Entry[],
  schemas: Schemas,
): Block<Readonly<Record<string, unknown>>> & { readonly unknown: readonly Entry[] } {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const places = new Map<string, Place>();
  const unknown: Entry[] = [];
  for (const entry of entries) {
    const schema = lookUp(schemas, entry.key);
    if (!schema) unknown.push(entry);
    else if (entry.value !== null) {
      const result = v.safeParse(schema, entry.value);
      if (result.success) {
        values[entry.key] = result.output;
        problems.push(...languageMade(entry));
        places.set(entry.key, entry.valuePlace());
        if (Array.isArray(entry.value))
          for (const at of entry.value.keys()) places.set(`${entry.key}.${at}`, entry.valuePlace([at]));
      } else problems.push(wrongValue(entry, result.issues[0], schema));
    }
  }
  return { values, places, problems, unknown };
}

/** A hint where a tag was made of a language’s name, or of a tag that is typed in another way. */
function languageMade({ key, value, language, typed, valuePlace }: Entry): readonly Problem[] {
  if (language === undefined) return [];
  const tags = [value].flat().join(', ');
  const reason = `“${typed ?? key}” is “${shortened(language)}”; the book takes it as ${tags}.`;
  const hint = `Write “lang: ${Array.isArray(value) ? `[${tags}]` : tags}”.`;
  return [problem('language-form', valuePlace(), reason, hint)];
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

/** What was probably meant by a mistyped word, by key. */
const guesses: Readonly<Record<string, (typed: string) => string | undefined>> = {
  kind: (typed) => nearest(typed, kindNames()),
  lang: nearLanguage,
};

function wrongValue(entry: Entry, issue: v.BaseIssue<unknown>, schema: Schemas[string]): Problem {
  // Valibot takes a list for a mapping with the keys 0, 1 and so on.
  const isList = Array.isArray(entry.value) && issue.expected === 'never' && issue.path?.length === 1;
  const { issue: deepest, path: inner } = isList
    ? { issue: { ...issue, input: entry.value, expected: null }, path: [] }
    : deepestIssue(issue, []);
  const given =
    typeof deepest.input === 'string'
      ? `“${shortened(deepest.input)}”`
      : Array.isArray(deepest.input)
        ? 'a list'
        : deepest.input === null
          ? 'nothing'
          : typeof deepest.input === 'object'
            ? 'a mapping'
            : 'nothing';
  const [stray] = inner.slice(-1);
  const isStray = deepest.expected === 'never';
  const wanted = !deepest.message.startsWith('Invalid') ? deepest.message : (deepest.expected ?? 'another form');
  const where = [entry.typed ?? entry.key, ...inner].join('.');
  const { input } = deepest;
  const guess = isStray
    ? nearest(String(stray), keysBelow(schema))
    : typeof input === 'string'
      ? lookUp(guesses, entry.key)?.(input)
      : undefined;
  const rule = lookUp(rulesOfKeys, entry.key) ?? 'metadata-value';
  return problem(
    rule,
    entry.valuePlace(inner),
    isStray
      ? `“${shortened(where.slice(0, -`.${stray}`.length))}” has no key “${shortened(String(stray))}”.`
      : `“${shortened(where)}” is ${given}, and should be ${wanted}.`,
    guess
      ? `Did you mean “${guess}”?`
      : rule === 'language-tag'
        ? 'It is left out; the text’s words tell the language, where they do.'
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

/** The keys that a mapping takes, in whichever form a value may have. */
function keysBelow(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('entries' in schema) return Object.keys(schema.entries ?? {});
  const forms = 'options' in schema ? schema.options : 'pipe' in schema ? schema.pipe : [];
  return Array.isArray(forms) ? forms.flatMap(keysBelow) : [];
}

const kindNames = (): readonly string[] =>
  (sectionKeys.kind.pipe[0] as { readonly options: readonly string[] }).options;
