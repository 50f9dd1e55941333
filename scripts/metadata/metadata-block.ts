/** Tells the metadata block of a Markdown file from its text. */
import { type Problem, problem } from '../report/problem.ts';
import { tomlBlock } from './toml-block.ts';

interface SplitFile {
  /** The YAML between the fences, which starts on line 2, Hugo’s TOML as YAML; absent if there is no block. */
  readonly block?: string | undefined;
  /** The text with the block's lines left blank, so that every line keeps its number. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

const key = () => /^(?:[\p{L}\p{N}_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?:\s|$)/u;
const anyKey = () => new RegExp(key(), 'mu');

/**
 * Parts a file into metadata block and text. The block opens with `---` on the first line, directly followed by
 * a line that is not blank, has a key, and ends with `---` or `...`; anything else is Markdown's own thematic break.
 */
export function splitMetadata(source: string, path: string): SplitFile {
  const toml = source.startsWith('+++') ? tomlBlock(source) : undefined;
  if (toml) {
    const { block, end } = toml;
    return { block, text: source.slice(0, end).replace(/[^\n]+/g, '') + source.slice(end), problems: [] };
  }
  const open = /^---[ \t]*\n/.exec(source);
  if (!open) return { text: source, problems: [] };
  const rest = source.slice(open[0].length);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
  const first = rest.slice(0, rest.indexOf('\n') === -1 ? undefined : rest.indexOf('\n'));
  if (first.trim() === '') {
    return { text: source, problems: [] };
  }
  if (!close) {
    if (!key().test(first)) return { text: source, problems: [] };
    const place = { path, start: { line: 1, column: 1 } };
    return {
      text: source,
      problems: [problem('yaml-syntax', place, 'The metadata at the top have no end.', 'Put a line “---” below them.')],
    };
  }
  const block = rest.slice(0, close.index);
  // What stands between two breaks, and has no key, is a scene.
  if (block.trim() !== '' && !anyKey().test(block)) return { text: source, problems: [] };
  const lines = open[0] + block + close[0];
  const after = source.slice(lines.length);
  const problems: Problem[] = [];
  // A heading underlined with hyphens looks the same, but no heading says “title: …”.
  const second = /^\n((?:[^\n]+\n){1,40}?)---[ \t]*(?:\n|$)/.exec(after)?.[1]?.trimEnd().split('\n') ?? [];
  if (second.length > 0 && second.every((line) => key().test(line))) {
    const place = { path, start: { line: lines.split('\n').length + 1, column: 1 } };
    problems.push(
      problem('metadata-twice', place, 'A second block of metadata follows the first.', 'Put all keys into one.'),
    );
  }
  return { block, text: lines.replace(/[^\n]+/g, '') + after, problems };
}
