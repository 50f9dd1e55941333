/**
 * In: YAML text written by an author. Out: plain values with their places. Refuses: anchors, aliases, tags,
 * merge keys, twice-given keys, more than a limit. Loaded only when a manuscript has metadata.
 */

import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { utf8Length } from '../book/bytes.ts';
import { cleanText } from '../book/clean-text.ts';
import { failsafeYaml } from '../book/failsafe-yaml.ts';
import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';

export type Value = string | null | readonly Value[] | { readonly [key: string]: Value };

/** A key's value and where key and value stand. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  readonly keyPlace: Place;
  /** The place of the value, or of the part of it that `path` leads to. */
  valuePlace(path?: readonly (string | number)[]): Place;
}

/** Where a colon stands in a text. */
interface Colon {
  readonly line: number;
  readonly column: number;
}

/** Where a YAML text stands. */
export interface YamlSource {
  readonly path: string;
  /** The line (from 1) of the file on which it starts. */
  readonly firstLine: number;
  readonly limits: Limits;
}

/** Reads a mapping. A document that is empty or null has no entries; every fault is a problem at its place. */
export function readYaml(
  text: string,
  { path, firstLine, limits }: YamlSource,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const refused = (...found: Parameters<typeof problem>) => ({ entries: [], problems: [problem(...found)] });
  const placeAt = (line: number, column: number): Place => ({ path, start: { line: firstLine + line - 1, column } });
  const size = utf8Length(text);
  if (size > limits.metadata) {
    const [found, most] = [size, limits.metadata].map((each) => printLimit('metadata', each));
    const reason = `Unexpected metadata of ${found}, expected ${most} at most`;
    return refused('yaml-limit', placeAt(1, 1), reason, raiseLimit('metadata', limits, size));
  }
  const tooDeep = 'Unexpected metadata nested too deep to read, expected a flat mapping';
  const parsed = parseQuoted(text);
  if (!parsed) return refused('yaml-limit', placeAt(1, 1), tooDeep);
  const { document, counter, colons } = parsed;
  const at = (offset: number | undefined): Place => {
    const { line, col } = counter.linePos(offset ?? 0);
    return placeAt(Math.max(line, 1), Math.max(col, 1));
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault && /call stack/i.test(fault.message)) return refused('yaml-limit', at(fault.pos[0]), tooDeep);
  if (fault) {
    const sentence = fault.message.split('\n')[0]?.replace(/[.:]$/, '') ?? '';
    return refused('yaml-syntax', at(fault.pos[0]), `Unexpected YAML: ${sentence}`);
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && isNull(root))) return { entries: [], problems: [] };
  if (!isMap(root))
    return refused(
      'yaml-syntax',
      at(root.range?.[0]),
      'Unexpected metadata without keys, expected lines like “title: The Door”',
    );
  const problems = colons.map(({ line, column }) =>
    problem(
      'metadata-form',
      placeAt(line, column),
      'Unexpected colon in a value without quotation marks, taken as part of the text',
    ),
  );
  if (root.flow)
    problems.push(
      problem(
        'metadata-form',
        at(root.range?.[0]),
        'Unexpected metadata in braces, expected a key to a line, like “title: The Door”',
      ),
    );
  const toValue = valueReader(path, at, problems);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const { key, value } of root.items) {
    const keyPlace = at((key as Node | null)?.range?.[0]);
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined)
      problems.push(problem('yaml-syntax', keyPlace, 'Unexpected key that is not a word, expected one like “title”'));
    else if (name === '<<')
      problems.push(
        problem('yaml-limit', keyPlace, 'Unexpected merge key “<<” in metadata, expected the keys themselves'),
      );
    else if (seen.has(name))
      problems.push(problem('metadata-twice', keyPlace, `Unexpected second “${name}”, expected it once`));
    else {
      seen.add(name);
      entries.push({
        key: name,
        value: toValue(value, 0),
        keyPlace,
        valuePlace: (inner = []) => {
          const node = document.getIn([name, ...inner], true);
          const range = (node as Node | undefined)?.range ?? (value as Node | null)?.range ?? (key as Node).range;
          return at(range?.[0]);
        },
      });
    }
  }
  return { entries, problems };
}

/** Reads nodes as plain values; what it refuses, or replaces, becomes a problem. */
function valueReader(path: string, at: (offset: number | undefined) => Place, problems: Problem[]) {
  const toValue = (node: unknown, depth: number): Value => {
    const offset = (node as Node | null)?.range?.[0];
    const refuse = (what: string) => {
      problems.push(problem('yaml-limit', at(offset), `Unexpected ${what} in metadata, expected the value itself`));
      return null;
    };
    if (depth > 8) return refuse('nesting deeper than eight levels');
    if (isAlias(node)) return refuse('alias');
    if (!isScalar(node) && !isCollection(node)) return null;
    if (node.anchor) return refuse('anchor');
    const own = isScalar(node) ? 'str' : isSeq(node) ? 'seq' : 'map';
    if (node.tag && node.tag !== `tag:yaml.org,2002:${own}`) return refuse(`tag ${node.tag}`);
    if (isSeq(node)) return node.items.map((item) => toValue(item, depth + 1));
    if (isMap(node)) {
      const map: Record<string, Value> = Object.create(null);
      for (const { key, value } of node.items) map[isScalar(key) ? String(key.value) : ''] = toValue(value, depth + 1);
      return map;
    }
    if (!isScalar(node) || isNull(node)) return null;
    // An escape (“\u0001”) gives what the file's own text cannot hold.
    const clean = cleanText(String(node.value), path);
    if (clean.problems.length > 0)
      problems.push(
        problem(
          'character-replaced',
          at(offset),
          'Unexpected character that no book can hold; it is replaced by U+FFFD',
        ),
      );
    return clean.value;
  };
  return toValue;
}

/** Parses YAML; where a colon in a value without quotation marks makes it none, as if they were there. */
function parseQuoted(text: string) {
  const parsed = parse(text);
  if (parsed?.document.errors.some(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY')) {
    const colons: Colon[] = [];
    const again = parse(quoteColons(text, colons));
    if (again && again.document.errors.length === 0) return { ...again, colons };
  }
  return parsed && { ...parsed, colons: [] };
}

/** YAML as we take it, with the places of its lines; undefined where it nests deeper than the stack. */
function parse(text: string) {
  const counter = new LineCounter();
  try {
    return { document: parseDocument<ParsedNode>(text, { ...failsafeYaml, lineCounter: counter }), counter };
  } catch {
    return undefined;
  }
}

/** A key and a value in which a colon would begin a mapping: “title: Part One: The Door”. */
const colonInValue = /^([\p{L}\p{N}_-]+:[ \t]+)([^\s"'[{|>&*!%@`#?-][^\n]*?:(?:[ \t][^\n]*)?)$/u;

/** Puts quotation marks around such values where they are one line, and notes where. */
function quoteColons(text: string, found: Colon[]): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => {
      const match = colonInValue.exec(line);
      if (!match?.[1] || !match[2] || / #/.test(line) || /^[ \t]+\S/.test(lines[i + 1] ?? '')) return line;
      found.push({ line: i + 1, column: match[1].length + 1 });
      return `${match[1]}'${match[2].trimEnd().replaceAll("'", "''")}'`;
    })
    .join('\n');
}

function isNull(node: { readonly value: unknown; readonly type?: string | undefined }): boolean {
  return node.type === 'PLAIN' && (node.value === '' || node.value === '~' || node.value === 'null');
}
