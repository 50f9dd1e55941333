/** Where the links of an EPUB lead. */
import { decoded, pathFrom } from '../book/file-names.ts';
import type { EpubParts } from './epub-parts.ts';

/** The path in the EPUB, with its fragment, that an address in a file means; undefined where it leads out. */
export function addressIn(file: string, href: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return undefined;
  const [bare = '', fragment] = href.split('#', 2);
  const path = bare === '' ? file : pathFrom(file.split('/').slice(0, -1), decoded(bare));
  return path === undefined || fragment === undefined ? path : `${path}#${decoded(fragment)}`;
}

/** All that the links of pages lead to, those of the table of contents among them. */
export function linkTargets({ pages }: EpubParts): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ path, elements }) =>
      elements.flatMap(({ name, attributes: { href } }) =>
        name === 'a' && href !== undefined ? (addressIn(path, href) ?? []) : [],
      ),
    ),
  );
}
