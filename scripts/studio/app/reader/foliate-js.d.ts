/** What we use of foliate-js 1.0.1, which has no types of its own. */
declare module 'foliate-js/epub.js' {
  export interface Section {
    /** The entry’s path. */
    readonly id: string;
    readonly linear: string | null;
  }

  export interface ContentsItem {
    readonly label: string;
    readonly href: string | null;
    readonly subitems?: readonly ContentsItem[] | null;
  }

  export interface Resolved {
    readonly index: number;
    readonly anchor?: Anchor;
  }

  /** Finds a place in a document; a number is a part of its length. */
  export type Anchor = (doc: Document) => Element | Range | number | null;

  /** Bytes that are about to become an address, to be changed. */
  interface DataEvent extends Event {
    readonly detail: { data: unknown; readonly type: string };
  }

  export class EPUB {
    constructor(from: {
      loadText(path: string): Promise<string | null>;
      loadBlob(path: string): Promise<Blob | null>;
      getSize(path: string): number;
    });
    init(): Promise<this>;
    readonly sections: readonly Section[];
    readonly toc?: readonly ContentsItem[] | null;
    readonly dir: string | null;
    readonly transformTarget: { addEventListener(name: 'data', listener: (event: DataEvent) => void): void };
    resolveHref(href: string): Resolved | null;
    destroy(): void;
  }
}

declare module 'foliate-js/paginator.js';

declare module 'foliate-js/overlayer.js' {
  type Draw = (rects: readonly DOMRect[], options?: DrawOptions) => SVGElement;

  export interface DrawOptions {
    readonly color?: string;
    readonly width?: number;
    readonly padding?: number;
    readonly writingMode?: string;
  }

  export class Overlayer {
    add(key: string, range: Range, draw: Draw, options?: DrawOptions): void;
    remove(key: string): void;
    hitTest(point: { readonly x: number; readonly y: number }): readonly [key?: string, range?: Range];
    static readonly underline: Draw;
    static readonly squiggly: Draw;
    static readonly highlight: Draw;
  }
}

declare module 'foliate-js/view.js' {
  import type { ContentsItem, EPUB, Resolved } from 'foliate-js/epub.js';
  import type { Overlayer } from 'foliate-js/overlayer.js';

  export interface Renderer extends HTMLElement {
    addEventListener(name: 'relocate', listener: (event: CustomEvent<{ readonly reason: string }>) => void): void;
    addEventListener(name: string, listener: EventListenerOrEventListenerObject | null): void;
    goTo(target: Resolved): Promise<void>;
    firstSection(): Promise<void>;
    setStyles(styles: readonly [before: string, after: string]): void;
    getContents(): readonly { readonly index: number; readonly doc: Document; readonly overlayer?: Overlayer }[];
    focusView(): void;
    render(): void;
    readonly heads?: readonly HTMLElement[] | null;
    readonly feet?: readonly HTMLElement[] | null;
    /** Counts an empty page before the first and one behind the last. */
    readonly page: number;
    readonly pages: number;
  }

  export interface Location {
    readonly fraction?: number;
    readonly range: Range;
    readonly tocItem?: ContentsItem | null;
    readonly pageItem?: ContentsItem | null;
  }

  interface ViewEvents {
    load: CustomEvent<{ readonly doc: Document; readonly index: number }>;
    relocate: CustomEvent<Location>;
    link: CustomEvent<{ readonly a: HTMLAnchorElement; readonly href: string }>;
    'external-link': CustomEvent<{ readonly a: HTMLAnchorElement; readonly href: string }>;
    'create-overlay': CustomEvent<{ readonly index: number }>;
  }

  export class View extends HTMLElement {
    readonly renderer: Renderer;
    readonly lastLocation?: Location | null;
    open(book: EPUB): Promise<void>;
    close(): void;
    next(): Promise<void>;
    prev(): Promise<void>;
    goToFraction(fraction: number): Promise<void>;
    addEventListener<Name extends keyof ViewEvents>(name: Name, listener: (event: ViewEvents[Name]) => void): void;
    addEventListener(name: string, listener: EventListenerOrEventListenerObject | null): void;
  }
}

declare module 'foliate-js/footnotes.js' {
  import type { EPUB } from 'foliate-js/epub.js';
  import type { View } from 'foliate-js/view.js';

  interface NoteEvents {
    'before-render': CustomEvent<{ readonly view: View }>;
    render: CustomEvent<{ readonly view: View; readonly href: string }>;
  }

  export class FootnoteHandler extends EventTarget {
    /** Answers with nothing where the link leads to no note. */
    handle(book: EPUB, event: Event): Promise<void> | undefined;
    addEventListener<Name extends keyof NoteEvents>(name: Name, listener: (event: NoteEvents[Name]) => void): void;
    addEventListener(name: string, listener: EventListenerOrEventListenerObject | null): void;
  }
}
