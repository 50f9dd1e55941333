/**
 * Which file of one import is which of another, whatever they are called. In: files of two sides. Out: pairs.
 * A chapter that was split or joined is in several pairs.
 */
import { comparableWords } from '../book/word-list.ts';

export interface Matched {
  readonly path: string;
  /** Without its metadata block. */
  readonly text: string;
  /** Its address on the web, where it is known. */
  readonly address: string | undefined;
}

export interface Pair {
  readonly from: string;
  readonly to: string;
  /** From 0 to 1: how much of the smaller stands in the other. */
  readonly share: number;
}

/** Words in a row that make a place known again. */
const shingleLength = 5;
/** What stands in more files than this is a formula: “I own nothing of this, thanks to my beta”. */
const mostFiles = 3;
const enough = 0.5;
/** What has fewer words is known by no words: “Coming soon.” */
const fewest = 20;
const isShort = ({ text }: Matched): boolean => comparableWords(text).length < fewest;

/**
 * Pairs files: by address, where their words do not say otherwise; by name, where `areNamed` says that both sides name them alike; by words; and
 * what is left by address, by heading, or, of few words, by name.
 */
export function pairFiles(from: readonly Matched[], to: readonly Matched[], areNamed: boolean): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const paired = { from: new Set<string>(), to: new Set<string>() };
  const add = (pair: Pair): void => {
    const key = `${pair.from}\n${pair.to}`;
    if (!pairs.has(key)) pairs.set(key, pair);
    paired.from.add(pair.from);
    paired.to.add(pair.to);
  };
  const pairBy = (
    key: (file: Matched) => string | undefined,
    mayPair: (one: Matched, other: Matched) => boolean = () => true,
  ) => {
    const known = new Map<string, Matched>();
    for (const file of to) {
      const own = paired.to.has(file.path) ? undefined : key(file);
      if (own !== undefined && !known.has(own)) known.set(own, file);
    }
    for (const file of from) {
      const own = paired.from.has(file.path) ? undefined : key(file);
      const other = own === undefined ? undefined : known.get(own);
      if (own === undefined || !other || !mayPair(file, other)) continue;
      add({ from: file.path, to: other.path, share: 1 });
      known.delete(own);
    }
  };
  // Sites that number chapters give the address of a chapter to another when one is put in before it.
  pairBy(({ address }) => address, areAlike);
  if (areNamed) pairBy(({ path }) => path);
  pairBy(({ text }) => text.trim() || undefined);
  const freeFrom = from.filter(({ path }) => !paired.from.has(path));
  const freeTo = to.filter(({ path }) => !paired.to.has(path));
  // A part of a chapter that was split pairs with a file that has a pair.
  for (const pair of pairByWords(freeFrom, to)) add(pair);
  for (const { from: own, to: other, share } of pairByWords(freeTo, from)) add({ from: other, to: own, share });
  if (!giveAddressesAnew(from, to, [...pairs.values()])) pairBy(({ address }) => address);
  pairBy(({ text }) => headingOf(text)?.toLowerCase());
  pairBy(
    ({ path }) => path,
    (one, other) => isShort(one) || isShort(other),
  );
  return [...pairs.values()];
}

/** The partner of each newer file: pairs that are more alike first, none twice. */
export function oneToOne(pairs: readonly Pair[]): ReadonlyMap<string, string> {
  const partners = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of [...pairs].sort((a, b) => b.share - a.share)) {
    if (partners.has(to) || taken.has(from)) continue;
    partners.set(to, from);
    taken.add(from);
  }
  return partners;
}

/** Whether a chapter that is known by its words has another address now: then the address of one that is not is another's. */
function giveAddressesAnew(from: readonly Matched[], to: readonly Matched[], pairs: readonly Pair[]): boolean {
  const [before, now] = [from, to].map((files) => new Map(files.map(({ path, address }) => [path, address])));
  return pairs.some((pair) => {
    const [own, other] = [before?.get(pair.from), now?.get(pair.to)];
    return own !== undefined && other !== undefined && own !== other;
  });
}

/** Whether one has enough of the other to be the same, or is too short to tell. */
function areAlike(one: Matched, other: Matched): boolean {
  const [smaller, larger] = [shinglesOf(one.text), shinglesOf(other.text)].sort((a, b) => a.size - b.size);
  if (!smaller || !larger || isShort(one) || isShort(other)) return true;
  let shared = 0;
  for (const shingle of smaller) if (larger.has(shingle)) shared++;
  return shared >= smaller.size * enough;
}

/** The words of a first heading, without Markdown’s mark. */
export const headingOf = (text: string): string | undefined =>
  /^\s*#{1,6}[ \t]+(.+?)(?:[ \t]*\{[^}\n]*\})?[ \t]*$/m.exec(text.slice(0, 2_000))?.[1];

function pairByWords(from: readonly Matched[], to: readonly Matched[]): readonly Pair[] {
  if (from.length === 0 || to.length === 0) return [];
  const files = new Map<string, Set<string>>();
  const sizes = new Map<string, number>();
  for (const { path, text } of to) {
    const shingles = shinglesOf(text);
    sizes.set(path, shingles.size);
    for (const shingle of shingles) files.set(shingle, (files.get(shingle) ?? new Set()).add(path));
  }
  return from.flatMap(({ path, text }) => {
    const shared = new Map<string, number>();
    const shingles = shinglesOf(text);
    for (const shingle of shingles) {
      const holders = files.get(shingle);
      if (!holders || holders.size > mostFiles) continue;
      for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1);
    }
    return [...shared].flatMap(([other, count]) => {
      const share = count / Math.min(shingles.size, sizes.get(other) ?? 1);
      return share >= enough ? [{ from: path, to: other, share }] : [];
    });
  });
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = comparableWords(text.toLowerCase());
  const shingles = new Set<string>();
  for (let at = 0; at + shingleLength <= words.length; at++)
    shingles.add(words.slice(at, at + shingleLength).join(' '));
  return shingles;
}
