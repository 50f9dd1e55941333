/** What a reader marked in a book, whatever program wrote it down. */
export interface Annotation {
  /** The words that were marked; empty where only a place was. */
  readonly text: string;
  /** The reader’s own remark. */
  readonly remark: string;
  /** Words right before and behind, where the program keeps them. */
  readonly before: string;
  readonly behind: string;
  /** What tells the chapter: its title, or its file in the book. */
  readonly chapter: string;
}
