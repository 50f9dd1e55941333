/**
 * Which tool a Markdown file was written for, by the marks in it. In: text. Out: dialects, each with the marks that told of it.
 * A mark is evidence only in a form that a story does not have by chance.
 */
import { type Dialect, signs } from '../../book/dialect-signs.ts';
import { confidences } from '../confidence.ts';
import { mask } from './mask-code.ts';

export interface Evidence {
  readonly dialect: Dialect;
  /** The first of the marks, as it stands there. */
  readonly mark: string;
  /** From 1. */
  readonly line: number;
  readonly confidence: number;
}

/** The dialects of a text, in the order in which they were named above. Keys of front matter tell nothing here. */
export function dialectsOf(text: string): readonly Evidence[] {
  if (!signs.some(({ needs }) => text.includes(needs))) return [];
  const masked = mask(text);
  const found = new Map<Dialect, { first: { mark: string; index: number }; count: number }>();
  for (const { dialect, pattern, needs } of signs) {
    if (!text.includes(needs)) continue;
    const match = pattern.exec(masked);
    if (!match) continue;
    const index = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
    const mark = text.slice(index, index + match[0].trim().length).split('\n')[0] ?? '';
    const known = found.get(dialect);
    if (!known) found.set(dialect, { first: { mark, index }, count: 1 });
    else known.count += 1;
  }
  return [...found].map(([dialect, { first, count }]) => ({
    dialect,
    mark: first.mark,
    line: text.slice(0, first.index).split('\n').length,
    confidence:
      count === 1
        ? confidences['one kind of mark']
        : count === 2
          ? confidences['two kinds of marks']
          : confidences['three kinds of marks'],
  }));
}

export const names: Readonly<Record<Dialect, string>> = {
  pandoc: 'pandoc',
  mdbook: 'mdBook',
  leanpub: 'Leanpub',
  obsidian: 'Obsidian',
};
