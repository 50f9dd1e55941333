/** Keys above a file as facts of a book. In: keys under our names. Out: facts; each key that has no home is told by name and value. */
import * as v from 'valibot';
import { lookUp } from '../../book/look-up.ts';
import { bookKeys, type Fact, type Facts } from '../../book/metadata-schema.ts';
import type { Entry, OwnKeys, Value } from '../../metadata/entry.ts';
import type { Report } from './diagnostics.ts';

/** What a manuscript may not bring from elsewhere: code, and an order of files that are named anew. */
const refused: readonly string[] = ['plugins', 'order'];

/** Facts of the keys that speak of the book. */
export function factsOfKeys({ entries, unused }: OwnKeys, report: Report): Facts {
  const facts: Record<string, Fact> = {};
  const leave = ({ key, typed, keyPlace, value }: Entry, why: string) => {
    const words = value === null ? '' : `: “${shorten(typeof value === 'string' ? value : JSON.stringify(value))}”`;
    const what = `Left out: the key “${shorten(typed ?? key)}”, which ${why}${words}`;
    report({ rule: 'import-left-out', line: keyPlace.start?.line ?? 1, what });
  };
  for (const { entry, why, what } of unused)
    leave(entry, what === undefined ? whys[why] : `says more than book.yaml holds, ${what}`);
  for (const entry of entries) {
    const { key } = entry;
    const schema = lookUp(bookKeys, key);
    const fact = factOf(entry.value);
    if (fact === undefined) continue;
    if (refused.includes(key)) leave(entry, 'is not taken from elsewhere');
    else if (!schema) leave(entry, whys.site);
    else if (!v.safeParse(schema, fact).success) leave(entry, whys.form);
    else if (key === 'author') facts['authors'] = [fact, facts['authors'] ?? []].flat() as Fact;
    else facts[key] = fact;
  }
  return facts;
}

const whys = {
  site: 'has no place in book.yaml',
  print: 'has no place in book.yaml',
  citations: 'has no place in book.yaml',
  said: 'says something else than an earlier key',
  form: 'has a form that is not understood',
  person: 'says more than book.yaml holds',
} as const;

/** A value without what is null in it; undefined where nothing is left. */
function factOf(value: Value): Fact | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) {
    const list = value.map(factOf).filter((each) => each !== undefined);
    return list.length === 0 ? undefined : (list as Fact);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, factOf(each)])) as Fact;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text);
