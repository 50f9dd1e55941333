/**
 * Three-way merge of blocks (diff3: Khanna, Kunal, Pierce, “A Formal Investigation of Diff3”, 2007). In: what two sides made of a
 * base. Out: what both have, what one of them changed, and where both changed the same in different ways.
 */
import { diff3MergeRegions } from 'node-diff3';

/** Blocks of the result, or those that both sides changed. */
type Merged =
  | { readonly blocks: readonly string[] }
  | { readonly mine: readonly string[]; readonly theirs: readonly string[] };

/**
 * Merges. Blank lines behind a block make no difference; where nobody changed a block, it is as in `mine`; of
 * hundreds that are alike the blank lines may be those of `theirs`.
 */
export function mergeBlocks(mine: readonly string[], base: readonly string[], theirs: readonly string[]): Merged[] {
  const trimmed = mine.map((block) => block.trimEnd());
  const merged: Merged[] = [];
  let at = 0;
  /** An unchanged block is told as the base's; the folder's own has the author's blank lines. */
  const inFolder = (block: string): string => {
    const found = trimmed.indexOf(block.trimEnd(), at);
    if (found === -1) return block;
    at = found + 1;
    return mine[found] ?? block;
  };
  for (const region of diff3MergeRegions(keysOf(mine), keysOf(base), keysOf(theirs))) {
    if (region.stable) {
      const { bufferStart: start, bufferLength: length, buffer } = region;
      const side = { a: mine, o: base, b: theirs }[buffer].slice(start, start + length);
      if (buffer === 'a') at = start + length;
      merged.push({ blocks: buffer === 'o' ? side.map(inFolder) : side });
    } else {
      at = region.aStart + region.aLength;
      merged.push(...settle(region, { a: mine, o: base, b: theirs }));
    }
  }
  return merged;
}

/** A block that stands more often than this, as a break may, is known by its number, too: the merge takes time with the cube of those that are alike. */
const mostAlike = 100;

function keysOf(blocks: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const key = block.trimEnd();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > mostAlike ? `${key}\0${count}` : key;
  });
}

interface Unstable {
  readonly aStart: number;
  readonly aLength: number;
  readonly oStart: number;
  readonly oLength: number;
  readonly bStart: number;
  readonly bLength: number;
}

type Sides = Readonly<Record<'a' | 'o' | 'b', readonly string[]>>;

/** Neighbours that were changed one by each side are no conflict; where the numbers of blocks tell which is which, each is looked at alone. */
function settle(region: Unstable, { a, o, b }: Sides): readonly Merged[] {
  const mine = a.slice(region.aStart, region.aStart + region.aLength);
  const base = o.slice(region.oStart, region.oStart + region.oLength);
  const theirs = b.slice(region.bStart, region.bStart + region.bLength);
  if (mine.length !== base.length || theirs.length !== base.length) return [settleBlocks(mine, base, theirs)];
  return mine.map((block, at) => settleBlocks([block], [base[at] ?? ''], [theirs[at] ?? '']));
}

function settleBlocks(mine: readonly string[], base: readonly string[], theirs: readonly string[]): Merged {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { blocks: mine };
  return isSame(mine, base) ? { blocks: theirs } : { mine, theirs };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((block, at) => block.trimEnd() === other[at]?.trimEnd());
