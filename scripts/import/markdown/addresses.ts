/** Addresses between files of a folder. In: what a link says. Out: paths in the folder; nothing that leads out of it. */
import { decoded, pathFrom } from '../../book/file-names.ts';

/** The path that an address means, from the file it stands in; undefined where it leads out of the folder or to the web. */
export function pathOf(address: string, from: string): string | undefined {
  const bare = decoded(address.replace(/[?#].*$/s, ''));
  if (/^[a-z][a-z\d+.-]*:|^\/\/|\0/i.test(bare)) return undefined;
  return pathFrom(bare.startsWith('/') ? [] : from.split('/').slice(0, -1), bare);
}
