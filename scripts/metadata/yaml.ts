/**
 * In: YAML text written by an author. Out: plain values with their places. Refuses: anchors, aliases, tags,
 * merge keys, twice-given keys, more than a limit. Loaded only when a manuscript has metadata.
 */
import {
  type Document,
  isAlias,
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
import type { Entry, Value } from './entry.ts';
import { type Mended, mendYaml } from './mend-yaml.ts';

/** Where a YAML text stands. */
export interface YamlSource {
  readonly path: string;
  /** The line (from 1) of the file on which it starts. */
  readonly firstLine: number;
  readonly limits: Limits;
}

interface Entries {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a mapping. A document that is empty or null has no entries; slips whose meaning is clear are set right, with a hint;
 * every fault is a problem at its place.
 */
export function readYaml(text: string, { path, firstLine, limits }: YamlSource): Entries {
  const at = (line: number, column: number): Place => ({
    path,
    start: { line: firstLine + Math.max(line, 1) - 1, column: Math.max(column, 1) },
  });
  const none = (...found: readonly Problem[]): Entries => ({ entries: [], problems: found });
  const size = utf8Length(text);
  if (size > limits.metadata) {
    const [found, most] = [size, limits.metadata].map((each) => printLimit('metadata', each));
    const reason = `The metadata have ${found}; ${most} are allowed.`;
    return none(problem('yaml-limit', at(1, 1), reason, raiseLimit('metadata', limits, size)));
  }
  const { mended, parsed } = parseMended(text.replace(/\n(?:---|\.\.\.)\s*$/, '\n')); // pandoc’s files end so
  const tooDeep = 'Lists and keys stand too deep in one another to be read.';
  if (!parsed) return none(problem('yaml-limit', at(1, 1), tooDeep));
  const { document, counter } = parsed;
  const placeOf = (offset: number | undefined): Place => {
    const { line, col } = counter.linePos(offset ?? 0);
    return at(line, col);
  };
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault && /call stack/i.test(fault.message)) return none(problem('yaml-limit', placeOf(fault.pos[0]), tooDeep));
  if (fault) return none(problem('yaml-syntax', placeOf(fault.pos[0]), ...faultOf(fault.code)));
  const root = document.contents;
  if (root === null || (isScalar(root) && isNull(root))) return none();
  const problems = mended.slips.map(({ line, column, reason, hint }) =>
    problem('metadata-form', at(line, column), reason, hint),
  );
  if (!isMap(root))
    return none(
      problem(
        'yaml-syntax',
        placeOf(root.range?.[0]),
        'The metadata have no keys.',
        'Write lines like “title: The Door”.',
      ),
    );
  if (root.flow)
    problems.push(
      problem(
        'metadata-form',
        placeOf(root.range?.[0]),
        'The metadata stand in braces; they are read as they are.',
        'A key to a line is easier: “title: The Door”.',
      ),
    );
  return entriesOf(document, root.items, { path, placeOf, problems });
}

interface EntrySources {
  readonly path: string;
  readonly placeOf: (offset: number | undefined) => Place;
  /** What is found is added. */
  readonly problems: Problem[];
}

function entriesOf(
  document: Document.Parsed,
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  { path, placeOf, problems }: EntrySources,
): Entries {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const tell = (
    rule: 'yaml-limit' | 'yaml-syntax' | 'metadata-twice' | 'character-replaced',
    offset: number | undefined,
    reason: string,
  ) => {
    problems.push(problem(rule, placeOf(offset), reason));
  };
  for (const { key, value } of items) {
    const start = (key as Node | null)?.range?.[0];
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined) tell('yaml-syntax', start, 'A key is not a word; keys are words like “title”.');
    else if (name === '<<')
      tell(
        'yaml-limit',
        start,
        '“<<” brings in keys from elsewhere, which metadata may not. Write the keys themselves.',
      );
    else if (seen.has(name)) tell('metadata-twice', start, `“${name}” stands here for the second time. Keep one.`);
    else {
      seen.add(name);
      entries.push({
        key: name,
        value: toValue(value, { path, tell }),
        keyPlace: placeOf(start),
        valuePlace: (inner = []) => {
          const node = document.getIn([name, ...inner], true);
          const range = (node as Node | undefined)?.range ?? (value as Node | null)?.range ?? (key as Node).range;
          return placeOf(range?.[0]);
        },
      });
    }
  }
  return { entries, problems };
}

interface ValueSources {
  readonly path: string;
  readonly tell: (rule: 'yaml-limit' | 'character-replaced', offset: number | undefined, reason: string) => void;
}

/** The plain value of a node; null, with a problem, for what metadata may not hold. */
function toValue(node: unknown, sources: ValueSources, depth = 0): Value {
  const offset = (node as Node | null)?.range?.[0];
  const refuse = (what: string) => {
    sources.tell('yaml-limit', offset, `Metadata may hold no ${what}. Write the value itself.`);
    return null;
  };
  if (depth > 8) return refuse('nesting deeper than eight levels');
  if (isAlias(node)) return refuse('alias');
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return null;
  if (node.anchor) return refuse('anchor');
  const own = isScalar(node) ? 'str' : isSeq(node) ? 'seq' : 'map';
  if (node.tag && node.tag !== `tag:yaml.org,2002:${own}`) return refuse(`tag ${node.tag}`);
  if (isSeq(node)) return node.items.map((item) => toValue(item, sources, depth + 1));
  if (isMap(node)) {
    const map: Record<string, Value> = Object.create(null);
    for (const { key, value } of node.items)
      map[isScalar(key) ? String(key.value) : ''] = toValue(value, sources, depth + 1);
    return map;
  }
  if (isNull(node)) return null;
  // An escape (“\u0001”) gives what the file's own text cannot hold.
  const clean = cleanText(String(node.value), sources.path);
  if (clean.problems.length > 0)
    sources.tell('character-replaced', offset, 'No book can hold this character; it is replaced by “�”.');
  return clean.value;
}

/** What the parser found, in an author's words, and what to do. */
function faultOf(code: string): readonly [reason: string, hint: string] {
  const reason =
    code === 'MISSING_CHAR'
      ? 'A quotation mark or a bracket that is opened before this place is not closed, so the metadata cannot be read.'
      : code === 'BAD_INDENT' || code === 'TAB_AS_INDENT'
        ? 'This line begins further in or further out than the lines around it, so the metadata cannot be read.'
        : 'The metadata cannot be read from here on.';
  return [reason, 'Give each key a line: the key, a colon, a space, and the value in quotation marks.'];
}

/** The text as it is, where YAML can read it; else with slips set right, if that helps. */
function parseMended(text: string): { readonly mended: Mended; readonly parsed: ReturnType<typeof parse> } {
  const mended = mendYaml(text, false);
  const parsed = parse(mended.text);
  if (!parsed || (parsed.document.errors.length === 0 && isMap(parsed.document.contents))) return { mended, parsed };
  const again = mendYaml(text, true);
  const reparsed = parse(again.text);
  return reparsed?.document.errors.length === 0 ? { mended: again, parsed: reparsed } : { mended, parsed };
}

/** YAML as we take it, with the places of its lines; undefined where it nests deeper than the stack. */
function parse(text: string) {
  const counter = new LineCounter();
  try {
    const document = parseDocument<ParsedNode>(text, { ...failsafeYaml, lineCounter: counter });
    return { document, counter };
  } catch {
    return undefined;
  }
}

function isNull(node: { readonly value: unknown; readonly type?: string | undefined }): boolean {
  return node.value === '' || (node.type === 'PLAIN' && (node.value === '~' || node.value === 'null'));
}
