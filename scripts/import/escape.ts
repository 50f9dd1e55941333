/** Writes a line of plain text as Markdown that prints as the same words. */

/** What may stand before and after emphasis, the mark of a note among it. */
const [before, after] = [`(^|[\\s"'“‘„«»¿¡([{—–-])`, `(?=$|[\\s.,;:!?…"'”’“«»)[\\]}—–\uE000-])`];
const emphasis = new RegExp(
  `${before}(?:(\\*\\*|[*_=])(?![\\s*_=])([^*_=]{0,4000}?[^\\s*_=])\\2|(/)(?![\\s*_/])([^*_/]{0,400}?[^\\s*_/])/)${after}`,
  'g',
);

/** Escapes what Markdown would take for markup; `*bold*`, `=bold=`, `_italics_` and `/italics/` that stand around whole words stay emphasis. */
export function escapeLine(line: string, stars?: Stars): string {
  return escapeStart(escapeWords(line, stars));
}

/** The lines of a paragraph, in which `_words that go on_` in the next line are emphasis, too. */
export const escapeLines = (lines: readonly string[], stars?: Stars): readonly string[] =>
  escapeWords(lines.join('\n'), stars).split('\n').map(escapeStart);

/** What `*words*` mean in a text: bold where `_words_` are the italics; where it has none of those, or `**words**` too, italics. */
export type Stars = 'bold' | 'italics';

/** What they mean in this text. */
export const starsIn = (text: string): Stars =>
  (text.includes('**') && /\*\*(?<![\p{L}\p{N}]\*\*)[^\s*][^*\n]{0,200}\*\*/u.test(text)) ||
  !(text.includes('_') && /_(?<![\p{L}\p{N}_]_)[^\s_][^_\n]{0,200}_(?![\p{L}\p{N}_])/u.test(text))
    ? 'italics'
    : 'bold';

/** The same for a heading, in which a number is no list. */
export function escapeHeading(line: string, stars?: Stars): string {
  return escapeWords(line, stars).replace(/(?<!#)(#+)$/, '\\$1');
}

/** The same words for where nothing is marked up. */
export function withoutEmphasis(line: string): string {
  return line.replace(emphasis, (whole, before: string, _mark, words: string, _slash, leaning = words) =>
    isWords(leaning) ? before + leaning : whole,
  );
}

function escapeWords(line: string, stars: Stars = 'bold'): string {
  let printed = '';
  let done = 0;
  for (const match of line.matchAll(emphasis)) {
    const [whole, before = '', mark, own, slash, words = own ?? ''] = match;
    if (!isWords(words) || (slash && words.includes('\n'))) continue;
    const fence = mark === '**' || mark === '=' || (mark === '*' && stars === 'bold') ? '**' : '*';
    printed += escapeText(line.slice(done, match.index) + before) + fence + escapeText(words) + fence;
    done = match.index + whole.length;
  }
  return printed + escapeText(line.slice(done));
}

const isWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[<|{]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\$(?=[^\s$][^$]{0,2000}\$)/g, '\\$&')
    .replace(/(?<=\S)([~^])(?=[^\s~^]{1,41}\1)|~(?=~)|=(?==)|(?<==)=|%(?=%)/g, '\\$&');
}

/** At the start of a line more has a meaning: headings, quotations, lists, underlines, set pieces. */
function escapeStart(text: string): string {
  return text
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^([-+])(?=\s|$|[>#]|-+(?:\s*$|>))/, '\\$1')
    .replace(/^([ABDEIQTWX])>/, '$1\\>')
    .replace(/^=/, '\\=')
    .replace(/^:(?=\s|::)/, '\\:')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
