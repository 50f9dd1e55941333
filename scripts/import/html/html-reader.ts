/** How one source's HTML is read: what its own markup means, before the general rules. */
import type { Element, ElementContent } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Place } from '../../report/problem.ts';
import type { KeepAttribute } from './print-raw.ts';

export interface HtmlReader {
  /** Whether the page is Fleuron's own: line ends stay, and what Markdown has no sign for stays as raw HTML. */
  readonly exact: boolean;
  /** Blocks that an element stands for; undefined leaves it to the general rules. */
  readonly block?: ((element: Element) => readonly RootContent[] | undefined) | undefined;
  readonly phrase?: ((element: Element) => readonly PhrasingContent[] | undefined) | undefined;
  /** Whether an element is a note. */
  readonly isNote?: ((element: Element) => boolean) | undefined;
  /** The address of an element that a link of the source leads to. */
  readonly anchor?: ((element: Element) => string | undefined) | undefined;
  /** What a link's address becomes; undefined leaves its words. */
  readonly href: (href: string) => string | undefined;
  /** The manuscript path of a picture; undefined leaves its alternative text. */
  readonly src: (src: string) => string | undefined;
  /** The language that an element gives its text, where it is not the book’s. */
  readonly foreignLang?: ((element: Element) => string | undefined) | undefined;
  /** CSS declarations of a class. */
  readonly styleOf?: ((name: string) => string | undefined) | undefined;
  /** Where a node stands in the source; absent where nobody asks. */
  readonly place?: ((node: ElementContent) => Place | undefined) | undefined;
  /** Attributes that raw HTML keeps, and what they become. */
  readonly keep: KeepAttribute;
}

/** Reads what an element holds as blocks. */
export type ToBlocks = (nodes: readonly ElementContent[], reader: HtmlReader) => RootContent[];
