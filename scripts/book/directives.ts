/**
 * The set pieces of a text: what stands between `:::verse` and `:::`. Names and lines; nothing here parses Markdown.
 * To add one, add a name, and its setting in `render/directive-blocks.ts`.
 */
export const directiveNames = ['verse', 'letter', 'chat', 'texts', 'epigraph', 'note', 'quote'] as const;

export type DirectiveName = (typeof directiveNames)[number];

/** The div that holds what a new import has where the folder has something else: it is no part of the book (docs/growing.md). */
export const theirsName = 'theirs';

export function isDirectiveName(name: string): name is DirectiveName {
  return (directiveNames as readonly string[]).includes(name);
}

/** What other tools call them. */
const aliases: ReadonlyMap<string, DirectiveName> = new Map([
  ['poem', 'verse'],
  ['poetry', 'verse'],
  ['lyrics', 'verse'],
  ['song', 'verse'],
  ['line-block', 'verse'],
  ['quotation', 'quote'],
  ['blockquote', 'quote'],
  ['excerpt', 'quote'],
  ['telegram', 'quote'],
  ['diary', 'quote'],
  ['inscription', 'quote'],
  ['aside', 'quote'],
]);

/** The set piece that the name of a div means, or the name. */
export function nameOfDiv(name: string): string {
  const plain = name.toLowerCase();
  return aliases.get(plain) ?? plain;
}
