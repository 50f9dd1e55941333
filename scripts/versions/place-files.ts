/** Names and orders the files of an updated story. In: what each side has, by id. Out: paths, and the reading order. */
import { comparePaths } from '../book/file-names.ts';

/**
 * The reading order: the folder’s, with what is new behind what it follows in the new import, and behind what stood there and is gone. Where the new import has moved what both have,
 * and the folder has not, it is moved.
 */
export function orderIds(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const inAll = mine.filter((id) => base.includes(id) && theirs.includes(id));
  const among = (ids: readonly string[]) => ids.filter((id) => inAll.includes(id));
  const [before, after] = [among(base), among(theirs)];
  const isMoved = !isSame(before, after) && isSame(before, inAll);
  const slots = isMoved ? [...after] : [];
  const order = isMoved ? mine.map((id) => (inAll.includes(id) ? (slots.shift() ?? id) : id)) : [...mine];
  const [known, kept] = [new Set(base), new Set(theirs)];
  const isGone = (id: string | undefined) => id !== undefined && known.has(id) && !kept.has(id);
  for (const [at, id] of theirs.entries()) {
    if (order.includes(id) || base.includes(id)) continue;
    const previous = theirs.slice(0, at).findLast((each) => order.includes(each));
    let place = previous === undefined ? 0 : order.indexOf(previous) + 1;
    while (isGone(order[place])) place++;
    order.splice(place, 0, id);
  }
  return order;
}

/** A path for a new file: its own where that is free, else the next number of its kind; never one that the folder has had. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const [, stem = '', ending = ''] = /^(.*?)(?:-\d+)?(\.[^./]+)$/.exec(path) ?? [];
  const numbers = [...taken].flatMap((each) => {
    const number =
      each.startsWith(`${stem}-`) && each.endsWith(ending) ? each.slice(stem.length + 1, -ending.length) : '';
    return /^\d+$/.test(number) ? [Number(number)] : [];
  });
  return `${stem}-${Math.max(1, ...numbers) + 1}${ending}`;
}

/** Whether names alone put numbered files in this order. */
export function areInOrder(paths: readonly string[]): boolean {
  const last = new Map<string, string>();
  return paths.every((path) => {
    const stem = path.replace(/\d+(?=\.[^./]+$)/, '');
    const before = last.get(stem);
    last.set(stem, path);
    return before === undefined || comparePaths(before, path) < 0;
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n');
