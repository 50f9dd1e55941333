/**
 * Finds copies of one story: the same twice, or many that are each a chapter longer. In: what of their words tells them (`word-sketch.ts`). Out: groups,
 * the longest first. Each text is compared only with the longest that has the same shingle, so the cost grows with the texts and not with their pairs.
 */
export interface Sketched {
  readonly words: number;
  readonly sketch: Uint32Array;
}

/** So much of a text stands in a longer one that it is a copy of a part of it. */
const contained = 0.8;
/** A text with fewer kept shingles is too short to tell: about 250 words. */
const fewest = 4;

/** Groups of two or more; in each the one with the most words, then its copies from long to short. Those of equal length stay in their order. */
export function findCopies<Story extends Sketched>(stories: readonly Story[]): readonly (readonly Story[])[] {
  const ordered = stories.filter(({ sketch }) => sketch.length >= fewest).sort((one, other) => other.words - one.words);
  const { starts, firsts } = firstOwners(ordered.map(({ sketch }) => sketch));
  const leaders = new Uint32Array(ordered.length);
  const groups = new Map<number, Story[]>();
  ordered.forEach((story, rank) => {
    const [from = 0, to = 0] = [starts[rank], starts[rank + 1]];
    const shared = new Map<number, number>();
    for (const first of firsts.subarray(from, to)) {
      const leader = first === rank ? rank : (leaders[first] ?? rank);
      shared.set(leader, (shared.get(leader) ?? 0) + 1);
    }
    shared.delete(rank);
    let [longer, most] = [rank, 0];
    for (const [leader, count] of shared) if (count > most) [longer, most] = [leader, count];
    leaders[rank] = most >= contained * (to - from) ? longer : rank;
    const group = groups.get(leaders[rank]);
    if (group) group.push(story);
    else groups.set(rank, [story]);
  });
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** For each shingle of each text (from `starts` on) the first text that has it. One sorted array of numbers: a table of millions takes ten times the room. */
function firstOwners(sketches: readonly Uint32Array[]) {
  const starts = new Uint32Array(sketches.length + 1);
  sketches.forEach(({ length }, rank) => {
    starts[rank + 1] = (starts[rank] ?? 0) + length;
  });
  const count = Math.max(1, sketches.length); // 2 ** 32 × two million texts are exact in a double
  const pairs = new Float64Array(starts.at(-1) ?? 0);
  let at = 0;
  sketches.forEach((sketch, rank) => {
    for (const shingle of sketch) pairs[at++] = shingle * count + rank;
  });
  pairs.sort();
  const firsts = new Uint32Array(pairs.length);
  const next = starts.slice();
  let [last, first] = [-1, 0];
  for (const pair of pairs) {
    const shingle = Math.floor(pair / count);
    const rank = pair - shingle * count;
    if (shingle !== last) [last, first] = [shingle, rank];
    firsts[next[rank] ?? 0] = first;
    next[rank] = (next[rank] ?? 0) + 1;
  }
  return { starts, firsts };
}
