/**
 * By what copies of a story are known: a fixed share of its shingles of words, chosen by their checksums (minhash in the form that tells, too, whether
 * one text holds another: Irber et al. 2022, “FracMinHash”). In: documents. Out: some numbers, the same on every machine.
 */
import type { Nodes } from 'hast';
import type { ContentDocument } from '../book/publication.ts';
import { walk } from '../book/walk.ts';
import { comparableWords } from '../book/word-list.ts';

/** So many words in a row are a shingle: few texts that are no copies share one by chance. */
const length = 6;
/** One shingle of so many is kept: 80 of a story of 5,000 words. */
const share = 64;

/** The kept checksums of a book’s own words, ascending, each once. */
export function wordSketch(documents: readonly Pick<ContentDocument, 'content' | 'matter'>[]): Uint32Array {
  const kept = new Set<number>();
  const recent = new Uint32Array(length);
  let count = 0;
  for (const { content, matter } of documents) {
    if (matter !== 'bodymatter') continue;
    const parts: string[] = [];
    walk<Nodes>({ type: 'root', children: [...content] }, (node) => {
      if (node.type === 'text') parts.push(node.value);
      else if (node.type === 'element' && isBlock.test(node.tagName)) parts.push(' ');
    });
    for (const word of comparableWords(parts.join('').toLowerCase())) {
      recent[count++ % length] = hashOf(word);
      if (count < length) continue;
      let sum = 0;
      for (let back = length; back > 0; back--) sum = mixed(sum ^ (recent[(count - back) % length] ?? 0));
      if (sum < 0x1_0000_0000 / share) kept.add(sum);
    }
  }
  return Uint32Array.from(kept).sort();
}

const isBlock = /^(?:p|br|h[1-6]|li|td|div|blockquote)$/;

/** FNV-1a (RFC 9923), 32 bits, over UTF-16 units. */
function hashOf(word: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) sum = Math.imul(sum ^ word.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}

/** Spreads 32 bits evenly (the finalizer of MurmurHash3). */
function mixed(given: number): number {
  let sum = given;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}
