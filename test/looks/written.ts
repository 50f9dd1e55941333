/** What a book says, page by page of its spine, and what it must not say. In: an EPUB. Out: letters and digits. */
import { openBook } from '../tools/opened-book.ts';
import { texts } from '../tools/xml.ts';

/** What is left of a text when ligatures, hyphens and spaces of a line are not looked at. */
export const lettersOf = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** The text of a book in the order of its spine. */
export function writtenIn(epub: Uint8Array): string {
  const book = openBook(epub);
  return book.spine
    .flatMap(({ path }) => texts(book.text(path), '//h:body'))
    .map(lettersOf)
    .join('');
}

/** The words of the landmarks that no page of the book has: whoever prints them prints what is for machines. */
export function landmarkWords(epub: Uint8Array): readonly string[] {
  const book = openBook(epub);
  const nav = book.text(book.nav.path);
  const written = writtenIn(epub);
  return texts(nav, '//h:nav[@epub:type="landmarks"]//h:h2 | //h:nav[@epub:type="landmarks"]//h:a')
    .map(lettersOf)
    .filter((words) => !written.includes(words));
}
