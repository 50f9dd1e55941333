/** What the links of an EPUB’s pages lead to. */
import { addressIn } from '../book/epub-addresses.ts';
import type { EpubParts } from './epub-parts.ts';

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
