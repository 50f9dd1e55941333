/** What an edition of a book is, before it is bound. */
import type { Publication, Templates } from '../book/publication.ts';
import type { PrintedLine } from '../css/print-css.ts';
import type { Problem } from '../report/problem.ts';

export interface Edition {
  /** What is to be bound, with the templates for it. */
  readonly publication: Publication;
  readonly templates: Templates;
  /** How it prints style sheets anew, rule by rule, where it does. */
  readonly printStyle?: ((css: string) => readonly PrintedLine[]) | undefined;
  /** A file that is whole as it is; then nothing is bound. */
  readonly file?: Uint8Array | undefined;
  /** What can be said of the bytes alone, once there are any. */
  readonly judge?: ((bytes: Uint8Array) => readonly Problem[]) | undefined;
}
