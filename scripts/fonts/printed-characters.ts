/**
 * Which characters a book prints. In: content documents. Out: each character beyond ASCII, how often it is printed, and
 * where first; and how much text there is. (ASCII is what every typeface has.)
 */
import type { Nodes } from 'hast';
import type { ContentDocument } from '../book/publication.ts';
import { walk } from '../book/walk.ts';
import type { Place } from '../report/problem.ts';

/** How often a character is printed, and the author’s line that prints it first, where that is known. */
export interface PrintedCharacter {
  count: number;
  readonly place: Place | undefined;
}

interface PrintedText {
  readonly characters: ReadonlyMap<string, Readonly<PrintedCharacter>>;
  /** In UTF-16 code units, blanks among them. */
  readonly length: number;
}

/** Reads the text of documents. Blanks and format marks are left out: they have no shape. */
export function printedText(documents: readonly Pick<ContentDocument, 'content' | 'path'>[]): PrintedText {
  const characters = new Map<string, PrintedCharacter>();
  let length = 0;
  for (const { content, path } of documents) {
    let line: number | undefined;
    walk<Nodes>({ type: 'root', children: [...content] }, (node) => {
      // The first line of a block is as near as an author needs, and edits of its text do not move it.
      if (node.type === 'element') line = node.position?.start.line ?? line;
      if (node.type !== 'text') return;
      length += node.value.length;
      for (const [character] of node.value.matchAll(/[^\0-\x7F]/gu)) {
        const known = characters.get(character);
        if (known) known.count++;
        else characters.set(character, { count: 1, place: placeAt(path, line) });
      }
    });
  }
  for (const character of characters.keys())
    if (/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character)) characters.delete(character);
  return { characters, length };
}

function placeAt(path: string | undefined, line: number | undefined): Place | undefined {
  return path === undefined || line === undefined ? undefined : { path, start: { line, column: 1 } };
}
