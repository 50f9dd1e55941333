/**
 * Loads what an author wrote. In: a path. Out: a Manuscript whose files never lie outside its folder.
 * This folder is the only one that reads the author's disk: regular files only, links only to where they stay inside.
 */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isForeignMarkdown, isMarkdownName, isOrder, listsFiles } from '../book/dialect-signs.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { madeFromPath } from '../book/source-list.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';
import { whyNot } from './fs-errors.ts';
import { listFiles } from './list-files.ts';
import { type LoadedForeign, loadForeign, loadForeignInside } from './load-foreign.ts';
import { opener } from './open-file.ts';
import { openText } from './read-inside.ts';

const isPicture = (name: string) => /\.(jpe?g|png|gif|svg|webp|avif)$/i.test(name);

/** A story in another format stands for a whole manuscript; the caller imports it, with what lies beside it in its folder. */
export type Loaded =
  | { readonly manuscript: Manuscript; readonly foreign?: undefined }
  | { readonly manuscript?: Manuscript; readonly foreign: LoadedForeign };

/** Loads what lies at a path: a folder of Markdown, one Markdown file, or a story in another format. */
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
  return isFolder ? loadFolder(root, limits) : loadFile(root, limits);
}

function loadFolder(root: string, limits: Limits): Outcome<Loaded | undefined> {
  const { names, rawNames, problems: unlisted } = listFiles(root, limits);
  const problems: Problem[] = [...unlisted];
  if (names.length === 0 && hasErrors(problems)) return { value: undefined, problems };
  const fingerprints = new Map<string, string>();
  const open = (path: string, limit: 'text' | 'template') => {
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
  if (list !== undefined && (/\.txt$/.test(list) || listsFiles(open(list, 'text').value ?? '')))
    return loadStory(root, limits);
  const markdown = names.filter(
    (name) => isMarkdownName(name) && !name.startsWith('templates/') && !/^readme\.md$/i.test(name),
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
    open: opener(root, limits),
    fingerprints,
  };
  const sole = plain[0];
  if (markdown.length === 0 && plain.length === 1 && sole !== undefined) {
    const story = loadForeignInside({ path: root, rawNames }, sole, limits);
    problems.push(...story.problems);
    const manuscript = { ...base, name: sole, files: [], ...(book && { bookFile: book }) };
    return { value: hasErrors(problems) ? undefined : story.value && { foreign: story.value, manuscript }, problems };
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
  return { value: { manuscript: { ...base, files, ...(book && { bookFile: book }) } }, problems };
}

function loadFile(path: string, limits: Limits): Outcome<Loaded | undefined> {
  const root = dirname(path);
  const name = basename(path);
  if (!isMarkdownName(name)) return loadStory(path, limits);
  const { value: text, problems, sha256 } = openText({ path: root, rawNames: new Map() }, name, 'text', limits);
  if (text === undefined) return { value: undefined, problems };
  if (isForeignMarkdown(name, text)) return loadStory(path, limits);
  const manuscript = {
    name,
    files: [{ path: name, text }],
    templates: new Map<string, string>(),
    pictures: [],
    open: opener(root, limits),
    fingerprints: new Map(sha256 === undefined ? [] : [[name, sha256]]),
  };
  return { value: { manuscript }, problems };
}

function loadStory(path: string, limits: Limits): Outcome<Loaded | undefined> {
  const { value, problems } = loadForeign(path, limits);
  return { value: value && { foreign: value }, problems };
}
