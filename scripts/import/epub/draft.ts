/** A section of another’s book before it is printed. */
import type { RootContent } from 'mdast';
import type { SectionKind } from '../../book/sections.ts';

export interface Draft {
  readonly kind: SectionKind;
  /** A title that only the contents show. */
  readonly title: string | undefined;
  readonly address?: string | undefined;
  readonly blocks: RootContent[];
}
