/** Gives each section the notes its text refers to, counted in the order of reference. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Note } from '../book/book.ts';
import { walk } from '../book/walk.ts';

/** The notes of a section, in the order of first reference; notes that only other notes refer to come last. */
export function notesOf(
  content: Root,
  heading: Nodes | undefined,
  notes: ReadonlyMap<string, FootnoteDefinition>,
): readonly Note[] {
  if (notes.size === 0) return [];
  const found: Note[] = [];
  const met = new Set<string>();
  const collect = (node: Nodes) => {
    if (node.type !== 'footnoteReference' || met.has(node.identifier)) return;
    const definition = notes.get(node.identifier);
    if (!definition) return;
    met.add(node.identifier);
    found.push({ identifier: node.identifier, number: found.length + 1, definition });
  };
  if (heading?.type === 'heading') walk<Nodes>(heading, collect);
  walk<Nodes>(content, collect);
  for (const note of found) walk<Nodes>(note.definition, collect); // `found` grows as notes refer to notes
  return found;
}
