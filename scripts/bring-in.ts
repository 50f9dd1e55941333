/**
 * The way in, on one page: load → tell the format by content → import → read it back → compare the words.
 * In: a path. Out: a manuscript in memory; nothing is written here.
 */
import { allSections, type Book } from './book/book.ts';
import { type Limits, usualLimits } from './book/limits.ts';
import type { Manuscript, Opened } from './book/manuscript.ts';
import { madeFromPath } from './book/source-list.ts';
import { compareWords } from './import/compare-words.ts';
import { type Foreign, importForeign } from './import/import-foreign.ts';
import type { ImportedBook } from './import/imported.ts';
import { manuscriptFiles } from './import/manuscript-files.ts';
import { type LoadedForeign, loadForeign } from './read/load/load-foreign.ts';
import { readBook } from './read/read.ts';
import { problemInSource } from './read/source-lines.ts';
import { hasErrors, type Outcome, type Problem, problem } from './report/problem.ts';

export interface BroughtIn {
  readonly title: string;
  /** The texts of the manuscript, and its pictures, as `open` gives them. */
  readonly manuscript: Manuscript;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Brings a file in. It is undefined where a problem is an error: a word would be lost, or nothing could be made of it. */
export async function bringIn(path: string, limits: Limits = usualLimits): Promise<Outcome<BroughtIn | undefined>> {
  const loaded = loadForeign(path, limits);
  const problems: Problem[] = [...loaded.problems];
  if (!loaded.value) return { value: undefined, problems };
  const { value, problems: found } = await bringInForeign(loaded.value, limits);
  return { value, problems: [...problems, ...found] };
}

/** The files of a manuscript that was brought in, by path. */
export function filesOf({ manuscript, pictures }: BroughtIn): ReadonlyMap<string, Uint8Array> {
  const { files, bookFile, madeFrom } = manuscript;
  const texts = [
    ...files,
    ...(bookFile ? [bookFile] : []),
    ...(madeFrom ? [{ path: madeFromPath, text: madeFrom }] : []),
  ];
  return new Map([...pictures, ...texts.map(({ path, text }) => [path, Buffer.from(text)] as const)]);
}

/** Brings in what is loaded already. */
export async function bringInForeign(
  { name, bytes, beside }: LoadedForeign,
  limits: Limits,
): Promise<Outcome<BroughtIn | undefined>> {
  const problems: Problem[] = [];
  const imported = await importOrSayTooDeep({ path: name, bytes, beside, limits });
  for (const each of imported.problems) problems.push(each);
  if (!imported.value || hasErrors(problems)) return { value: undefined, problems };
  const manuscript = manuscriptOf(imported.value, name);
  const { value: book, problems: found } = await readBook(manuscript, { loadPlugins: runNothing, limits });
  const errors = found.filter(({ severity }) => severity === 'error');
  for (const each of errors.map((each) => inSource(each, imported.value, manuscript, name))) problems.push(each);
  if (!book) return { value: undefined, problems };
  const { visible, aside = [] } = imported.value;
  const { text, metadata } = wordsOfBook(book);
  const difference = compareWords({ source: visible, text, metadata: [...metadata, ...aside] }, { path: name });
  if (difference) problems.push(difference);
  const value = { title: book.metadata.title, manuscript, pictures: imported.value.pictures };
  return { value: hasErrors(problems) ? undefined : value, problems };
}

/** Trees are walked by recursion here: what overflows it nests deeper than any story. */
async function importOrSayTooDeep(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  try {
    return await importForeign(foreign);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = 'Unexpected nesting of elements, expected fewer levels';
    return { value: undefined, problems: [problem('nesting-too-deep', { path: foreign.path }, reason)] };
  }
}

/** A problem of a file that was made, at the line of what it was made from, or at no line where that is not known. */
function inSource(found: Problem, imported: ImportedBook | undefined, { files }: Manuscript, name: string): Problem {
  const at = files.findIndex(({ path }) => path === found.place?.path);
  const text = files[at]?.text ?? '';
  const section = imported?.sections[at];
  const linesBefore = text.slice(0, text.length - (section?.text.length ?? 0)).split('\n').length - 1;
  return problemInSource(found, name, section?.lines && [...Array<number>(linesBefore).fill(1), ...section.lines]);
}

const runNothing = async () => ({ value: [], problems: [] });

function manuscriptOf(imported: ImportedBook, name: string): Manuscript {
  const { pictures } = imported;
  return {
    name,
    ...manuscriptFiles(imported),
    madeFrom: imported.madeFrom,
    templates: new Map(),
    pictures: [...pictures.keys()].sort(),
    open: (path, place): Opened => {
      const bytes = pictures.get(path);
      return bytes
        ? { bytes }
        : {
            problem: problem('picture-missing', place, `Unexpected path “${path}”, expected a file of the manuscript`),
          };
    },
  };
}

interface Words {
  readonly text: readonly string[];
  /** Facts, titles for the contents, words for pictures: they may be in the source’s text, and need not. */
  readonly metadata: readonly string[];
}

/** What a reader of the book would see, section by section. */
function wordsOfBook({ metadata, sections }: Book): Words {
  const text: string[] = [];
  const aside: string[] = [];
  for (const { heading, title, content, notes } of allSections(sections)) {
    if (title !== undefined) aside.push(title);
    const blocks = [...(heading ? [heading] : []), ...content.children, ...notes.map(({ definition }) => definition)];
    for (const block of blocks) {
      const parts: string[] = [];
      collect(block, parts, aside);
      text.push(parts.join(''));
    }
  }
  const { title, subtitle, description, series, publisher, rights, source, tags, contributors } = metadata;
  const facts = [title, subtitle, description, series?.name, series?.position, publisher, rights, source];
  return {
    text,
    metadata: [...aside, ...facts.flatMap((each) => each ?? []), ...tags, ...contributors.map(({ name }) => name)],
  };
}

interface Printable {
  readonly type: string;
  readonly value?: unknown;
  readonly alt?: unknown;
  readonly title?: unknown;
  readonly children?: readonly Printable[];
}

const inline: ReadonlySet<string> = new Set(
  'text inlineCode emphasis strong delete link textDirective footnoteReference html image'.split(' '),
);

/** Like mdast's own `toString`, with a space at the edge of each block and raw HTML without its tags. */
function collect(node: Printable, parts: string[], aside: string[]): void {
  if (!inline.has(node.type)) parts.push(' ');
  if (node.type === 'html') parts.push(withoutTags(String(node.value)));
  else if (node.type === 'image') aside.push(String(node.alt ?? ''), String(node.title ?? ''));
  else if (typeof node.value === 'string') parts.push(node.value);
  else for (const child of node.children ?? []) collect(child, parts, aside);
  if (!inline.has(node.type)) parts.push(' ');
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^<>]*>/g, (tag) =>
      /^<\/?(?:a|b|bdi|bdo|em|i|ins|mark|q|rb|rp|rt|rtc|ruby|s|small|span|strong|sub|sup|u)\b/i.test(tag) ? '' : ' ',
    )
    .replace(/&(?:lt|gt|quot|nbsp|#10);/g, ' ')
    .replaceAll('&amp;', '&');
}
