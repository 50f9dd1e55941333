/** Markdown whose files some other tool puts together: an mdBook, a Leanpub book, Obsidian's embedded notes. In: text and names. Out: whether an importer has to read it. */

/** What only an importer understands: other files brought in. */
const signs: readonly RegExp[] = [
  /\{\{#(?:include|rustdoc_include|playground|title)[ \t]/,
  /!\[\[(?![^[\]\n]{1,300}\.(?:jpe?g|png|gif|svg|webp|avif)(?:\|[^[\]\n]{0,300})?\]\])[^[\]\n]{1,300}\]\]/i,
];

/** Whether a Markdown file wants an importer, or is the order of an mdBook. */
export function isForeignMarkdown(name: string, text: string): boolean {
  if (isOrder(name)) return ordersBook(name, text);
  return signs.some((sign) => sign.test(text));
}

/** Lists of files that other tools read a book by, the surest first: how they are called, and what is in one that orders a book. */
const orders: readonly { readonly name: RegExp; readonly holds: RegExp }[] = [
  // A summary of a story is called so, too.
  {
    name: /^(?:src\/)?SUMMARY\.md$/,
    holds: /^[ \t]*[-*+][ \t]+\[[^\]\n]{0,300}\]\([^)\n]{1,300}\)|^(?:\[[^\]\n]{0,300}\]\([^)\n]{1,300}\.md\)\s+){2}/m,
  },
  { name: /^(?:manuscript\/)?Book\.txt$/, holds: /\S/ },
  { name: /^[^/]+\.book$/, holds: /^(?:[-+!@]+|\d+\.)[ \t]+\S+\.(?:md|markdown|txt)[ \t]*$/m }, // Crowbook
  { name: /^_quarto\.ya?ml$/, holds: /^[ \t]+chapters:/m },
  { name: /^_bookdown\.ya?ml$/, holds: /^rmd_files:/m },
  { name: /^(?:pandoc|defaults)\.ya?ml$/, holds: /^input-files:/m },
];

/** Whether a path is called as a list that another tool reads a book by. */
export const isOrder = (path: string): boolean => orders.some(({ name }) => name.test(path));

/** Whether such a list orders a book. */
export const ordersBook = (path: string, text: string): boolean =>
  orders.some(({ name, holds }) => name.test(path) && holds.test(text));

/** The list that orders the book of a folder; of several books’ lists none does. */
export function orderAmong(names: readonly string[], textOf: (path: string) => string | undefined): string | undefined {
  for (const { name, holds } of orders) {
    const [path, ...others] = names.filter((each) => name.test(each) && holds.test(textOf(each) ?? ''));
    if (path !== undefined && (others.length === 0 || !path.endsWith('.book'))) return path;
  }
  return undefined;
}

/** Whether a file is Markdown by its name. */
export const isMarkdownName = (path: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(path);

/** Whether a path is the file by which a folder is known as the project of a writer’s program. */
export const isProjectFile = (path: string): boolean => /^(?:nwProject\.nwx|MANUSKRIPT|[^/]+\.scrivx)$/.test(path);
