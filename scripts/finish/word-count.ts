/** Counts a book's words. In: content documents. Out: a number. */
import type { Nodes } from 'hast';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';
import { walk } from '../book/walk.ts';

/** Metadata with the number of words of documents, where it is asked for. */
export function withWordCount(metadata: Metadata, documents: readonly ContentDocument[]): Metadata {
  const { archival } = metadata;
  if (!archival?.countsWords) return metadata;
  return { ...metadata, archival: { ...archival, wordCount: countWords(documents) } };
}

/** From its first letter or figure up to a space or dash. */
const word = /[\p{L}\p{N}][^\s\u2013\u2014]*/gu;

/** How many words the body of the book has: what stands between spaces and dashes and holds a letter or a figure. */
export function countWords(documents: readonly Pick<ContentDocument, 'content' | 'matter'>[]): number {
  let count = 0;
  for (const { content, matter } of documents) {
    if (matter !== 'bodymatter') continue;
    const parts: string[] = [];
    let isLine = false; // that a chapter was removed where it came from: the press says so
    walk<Nodes>({ type: 'root', children: [...content] }, (node) => {
      if (node.type === 'text') parts.push(isLine ? '' : node.value);
      else if (node.type === 'element' && node.tagName === 'br') parts.push(' ');
      if (node.type === 'text') isLine = false;
      else if (node.type === 'element' && node.properties['dataRemoved'] !== undefined) isLine = true;
    });
    const text = parts.join('');
    while (word.test(text)) count++;
  }
  return count;
}
