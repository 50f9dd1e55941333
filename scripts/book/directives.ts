/**
 * The set pieces of a text: what stands between `:::verse` and `:::`. Names and lines; nothing here parses Markdown.
 * To add one, add a name, and its setting in `render/directive-blocks.ts`.
 */
export const directiveNames = ['verse', 'letter', 'chat', 'texts', 'epigraph', 'note'] as const;

export type DirectiveName = (typeof directiveNames)[number];

export function isDirectiveName(name: string): name is DirectiveName {
  return (directiveNames as readonly string[]).includes(name);
}
