/** Nodes of a text's tree that mdast does not have: what pandoc, Obsidian and others write. Types only. */
import type { Parent, PhrasingContent, Text } from 'mdast';

/** Marked text, `==…==`. */
export interface Highlight extends Parent {
  type: 'highlight';
  children: PhrasingContent[];
}

export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}

/** A link or an embedded file as wikis have it: `[[Page#Heading|words]]`. */
export interface Wikilink {
  type: 'wikilink';
  isEmbed: boolean;
  target: string;
  heading: string;
  words: string | undefined;
  typed: string;
  position?: Parent['position'];
  data?: Parent['data'];
}

/** What may be the mark of a printed page, `[p. 12]`; the whole book tells. */
export interface PageMark {
  type: 'pageMark';
  number: string;
  typed: Text;
  position?: Parent['position'];
  data?: Parent['data'];
}

/** What an author wrote in braces, `{#id .class lang=de}`, as far as it is kept. */
export interface Authored {
  readonly id?: string | undefined;
  readonly classes: readonly string[];
  readonly lang?: string | undefined;
  readonly dir?: string | undefined;
  /** Of EPUB's structural vocabulary. */
  readonly epubType?: string | undefined;
}

declare module 'unist' {
  interface Data {
    authored?: Authored;
    /** Of the paragraph that a div's label is. */
    isLabel?: true;
  }
}

declare module 'mdast' {
  interface PhrasingContentMap {
    highlight: Highlight;
    subscript: Subscript;
    superscript: Superscript;
    wikilink: Wikilink;
    pageMark: PageMark;
  }
  interface RootContentMap {
    highlight: Highlight;
    subscript: Subscript;
    superscript: Superscript;
    wikilink: Wikilink;
    pageMark: PageMark;
  }
}
