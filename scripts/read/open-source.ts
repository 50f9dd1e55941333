/**
 * One file of a manuscript, before it is divided. In: its text. Out: metadata, kind and tree, every problem at the
 * author's own line. Refuses to know: the other files.
 */
import type { FootnoteDefinition, Root } from 'mdast';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { BookValues, SectionValues } from '../book/metadata-schema.ts';
import type { SectionKind } from '../book/sections.ts';
import { type Guarded, parseGuarded } from '../markdown/guarded-parse.ts';
import { revertFalseLinks } from '../markdown/syntax/false-links.ts';
import { fenceProblems } from '../markdown/syntax/fenced-divs.ts';
import type { Outcome, Place } from '../report/problem.ts';
import { cleanText } from './clean-text.ts';
import { kindOfName } from './files.ts';
import { splitMetadata } from './metadata-block.ts';
import { resolveReferences } from './references.ts';
import { moveToSource, problemInSource } from './source-lines.ts';

export interface OpenedFile {
  readonly file: SourceFile;
  readonly text: string;
  readonly values: BookValues & SectionValues;
  readonly places: ReadonlyMap<string, Place>;
  readonly kind?: SectionKind | undefined;
  readonly coverPlace?: Place | undefined;
}

/** Reads `book.yaml`, if there is one. */
export async function readBookFile({ bookFile }: Manuscript, limits: Limits) {
  if (!bookFile)
    return { values: {} satisfies BookValues as BookValues, places: new Map<string, Place>(), problems: [] };
  const { readBookKeys } = await import('./keys.ts'); // YAML and the schema cost start-up: only where there is metadata
  return readBookKeys(bookFile.text, bookFile.path, limits);
}

/** Parts a file into metadata and text, and settles its kind. */
export async function openFile(
  file: SourceFile,
  manuscript: Manuscript,
  { first, limits }: { readonly first: boolean; readonly limits: Limits },
): Promise<Outcome<OpenedFile>> {
  const clean = cleanText(file.text, file.path);
  const parted = file.kind
    ? { text: clean.value, block: undefined, problems: [] }
    : splitMetadata(clean.value, file.path);
  const problems = [...clean.problems, ...parted.problems];
  let values: BookValues & SectionValues = {};
  let places: ReadonlyMap<string, Place> = new Map();
  if (parted.block !== undefined) {
    const { readBlockKeys } = await import('./keys.ts');
    const block = readBlockKeys(parted.block, file.path, { first: first && !manuscript.bookFile, limits });
    ({ values, places } = block);
    for (const each of block.problems) problems.push(each);
  }
  const kind = (values.kind as SectionKind | undefined) ?? file.kind ?? kindOfName(file.path);
  return { value: { file, text: parted.text, values, places, kind, coverPlace: places.get('cover') }, problems };
}

/** Parses a file's text, with its links and notes resolved; an imported text has the lines of what it was made from. */
export async function parseFile(
  { file, text }: OpenedFile,
  how: Omit<Guarded, 'path'>,
): Promise<Outcome<{ readonly tree: Root; readonly notes: ReadonlyMap<string, FootnoteDefinition> }>> {
  const { value: tree, problems } = await parseGuarded(text, { ...how, path: file.path });
  if (problems.length > 0) {
    const { lines, path } = file;
    const told = lines ? problems.map((each) => problemInSource(each, path, lines)) : problems;
    return { value: { tree, notes: new Map() }, problems: told };
  }
  revertFalseLinks(tree, text);
  if (file.lines) moveToSource(tree, file.lines);
  const resolved = resolveReferences(tree, file.path, text);
  const fences = file.kind ? [] : fenceProblems(text, file.path);
  return { value: { tree, notes: resolved.notes }, problems: [...fences, ...resolved.problems] };
}
