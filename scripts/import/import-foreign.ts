/** Finds out what a file is by what is in it, and calls its importer. In: bytes. Out: an imported book. */
import { decodeLatin1 } from '../book/bytes.ts';
import { cleanText } from '../book/clean-text.ts';
import { decodeForeign } from '../book/decode.ts';
import { type LimitName, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { detectLanguage, languageHints, usualLanguage } from '../metadata/detect-language.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { type Content, formats } from './foreign-formats.ts';
import type { Foreign, ImportedBook } from './imported.ts';
import { asDocx, type Unread, unreadFormat } from './unread-formats.ts';
import { entryNames, isZip } from './unzip.ts';

/** Imports a file of any format in the table, or a folder. */
export async function importForeign(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  const { value: content, problems } = contentOf(foreign);
  if (!content) return { value: undefined, problems };
  if ('unread' in content) {
    const { convert, name } = foreign;
    const made = content.unread.isOffice ? await convert?.(new Map([[name, foreign.bytes]])) : undefined;
    const docx = made?.get(name);
    if (docx) return importForeign({ ...foreign, bytes: docx, convert: undefined });
    const { problem: told } = content.unread;
    return refused([made ? { ...told, hint: `LibreOffice could not read it either. ${asDocx}` } : told]);
  }
  const format = formats.find(({ matches }) => matches(content, foreign));
  if (!format) return refused([unknownFormat(foreign.name, content)]);
  if (foreign.bytes.length > foreign.limits[format.limit]) return refused([tooLarge(format.limit, foreign)]);
  const read = await format.read(foreign, content.text);
  const told = await withLanguage(read.value, foreign.name);
  return { value: told.value, problems: [...problems, ...read.problems, ...told.problems] };
}

/** Where nothing says the language, the words do. */
async function withLanguage(book: ImportedBook | undefined, path: string): Promise<Outcome<ImportedBook | undefined>> {
  if (!book || book.facts.lang !== undefined) return { value: book, problems: [] };
  const texts = book.sections.filter(({ facts }) => facts?.lang === undefined).map(({ text }) => text);
  const found = await detectLanguage(texts);
  const likely = book.likelyLang;
  const isLikely = likely !== undefined && (!found?.tag || likely.split('-')[0] === found.tag.split('-')[0]);
  const lang = isLikely ? likely : found?.tag;
  const problems = isLikely || !found ? [] : languageHints(found, { path });
  const isSaid = lang !== undefined && (isLikely || lang !== usualLanguage);
  return { value: isSaid ? { ...book, facts: { ...book.facts, lang } } : book, problems };
}

function contentOf(foreign: Foreign): Outcome<Content | { readonly unread: Unread } | undefined> {
  const { name: path, bytes, folder, limits } = foreign;
  const ending = (/[^/.]\.([^/.]+)$/.exec(path)?.[1] ?? '').toLowerCase();
  if (folder?.isNamed) return { value: { ending: '', entries: undefined, text: '' }, problems: [] };
  const zip = isZip(bytes) ? entryNames(foreign) : undefined;
  const unread = unreadFormat(path, bytes, zip?.value);
  if (unread) return { value: { unread }, problems: [] };
  if (zip) return { value: zip.value && { ending, entries: zip.value, text: '' }, problems: zip.problems };
  if (bytes.length > limits.text) return refused([tooLarge('text', foreign)]);
  const decoded = decodeForeign(bytes, path, charsetOf(bytes));
  if (decoded.value === undefined) return refused(decoded.problems);
  if (decoded.value.trim() === '')
    return refused([problem('import-refused', { path }, 'There is no word in the file, so nothing is imported.')]);
  const clean = cleanText(decoded.value, path);
  return {
    value: { ending, entries: undefined, text: clean.value },
    problems: [...decoded.problems, ...clean.problems],
  };
}

const refused = (problems: readonly Problem[]): Outcome<undefined> => ({ value: undefined, problems });

function unknownFormat(path: string, { ending, entries }: Content): Problem {
  const known = [...formats.map(({ called }) => called), 'or a folder'].join(', ');
  const reason = `A file of the type “.${ending}” cannot be read; what can: ${known}.`;
  const hint = entries
    ? 'If it is a ZIP of your files, unpack it, and name the file or folder that was in it.'
    : 'If a word processor wrote it, save it there as .docx; if it is plain text, give it a name that ends in .txt.';
  return problem('import-refused', { path }, reason, hint);
}

function tooLarge(limit: LimitName, { name: path, bytes, limits }: Foreign): Problem {
  const [size, most] = [bytes.length, limits[limit]].map((each) => printLimit(limit, each));
  const reason = `The file has ${size}; ${most} are allowed.`;
  return problem('file-too-large', { path }, reason, raiseLimit(limit, limits, bytes.length));
}

/** What a page says of its encoding. */
function charsetOf(bytes: Uint8Array): string | undefined {
  return /<meta[^<>]{0,200}charset=["']?([\w-]{1,40})/i.exec(decodeLatin1(bytes.subarray(0, 4000)))?.[1];
}
