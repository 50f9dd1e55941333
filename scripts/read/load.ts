/**
 * The only file that reads the author's disk. In: a path. Out: a Manuscript whose files never lie outside its folder.
 * Opens regular files only, never waits on a pipe or a device, follows a link only to where it stays inside.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { decodeForeign, decodeText } from '../book/decode.ts';
import { isForeignMarkdown, isOrder, listsFiles } from '../book/dialect-signs.ts';
import type { Manuscript, Opened, SourceFile } from '../book/manuscript.ts';
import { madeFromPath } from '../book/source-list.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import type { RuleName } from '../report/rules.ts';
import { comparePaths } from './files.ts';

const megabyte = 1024 * 1024;
/** Far above any real book: the longest novels hold under 10 MB of text. */
const largestText = 64 * megabyte;
const largestPicture = 64 * megabyte;
/** What lies beside a book may be larger than what goes into it: a layered picture, a recording. */
const largestKept = 256 * megabyte;
const largestForeign = 128 * megabyte;
const mostFiles = 10_000;
/** For all together, since a press keeps them in memory (pictures twice, as they are and bound). */
const mostText = 64 * megabyte;
const mostPictures = 400 * megabyte;

const isMarkdown = (name: string) => /\.(md|markdown|mdown|mkd)$/i.test(name);
const isPicture = (name: string) => /\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name);

/** A plain-text file, a web page, a Word document or an EPUB stands for a whole manuscript; the caller imports it. */
export type Loaded =
  | { readonly kind: 'manuscript'; readonly manuscript: Manuscript }
  | { readonly kind: 'text'; readonly file: SourceFile; readonly manuscript: Manuscript }
  | { readonly kind: 'foreign'; readonly foreign: LoadedForeign; readonly manuscript: Manuscript };

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
  return isFolder ? loadFolder(root) : loadFile(root, shown);
}

function loadFolder(root: string): Outcome<Loaded | undefined> {
  const problems: Problem[] = [];
  const { names, rawNames } = listFiles(root, problems);
  const fingerprints = new Map<string, string>();
  const open = (path: string, limit: number): string | undefined => {
    const opened = openText({ path: root, rawNames }, path, limit, /\.txt$/i.test(path) ? decodeForeign : decodeText);
    problems.push(...opened.problems);
    if (opened.sha256 !== undefined) fingerprints.set(path, opened.sha256);
    return opened.value;
  };
  let textLeft = mostText;
  const read = (path: string): SourceFile | undefined => {
    if (textLeft < 0) return undefined;
    const text = open(path, largestText);
    if (text === undefined) return undefined;
    textLeft -= text.length;
    if (textLeft < 0)
      problems.push(
        problem(
          'book-too-large',
          { path },
          `Unexpected manuscript of more than ${mostText / megabyte} MB of text up to this file, expected less`,
          'Part it into several books.',
        ),
      );
    return { path, text };
  };
  const bookFile = names.find((name) => /^book\.ya?ml$/i.test(name));
  const list = bookFile === undefined ? names.find(isOrder) : undefined;
  if (list !== undefined && (/\.txt$/.test(list) || listsFiles(open(list, largestText) ?? ''))) {
    const empty = {
      name: basename(root),
      files: [],
      templates: new Map<string, string>(),
      pictures: [],
      open: opener(root),
    };
    return foreign(root, empty);
  }
  const markdown = names.filter(
    (name) => isMarkdown(name) && !name.startsWith('templates/') && !/^readme\.md$/i.test(name),
  );
  const plain = names.filter((name) => /\.txt$/i.test(name) && !name.includes('/'));
  const templates = new Map<string, string>();
  for (const name of names.filter((each) => /^templates\/[^/]+$/.test(each))) {
    const text = open(name, megabyte);
    if (text !== undefined) templates.set(basename(name), text);
  }
  const book = bookFile === undefined ? undefined : read(bookFile);
  const madeFrom = names.includes(madeFromPath) ? open(madeFromPath, megabyte) : undefined;
  fingerprints.delete(madeFromPath);
  const base = {
    madeFrom,
    name: basename(root),
    templates,
    pictures: names.filter(isPicture),
    open: opener(root),
    fingerprints,
  };
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

function loadFile(path: string, shown: string): Outcome<Loaded | undefined> {
  const root = dirname(path);
  const name = basename(path);
  if (/\.(?:x?html?|docx|epub)$/i.test(name))
    return foreign(path, { name, files: [], templates: new Map<string, string>(), pictures: [], open: opener(root) });
  const decode = isMarkdown(name) ? decodeText : decodeForeign;
  const { value: text, problems, sha256 } = openText({ path: root, rawNames: new Map() }, name, largestText, decode);
  if (text === undefined) return { value: undefined, problems };
  const file = { path: name, text };
  const fingerprints = new Map(sha256 === undefined ? [] : [[name, sha256]]);
  const manuscript = { name, templates: new Map<string, string>(), pictures: [], open: opener(root), fingerprints };
  if (isMarkdown(name) ? isForeignMarkdown(name, text) : name === 'Book.txt')
    return foreign(path, { ...manuscript, files: [] });
  if (isMarkdown(name))
    return { value: { kind: 'manuscript', manuscript: { ...manuscript, files: [file] } }, problems };
  if (/^\.(txt|text|)$/i.test(extname(name)))
    return { value: { kind: 'text', file, manuscript: { ...manuscript, files: [] } }, problems };
  return {
    value: undefined,
    problems: [
      problem(
        'manuscript-missing',
        { path: shown },
        `Unexpected file of type “${extname(name)}”, expected a folder, a Markdown file (.md), a plain-text file (.txt), a web page (.html), a Word document (.docx) or an EPUB`,
      ),
    ],
  };
}

function foreign(path: string, manuscript: Manuscript): Outcome<Loaded | undefined> {
  const { value, problems } = loadForeign(path);
  return { value: value && { kind: 'foreign', foreign: value, manuscript }, problems };
}

/** A file of another format, for the importers. */
export interface LoadedForeign {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads a regular file in its folder or below, by relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** The folder that it is, or that a Markdown file or a list of files belongs to. */
  readonly folder?: LoadedFolder | undefined;
}

export interface LoadedFolder {
  readonly name: string;
  /** Paths of the files in it, in natural order; hidden ones left out. */
  readonly names: readonly string[];
  readonly isNamed: boolean;
  /** Whether Obsidian keeps its settings in it. */
  readonly isVault: boolean;
}

/** Loads the bytes of one file, whatever it holds. */
export function loadForeign(path: string): Outcome<LoadedForeign | undefined> {
  let real: string;
  try {
    real = realpathSync(resolve(path));
  } catch (error) {
    const reason = `Unexpected path that ${whyNot(error)}, expected a file to import`;
    return { value: undefined, problems: [problem('manuscript-missing', { path: path === '' ? '.' : path }, reason)] };
  }
  if (isDirectory(real)) return loadForeignFolder(real);
  const project = projectOf(real);
  const root = project ?? dirname(real);
  const name = relative(root, real).split(sep).join('/');
  const result = readRegular(real, largestForeign);
  if ('reason' in result)
    return {
      value: undefined,
      problems: [problem(result.rule, { path: name }, `Unexpected file that ${result.reason}, expected one to import`)],
    };
  const open = opener(root);
  const beside = (each: string): Uint8Array | undefined => {
    const opened = open(each, { path: name });
    return 'bytes' in opened ? opened.bytes : undefined;
  };
  const folder = project === undefined ? undefined : folderOf(project, false, []);
  return { value: { name, bytes: result.bytes, beside, ...(folder && { folder }) }, problems: [] };
}

function loadForeignFolder(root: string): Outcome<LoadedForeign | undefined> {
  const problems: Problem[] = [];
  const open = opener(root);
  const name = basename(root);
  const beside = (each: string): Uint8Array | undefined => {
    const opened = open(each, { path: name });
    return 'bytes' in opened ? opened.bytes : undefined;
  };
  const folder = folderOf(root, true, problems);
  if (problems.some(({ severity }) => severity === 'error')) return { value: undefined, problems };
  return { value: { name, bytes: new Uint8Array(), beside, folder }, problems };
}

function folderOf(root: string, isNamed: boolean, problems: Problem[]): LoadedFolder {
  const { names } = listFiles(root, problems);
  return { name: basename(root), names, isNamed, isVault: isDirectory(join(root, '.obsidian')) };
}

/** The folder that a file belongs to: that of the list of files that it is; a book’s or vault’s at most four levels above. */
function projectOf(file: string): string | undefined {
  const own = dirname(file);
  const isList = /^(?:SUMMARY\.md|Book\.txt)$/.test(basename(file));
  let folder = own;
  for (let level = 0; isMarkdown(file) && level < 5; level++, folder = dirname(folder)) {
    const isBook = isList && existsSync(join(folder, 'book.toml'));
    if (isBook || isDirectory(join(folder, '.obsidian'))) return folder;
    if (dirname(folder) === folder) break;
  }
  return isList ? own : undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

interface Root {
  /** Real and absolute. */
  readonly path: string;
  /** The absolute paths, as bytes, of files whose names are no UTF-8, by the name that we show. */
  readonly rawNames: ReadonlyMap<string, Buffer>;
}

interface Listing extends Pick<Root, 'rawNames'> {
  readonly names: readonly string[];
}

/** Paths of the files below a folder in natural order, without hidden ones and node_modules. Links to folders are not followed. */
function listFiles(root: string, problems: Problem[]): Listing {
  const rawNames = new Map<string, Buffer>();
  const found: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      problems.push(
        problem(
          folder ? 'folder-unreadable' : 'file-unreadable',
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
      else if (!entry.name.includes('\uFFFD')) found.push(path);
      if (found.length > mostFiles) {
        problems.push(
          problem(
            'file-too-large',
            { path: folder || '.' },
            `Unexpected manuscript of more than ${mostFiles} files, expected fewer`,
          ),
        );
        return { names: [], rawNames };
      }
    }
    if (entries.some(({ name }) => name.includes('\uFFFD')))
      for (const [name, raw] of rawNamesIn(root, folder)) {
        found.push(name);
        rawNames.set(name, raw);
      }
  }
  return { names: found.sort(comparePaths), rawNames };
}

/** The files of a folder whose names a string cannot hold: those that are no UTF-8 are shown as Latin-1, which has a character for every byte. */
function rawNamesIn(root: string, folder: string): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  const base = Buffer.from(`${join(root, folder)}${sep}`);
  for (const entry of readdirSync(base, { withFileTypes: true, encoding: 'buffer' })) {
    const name = entry.name as unknown as Buffer;
    if (!name.toString().includes('\uFFFD') || entry.isDirectory()) continue;
    const shown = isUtf8(name) ? name.toString() : name.toString('latin1');
    found.set(`${folder ? `${folder}/` : ''}${shown}`, Buffer.concat([base, name]));
  }
  return found;
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

interface OpenedText extends Outcome<string | undefined> {
  /** Of the bytes as they lay there, in hexadecimal. */
  readonly sha256?: string;
}

function openText(root: Root, path: string, limit: number, decode: typeof decodeText): OpenedText {
  const place = { path };
  const bytes = readInside(root, path, limit);
  if ('reason' in bytes)
    return {
      value: undefined,
      problems: [problem(bytes.rule, place, `Unexpected ${bytes.reason}, expected ${bytes.wanted}`)],
    };
  return { ...decode(bytes.bytes, path), sha256: createHash('sha256').update(bytes.bytes).digest('hex') };
}

type Read =
  | { readonly bytes: Uint8Array }
  | { readonly reason: string; readonly rule: RuleName; readonly wanted: string };

/** Reads a listed file, wherever a link inside the folder leads. */
function readInside(root: Root, path: string, limit: number): Read {
  let real: string | Buffer;
  try {
    const raw = root.rawNames.get(path);
    real = raw ? realpathSync.native(raw, 'buffer') : realpathSync(join(root.path, path));
  } catch (error) {
    return { reason: `file that ${whyNot(error)}`, rule: 'file-unreadable', wanted: 'one that can be read' };
  }
  // A name that is no UTF-8 is compared byte for byte, as Latin-1.
  const [from, to] =
    typeof real === 'string' ? [root.path, real] : [Buffer.from(root.path).toString('latin1'), real.toString('latin1')];
  if (!isInside(from, to))
    return {
      reason: 'link that leads out of the manuscript folder',
      rule: 'file-unreadable',
      wanted: 'a file inside it',
    };
  const result = readRegular(real, limit);
  return 'reason' in result ? { ...result, reason: `file that ${result.reason}`, wanted: 'a text file' } : result;
}

/**
 * Every file of the manuscript at a path, byte for byte, by its path in it; of a single file, that and the `used` files
 * beside it. Hidden files are no part of a manuscript; what cannot be read is left out with a hint, unless it is used.
 */
export function keepManuscript(
  path: string,
  used: ReadonlySet<string>,
): Outcome<ReadonlyMap<string, Uint8Array> | undefined> {
  const problems: Problem[] = [];
  const kept = new Map<string, Uint8Array>();
  let root: Root;
  let names: readonly string[];
  try {
    const real = realpathSync(resolve(path === '' ? '.' : path));
    const isFolder = statSync(real).isDirectory();
    const listing: Listing = isFolder ? listFiles(real, problems) : { names: [...used], rawNames: new Map() };
    root = { path: isFolder ? real : dirname(real), rawNames: listing.rawNames };
    names = [...new Set([...listing.names, ...used])].sort(comparePaths);
  } catch (error) {
    return {
      value: undefined,
      problems: [problem('manuscript-missing', { path }, `Unexpected path that ${whyNot(error)}`)],
    };
  }
  for (const name of names) {
    const read = readInside(root, name, largestKept);
    if ('bytes' in read) kept.set(name, read.bytes);
    else if (used.has(name)) problems.push(problem(read.rule, { path: name }, `Unexpected ${read.reason}`));
    else problems.push(problem('file-ignored', { path: name }, `Unexpected ${read.reason}; it is not archived`));
  }
  return { value: problems.some(({ severity }) => severity === 'error') ? undefined : kept, problems };
}

function readRegular(
  path: string | Buffer,
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
