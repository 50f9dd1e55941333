/**
 * Takes out of Markdown the paragraphs that hold no sign of it, whose words are what is typed: to parse them would tell nothing, and takes most of the
 * time of an import. In: a file's text. Out: the text without them, and their words. The first blocks stay: they may say what the book is.
 */
export function withoutPlainParagraphs(text: string): { readonly text: string; readonly plain: string } {
  const kept: string[] = [];
  const plain: string[] = [];
  for (const [at, block] of text.split(/\n\n+/).entries()) {
    const words = at < mostKept ? block : block.replace(emphasis, '$1').replaceAll('\\\n', '\n');
    if (at >= mostKept && isPlain.test(words)) plain.push(words);
    else kept.push(block);
  }
  return { text: kept.join('\n\n'), plain: plain.join('\n') };
}

const mostKept = 4;

/** Emphasis whose stars can be nothing else: between them and the words around it stand white space or marks (CommonMark 0.31 §6.2). */
const emphasis =
  /(?:(?<=^|\s)\*(?=[\p{L}“‘«…])|(?<=["'“”‘’(—–])\*(?=\p{L}))([^*]+)(?<=[\p{L}.,!?…”’»])\*(?=$|[\s.,;:!?…”’"')—–])/gu;

/** Lines of letters, digits and the marks of sentences. One that opens with a letter and a stop may be an item of a list. A line is read in one way
 * alone: of two ways each, a poem would have as many as two to the power of its lines. */
const isPlain =
  /^(?:(?:^|\n)["“”‘«„—–…¡¿「『]*(?:\p{Lo}|(?!\p{Lo})\p{L}\p{M}*[\p{L}’' ])[\p{L}\p{M}\p{N} .,;:!?…"“”‘’'«»„—–()¡¿。，、！？：；「」『』（）-]*)+\n?$/u;
