/** A text as the press will read it, for what an importer must know of it. In: Markdown. Out: its tree, empty where it is refused: the reader will say why. */
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { byline } from '../../book/header-lines.ts';
import type { Limits } from '../../book/limits.ts';
import { kindAmong, type SectionKind } from '../../book/sections.ts';
import { parseGuarded } from '../../markdown/guarded-parse.ts';
import { createParser } from '../../markdown/parse.ts';
import { readProse } from '../../markdown/prose/read-prose.ts';
import { newQuota } from '../../markdown/quota.ts';

const parse = createParser({ autolinks: false, plugins: [] });

export async function parseForeign(text: string, limits: Limits): Promise<Root> {
  const prose = readProse(text, { speaks: false });
  const how = { path: '', parse, autolinks: false, hasPlugins: false, prose, quota: newQuota(limits) };
  return (await parseGuarded(text, how)).value;
}

/** A text that was put together from files. */
export interface Expanded {
  readonly text: string;
  /** For each line (from 0) the line (from 1) of the file that it stands on. */
  readonly lines: readonly number[];
}

export interface TopHeading {
  readonly depth: number;
  readonly words: string;
  /** What its class says that its section is. */
  readonly kind: SectionKind | undefined;
  /** Offsets of its first and last character in the text. */
  readonly start: number;
  readonly end: number;
}

/** The author whom a line above the first heading, or right below it, names, and the row (from 0) of that line. */
export function signedAbove({ children }: Root): { readonly name: string; readonly row: number } | undefined {
  const end = children.findIndex(({ type }) => type === 'heading');
  const above = end < 0 ? [] : [...children.slice(0, Math.min(end, 4)), ...children.slice(end + 1, end + 2)];
  const rows = above.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading'
      ? textOf(block)
          .split('\n')
          .map((words, at) => ({ name: byline(words.trim()), row: (block.position?.start.line ?? 1) - 1 + at }))
      : [],
  );
  for (const { name, row } of rows) if (name !== undefined) return { name, row };
  return undefined;
}

/** The headings of a tree outside of quotations and lists, in order. */
export function topHeadings({ children }: Root): readonly TopHeading[] {
  return children.flatMap((block) => {
    if (block.type !== 'heading') return [];
    const words = textOf(block, { includeHtml: false }).trim().replace(/\s+/g, ' ');
    const { start, end } = block.position ?? {};
    const { classes = [], epubType = '' } = block.data?.authored ?? {};
    const kind = kindAmong([...classes, epubType]);
    return [{ depth: block.depth, words, kind, start: start?.offset ?? 0, end: end?.offset ?? 0 }];
  });
}
