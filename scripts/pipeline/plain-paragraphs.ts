/**
 * Takes out of Markdown the paragraphs whose words are what is typed, whatever its signs mean: to parse them would tell nothing, and takes most of the
 * time of an import. In: a file's text, and how many blocks at its start stay anyway: the first of a book may say what it is. Out: the text without them, and their lines.
 */
export function withoutPlainParagraphs(
  text: string,
  least: number,
): { readonly text: string; readonly plain: readonly string[] } {
  if (text.includes('%%')) return { text, plain: [] }; // a comment of Obsidian goes on to the next, wherever that is
  const kept: string[] = [];
  const plain: string[] = [];
  let isComment = false;
  for (const [at, block] of text.split(/\n\n+/).entries()) {
    const words = at < least || isComment ? undefined : plainWords(block);
    if (words !== undefined) {
      plain.push(...words.split('\n').map((line) => line.replace(signs, '')));
      continue;
    }
    kept.push(block);
    const [start, end] = [block.lastIndexOf('<!--'), block.lastIndexOf('-->')];
    isComment = start > end || (isComment && end === -1);
  }
  return { text: kept.join('\n\n'), plain };
}

/** The words of a paragraph; undefined where they may be others than what is typed. */
function plainWords(block: string): string | undefined {
  const unlinked = block.includes('](') ? block.replace(link, '$1') : block;
  return isPlain().test(unlinked) && !(unlinked.includes('*') && starInWord().test(unlinked)) ? unlinked : undefined;
}

/** A link around words, whose address no reader sees (CommonMark 0.31 §6.3). */
const link = /(?<![!\]\\])\[([^[\]\\`]+)\]\([\w.#/%:?=+~-]+\)(?![{[(])/g;

/**
 * Lines of letters, digits, stars and the marks of sentences, in quotations or not. One that opens with a letter and a stop may be an item of a
 * list. A backslash at its end breaks the line. A line is read in one way alone: of two ways each, a poem would have as many as two to the power of
 * its lines.
 */
const isPlain = () =>
  /^(?:(?:^|\\?\n)(?:> )*["“”‘«„—–…¡¿「『*]*(?:\p{Lo}|(?!\p{Lo})\p{L}\p{M}*[\p{L}’'* ])[\p{L}\p{M}\p{N} .,;:!?…"“”‘’'«»„—–()¡¿。，、！？：；「」『』（）*-]*)+\n?$/u;

const signs = /^(?:> )+|\*+|\\$/g;

/** Stars that are gone where they mean emphasis, and part two words where they mean nothing. */
const starInWord = () => /\*(?<=[\p{L}\p{M}\p{N}]\*)\**[\p{L}\p{M}\p{N}]/u;
