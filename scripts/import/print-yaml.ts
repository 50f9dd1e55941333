/** Prints facts as the YAML an author would type. In: facts. Out: lines. */
import { bookKeys } from '../book/metadata-schema.ts';
import type { SectionFacts } from './imported.ts';

type Fact = string | readonly Fact[] | { readonly [key: string]: Fact | undefined };

const yesOrNo: ReadonlySet<string> = new Set([
  'words',
  'half-title',
  'copyright-page',
  'colophon',
  'draw-cover',
  'embed-fonts',
  'whats-new',
]);

/** One key to a line, in the order of docs/metadata.md, a section's own last; lists of words between brackets, lists of mappings item by item. */
export function printYaml(facts: SectionFacts): string {
  const given = new Map<string, Fact | undefined>(Object.entries(facts));
  return [...Object.keys(bookKeys), 'kind', 'removed']
    .flatMap((key) => printFact(key, given.get(key) ?? [], ''))
    .map((line) => `${line}\n`)
    .join('');
}

function printFact(key: string, value: Fact, indent: string): readonly string[] {
  if (typeof value === 'string') return [`${indent}${key}: ${yesOrNo.has(key) ? value : printScalar(value)}`];
  if (isList(value)) {
    if (value.length === 0) return [];
    if (value.every((each) => typeof each === 'string'))
      return value.length > 8 || key === 'order' || key === 'books'
        ? [`${indent}${key}:`, ...value.map((each) => `${indent}  - ${printScalar(each)}`)]
        : [`${indent}${key}: [${value.map(printScalar).join(', ')}]`];
    return [`${indent}${key}:`, ...value.flatMap((each) => printItem(each, `${indent}  `))];
  }
  const lines = Object.entries(value).flatMap(([name, each]) =>
    each === undefined ? [] : printFact(name, each, `${indent}  `),
  );
  return lines.length > 0 ? [`${indent}${key}:`, ...lines] : [];
}

function printItem(item: Fact, indent: string): readonly string[] {
  if (typeof item === 'string') return [`${indent}- ${printScalar(item)}`];
  if (isList(item)) return [];
  const lines = Object.entries(item).flatMap(([name, each]) =>
    each === undefined ? [] : printFact(name, each, `${indent}  `),
  );
  return lines.map((line, at) => (at === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

const isList = (value: Fact): value is readonly Fact[] => Array.isArray(value);

/** Words stand as they are where YAML cannot take them for anything else; JSON's quotes are YAML's too. */
function printScalar(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ’.()/-]*$/u.test(text) && !/ $|^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
