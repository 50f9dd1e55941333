/**
 * What stands above a text: a YAML block, as pandoc, Obsidian and others have it. In: a file's text. Out: its keys with their
 * lines, and the text with the block's lines left blank. Refuses: aliases, tags, more than 192 kB, broken YAML (an error).
 */

import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { failsafeYaml } from '../../book/failsafe-yaml.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';

export type Value = string | null | readonly Value[] | { readonly [key: string]: Value };

export interface Key {
  readonly name: string;
  readonly value: Value;
  /** From 1, in the file. */
  readonly line: number;
}

export interface FrontMatter {
  readonly keys: readonly Key[];
  readonly text: string;
}

const largest = 192 * 1024;
const keyLine = /^(?:[\p{L}\p{N}_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:[ \t]|$)/mu;

/** Parts a file into the keys above it and the text; a text that opens with a break between scenes has no keys. */
export function partFrontMatter(text: string, path: string): Outcome<FrontMatter> {
  const plain = { value: { keys: [], text }, problems: [] };
  const open = /^---[ \t]*\n(?=[^\n]*\S)/.exec(text);
  if (!open) return plain;
  const rest = text.slice(open[0].length);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
  const block = close ? rest.slice(0, close.index) : '';
  if (!close || !keyLine.test(block)) return plain;
  const lines = text.slice(0, open[0].length + block.length + close[0].length);
  const { keys, problems } = readKeys(block, path);
  return { value: { keys, text: lines.replace(/[^\n]+/g, '') + text.slice(lines.length) }, problems };
}

function readKeys(
  block: string,
  path: string,
): { readonly keys: readonly Key[]; readonly problems: readonly Problem[] } {
  const at = (line: number, column: number) => ({ path, start: { line: line + 1, column } });
  if (block.length > largest)
    return {
      keys: [],
      problems: [problem('yaml-limit', at(1, 1), `Unexpected metadata of ${block.length} characters`)],
    };
  const counter = new LineCounter();
  const document = parseDocument<ParsedNode>(block.replace(/\t/g, '  '), {
    ...failsafeYaml,
    lineCounter: counter,
  });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = counter.linePos(fault.pos[0]);
    const sentence = fault.message.split('\n')[0]?.replace(/[.:]$/, '') ?? '';
    return { keys: [], problems: [problem('yaml-syntax', at(line, col), `Unexpected YAML: ${sentence}`)] };
  }
  const root = document.contents;
  if (!isMap(root)) return { keys: [], problems: [] };
  const keys = root.items.flatMap(({ key, value }): readonly Key[] => {
    if (!isScalar(key)) return [];
    const line = counter.linePos(key.range?.[0] ?? 0).line + 1;
    return [{ name: String(key.value), value: toValue(value, 0), line }];
  });
  return { keys, problems: [] };
}

function toValue(node: unknown, depth: number): Value {
  if (depth > 8) return null;
  if (isScalar(node)) {
    const isNull = node.type === 'PLAIN' && /^(?:|~|null)$/.test(String(node.value));
    return isNull ? null : String(node.value);
  }
  if (isSeq(node)) return node.items.map((item) => toValue(item, depth + 1));
  if (!isMap(node)) return null;
  const map: Record<string, Value> = Object.create(null);
  for (const { key, value } of node.items) if (isScalar(key)) map[String(key.value)] = toValue(value, depth + 1);
  return map;
}
