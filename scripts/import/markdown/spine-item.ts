/** A file of a source, in its place in the reading order, before it is read. Arrangements make items; `import-markdown.ts` reads them. */

import type { Facts } from '../../book/metadata-schema.ts';
import type { Matter, SectionKind } from '../../book/sections.ts';
import type { Problem } from '../../report/problem.ts';

export interface SpineItem {
  readonly path: string;
  readonly text: string;
  /** How many lines of the file stand before `text`. */
  readonly before?: number | undefined;
  /** What it is, where the arrangement says so. */
  readonly kind?: SectionKind | undefined;
  readonly matter?: Matter | undefined;
  /** What the arrangement calls it, for a text without a heading. */
  readonly title?: string | undefined;
  /** Whether the keys above it speak of the book, its title among them. */
  readonly speaksOfBook?: boolean | undefined;
  /** Whether that title is printed above a text without a heading, as its tool does. */
  readonly printsTitle?: boolean | undefined;
}

export interface Arrangement {
  /** What brought the files into this order; undefined for a single file, or files in the order of their names. */
  readonly dialect: 'mdbook' | 'leanpub' | 'obsidian' | 'outline' | undefined;
  readonly items: readonly SpineItem[];
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  /** Folders in which pictures may lie. */
  readonly pictureFolders: readonly string[];
}
