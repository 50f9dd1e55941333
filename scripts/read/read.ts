/** The first stage. In: a Manuscript. Out: a Book, every section with its kind, its heading, its notes. */
import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { PluggableList } from 'unified';
import { allSections, type Book, type Section } from '../book/book.ts';
import { type Limits, printLimit, usualLimits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import type { SectionKind } from '../book/sections.ts';
import { createParser } from '../markdown/parse.ts';
import { newQuota } from '../markdown/quota.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Place, type Problem, placeOf, problem } from '../report/problem.ts';
import type { Step } from '../report/progress.ts';
import { assembleMetadata, directionOf } from './assemble-metadata.ts';
import { takeDivPages } from './div-pages.ts';
import { notesOf } from './notes.ts';
import { parseFile } from './open-source.ts';
import { emptyParts, nestParts } from './order-files.ts';
import { transformerOf } from './plugin-transform.ts';
import { type KeyedFile, readFiles } from './read-files.ts';
import { allPieces, kindOfHeading, type SectionBlocks, splitSections } from './split-sections.ts';
import { fileFinder } from './wikilinks.ts';

export interface ReadOptions {
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDate?: number | undefined;
  /** Loads the author's remark plug-ins by the names in the metadata. */
  readonly loadPlugins: (names: readonly string[]) => Promise<Outcome<PluggableList>>;
  readonly limits?: Limits | undefined;
  /** Called before each file. */
  readonly step?: Step | undefined;
}

/** Reads a manuscript. The book is undefined where there is nothing to print or the metadata cannot be understood. */
export async function readBook(manuscript: Manuscript, options: ReadOptions): Promise<Outcome<Book | undefined>> {
  const { problems, take, add } = collector();
  const { limits = usualLimits } = options;
  const { files, values, places, dates, metadataPath } = take(await readFiles(manuscript, limits));
  const plugins = take(await options.loadPlugins(values.plugins?.remark ?? []));
  const autolinks = values.autolinks ?? false;
  const isPlain = values.markdown === 'commonmark';
  const transform = transformerOf(plugins);
  const how = {
    parse: createParser({ autolinks, plugins: transform ? [] : plugins, isPlain }),
    autolinks,
    transform,
    hasPlugins: plugins.length > 0,
    quota: newQuota(limits),
    isPlain,
    find: fileFinder(manuscript),
  };
  const sole = files.length === 1 && files[0] && !values.order;
  const pieces: PlacedPiece[] = [];
  let ownTitle: string | undefined;
  let isRefused = false;
  let sectionsLeft = limits.sections;
  let tooMany: Place | undefined;
  for (const [at, file] of files.entries()) {
    await options.step?.(at, files.length);
    const parsed = await parseFile(file, how);
    const { tree, notes } = take(parsed);
    isRefused ||= hasErrors(parsed.problems);
    let blocks = withTitle(tree.children, file);
    if (sole) {
      const titled = takeTitle(blocks, values.title);
      ownTitle = titled.title;
      blocks = titled.blocks;
    }
    const orphans = take(partOrphans(blocks, notes, file.path));
    const pages =
      file.kind === undefined ? takeDivPages(blocks, file === files.at(-1)) : { front: [], blocks, back: [] };
    const split = endWith(splitSections(pages.blocks, file.kind), orphans.blocks);
    const made = [...pages.front, ...split, ...pages.back].map((piece) => ({
      piece,
      file,
      notes: orphans.notes,
    }));
    for (const placed of made) {
      if (made.length > 1 && !placed.piece.heading && placed.piece.blocks.length === 0) continue;
      pieces.push(placed);
      for (const each of allPieces([placed.piece]))
        if (--sectionsLeft < 0) tooMany ??= placeOf(file.path, each.heading);
    }
    if (tooMany) break;
  }

  if (isRefused) return { value: undefined, problems }; // what the text lacks now it lacks for that reason
  if (tooMany) {
    add([
      problem(
        'book-too-large',
        tooMany,
        `Unexpected book of more than ${printLimit('sections', limits.sections)} sections, expected fewer`,
        `Part it into several books. ${raiseLimit('sections', limits)}`,
      ),
    ]);
    return { value: undefined, problems };
  }

  const guessedTitle = ownTitle ?? titleOfName(manuscript.name);
  if (values.title === undefined && ownTitle === undefined) {
    add([
      problem(
        'title-guessed',
        metadataPath === undefined ? undefined : { path: metadataPath },
        `Unexpected book without a title, taken as “${guessedTitle}” from its name`,
        'Add “title: …” to book.yaml.',
      ),
    ]);
  }
  const metadata = assembleMetadata({
    values,
    guessedTitle,
    dates,
    coverPlace: places.get('cover'),
    ornamentPlace: places.get('ornament'),
    sourceDate: options.sourceDate,
  });
  const sections = nestParts(take(makeSections(pieces)));
  add(emptyParts(sections));
  const printable = [...allSections(sections)].some(
    (section) => section.heading || section.content.children.length > 0,
  );
  if (!printable) {
    add([
      problem(
        'manuscript-empty',
        { path: files[0]?.path ?? manuscript.name },
        'Unexpected manuscript without a word, expected at least one Markdown file with text',
      ),
    ]);
    return { value: undefined, problems };
  }
  return { value: { metadata, sections }, problems };
}

interface PlacedPiece {
  readonly piece: SectionBlocks;
  readonly file: KeyedFile;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
}

/**
 * The title of a manuscript of one file: its only level-1 heading, if that opens it. Where chapters follow at level 2,
 * the heading belongs to the title page and leaves the text.
 */
function takeTitle(
  blocks: readonly RootContent[],
  known: string | undefined,
): { readonly title: string | undefined; readonly blocks: readonly RootContent[] } {
  const [first, ...rest] = blocks;
  const headings = blocks.filter((block): block is Heading => block.type === 'heading');
  if (
    first?.type !== 'heading' ||
    first.depth !== 1 ||
    kindOfHeading(first) ||
    headings.filter((each) => each.depth === 1).length > 1
  )
    return { title: undefined, blocks };
  const title = textOf(first, { includeHtml: false }).trim().replace(/\s+/g, ' ');
  if (!title) return { title: undefined, blocks };
  const chapters = headings.filter((each) => each.depth === 2).length;
  const leaves = chapters > 0 && (known === undefined || known === title);
  return { title, blocks: leaves ? rest : blocks };
}

/** The title of a page of a web site stands above its text, unless a heading of the first level does. */
function withTitle(blocks: readonly RootContent[], { values, titlePlace }: KeyedFile): readonly RootContent[] {
  const { start } = titlePlace ?? {};
  if (!start || values.title === undefined) return blocks;
  if (blocks.some((block) => block.type === 'heading' && block.depth === 1)) return blocks;
  const position = { start, end: start };
  return [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: values.title, position }], position },
    ...blocks,
  ];
}

function makeSections(pieces: readonly PlacedPiece[]): Outcome<readonly Section[]> {
  const problems: Problem[] = [];
  const counts = new Map<SectionKind, number>();
  const make = ({ piece, file, notes }: PlacedPiece, alone: boolean): Section => {
    const count = (counts.get(piece.kind) ?? 0) + 1;
    counts.set(piece.kind, count);
    const content: Root = { type: 'root', children: [...piece.blocks] };
    const numbered = piece.kind === 'chapter' || piece.kind === 'part' || count > 1;
    const path = file.path;
    if (!piece.heading && content.children.length === 0 && piece.pieces.length === 0)
      problems.push(
        problem(
          'section-empty',
          { path, start: { line: 1, column: 1 } },
          'Unexpected empty section, expected some text',
        ),
      );
    return {
      id: numbered ? `${piece.kind}-${count}` : piece.kind,
      kind: piece.kind,
      path,
      lang: file.values.lang,
      dir: file.values.dir ?? (file.values.lang === undefined ? undefined : directionOf(file.values.lang)),
      heading: piece.heading,
      title: alone ? file.values.title : undefined,
      content,
      notes: notesOf(content, piece.heading, notes),
      sections: piece.pieces.map((each) => make({ piece: each, file, notes }, false)),
    };
  };
  const counted = new Map<KeyedFile, number>();
  for (const { file } of pieces) counted.set(file, (counted.get(file) ?? 0) + 1);
  const sections = pieces.map((placed) => make(placed, counted.get(placed.file) === 1));
  return { value: sections, problems };
}

/** Parts a file's notes into those that are referred to, and the blocks of those that are not, which become text. */
function partOrphans(
  blocks: readonly RootContent[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
  path: string,
): Outcome<{ readonly blocks: readonly RootContent[]; readonly notes: ReadonlyMap<string, FootnoteDefinition> }> {
  const problems: Problem[] = [];
  const orphans: RootContent[] = [];
  const left = new Map(notes);
  const used = new Set(
    notesOf({ type: 'root', children: [...blocks] }, undefined, notes).map(({ identifier }) => identifier),
  );
  for (const [identifier, node] of notes) {
    if (used.has(identifier)) continue;
    problems.push(
      problem(
        'note-without-reference',
        placeOf(path, node),
        `Unexpected note “${node.label ?? identifier}” that nothing refers to, expected a reference [^${node.label ?? identifier}]`,
        'Its words are printed at the end of the section.',
      ),
    );
    orphans.push(...node.children);
    left.delete(identifier);
    for (const each of notesOf({ type: 'root', children: node.children }, undefined, left)) used.add(each.identifier);
  }
  return { value: { blocks: orphans, notes: left }, problems };
}

/** Pieces of which the last ends with these blocks too. */
function endWith(pieces: readonly SectionBlocks[], blocks: readonly RootContent[]): readonly SectionBlocks[] {
  const last = pieces.at(-1);
  if (!last || blocks.length === 0) return pieces;
  const ended = last.pieces.length
    ? { ...last, pieces: endWith(last.pieces, blocks) }
    : { ...last, blocks: [...last.blocks, ...blocks] };
  return [...pieces.slice(0, -1), ended];
}

/** `the_long-walk` becomes “The Long Walk”. */
function titleOfName(name: string): string {
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return (
    words.replace(/(^|\s)(\p{L})/gu, (_, space: string, letter: string) => space + letter.toUpperCase()) || 'Untitled'
  );
}
