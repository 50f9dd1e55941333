/**
 * Somebody else’s Markdown becomes an imported book: arranged → keys taken → rewritten → divided → links settled.
 * In: a desk, and the file that was named, or none for the whole folder. Out: a book, its dialects told with how sure they are.
 */
import { hasErrors, type Outcome, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { collectPictures } from '../html/pictures.ts';
import { type Facts, type ImportedBook, type ImportedSection, stems } from '../imported.ts';
import { arrange } from './arrange.ts';
import { finderOf } from './arrange-folder.ts';
import { coverOf, titleOf } from './book-facts.ts';
import { type Telling, telling } from './diagnostics.ts';
import { headingsOf, plainWords } from './headings.ts';
import { expandIncludes } from './mdbook-includes.ts';
import { factsOf } from './metadata-keys.ts';
import { rewrite, type Workshop } from './rewrite.ts';
import { settleAddresses } from './settle-addresses.ts';
import type { Desk } from './source-folder.ts';
import type { Arrangement, Leaf } from './spine-item.ts';
import { takeKeys } from './spine-item-keys.ts';
import { divideText, unmarked } from './split-text.ts';
import { stemOf } from './wikilinks.ts';

export interface MarkdownSource {
  readonly desk: Desk;
  /** The path of the file that was named; undefined for the folder. */
  readonly named: string | undefined;
  /** Whether the folder is an Obsidian vault. */
  readonly isVault: boolean;
}

/** Imports a file, an mdBook, a Leanpub book, or a folder of notes. */
export async function importMarkdown({
  desk,
  named,
  isVault,
}: MarkdownSource): Promise<Outcome<ImportedBook | undefined>> {
  const find = findIn(desk);
  const arrangement = await arrange(desk, named, { isVault, find });
  if ('refused' in arrangement) return { value: undefined, problems: [arrangement.refused] };
  const tellings = new Map<string, Telling>();
  const { pictures, src } = collectPictures((path) => desk.bytes(path));
  const shop = workshopOf(arrangement, { desk, find, src, tellings });
  const alone = arrangement.leaves.length === 1 && named !== undefined;
  const made = arrangement.leaves.map((leaf, at) =>
    readLeaf(leaf, shop, { alone, first: at === 0, isMdbook: arrangement.dialect === 'mdbook' }),
  );
  const stem = stems();
  const drafts = made.flatMap(({ sections }) => sections).map((each) => ({ ...each, stem: stem(each.kind) }));
  const { sections: settled, lost } = settleAddresses(drafts, shop.anchors);
  const sections = drafts.map((draft, at): ImportedSection => ({ ...draft, text: settled[at]?.text ?? '' }));
  const path = named ?? desk.name;
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
      name: nameOf(desk, named, arrangement),
    },
    path,
  );
  const cover = typeof address === 'string' ? coverOf(address, arrangement.leaves[0]?.path ?? path, desk) : undefined;
  const problems: Problem[] = [
    ...arrangement.problems,
    ...desk.problems(),
    ...title.problems,
    ...(cover?.problems ?? []),
    ...made.flatMap((each) => each.problems),
    ...made.slice(1).flatMap((each) => differences(each, made[0]?.facts ?? {})),
    ...[...tellings.values()].flatMap((each) => each.problems()),
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
      markdown: made.flatMap(({ witness }) => witness),
      aside: [...made.flatMap(({ aside }) => aside), title.title ?? ''],
    },
    problems,
  };
}

/** Where a folder was not listed, what lies beside a note is found by its path. */
function findIn(desk: Desk): Workshop['find'] {
  const listed = finderOf(desk.names);
  return (name, from) => {
    const folder = from.split('/').slice(0, -1).join('/');
    const near = folder === '' ? name : `${folder}/${name}`;
    return listed(name, from) ?? [near, `${near}.md`, name].find((path) => desk.bytes(path) !== undefined);
  };
}

interface Setting {
  readonly desk: Desk;
  readonly find: Workshop['find'];
  readonly src: Workshop['picture'];
  readonly tellings: Map<string, Telling>;
}

function workshopOf(
  { dialect, leaves, pictureFolders }: Arrangement,
  { desk, find, src, tellings }: Setting,
): Workshop {
  const there = new Set([...desk.names, ...leaves.map(({ path }) => path)]);
  return {
    desk,
    certain: new Set(dialect === undefined ? [] : [dialect]),
    isText: (path) => there.has(path) && /\.(?:md|markdown|mdown|mkd|txt)$/i.test(path),
    picture: src,
    pictureFolders,
    find,
    tellOf: (path) => {
      const found = tellings.get(path) ?? telling(path);
      tellings.set(path, found);
      return found.tell;
    },
    anchors: [],
    embedded: { count: 0 },
  };
}

interface ReadLeaf {
  readonly path: string;
  readonly sections: readonly Omit<ImportedSection, 'stem'>[];
  readonly facts: Facts;
  /** A heading over all the others. */
  readonly title: string | undefined;
  readonly visible: readonly string[];
  readonly witness: readonly string[];
  readonly aside: readonly string[];
  readonly problems: readonly Problem[];
}

interface Standing {
  readonly alone: boolean;
  readonly first: boolean;
  readonly isMdbook: boolean;
}

function readLeaf(leaf: Leaf, shop: Workshop, { alone, first, isMdbook }: Standing): ReadLeaf {
  const tell = shop.tellOf(leaf.path);
  // mdBook has no keys above its pages: what looks so is text.
  const keys = takeKeys(isMdbook ? { ...leaf, text: '' } : leaf, { alone, first });
  if (keys.titleBlock)
    tell({
      rule: 'structure-guessed',
      line: 1,
      what: '“% …” taken as pandoc’s title block',
      confidence: confidences['mark that means one thing'],
    });
  const found = factsOf(keys.book, tell);
  const expanded = isMdbook
    ? expandIncludes(leaf.text, leaf.path, shop.desk.text, tell)
    : { text: keys.text, lineOf: (line: number) => line };
  const before = leaf.before ?? 0;
  const made = rewrite(expanded.text, leaf.path, shop, {
    lineOf: (line) => expanded.lineOf(line) + before,
    isPandoc: keys.titleBlock,
  });
  const hasTitle = headingsOf(expanded.text).some(({ depth }) => depth === 1);
  const printed = leaf.printsTitle && !hasTitle ? (keys.title ?? leaf.title) : undefined;
  const text = printed === undefined ? made.text : `# ${printed.replace(/[\\`*_[\]<]/g, '\\$&')}\n\n${made.text}`;
  const divided = divideText(
    alone ? { ...leaf, title: undefined } : leaf,
    { ...made, text },
    {
      alone,
      kindOfMark: (heading) => shop.anchors[Number(/\u0001h(\d+)\u0001/.exec(heading)?.[1] ?? -1)]?.kind,
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
    path: leaf.path,
    facts: found,
    title: divided.title && plainWords(unmarked(divided.title.text)),
    visible: [...keys.visible, ...(printed === undefined ? [] : [printed])],
    witness: made.witness,
    aside: [...made.aside, ...divided.twice],
    problems: keys.problems,
  };
}

/** What a later file says of the book, and the first does not: the first is believed. */
function differences({ path, facts }: ReadLeaf, first: Facts): readonly Problem[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    JSON.stringify(value) === JSON.stringify(first[key])
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
function nameOf(desk: Desk, named: string | undefined, { dialect }: Arrangement): string | undefined {
  const isList = named !== undefined && /(?:^|\/)(?:SUMMARY\.md|Book\.txt)$/.test(named);
  if (isList) return 'Untitled';
  if (named !== undefined) return dialect === 'obsidian' ? stemOf(named) : undefined;
  return /^(?:src|manuscript|book|docs?)$/i.test(desk.name) ? 'Untitled' : desk.name;
}

const defined = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
