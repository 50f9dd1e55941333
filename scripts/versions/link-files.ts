/**
 * Which files of base, folder and new import belong together. In: their texts. Out: groups, each to be merged as one run of blocks:
 * a chapter that was split makes a group with its parts; and a name for each file by which all sides know it.
 */
import { metadataOf } from './blocks.ts';
import { type Matched, type Pair, pairFiles } from './match-files.ts';
import type { StoryFolder } from './story-folder.ts';

export interface SideFile extends Matched {
  /** The same for what is the same file on another side. */
  readonly id: string;
  /** With fences and the blank lines behind them; empty where there is none. */
  readonly metadata: string;
}

export type Side = 'base' | 'mine' | 'theirs';

/** Files of one group by side, each side’s in its reading order. */
export type FileGroup = Readonly<Record<Side, readonly SideFile[]>>;

/** Groups files, in the order of the folder, then of the new import. */
export function linkFiles(sides: Readonly<Record<Side, StoryFolder>>): readonly FileGroup[] {
  const files = { base: filesOf(sides.base), mine: filesOf(sides.mine), theirs: filesOf(sides.theirs) };
  const ofMine = pairFiles(files.base, files.mine, true);
  const ofTheirs = pairFiles(files.base, files.theirs, false);
  const added = pairFiles(without(files.mine, ofMine), without(files.theirs, ofTheirs), false);
  const ids = new Map<string, string>(files.base.map(({ path }) => [`base ${path}`, `base ${path}`]));
  name(ids, 'mine', ofMine, 'base');
  name(ids, 'theirs', ofTheirs, 'base');
  for (const { path } of files.mine) if (!ids.has(`mine ${path}`)) ids.set(`mine ${path}`, `mine ${path}`);
  name(ids, 'theirs', added, 'mine');
  for (const { path } of files.theirs) if (!ids.has(`theirs ${path}`)) ids.set(`theirs ${path}`, `theirs ${path}`);
  const groups = join([
    ...ofMine.map(({ from, to }) => [`base ${from}`, `mine ${to}`] as const),
    ...ofTheirs.map(({ from, to }) => [`base ${from}`, `theirs ${to}`] as const),
    ...added.map(({ from, to }) => [`mine ${from}`, `theirs ${to}`] as const),
  ]);
  const made = new Map<string, Record<Side, SideFile[]>>();
  for (const side of ['mine', 'theirs', 'base'] as const)
    for (const file of files[side]) {
      const node = `${side} ${file.path}`;
      const root = groups(node);
      const group = made.get(root) ?? { base: [], mine: [], theirs: [] };
      group[side].push({ ...file, id: ids.get(node) ?? node });
      made.set(root, group);
    }
  return [...made.values()];

  function filesOf({ order, texts }: StoryFolder) {
    return order.map((path) => {
      const whole = texts.get(path) ?? '';
      const metadata = metadataOf(whole);
      return { path, metadata, text: whole.slice(metadata.length), address: addressOf(metadata) };
    });
  }
}

/** The files that have no pair. */
function without<File extends Matched>(files: readonly File[], pairs: readonly Pair[]): readonly File[] {
  const paired = new Set(pairs.map(({ to }) => to));
  return files.filter(({ path }) => !paired.has(path));
}

/** Where a chapter came from, as its metadata say: FanFicFare and others keep an address for each. */
const addressOf = (metadata: string): string | undefined => /^source:[ \t]*["']?([^\s"']+)/m.exec(metadata)?.[1];

/** Gives each file the id of the one it is most like, and no id twice. */
function name(ids: Map<string, string>, side: Side, pairs: readonly Pair[], other: Side): void {
  const given = new Set<string>();
  for (const { from, to } of [...pairs].sort((a, b) => b.share - a.share)) {
    const id = ids.get(`${other} ${from}`) ?? '';
    if (given.has(id) || ids.has(`${side} ${to}`)) continue;
    given.add(id);
    ids.set(`${side} ${to}`, id);
  }
}

/** Joins what is linked: the answer gives one name for all of a group. */
function join(links: readonly (readonly [string, string])[]): (node: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  for (const [one, other] of links) {
    const [from, to] = [rootOf(one), rootOf(other)];
    if (from !== to) parents.set(from, to);
  }
  return rootOf;
}
