/** A part of a page that becomes sections. */
import type { RootContent } from 'mdast';
import type { SectionKind } from '../../book/sections.ts';

export interface PagePart {
  readonly blocks: readonly RootContent[];
  /** What it is, where the page says so; else its heading tells. */
  readonly kind?: SectionKind | undefined;
  /** A title that only the contents show. */
  readonly title?: string | undefined;
  /** Whether it is divided at its headings. */
  readonly divides?: boolean | undefined;
}
