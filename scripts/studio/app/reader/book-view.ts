/** A book that is shown, in pages or as one long page. Types; nothing is done here. */
import type { PagePlace } from '../../protocol.ts';
import type { Entries } from './entries.ts';
import type { Look } from './profiles.ts';
import type { KeptPlace } from './same-place.ts';

/** A place of the book that is marked. */
export interface Mark {
  readonly id: string;
  readonly place: PagePlace;
  readonly kind: 'doubt' | 'fault' | 'chosen';
}

/** Where a person is in the book. */
export interface Where {
  /** The entry that is shown. */
  readonly entry: string;
  /** Where the page begins. */
  readonly place: PagePlace;
  /** The line of the contents that it belongs to. */
  readonly chapter: string;
  /** How much of the book is read with this page, from 0 to 1. */
  readonly fraction: number;
  /** Of a printed edition, where the book names its pages. */
  readonly page?: string | undefined;
}

export interface ContentsEntry {
  readonly title: string;
  /** Empty where the line leads nowhere. */
  readonly href: string;
  readonly entries: readonly ContentsEntry[];
}

export type Target = PagePlace | { readonly href: string } | { readonly fraction: number } | 'start';

/** What a person does in a book that is shown. */
export interface ReaderEvents {
  /** A word was clicked, or the line where a person stands was entered. */
  onPlace(place: PagePlace): void;
  onMark(id: string): void;
  onMoved(where: Where): void;
  /** A link leads out of the book; it is never opened by itself. */
  onExternal(href: string): void;
}

export interface ViewEvents extends ReaderEvents {
  /** A link leads to another place of the book. */
  onFollow(href: string): void;
  onKey(event: KeyboardEvent): void;
}

export interface BookView {
  readonly contents: readonly ContentsEntry[];
  readonly isRightToLeft: boolean;
  /** Where the page begins, with what stands there. */
  readonly here: { readonly kept: KeptPlace; readonly fraction: number } | undefined;
  readonly hasFocus: boolean;
  /** When what is shown has the typefaces that it asks for. */
  settled(): Promise<unknown>;
  goTo(target: Target): Promise<void>;
  /** As `goTo`, in a book that is another build of the same. */
  goBackTo(kept: KeptPlace, fraction: number): Promise<void>;
  turn(to: 'next' | 'prev'): Promise<void>;
  /**
   * Becomes the next build, in which these entries are others; false where it must be opened anew, and nothing is done. `isWanted` says
   * whether there is no newer one yet.
   */
  update(paths: readonly string[], next: Pick<Entries, 'text'>, isWanted: () => boolean): Promise<boolean>;
  setLook(look: Look): void;
  setMarks(marks: readonly Mark[]): void;
  focus(): void;
  destroy(): void;
}
