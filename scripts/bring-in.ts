/**
 * The way in, on one page: load → tell the format by content → import → read it back → compare the words.
 * In: a path. Out: a manuscript in memory; nothing is written here.
 */
import { createHash } from 'node:crypto';
import { allSections, type Book } from './book/book.ts';
import type { Manuscript, Opened, SourceFile } from './book/manuscript.ts';
import { madeFromPath } from './book/source-list.ts';
import { compareWords } from './import/compare-words.ts';
import { type Foreign, importForeign } from './import/import-foreign.ts';
import type { ImportedBook } from './import/imported.ts';
import { manuscriptFiles } from './import/manuscript-files.ts';
import { withoutComments } from './import/markdown/comments.ts';
import { type LoadedForeign, loadForeign } from './read/load.ts';
import { readBook } from './read/read.ts';
import { hasErrors, type Outcome, type Place, type Problem, problem } from './report/problem.ts';

export interface BroughtIn {
  readonly title: string;
  /** The texts of the manuscript, and its pictures, as `open` gives them. */
  readonly manuscript: Manuscript;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Brings a file in. It is undefined where a problem is an error: a word would be lost, or nothing could be made of it. */
export async function bringIn(path: string): Promise<Outcome<BroughtIn | undefined>> {
  const loaded = loadForeign(path);
  const problems: Problem[] = [...loaded.problems];
  if (!loaded.value) return { value: undefined, problems };
  const { value, problems: found } = await bringInForeign(loaded.value);
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
export async function bringInForeign(loaded: LoadedForeign): Promise<Outcome<BroughtIn | undefined>> {
  const { name, bytes, folder } = loaded;
  const problems: Problem[] = [];
  const fingerprints = new Map<string, string>(folder?.isNamed ? [] : [[name, sha256(bytes)]]);
  const beside = (path: string): Uint8Array | undefined => {
    const found = loaded.beside(path);
    if (found) fingerprints.set(path, sha256(found));
    return found;
  };
  const imported = await importOrSayTooDeep({ path: name, bytes, beside, folder });
  problems.push(...imported.problems);
  if (!imported.value || hasErrors(problems)) return { value: undefined, problems };
  // An archive keeps what lies beside the file that was named: not what belongs to a folder above it.
  const keeps = folder === undefined || (!folder.isVault && (folder.isNamed || !name.includes('/')));
  const manuscript = { ...manuscriptOf(imported.value, name), ...(keeps && { fingerprints }) };
  const { value: book, problems: found } = await readBook(manuscript, { loadPlugins: runNothing });
  problems.push(...found.filter(({ severity }) => severity === 'error'));
  if (!book) return { value: undefined, problems };
  const { visible, markdown = [], aside = [] } = imported.value;
  const witness = await wordsOfMarkdown(markdown);
  problems.push(...witness.problems);
  const { text, metadata } = wordsOfBook(book);
  const source = [...visible, ...witness.value.text];
  const spare = [...metadata, ...aside, ...witness.value.metadata];
  const difference = compareWords({ source, text, metadata: spare }, { path: name });
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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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

/** What a reader sees of Markdown that is a source itself; nothing in it has a meaning but Markdown’s own. */
async function wordsOfMarkdown(texts: readonly string[]): Promise<Outcome<Words>> {
  const files = texts.map(
    // No chapters: they would be divided, and a note that two of them refer to counted twice.
    (text, at): SourceFile => ({ path: `source-${at + 1}.md`, text: `\n${text}`, kind: 'preface' }),
  );
  const none = { text: [], metadata: [] };
  if (files.every(({ text }) => text.trim() === '')) return { value: none, problems: [] };
  // A title of their own would be taken for the book’s.
  const imported = { title: '\u{10FFFD}' };
  const desk = { name: '', files, imported, templates: new Map<string, string>(), pictures: [], open: nothingThere };
  const { value: book, problems } = await readBook(desk, { loadPlugins: runNothing });
  const faults = problems.filter(({ severity, rule }) => severity === 'error' && rule !== 'manuscript-empty');
  if (!book) return { value: none, problems: faults };
  const { text, metadata } = wordsOfBook({ ...book, metadata: { ...book.metadata, title: '' } });
  return { value: { text, metadata }, problems: faults };
}

const nothingThere = (path: string, place: Place): Opened => ({ problem: problem('picture-missing', place, path) });

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
  return withoutComments(html)
    .replace(/<[^<>]*>/g, (tag) =>
      /^<\/?(?:a|b|bdi|bdo|em|i|ins|mark|q|rb|rp|rt|rtc|ruby|s|small|span|strong|sub|sup|u)\b/i.test(tag) ? '' : ' ',
    )
    .replace(/&(?:lt|gt|quot|nbsp|#10);/g, ' ')
    .replaceAll('&amp;', '&');
}
