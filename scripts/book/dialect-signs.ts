/**
 * Signs of Markdown that was typed for another tool: pandoc, mdBook, Leanpub, Obsidian. In: text and names. Out: whether there is any.
 * A table, so that a build may ask without loading an importer; the importers look closer (`import/markdown/dialects.ts`).
 */
export type Dialect = 'pandoc' | 'mdbook' | 'leanpub' | 'obsidian';

export interface Sign {
  readonly dialect: Dialect;
  /** What must be in the text before the pattern is worth a look. */
  readonly needs: string;
  /** A form that a story does not have by chance; on text whose code is covered with U+0000. */
  readonly pattern: RegExp;
  /** Whether a story may have it after all (thoughts in [[brackets]]): then it tells only who asks for an import. */
  readonly isWeak?: boolean;
}

export const signs: readonly Sign[] = [
  { dialect: 'pandoc', needs: '%', pattern: /^%[ \t]+\S[^\n]*/ },
  {
    dialect: 'pandoc',
    needs: ':::',
    // The press's own set pieces are no sign of another tool.
    pattern:
      /^ {0,3}:{3,}[ \t]*(?!(?:verse|letter|chat|texts|epigraph|note)[ \t]*$)(?:\{[^{}\n]*\}|[\p{L}\p{N}_-]+)(?:[ \t]*:+)?[ \t]*$/mu,
  },
  {
    dialect: 'pandoc',
    needs: '{',
    pattern: /(?<![^\n])#{1,6}[ \t][^\n{}]*\{(?:[^{}\n#.=]*[#.=][^{}\n]*|-)\}(?:[ \t]*#+)?[ \t]*$/m,
  },
  { dialect: 'pandoc', needs: ']{', pattern: /\](?<!:span\[[^[\]\n]{0,999}\])\{[^{}\n]{0,200}[.#=][^{}\n]{0,200}\}/ },
  { dialect: 'pandoc', needs: '^[', pattern: /\^\[(?=[^\]\n])/ },
  { dialect: 'pandoc', needs: '\\', pattern: /^\\(?:newpage|pagebreak|clearpage)[ \t]*$/m },
  { dialect: 'mdbook', needs: '{{#', pattern: /\{\{#(?:include|rustdoc_include|playground|title)[ \t]/ },
  { dialect: 'leanpub', needs: 'matter}', pattern: /^\{(?:frontmatter|mainmatter|backmatter)\}[ \t]*$/m },
  { dialect: 'leanpub', needs: '-# ', pattern: /^-# \S/m },
  { dialect: 'leanpub', needs: '> ', pattern: /^[ABDEIQTWX]> \S/m, isWeak: true },
  {
    dialect: 'leanpub',
    needs: '{',
    pattern: /^\{(?:aside|blurb|sample: ?true|class: ?part|pagebreak|book: ?false)[^{}\n]{0,80}\}[ \t]*$/m,
  },
  {
    dialect: 'obsidian',
    needs: '[[',
    pattern: /\[\[(?!\[)[^[\]\n\u0000]{1,300}(?:\u0000\u0000[^[\]\n]{0,300})?\]\]/,
    isWeak: true,
  },
  {
    dialect: 'obsidian',
    needs: '[[',
    pattern: /!\[\[[^[\]\n]{1,300}\]\]|(?<!\[)\[\[[^[\]|#\n]{0,200}[|#][^[\]\n]{1,200}\]\]/,
  },
  { dialect: 'obsidian', needs: '%%', pattern: /%%[^\n%][^%]{0,5000}%%/ },
  { dialect: 'obsidian', needs: '[!', pattern: /^[ \t]*>[ \t]*\[![A-Za-z-]{2,30}\][+-]?/m },
];

/** Keys above a text that only other tools have. */
const foreignKey =
  /^---[ \t]*\n(?:[^\n]*\n){0,60}?(?:aliases|cssclass|cssclasses|documentclass|classoption|geometry|header-includes|keywords|abstract|cover-image|creator|mainfont|toc|linkcolor)[ \t]*:/;

/** Whether a Markdown file has signs of another tool, or is the order of an mdBook. */
export function isForeignMarkdown(name: string, text: string): boolean {
  if (isOrder(name)) return listsFiles(text);
  return (
    signs.some(({ needs, pattern, isWeak }) => !isWeak && text.includes(needs) && pattern.test(text)) ||
    (text.startsWith('---') && foreignKey.test(text.slice(0, 8000)))
  );
}

/** Whether a path is that of a list of files that another tool reads a book by. */
export const isOrder = (path: string): boolean => /^(?:(?:src\/)?SUMMARY\.md|(?:manuscript\/)?Book\.txt)$/.test(path);

/** Whether a text lists files as mdBook’s SUMMARY.md does, and is not a summary of a story. */
export const listsFiles = (text: string): boolean =>
  /^[ \t]*[-*+][ \t]+\[[^\]\n]{0,300}\]\([^)\n]{1,300}\)/m.test(text);

/** Whether a file is Markdown by its name. */
export const isMarkdownName = (path: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(path);
