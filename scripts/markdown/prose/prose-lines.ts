/** How lines of a text are read where prose means otherwise than CommonMark. Types only; lines count from 1. */

/** What an author typed, and what it is taken for. */
export type Habit =
  | 'scene-break'
  | 'wide-gap'
  | 'gap-doubt'
  | 'underline-doubt'
  | 'fence-doubt'
  | 'indented-words'
  | 'indented-verse'
  | 'indented-doubt'
  | 'indented-code-doubt'
  | 'spoken-items'
  | 'spoken-doubt'
  | 'spoken-elsewhere'
  | 'line-paragraphs'
  | 'line-paragraphs-doubt';

/** A habit met on a line, with the mark that was typed. */
export interface Guess {
  readonly habit: Habit;
  readonly line: number;
  readonly mark?: string | undefined;
}

export interface ProseLines {
  /** Lines that are a scene break, whatever CommonMark makes of them. */
  readonly breaks: ReadonlySet<number>;
  /** Lines that begin no code: indented ones, and tildes around words. */
  readonly words: ReadonlySet<number>;
  /** First lines of stanzas. */
  readonly verse: ReadonlySet<number>;
  /** Lines whose hyphen or number begins a paragraph and no item of a list. */
  readonly unlisted: ReadonlySet<number>;
  /** Lines that begin a paragraph without a blank line above them. */
  readonly starts: ReadonlySet<number>;
  /** Lines above which a scene ends, because more blank lines stand there than elsewhere. */
  readonly gaps: ReadonlySet<number>;
  /** White space before lines of verse that the book keeps. */
  readonly indents: readonly Span[];
  readonly guesses: readonly Guess[];
}

/** From one offset of the text to another. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same while it is being found. */
export type Findings = {
  readonly [Key in keyof ProseLines]: ProseLines[Key] extends ReadonlySet<number>
    ? Set<number>
    : ProseLines[Key] extends readonly (infer Each)[]
      ? Each[]
      : never;
};
