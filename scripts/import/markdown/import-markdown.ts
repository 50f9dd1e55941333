/**
 * Somebody else’s Markdown becomes an imported book: arranged → keys taken → rewritten → divided → links settled.
 * In: a file and the folder it lies in, or the whole folder. Out: a book, its dialects as hints that say how sure they are.
 */

import type { Limits } from '../../book/limits.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { collectPictures } from '../html/collect-pictures.ts';
import { type Foreign, type ImportedBook, type ImportedSection, stemNamer } from '../imported.ts';
import { arrange } from './arrange.ts';
import { finderOf } from './arrange-folder.ts';
import { coverOf, titleOf } from './book-facts.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter, type Reporter } from './diagnostics.ts';
import { headingsOf, plainWords } from './headings.ts';
import { expandIncludes } from './mdbook-includes.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { type RewriteContext, rewrite } from './rewrite.ts';
import { type SourceFolder, sourceFolder } from './source-folder.ts';
import type { Arrangement, SpineItem } from './spine-item.ts';
import { splitKeys } from './spine-item-keys.ts';
import { divideText, unmarked } from './split-text.ts';
import { stemOf } from './wikilinks.ts';

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
  const reporters = new Map<string, Reporter>();
  const { pictures, src } = collectPictures((path) => source.bytes(path));
  const context = rewriteContext(arrangement, { source, find, src, reporters });
  const alone = arrangement.items.length === 1 && named !== undefined;
  const made = arrangement.items.map((item, at) =>
    readItem(item, context, { alone, first: at === 0, isMdbook: arrangement.dialect === 'mdbook', limits }),
  );
  const stem = stemNamer();
  const drafts = made.flatMap(({ sections }) => sections).map((each) => ({ ...each, stem: stem(each.kind) }));
  const { sections: settled, lost } = resolveAddresses(drafts, context.anchors);
  const sections = drafts.map((draft, at): ImportedSection => ({ ...draft, text: settled[at]?.text ?? '' }));
  const path = named ?? source.name;
  const { cover: address, ...facts } = made[0]?.facts ?? {};
  const known: Facts = { ...facts, ...defined(arrangement.facts) };
  const over = made[0]?.title;
  const [only, second] = sections;
  const heading = second || !only ? undefined : headingsOf(only.text)[0]?.text;
  const title = titleOf(
    {
      facts: known,
      over,
      only: alone && heading !== undefined ? plainWords(heading) : undefined,
      name: nameOf(source, named, arrangement),
    },
    path,
  );
  const cover = typeof address === 'string' ? coverOf(address, arrangement.items[0]?.path ?? path, source) : undefined;
  const problems: Problem[] = [
    ...arrangement.problems,
    ...source.problems(),
    ...title.problems,
    ...(cover?.problems ?? []),
    ...made.flatMap((each) => each.problems),
    ...made.slice(1).flatMap((each) => differences(each, made[0]?.facts ?? {})),
    ...[...reporters.values()].flatMap((each) => each.problems()),
    ...lost.map((each) =>
      problem(
        'import-left-out',
        { path: each },
        'Left out: links to this file, which is not in the book; their words stay',
      ),
    ),
  ];
  if (sections.length === 0 && !hasErrors(problems))
    problems.push(problem('import-refused', { path }, 'Unexpected source without a word, expected a story'));
  return {
    value: {
      facts: { title: title.title, ...known },
      sections,
      pictures: cover?.cover ? new Map([...pictures, [cover.cover.path, cover.cover.bytes]]) : pictures,
      visible: made.flatMap(({ visible }) => visible),
      markdown: made.flatMap(({ stripped }) => stripped),
      aside: [...made.flatMap(({ aside }) => aside), title.title ?? ''],
    },
    problems,
  };
}

/** Where a folder was not listed, what lies beside a note is found by its path. */
function findIn(source: SourceFolder): RewriteContext['find'] {
  const listed = finderOf(source.names);
  return (name, from) => {
    const folder = from.split('/').slice(0, -1).join('/');
    const near = folder === '' ? name : `${folder}/${name}`;
    return listed(name, from) ?? [near, `${near}.md`, name].find((path) => source.bytes(path) !== undefined);
  };
}

interface ContextSources {
  readonly source: SourceFolder;
  readonly find: RewriteContext['find'];
  readonly src: RewriteContext['picture'];
  readonly reporters: Map<string, Reporter>;
}

function rewriteContext(
  { dialect, items, pictureFolders }: Arrangement,
  { source, find, src, reporters }: ContextSources,
): RewriteContext {
  const there = new Set([...source.names, ...items.map(({ path }) => path)]);
  return {
    source,
    certain: new Set(dialect === undefined ? [] : [dialect]),
    isText: (path) => there.has(path) && /\.(?:md|markdown|mdown|mkd|txt)$/i.test(path),
    picture: src,
    pictureFolders,
    find,
    reportIn: (path) => {
      const found = reporters.get(path) ?? createReporter(path);
      reporters.set(path, found);
      return found.report;
    },
    anchors: [],
    embedded: { count: 0 },
  };
}

interface ReadItem {
  readonly path: string;
  readonly sections: readonly Omit<ImportedSection, 'stem'>[];
  readonly facts: Facts;
  /** A heading over all the others. */
  readonly title: string | undefined;
  readonly visible: readonly string[];
  readonly stripped: readonly string[];
  readonly aside: readonly string[];
  readonly problems: readonly Problem[];
}

interface ItemPosition {
  readonly alone: boolean;
  readonly first: boolean;
  readonly isMdbook: boolean;
  readonly limits: Limits;
}

function readItem(
  item: SpineItem,
  context: RewriteContext,
  { alone, first, isMdbook, limits }: ItemPosition,
): ReadItem {
  const report = context.reportIn(item.path);
  // mdBook has no keys above its pages: what looks so is text.
  const keys = splitKeys(isMdbook ? { ...item, text: '' } : item, { alone, first, limits });
  if (keys.titleBlock)
    report({
      rule: 'structure-guessed',
      line: 1,
      what: '“% …” taken as pandoc’s title block',
      confidence: confidences['mark that means one thing'],
    });
  const found = factsOfKeys(keys.book, report);
  const expanded = isMdbook
    ? expandIncludes(item.text, item.path, context.source.text, report)
    : { text: keys.text, lineOf: (line: number) => line };
  const before = item.before ?? 0;
  const made = rewrite(expanded.text, item.path, context, {
    lineOf: (line) => expanded.lineOf(line) + before,
    isPandoc: keys.titleBlock,
  });
  const hasTitle = headingsOf(expanded.text).some(({ depth }) => depth === 1);
  const printed = item.printsTitle && !hasTitle ? (keys.title ?? item.title) : undefined;
  const text = printed === undefined ? made.text : `# ${printed.replace(/[\\`*_[\]<]/g, '\\$&')}\n\n${made.text}`;
  const divided = divideText(
    alone ? { ...item, title: undefined } : item,
    { ...made, text },
    {
      alone,
      kindOfMark: (heading) => context.anchors[Number(/\u0001h(\d+)\u0001/.exec(heading)?.[1] ?? -1)]?.kind,
    },
  );
  const pieces = divided.pieces.filter((piece) => unmarked(piece.text).trim() !== '');
  return {
    sections: pieces.map((piece) => ({
      kind: keys.kind ?? piece.kind,
      text: piece.text,
      facts: {
        title: pieces.length === 1 && printed === undefined ? (keys.title ?? piece.title) : piece.title,
        lang: keys.lang,
        dir: keys.dir,
      },
    })),
    path: item.path,
    facts: found,
    title: divided.title && plainWords(unmarked(divided.title.text)),
    visible: [...keys.visible, ...(printed === undefined ? [] : [printed])],
    stripped: made.stripped,
    aside: [...made.aside, ...divided.twice],
    problems: keys.problems,
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
function nameOf(source: SourceFolder, named: string | undefined, { dialect }: Arrangement): string | undefined {
  const isList = named !== undefined && /(?:^|\/)(?:SUMMARY\.md|Book\.txt)$/.test(named);
  if (isList) return 'Untitled';
  if (named !== undefined) return dialect === 'obsidian' ? stemOf(named) : undefined;
  return /^(?:src|manuscript|book|docs?)$/i.test(source.name) ? 'Untitled' : source.name;
}

const defined = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
