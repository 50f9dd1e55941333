/**
 * The set pieces of a text: what stands between `:::verse` and `:::`. Names and lines; nothing here parses Markdown.
 * To add one, add a name, and its setting in `render/directive-blocks.ts`.
 */
export const setPieceNames = ['verse', 'letter', 'chat', 'texts', 'epigraph', 'note'] as const;

export type SetPieceName = (typeof setPieceNames)[number];

export function isSetPiece(name: string): name is SetPieceName {
  return (setPieceNames as readonly string[]).includes(name);
}
