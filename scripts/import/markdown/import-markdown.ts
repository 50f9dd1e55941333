/**
 * Somebody else’s Markdown becomes a manuscript: arranged → keys taken → what it includes put in → pictures found. The press reads the text
 * itself, whatever tool it was typed for (`markdown/`), so it stays as it is, in files of the names that it had.
 * In: a file and the folder it lies in, or the whole folder. Out: a book.
 */

import { isOrder } from '../../book/dialect-signs.ts';
import { isChaptersFolder, kindOfName, stemOf } from '../../book/file-names.ts';
import { type FindFile, fileFinder } from '../../book/find-file.ts';
import { folderTitle } from '../../book/folder-title.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { kindNamedBy, kindOfWord, type SectionKind, traitsOf } from '../../book/sections.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { type Foreign, type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { joinBrokenWords } from '../text/broken-words.ts';
import { arrange } from './arrange.ts';
import { coverOf, titleOf } from './book-facts.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter, type Report, type Reporter } from './diagnostics.ts';
import { expandEmbeds } from './embeds.ts';
import { findPictures } from './find-pictures.ts';
import { expandIncludes } from './mdbook-includes.ts';
import { type Expanded, parseForeign, signedAbove, topHeadings } from './parse-foreign.ts';
import { type SourceFolder, sourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';
import { splitKeys } from './spine-item-keys.ts';
import { splitText } from './split-text.ts';

/** Imports a file, an mdBook, a Leanpub book, or a folder of notes. */
export async function importMarkdown(
  { name: own, beside, folder, limits }: Foreign,
  text: string,
): Promise<Outcome<ImportedBook | undefined>> {
  const named = folder?.isNamed ? undefined : own;
  const isVault = folder?.isVault ?? false;
  const texts = new Map(named === undefined ? [] : [[named, text]]);
  const source = sourceFolder({ name: folder?.name ?? own, names: folder?.names ?? [own], beside, limits, texts });
  const find = findIn(source);
  const arrangement = await arrange(source, named, { isVault, find });
  if ('refused' in arrangement) return { value: undefined, problems: [arrangement.refused] };
  const { dialect, pictureFolders } = arrangement;
  const reporters = new Map<string, Reporter>();
  const reportIn = (path: string): Report => {
    const found = reporters.get(path) ?? createReporter(path);
    reporters.set(path, found);
    return found.report;
  };
  const items = dialect === 'mdbook' ? arrangement.items : unbroken(arrangement.items, reportIn);
  const alone = items.length === 1 && named !== undefined;
  const context: ItemContext = {
    source,
    find,
    reportIn,
    alone,
    limits,
    isMdbook: dialect === 'mdbook',
    stemOf: stemsFor(alone),
  };
  const made: ReadItem[] = [];
  for (const [at, item] of items.entries()) made.push(await readItem(item, context, at === 0));
  const pictures = new Map<string, Uint8Array>();
  for (const { path, text: whole } of made)
    await findPictures(whole, path, { source, find, pictureFolders, limits, pictures, report: reportIn(path) });

  const path = named ?? source.name;
  const { cover: address, ...known }: Facts = { ...made[0]?.facts, ...defined(arrangement.facts) };
  const over = alone ? made[0]?.title : undefined;
  const about = dialect === 'obsidian' || alone ? undefined : readmeTitle(source);
  const title = titleOf({ facts: known, over, about, name: nameOf(source, named, arrangement, folder?.around) }, path);
  const cover = typeof address === 'string' ? coverOf(address, items[0]?.path ?? path, source) : undefined;
  if (cover?.cover) pictures.set(cover.cover.path, cover.cover.bytes);
  const sections = made.flatMap((each) => each.sections);
  const isOrdered = dialect === 'mdbook' || dialect === 'leanpub' || dialect === 'outline';
  const problems: Problem[] = [
    ...arrangement.problems,
    ...source.problems(),
    ...title.problems,
    ...(cover?.problems ?? []),
    ...made.flatMap((each) => each.problems),
    ...made.slice(1).flatMap((each) => differences(each, made[0]?.facts ?? {})),
    ...[...reporters.values()].flatMap((each) => each.problems()),
  ];
  if (made.every((each) => each.text.trim() === '') && !hasErrors(problems))
    problems.push(problem('import-refused', { path }, 'There is no word in it, so nothing is imported.'));
  return {
    value: {
      facts: {
        title: title.title,
        ...known,
        ...(isOrdered && sections.length > 1 && { order: sections.map(({ stem }) => `${stem}.md`) }),
      },
      sections,
      pictures,
      visible: made.flatMap(({ visible }) => visible),
      markdown: made.map((each) => each.text),
      aside: [title.title ?? ''],
    },
    problems,
  };
}

function readmeTitle(source: SourceFolder): string | undefined {
  const path = source.names.find((name) => /^readme\.md$/i.test(name));
  return path === undefined ? undefined : folderTitle(source.text(path) ?? '', source.name)?.title;
}

/** Where a folder was not listed, what lies beside a note is found by its path. */
function findIn(source: SourceFolder): ItemContext['find'] {
  const listed = fileFinder(source.names);
  return (name, from) => {
    const folder = from.split('/').slice(0, -1).join('/');
    const near = folder === '' ? name : `${folder}/${name}`;
    return listed(name, from) ?? [near, `${near}.md`, name].find((path) => source.bytes(path) !== undefined);
  };
}

interface ItemContext {
  readonly source: SourceFolder;
  readonly find: FindFile;
  readonly reportIn: (path: string) => Report;
  readonly limits: Foreign['limits'];
  readonly alone: boolean;
  readonly isMdbook: boolean;
  /** Names a file for a section of a kind, from a file of the source. */
  readonly stemOf: (path: string, kind: SectionKind) => string;
}

interface ReadItem {
  readonly path: string;
  /** Without keys and printed title: what its words are counted by. */
  readonly text: string;
  readonly sections: readonly ImportedSection[];
  readonly facts: Facts;
  /** A heading over all the others. */
  readonly title: string | undefined;
  readonly visible: readonly string[];
  readonly problems: readonly Problem[];
}

async function readItem(item: SpineItem, context: ItemContext, first: boolean): Promise<ReadItem> {
  const { source, find, alone, isMdbook, limits } = context;
  const report = context.reportIn(item.path);
  // mdBook has no keys above its pages, as GitBook has: what looks so is text.
  const isKeyless = isMdbook && source.names.includes('book.toml');
  const keys = splitKeys(isKeyless ? { ...item, text: '' } : item, { alone, first, limits });
  if (keys.titleBlock)
    report({
      rule: 'structure-guessed',
      line: 1,
      what: '“% …” taken as pandoc’s title block',
      confidence: confidences['mark that means one thing'],
    });
  const plain = isKeyless ? item.text : keys.text;
  const included = isMdbook ? expandIncludes(plain, item.path, source.text, report) : lineByLine(plain);
  const whole = included.text.includes('![[')
    ? await expandEmbeds(included, item.path, { source, find, limits, report })
    : included;
  const typed = await parseForeign(whole.text, limits);
  const signed = alone ? signedAbove(typed) : undefined;
  const isBelow = signed !== undefined && keys.book.entries.some(({ key }) => key === 'author' || key === 'authors');
  // The line says no more than the key that is made of it.
  const own = signed && !isBelow ? withoutRow(whole, signed.row) : whole;
  const tree = own === whole ? typed : await parseForeign(own.text, limits);
  const { pieces, title: over } = alone
    ? splitText(own, tree)
    : { title: undefined, pieces: [{ ...own, heading: topHeadings(tree)[0] }] };
  const hasTitle = topHeadings(tree).some(({ depth }) => depth === 1);
  const printed = item.printsTitle && !hasTitle ? (keys.title ?? item.title) : undefined;
  const head = printed === undefined ? [] : [`# ${printed.replace(/[\\`*_[\]<{]/g, '\\$&')}`, ''];
  const before = item.before ?? 0;
  const sourceText = source.text(item.path) ?? item.text;
  const sections = pieces.map(({ heading, text, lines }): ImportedSection => {
    const named = heading && (heading.kind ?? kindNamedBy(heading.words));
    const own = keys.kind ?? item.kind ?? named ?? kindByPlace(item, heading?.words ?? item.title ?? '');
    const kind =
      own ?? (alone ? (heading || pieces.length === 1 ? 'chapter' : 'preamble') : kindOfName(item.path)) ?? 'chapter';
    const stem = context.stemOf(item.path, kind);
    const name = /^(?:[a-z]+[\s_-]*)?\d{1,3}$/i.test(item.title ?? '') ? undefined : item.title; // `chapter1` says what the press says itself
    const title = printed === undefined && !alone && !heading ? (keys.title ?? name) : undefined;
    return {
      kind,
      stem,
      text: [...head, text].join('\n'),
      facts: {
        title,
        lang: keys.lang,
        dir: keys.dir,
        ...(own !== undefined && own !== named && own !== (kindOfName(stem) ?? 'chapter') && { kind: own }),
      },
      origin: {
        path: item.path,
        text: sourceText,
        lines: [...head.map(() => 1), ...lines.map((line) => line + before)],
      },
    };
  });
  const told = factsOfKeys(keys.book, report);
  return {
    path: item.path,
    text: own.text,
    sections,
    facts:
      signed === undefined || told.author !== undefined || told.authors !== undefined
        ? told
        : { ...told, author: signed.name },
    title: over,
    visible: [...keys.visible, ...(printed === undefined ? [] : [printed])],
    problems: keys.problems,
  };
}

const withoutRow = ({ text, lines }: Expanded, row: number): Expanded => ({
  text: text
    .split('\n')
    .map((each, at) => (at === row ? '' : each))
    .join('\n'),
  lines,
});

/** Texts without the hyphens at the ends of their lines, where it is sure that words were parted there. */
function unbroken(items: readonly SpineItem[], reportIn: (path: string) => Report): readonly SpineItem[] {
  const isCode = (text: string): boolean => /^ {0,3}(?:`{3}|~{3})/m.test(text);
  const between = '\n\0\n'; // no text has it
  const { text: all, joined } = joinBrokenWords(items.map(({ text }) => (isCode(text) ? '' : text)).join(between));
  const words = joined.filter(({ isDoubt }) => !isDoubt);
  if (words.length < 3) return items;
  reportIn(items[0]?.path ?? '')({
    rule: 'structure-guessed',
    line: 1,
    what: `${words.length} words that were parted at the ends of lines taken as one each, as “${words[0]?.words}”`,
    confidence: confidences['word that stands elsewhere'],
  });
  const texts = all.split(between);
  return items.map((item, at) => (isCode(item.text) ? item : { ...item, text: texts[at] ?? item.text }));
}

const lineByLine = (text: string) => ({ text, lines: text.split('\n').map((_, at) => at + 1) });

/** What the place of a file in its book says, where its heading's words say nothing. */
function kindByPlace({ matter, path }: SpineItem, words: string): SectionKind | undefined {
  if (matter === undefined) return undefined;
  const isThere = (kind: SectionKind | undefined) =>
    kind !== undefined && kind !== 'cover' && traitsOf(kind).matter === matter;
  const kinds = [kindOfWord(words.trim().toLowerCase().replace(/\s+/g, '-')), kindOfName(path)];
  // An epilogue among what comes after the story is an epilogue.
  if (kinds.some((kind) => kind === 'prologue' || kind === 'epilogue')) return undefined;
  if (matter === 'bodymatter') return kinds.some(isThere) ? undefined : 'chapter';
  return kinds.find(isThere) ?? (matter === 'frontmatter' ? 'preface' : 'appendix');
}

/** The files of one text are named by what they are; those of several keep their names, unless the press would not read one, or it is taken. */
function stemsFor(alone: boolean): ItemContext['stemOf'] {
  const byKind = stemNamer();
  const taken = new Set<string>();
  return (path, kind) => {
    if (alone) return byKind(kind);
    const bare = path.replace(/\.(?:q?md|rmd|markdown|mdown|mkd|txt)$/i, '').replace(/\.(?:md|ya?ml)#/g, '-');
    const own = /^readme$/i.test(bare) ? 'read-me' : bare;
    let stem = own;
    for (let at = 2; taken.has(stem.toLowerCase()); at++) stem = `${own}-${at}`;
    taken.add(stem.toLowerCase());
    return stem;
  };
}

/** What a later file says of the book, and the first does not: the first is believed. */
function differences({ path, facts }: ReadItem, first: Facts): readonly Problem[] {
  const believed = new Map<string, unknown>(Object.entries(first));
  return Object.entries(facts).flatMap(([key, value]) =>
    JSON.stringify(value) === JSON.stringify(believed.get(key))
      ? []
      : [
          problem(
            'import-left-out',
            { path },
            `Left out: ${key} “${String(value).slice(0, 60)}” of a later file; the first speaks for the book`,
          ),
        ],
  );
}

/**
 * The name that a title may be guessed from: a note’s own, or that of the folder that was named; `src` and `manuscript` are no
 * titles. A folder around a file that was named is none of its own: the same file must give the same book wherever it lies.
 */
function nameOf(
  source: SourceFolder,
  named: string | undefined,
  { dialect }: Arrangement,
  around: string | undefined,
): string | undefined {
  const isList = named !== undefined && isOrder(named.split('/').at(-1) ?? '');
  if (isList) return 'Untitled';
  if (named !== undefined) return dialect === 'obsidian' ? stemOf(named) : undefined;
  const name = [source.name, around].find((each) => each !== undefined && each !== '' && !isGeneric(each));
  return name ?? 'Untitled';
}

const isGeneric = (name: string): boolean =>
  isChaptersFolder(name) || /^(?:src|manuscripts?|books?|docs?|texts?)$/i.test(name);

const defined = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
