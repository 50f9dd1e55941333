/**
 * Which tool a Markdown file was written for, by the marks in it. In: text. Out: dialects, each with the marks that told of it.
 * A mark is evidence only in a form that a story does not have by chance.
 */
import { confidences } from '../confidence.ts';
import { mask } from './mask.ts';

export type Dialect = 'pandoc' | 'mdbook' | 'leanpub' | 'obsidian';

export interface Evidence {
  readonly dialect: Dialect;
  /** The first of the marks, as it stands there. */
  readonly mark: string;
  /** From 1. */
  readonly line: number;
  readonly confidence: number;
}

interface Sign {
  readonly dialect: Dialect;
  readonly pattern: RegExp;
  /** Looked for before the pattern is: it must be in the text. */
  readonly needs: string;
}

const signs: readonly Sign[] = [
  { dialect: 'pandoc', needs: '%', pattern: /^%[ \t]+\S[^\n]*/ },
  { dialect: 'pandoc', needs: ':::', pattern: /^ {0,3}:{3,}[ \t]*(?:\{[^{}\n]*\}|[\p{L}\p{N}_-]+)[ \t]*:*[ \t]*$/mu },
  { dialect: 'pandoc', needs: '{', pattern: /^#{1,6}[ \t][^\n{}]*\{(?:[^{}\n]*[#.=][^{}\n]*|-)\}[ \t]*#*[ \t]*$/m },
  { dialect: 'pandoc', needs: ']{', pattern: /\]\{[^{}\n]{0,200}[.#=][^{}\n]{0,200}\}/ },
  { dialect: 'pandoc', needs: '^[', pattern: /\^\[(?=[^\]\n])/ },
  { dialect: 'pandoc', needs: '| ', pattern: /(?:^|\n\n)\| [^\n|]+\n\| [^\n|]+(?=\n)/ },
  { dialect: 'pandoc', needs: '\\newpage', pattern: /^\\(?:newpage|pagebreak|clearpage)[ \t]*$/m },
  { dialect: 'pandoc', needs: '\n:   ', pattern: /^[^\s:][^\n]*\n\n?: {3}\S/m },
  { dialect: 'mdbook', needs: '{{#', pattern: /\{\{#(?:include|rustdoc_include|playground|title)[ \t]/ },
  { dialect: 'leanpub', needs: 'matter}', pattern: /^\{(?:frontmatter|mainmatter|backmatter)\}[ \t]*$/m },
  { dialect: 'leanpub', needs: '-# ', pattern: /^-# \S/m },
  { dialect: 'leanpub', needs: '> ', pattern: /^[ABDEIQTWX]> \S/m },
  {
    dialect: 'leanpub',
    needs: '{',
    pattern: /^\{(?:aside|blurb|sample: ?true|class: ?part|pagebreak|book: ?false)[^{}\n]{0,80}\}[ \t]*$/m,
  },
  { dialect: 'obsidian', needs: '[[', pattern: /\[\[(?!\[)[^[\]\n\u0000]{1,300}(?:\u0000\u0000[^[\]\n]{0,300})?\]\]/ },
  { dialect: 'obsidian', needs: '%%', pattern: /%%[^\n%][^%]{0,5000}%%/ },
  { dialect: 'obsidian', needs: '[!', pattern: /^[ \t]*>[ \t]*\[![A-Za-z-]{2,30}\][+-]?/m },
];

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
