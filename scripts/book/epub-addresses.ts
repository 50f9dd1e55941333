/** Where an address in a file of an EPUB leads (EPUB 3.3 §4.2.5). In: the file's path in the archive, and the address. */
import { decoded, pathFrom } from './file-names.ts';

/** The path that is meant; undefined where it leads out of the book. */
export function pathIn(file: string, href: string): string | undefined {
  const bare = href.replace(/[?#].*$/s, '');
  if (/^[a-z][a-z\d+.-]*:|^\//i.test(bare)) return undefined;
  return bare === '' ? file : pathFrom(file.split('/').slice(0, -1), decoded(bare));
}

/** The same with its fragment, where it has one. */
export function addressIn(file: string, href: string): string | undefined {
  const path = pathIn(file, href);
  const fragment = /#(.+)$/s.exec(href)?.[1];
  return path === undefined || fragment === undefined ? path : `${path}#${decoded(fragment)}`;
}
