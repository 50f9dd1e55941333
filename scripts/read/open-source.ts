/**
 * One file of a manuscript, before it is divided. In: its text. Out: metadata, kind and tree, every problem at the
 * author's own line.
 */
import type { FootnoteDefinition, Html, Root } from 'mdast';
import { cleanText } from '../book/clean-text.ts';
import { kindOfName } from '../book/file-names.ts';
import type { FindFile } from '../book/find-file.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import type { SectionKind } from '../book/sections.ts';
import { opensSpeechWithDash } from '../book/speech-dashes.ts';
import { revertFalseTags } from '../markdown/extend/false-tags.ts';
import { type Guarded, parseGuarded } from '../markdown/guarded-parse.ts';
import { proseProblems } from '../markdown/prose/prose-problems.ts';
import { readProse } from '../markdown/prose/read-prose.ts';
import { revertFalseLinks } from '../markdown/syntax/false-links.ts';
import { fenceProblems } from '../markdown/syntax/fenced-divs.ts';
import type { Block } from '../metadata/check-keys.ts';
import type { OwnKeys } from '../metadata/entry.ts';
import { splitMetadata } from '../metadata/metadata-block.ts';
import { splitTitleBlock } from '../metadata/title-block.ts';
import { guessed, hasErrors, type Outcome, type Problem, placeOf, problem } from '../report/problem.ts';
import { resolveReferences } from './references.ts';
import { withoutSiteTags } from './site-tags.ts';
import { moveToSource, problemInSource } from './source-lines.ts';
import { resolveWikilinks } from './wikilinks.ts';

export interface OpenedFile {
  readonly file: SourceFile;
  /** Of the author's own file, for problems and links. */
  readonly path: string;
  readonly text: string;
  /** What stands above the text. */
  readonly keys: OwnKeys;
  /** What its name says. */
  readonly kind?: SectionKind | undefined;
}

/** What is said of the whole book: in `book.yaml`, and by an importer, where `book.yaml` has no word for it. */
export async function readBookFile({ bookFile, facts, name }: Manuscript, limits: Limits): Promise<Block<BookValues>> {
  const none: Block<BookValues> = { values: {}, places: new Map(), problems: [] };
  // YAML and the schema cost start-up: only where there is metadata.
  const typed = bookFile
    ? (await import('../metadata/keys.ts')).readBookKeys(bookFile.text, bookFile.path, limits)
    : none;
  const found = facts ? (await import('../metadata/check-keys.ts')).checkFacts(facts, name) : none;
  const { author, date, ...others } = found.values;
  const values = {
    ...others,
    ...(author && !typed.values.authors && { author }),
    ...(date && !typed.values.published && { date }),
    ...typed.values,
  };
  return { values, places: typed.places, problems: [...typed.problems, ...found.problems] };
}

/** Parts a file into its keys and its text; in one that is plain CommonMark tags of sites are text. */
export async function openFile(file: SourceFile, limits: Limits, isPlain = false): Promise<Outcome<OpenedFile>> {
  const path = file.origin?.path ?? file.path;
  const clean = cleanText(file.text, path);
  const { block, text: whole, problems } = splitMetadata(clean.value, path);
  const { value: rest, problems: tags } = isPlain ? { value: whole, problems: [] } : withoutSiteTags(whole, path);
  const { entries, text } = block === undefined ? splitTitleBlock(rest, path) : { entries: [], text: rest };
  const told = [...clean.problems, ...problems, ...tags];
  const opened = { file, path, text, kind: kindOfName(file.path) };
  if (block === undefined && entries.length === 0)
    return { value: { ...opened, keys: { entries: [], unused: [] } }, problems: told };
  const { readKeys } = await import('../metadata/keys.ts');
  const { ownKeys } = await import('../metadata/foreign-keys.ts');
  if (block === undefined) return { value: { ...opened, keys: ownKeys(entries) }, problems: told };
  const read = readKeys(block, { path, firstLine: 2, limits });
  return { value: { ...opened, keys: read.value }, problems: [...told, ...read.problems] };
}

const wordTold = (node: Html, path: string): Problem =>
  guessed(
    0.95,
    problem(
      'structure-guessed',
      placeOf(path, node),
      `“${node.value.split('\n', 1)[0]}” is no tag of HTML, but words.`,
    ),
    'a word in angle brackets',
  );

interface ParsedText {
  readonly tree: Root;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
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
    return { value: { tree, notes: new Map() }, problems: own };
  }
  revertFalseLinks(tree, text);
  const words = how.isPlain || !text.includes('<') ? [] : revertFalseTags(tree);
  const links = text.includes('[[') ? resolveWikilinks(tree, path, find) : [];
  if (origin) moveToSource(tree, origin.lines);
  const resolved = resolveReferences(tree, path, text);
  const fences = origin ? [] : fenceProblems(text, path, prose);
  const said = [
    ...problems,
    ...links,
    ...proseProblems(prose?.guesses ?? [], path),
    ...words.map((each) => wordTold(each, path)),
  ];
  const hints = origin ? said.map((each) => problemInSource(each, origin)) : said;
  return { value: { tree, notes: resolved.notes }, problems: [...hints, ...fences, ...resolved.problems] };
}
