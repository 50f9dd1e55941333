/** Markdown whose files some other tool puts together: an mdBook, a Leanpub book, Obsidian's embedded notes. In: text and names. Out: whether an importer has to read it. */

/** What only an importer understands: other files brought in. */
const signs: readonly RegExp[] = [
  /\{\{#(?:include|rustdoc_include|playground|title)[ \t]/,
  /!\[\[(?![^[\]\n]{1,300}\.(?:jpe?g|png|gif|svg|webp|avif)(?:\|[^[\]\n]{0,300})?\]\])[^[\]\n]{1,300}\]\]/i,
];

/** Whether a Markdown file wants an importer, or is the order of an mdBook. */
export function isForeignMarkdown(name: string, text: string): boolean {
  if (isOrder(name)) return listsFiles(text);
  return signs.some((sign) => sign.test(text));
}

/** Whether a path is that of a list of files that another tool reads a book by. */
export const isOrder = (path: string): boolean => /^(?:(?:src\/)?SUMMARY\.md|(?:manuscript\/)?Book\.txt)$/.test(path);

/** Whether a text lists files as mdBook’s SUMMARY.md does, and is not a summary of a story. */
export const listsFiles = (text: string): boolean =>
  /^[ \t]*[-*+][ \t]+\[[^\]\n]{0,300}\]\([^)\n]{1,300}\)/m.test(text);

/** Whether a file is Markdown by its name. */
export const isMarkdownName = (path: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(path);

/** Whether a path is the file by which a folder is known as the project of a writer’s program. */
export const isProjectFile = (path: string): boolean => /^(?:nwProject\.nwx|MANUSKRIPT|[^/]+\.scrivx)$/.test(path);
