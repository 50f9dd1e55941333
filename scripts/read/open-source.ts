/**
 * One file of a manuscript, before it is divided. In: its text. Out: metadata, kind and tree, every problem at the
 * author's own line.
 */
import type { FootnoteDefinition, Root } from 'mdast';
import { cleanText } from '../book/clean-text.ts';
import { kindOfName } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { BookValues, SectionValues } from '../book/metadata-schema.ts';
import type { SectionKind } from '../book/sections.ts';
import { opensSpeechWithDash } from '../book/speech-dashes.ts';
import { type Guarded, parseGuarded } from '../markdown/guarded-parse.ts';
import type { PlacedGuess } from '../markdown/prose/prose-problems.ts';
import { readProse } from '../markdown/prose/read-prose.ts';
import { revertFalseLinks } from '../markdown/syntax/false-links.ts';
import { fenceProblems } from '../markdown/syntax/fenced-divs.ts';
import { hasErrors, type Outcome, type Place } from '../report/problem.ts';
import type { Block } from './check-keys.ts';
import { splitMetadata } from './metadata-block.ts';
import { resolveReferences } from './references.ts';
import { moveToSource, problemInSource } from './source-lines.ts';
import { type FindFile, resolveWikilinks } from './wikilinks.ts';

export interface OpenedFile {
  readonly file: SourceFile;
  /** Of the author's own file, for problems and links. */
  readonly path: string;
  readonly text: string;
  readonly values: BookValues & SectionValues;
  readonly places: ReadonlyMap<string, Place>;
  readonly kind?: SectionKind | undefined;
  readonly coverPlace?: Place | undefined;
}

/** What is said of the whole book: in `book.yaml`, and by an importer, where `book.yaml` has no word for it. */
export async function readBookFile({ bookFile, facts, name }: Manuscript, limits: Limits): Promise<Block<BookValues>> {
  const none: Block<BookValues> = { values: {}, places: new Map(), problems: [] };
  // YAML and the schema cost start-up: only where there is metadata.
  const typed = bookFile ? (await import('./keys.ts')).readBookKeys(bookFile.text, bookFile.path, limits) : none;
  const found = facts ? (await import('./check-keys.ts')).checkFacts(facts, name) : none;
  const { author, date, ...others } = found.values;
  const values = {
    ...others,
    ...(author && !typed.values.authors && { author }),
    ...(date && !typed.values.published && { date }),
    ...typed.values,
  };
  return { values, places: typed.places, problems: [...typed.problems, ...found.problems] };
}

/** Whether the book's own keys stand elsewhere than in its first file. */
export const speaksOfBook = ({ bookFile, facts }: Manuscript): boolean => bookFile !== undefined || facts !== undefined;

/** Parts a file into metadata and text, and finds out its kind. */
export async function openFile(
  file: SourceFile,
  manuscript: Manuscript,
  { first, limits }: { readonly first: boolean; readonly limits: Limits },
): Promise<Outcome<OpenedFile>> {
  const path = file.origin?.path ?? file.path;
  const clean = cleanText(file.text, path);
  const parted = splitMetadata(clean.value, path);
  const problems = [...clean.problems, ...parted.problems];
  let values: BookValues & SectionValues = {};
  let places: ReadonlyMap<string, Place> = new Map();
  if (parted.block !== undefined) {
    const { readBlockKeys } = await import('./keys.ts');
    const block = readBlockKeys(parted.block, path, { first: first && !speaksOfBook(manuscript), limits });
    ({ values, places } = block);
    for (const each of block.problems) problems.push(each);
  }
  const kind = (values.kind as SectionKind | undefined) ?? kindOfName(file.path);
  return { value: { file, path, text: parted.text, values, places, kind, coverPlace: places.get('cover') }, problems };
}

export interface ParsedText {
  readonly tree: Root;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** What was guessed about its lines. */
  readonly guesses: readonly PlacedGuess[];
}

/** Parses a file's text, with its links and notes resolved; an imported text has the lines of what it was made from. */
export async function parseFile(
  { file, path, text }: OpenedFile,
  { find, lang, ...how }: Omit<Guarded, 'path' | 'prose'> & { readonly find: FindFile; readonly lang: string },
): Promise<Outcome<ParsedText>> {
  const { origin } = file;
  const prose = how.isPlain ? undefined : readProse(text, { speaks: opensSpeechWithDash(lang) });
  const { value: tree, problems } = await parseGuarded(text, { ...how, path, prose });
  if (hasErrors(problems)) {
    const own = origin ? problems.map((each) => problemInSource(each, origin)) : problems;
    return { value: { tree, notes: new Map(), guesses: [] }, problems: own };
  }
  revertFalseLinks(tree, text);
  const links = resolveWikilinks(tree, path, find);
  if (origin) moveToSource(tree, origin.lines);
  const resolved = resolveReferences(tree, path, text);
  const fences = origin ? [] : fenceProblems(text, path);
  const said = [...problems, ...links];
  const hints = origin ? said.map((each) => problemInSource(each, origin)) : said;
  const guesses = (prose?.guesses ?? []).map((each) => ({
    ...each,
    path,
    line: origin?.lines[each.line - 1] ?? each.line,
  }));
  return { value: { tree, notes: resolved.notes, guesses }, problems: [...hints, ...fences, ...resolved.problems] };
}
