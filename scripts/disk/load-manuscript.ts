/**
 * Loads what an author wrote. In: a path. Out: a Manuscript whose files never lie outside its folder.
 * This folder is the only one that reads the author's disk: regular files only, links only to where they stay inside.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isForeignMarkdown, isOrder, listsFiles } from '../book/dialect-signs.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { madeFromPath } from '../book/source-list.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { whyNot } from './fs-errors.ts';
import { listFiles } from './list-files.ts';
import { type LoadedForeign, loadForeign } from './load-foreign.ts';
import { opener } from './open-file.ts';
import { openText } from './read-inside.ts';

const isMarkdown = (name: string) => /\.(md|markdown|mdown|mkd)$/i.test(name);
const isPicture = (name: string) => /\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name);

/** A plain-text file, a web page, a Word document or an EPUB stands for a whole manuscript; the caller imports it. */
export type Loaded = (
  | { readonly kind: 'manuscript' }
  | { readonly kind: 'text'; readonly file: SourceFile }
  | { readonly kind: 'foreign'; readonly foreign: LoadedForeign }
) & {
  readonly manuscript: Manuscript;
  /** Absolute paths of the files that were read so far: `manuscript.open` and `foreign.beside` add to them. */
  readonly read: ReadonlySet<string>;
};

/** Loads what lies at a path: a folder of Markdown, one Markdown file, or one plain-text file. */
export function loadManuscript(path: string, limits: Limits = usualLimits): Outcome<Loaded | undefined> {
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
  return isFolder ? loadFolder(root, limits) : loadFile(root, shown, limits);
}

function loadFolder(root: string, limits: Limits): Outcome<Loaded | undefined> {
  const { names, rawNames, problems: unlisted } = listFiles(root, limits);
  const problems: Problem[] = [...unlisted];
  if (names.length === 0 && hasErrors(problems)) return { value: undefined, problems };
  const fingerprints = new Map<string, string>();
  const seen = new Set<string>();
  const open = (path: string, limit: 'text' | 'template') => {
    seen.add(join(root, path));
    const opened = openText({ path: root, rawNames }, path, limit, limits);
    problems.push(...opened.problems);
    if (opened.sha256 !== undefined) fingerprints.set(path, opened.sha256);
    return opened;
  };
  let left = limits.texts;
  const read = (path: string): SourceFile | undefined => {
    if (left < 0) return undefined;
    const { value: text, size = 0 } = open(path, 'text');
    if (text === undefined) return undefined;
    left -= size;
    if (left < 0)
      problems.push(
        problem(
          'book-too-large',
          { path },
          `Unexpected manuscript of more than ${printLimit('texts', limits.texts)} of text up to this file, expected less`,
          `Part it into several books. ${raiseLimit('texts', limits)}`,
        ),
      );
    return { path, text };
  };
  const bookFile = names.find((name) => /^book\.ya?ml$/i.test(name));
  const list = bookFile === undefined ? names.find(isOrder) : undefined;
  if (list !== undefined && (/\.txt$/.test(list) || listsFiles(open(list, 'text').value ?? ''))) {
    const [name, templates] = [basename(root), new Map<string, string>()];
    return foreign(root, { name, files: [], templates, pictures: [], open: opener(root, limits, seen) }, limits);
  }
  const markdown = names.filter(
    (name) => isMarkdown(name) && !name.startsWith('templates/') && !/^readme\.md$/i.test(name),
  );
  const plain = names.filter((name) => /\.txt$/i.test(name) && !name.includes('/'));
  const templates = new Map<string, string>();
  for (const name of names.filter((each) => /^templates\/(?:legacy\/)?[^/]+$/.test(each))) {
    const text = open(name, 'template').value;
    if (text !== undefined) templates.set(name.slice('templates/'.length), text);
  }
  const book = bookFile === undefined ? undefined : read(bookFile);
  const madeFrom = names.includes(madeFromPath) ? open(madeFromPath, 'template').value : undefined;
  fingerprints.delete(madeFromPath);
  const base = {
    madeFrom,
    name: basename(root),
    templates,
    pictures: names.filter(isPicture),
    open: opener(root, limits, seen),
    fingerprints,
  };
  const sole = plain[0];
  if (markdown.length === 0 && plain.length === 1 && sole !== undefined) {
    const file = read(sole);
    if (hasErrors(problems)) return { value: undefined, problems };
    return {
      value: file && {
        kind: 'text',
        file,
        manuscript: { ...base, name: basename(sole), files: [], ...(book && { bookFile: book }) },
        read: seen,
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
  if (hasErrors(problems)) return { value: undefined, problems };
  return {
    value: { kind: 'manuscript', manuscript: { ...base, files, ...(book && { bookFile: book }) }, read: seen },
    problems,
  };
}

function loadFile(path: string, shown: string, limits: Limits): Outcome<Loaded | undefined> {
  const root = dirname(path);
  const name = basename(path);
  const read = new Set([path]);
  const open = opener(root, limits, read);
  const empty = { name, files: [], templates: new Map<string, string>(), pictures: [], open };
  if (/\.(?:x?html?|docx|epub)$/i.test(name) || name === 'Book.txt') return foreign(path, empty, limits);
  const { value: text, problems, sha256 } = openText({ path: root, rawNames: new Map() }, name, 'text', limits);
  if (text === undefined) return { value: undefined, problems };
  const file = { path: name, text };
  const fingerprints = new Map(sha256 === undefined ? [] : [[name, sha256]]);
  const manuscript = {
    name,
    templates: new Map<string, string>(),
    pictures: [],
    open,
    fingerprints,
  };
  if (isMarkdown(name) && isForeignMarkdown(name, text)) return foreign(path, empty, limits);
  if (isMarkdown(name))
    return { value: { kind: 'manuscript', manuscript: { ...manuscript, files: [file] }, read }, problems };
  if (/^\.(txt|text|)$/i.test(extname(name)))
    return { value: { kind: 'text', file, manuscript: { ...manuscript, files: [] }, read }, problems };
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

function foreign(path: string, manuscript: Manuscript, limits: Limits): Outcome<Loaded | undefined> {
  const { value, problems } = loadForeign(path, limits);
  return { value: value && { kind: 'foreign', foreign: value, manuscript, read: value.read }, problems };
}
