/** The folder that a story lies in, as the importers of Markdown see it. In: a way to read bytes. Out: texts, decoded; nothing outside the folder, no more than a book can hold. */

import { decodeForeign } from '../../book/decode.ts';
import { type Limits, printLimit } from '../../book/limits.ts';
import { raiseLimit } from '../../book/raise-limit.ts';
import { type Problem, problem } from '../../report/problem.ts';

export interface SourceFolder {
  /** The folder’s own name. */
  readonly name: string;
  /** Paths of all files in it, in natural order; hidden ones left out. */
  readonly names: readonly string[];
  /** A text, its line ends `\n`, without characters that no book can hold; undefined where there is none. */
  readonly text: (path: string) => string | undefined;
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** Guesses of encodings, and limits that were met. */
  readonly problems: () => readonly Problem[];
}

export interface FolderOptions {
  readonly name: string;
  readonly names: readonly string[];
  /** Reads a file of the folder; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  readonly limits: Limits;
  /** Texts that are decoded already, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Makes it. Texts count against the limit each time that they are brought in. */
export function sourceFolder({ name, names, beside, limits, texts: known }: FolderOptions): SourceFolder {
  const problems: Problem[] = [];
  const texts = new Map<string, string | undefined>(known);
  let left = limits.texts;
  const read = (path: string): string | undefined => {
    const bytes = beside(path);
    if (!bytes) return undefined;
    const { value, problems: found } = decodeForeign(bytes, path);
    problems.push(...found);
    return value?.replace(/^\uFEFF/, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '\uFFFD');
  };
  return {
    name,
    names,
    bytes: beside,
    problems: () => problems,
    text: (path) => {
      if (!texts.has(path)) texts.set(path, read(path));
      const text = texts.get(path);
      left -= text?.length ?? 0;
      if (left >= 0) return text;
      if (left + (text?.length ?? 0) >= 0)
        problems.push(
          problem(
            'book-too-large',
            { path },
            `Up to this file the story has more than ${printLimit('texts', limits.texts)} of text.`,
            raiseLimit('texts', limits),
          ),
        );
      return undefined;
    },
  };
}
