/**
 * The only file that reads the author's disk. In: a path. Out: a Manuscript whose files never lie outside its folder.
 * Opens regular files only, never waits on a pipe or a device, follows a link only to where it stays inside.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { Manuscript, Opened, SourceFile } from '../book/manuscript.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import { comparePaths } from './files.ts';

const megabyte = 1024 * 1024;
/** Far above any real book: the longest novels hold under 10 MB of text. */
const largestText = 64 * megabyte;
const largestPicture = 64 * megabyte;
const mostFiles = 10_000;
/** For all together, since a press keeps them in memory (pictures twice, as they are and bound). */
const mostText = 64 * megabyte;
const mostPictures = 400 * megabyte;

const isMarkdown = (name: string) => /\.(md|markdown|mdown|mkd)$/i.test(name);
const isPicture = (name: string) => /\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name);

/** A plain-text file stands for a whole manuscript; the caller imports it. */
export type Loaded =
  | { readonly kind: 'manuscript'; readonly manuscript: Manuscript }
  | { readonly kind: 'text'; readonly file: SourceFile; readonly manuscript: Manuscript };

/** Loads what lies at a path: a folder of Markdown, one Markdown file, or one plain-text file. */
export function loadManuscript(path: string): Outcome<Loaded | undefined> {
  const shown = path === '' ? '.' : path;
  let root: string;
  let isFolder: boolean;
  try {
    root = realpathSync(resolve(path));
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    return {
      value: undefined,
      problems: [
        problem(
          'manuscript-missing',
          { path: shown },
          `Unexpected path that ${whyNot(error)}, expected a manuscript folder or file`,
        ),
      ],
    };
  }
  return isFolder ? loadFolder(root) : loadFile(root);
}

function loadFolder(root: string): Outcome<Loaded | undefined> {
  const problems: Problem[] = [];
  const names = listFiles(root, problems);
  const texts = new Map<string, SourceFile>();
  let textLeft = mostText;
  const read = (path: string): SourceFile | undefined => {
    if (textLeft < 0) return undefined;
    const opened = openText(root, path, largestText);
    if ('problem' in opened) problems.push(opened.problem);
    else {
      texts.set(path, { path, text: opened.text });
      textLeft -= opened.text.length;
      if (textLeft < 0)
        problems.push(
          problem(
            'book-too-large',
            { path },
            `Unexpected manuscript of more than ${mostText / megabyte} MB of text up to this file, expected less`,
            'Part it into several books.',
          ),
        );
    }
    return texts.get(path);
  };
  const bookFile = names.find((name) => /^book\.ya?ml$/i.test(name));
  const markdown = names.filter(
    (name) => isMarkdown(name) && !name.startsWith('templates/') && !/^readme\.md$/i.test(name),
  );
  const plain = names.filter((name) => /\.txt$/i.test(name) && !name.includes('/'));
  const templates = new Map<string, string>();
  for (const name of names.filter((each) => /^templates\/[^/]+$/.test(each))) {
    const opened = openText(root, name, megabyte);
    if ('problem' in opened) problems.push(opened.problem);
    else templates.set(basename(name), opened.text);
  }
  const book = bookFile === undefined ? undefined : read(bookFile);
  const base = { name: basename(root), templates, pictures: names.filter(isPicture), open: opener(root) };
  const sole = plain[0];
  if (markdown.length === 0 && plain.length === 1 && sole !== undefined) {
    const file = read(sole);
    return {
      value: file && {
        kind: 'text',
        file,
        manuscript: { ...base, name: basename(sole), files: [], ...(book && { bookFile: book }) },
      },
      problems,
    };
  }
  if (markdown.length === 0) {
    problems.push(
      problem(
        'manuscript-empty',
        { path: '.' },
        'Unexpected manuscript without Markdown files, expected at least one file like chapter-1.md',
      ),
    );
    return { value: undefined, problems };
  }
  const files = markdown.flatMap((name) => read(name) ?? []);
  if (problems.some((each) => each.severity === 'error')) return { value: undefined, problems };
  return { value: { kind: 'manuscript', manuscript: { ...base, files, ...(book && { bookFile: book }) } }, problems };
}

function loadFile(path: string): Outcome<Loaded | undefined> {
  const root = dirname(path);
  const name = basename(path);
  const opened = openText(root, name, largestText);
  if ('problem' in opened) return { value: undefined, problems: [opened.problem] };
  const file = { path: name, text: opened.text };
  const manuscript = { name, templates: new Map<string, string>(), pictures: [], open: opener(root) };
  if (isMarkdown(name))
    return { value: { kind: 'manuscript', manuscript: { ...manuscript, files: [file] } }, problems: [] };
  if (/^\.(txt|text|)$/i.test(extname(name)))
    return { value: { kind: 'text', file, manuscript: { ...manuscript, files: [] } }, problems: [] };
  return {
    value: undefined,
    problems: [
      problem(
        'manuscript-missing',
        { path: name },
        `Unexpected file of type “${extname(name)}”, expected a folder, a Markdown file (.md) or a plain-text file (.txt)`,
      ),
    ],
  };
}

/** Paths of the files below a folder in natural order, without hidden ones and node_modules. Links to folders are not followed. */
function listFiles(root: string, problems: Problem[]): readonly string[] {
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      problems.push(
        problem(
          'file-unreadable',
          { path: folder || '.' },
          `Unexpected folder that ${whyNot(error)}, expected one that can be read`,
        ),
      );
      continue;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) folders.push(path);
      else found.push(path);
      if (found.length > mostFiles) {
        problems.push(
          problem(
            'file-too-large',
            { path: folder || '.' },
            `Unexpected manuscript of more than ${mostFiles} files, expected fewer`,
          ),
        );
        return [];
      }
    }
  }
  return found.sort(comparePaths);
}

/** Reads files for the stages; a path that leads out of the folder is refused without a look at what is there. */
function opener(root: string): Manuscript['open'] {
  const sizes = new Map<string, number>();
  let left = mostPictures;
  return (path: string, place: Place): Opened => {
    const outside = () => ({
      problem: problem(
        'picture-outside',
        place,
        `Unexpected path “${path}” outside the manuscript folder, expected a file inside it`,
      ),
    });
    const target = resolve(root, path);
    if (!isInside(root, target)) return outside();
    let real: string;
    try {
      real = realpathSync(target);
    } catch {
      return {
        problem: problem('picture-missing', place, `Unexpected path “${path}”, expected a file of the manuscript`),
      };
    }
    if (!isInside(root, real)) return outside();
    const result = readRegular(real, largestPicture);
    if ('reason' in result)
      return {
        problem: problem(
          result.rule === 'file-unreadable' ? 'picture-missing' : result.rule,
          place,
          `Unexpected file “${path}” that ${result.reason}, expected a picture file`,
        ),
      };
    if (!sizes.has(real)) {
      sizes.set(real, result.bytes.length);
      left -= result.bytes.length;
    }
    if (left < 0)
      return {
        problem: problem(
          'book-too-large',
          place,
          `Unexpected picture “${path}” after ${mostPictures / megabyte} MB of pictures, expected smaller ones or fewer`,
        ),
      };
    return result;
  };
}

const isInside = (root: string, path: string) =>
  path !== root && !relative(root, path).split(sep).includes('..') && resolve(root, relative(root, path)) === path;

function openText(
  root: string,
  path: string,
  limit: number,
): { readonly text: string } | { readonly problem: Problem } {
  const place = { path };
  let real: string;
  try {
    real = realpathSync(join(root, path));
  } catch (error) {
    return {
      problem: problem(
        'file-unreadable',
        place,
        `Unexpected file that ${whyNot(error)}, expected one that can be read`,
      ),
    };
  }
  if (!isInside(root, real))
    return {
      problem: problem(
        'file-unreadable',
        place,
        'Unexpected link that leads out of the manuscript folder, expected a file inside it',
      ),
    };
  const result = readRegular(real, limit);
  if ('reason' in result)
    return { problem: problem(result.rule, place, `Unexpected file that ${result.reason}, expected a text file`) };
  return decode(result.bytes, path);
}

function readRegular(
  path: string,
  limit: number,
): { readonly bytes: Uint8Array } | { readonly reason: string; readonly rule: RuleName } {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a pipe would make an ordinary open wait for ever
    const facts = fstatSync(file);
    if (!facts.isFile()) return { reason: 'is not a regular file', rule: 'file-unreadable' };
    if (facts.size > limit)
      return {
        reason: `has ${Math.round(facts.size / megabyte)} MB (the limit is ${limit / megabyte} MB)`,
        rule: 'file-too-large',
      };
    const bytes = Buffer.allocUnsafe(facts.size);
    let length = 0;
    for (let got = -1; length < bytes.length && got !== 0; length += got)
      got = readSync(file, bytes, length, bytes.length - length, length);
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { reason: whyNot(error), rule: 'file-unreadable' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** UTF-8 to text with `\n` line ends and no byte order mark; anything else is named at the byte where it stops being UTF-8. */
function decode(bytes: Uint8Array, path: string): { readonly text: string } | { readonly problem: Problem } {
  const start = { path, start: { line: 1, column: 1 } };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      problem: problem(
        'file-not-utf8',
        start,
        'Unexpected UTF-16 text, expected UTF-8',
        'Save the file as UTF-8 in your editor.',
      ),
    };
  }
  if (looksLikeUtf16(bytes)) {
    return {
      problem: problem(
        'file-not-utf8',
        start,
        'Unexpected UTF-16 text without a byte order mark, expected UTF-8',
        'Save the file as UTF-8 in your editor.',
      ),
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
    const line = before.split('\n').length;
    const place = { path, start: { line, column: before.length - before.lastIndexOf('\n'), offset: at } };
    return {
      problem: problem(
        'file-not-utf8',
        place,
        `Unexpected byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase()} at offset ${at}, expected UTF-8`,
        'Save the file as UTF-8 in your editor.',
      ),
    };
  }
  return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text };
}

/** Western text in UTF-16 has a zero in nearly every second byte; text in UTF-8 has none. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  let zeros = 0;
  for (const byte of start) if (byte === 0) zeros++;
  return start.length >= 8 && zeros > start.length / 4;
}

/** The longest valid prefix, by halving: a decoder that streams accepts a prefix cut inside a character, which is then left out. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      invalid = middle;
    }
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid--;
  return valid;
}

/** What went wrong with a file, in words that finish “a file that …”. */
export function whyNot(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'is not there',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
    EISDIR: 'is a folder',
    ENOTDIR: 'lies below a file',
    ELOOP: 'is a link that leads back to itself',
    ENAMETOOLONG: 'has too long a name',
    ENXIO: 'is a pipe without a writer',
    EMFILE: 'cannot be opened: too many files are open',
  };
  return (
    (typeof code === 'string' && reasons[code]) ||
    `cannot be read (${typeof code === 'string' ? code : 'unknown reason'})`
  );
}
