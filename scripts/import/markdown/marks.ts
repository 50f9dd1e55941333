/** Finds marks in Markdown where they are marks, and puts others in their place. In: text, a pattern, an answer to each match. Out: text. */
import { type Masking, mask } from './mask-code.ts';

export interface Mark {
  /** As it stands in the text, what is covered included. */
  readonly whole: string;
  readonly groups: readonly (string | undefined)[];
  /** From 1. */
  readonly line: number;
  readonly at: number;
}

/** Replaces each match of a pattern (with the flag `d`) outside of code, comments and tags; undefined leaves it as it is. */
export function replaceMarks(
  text: string,
  pattern: RegExp,
  replacement: (mark: Mark) => string | undefined,
  masking?: Masking,
): string {
  const parts: string[] = [];
  let done = 0;
  for (const mark of marksOf(text, pattern, masking)) {
    const made = replacement(mark);
    if (made === undefined) continue;
    parts.push(text.slice(done, mark.at), made);
    done = mark.at + mark.whole.length;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** The matches of a pattern (with the flags `g` and `d`) outside of code, comments and tags. */
export function* marksOf(text: string, pattern: RegExp, masking?: Masking): Generator<Mark> {
  let line = 1;
  let counted = 0;
  for (const match of mask(text, masking).matchAll(pattern)) {
    const indices = match.indices ?? [];
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line++;
    yield {
      whole: text.slice(match.index, match.index + match[0].length),
      groups: match.slice(1).map((_, at) => {
        const range = indices[at + 1];
        return range && text.slice(...range);
      }),
      line,
      at: match.index,
    };
  }
}
