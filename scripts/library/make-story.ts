/**
 * One story of a library becomes books. In: its files, and what only a command can know. Out: books, facts for the shelf, problems: plain values that go
 * from thread to thread. What is joined to the disk, and runs in a thread, is `commands/library-thread.ts`.
 */
import { encodeBase64 } from '../book/bytes.ts';
import type { EditionName } from '../book/editions.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Publication } from '../book/publication.ts';
import { isNarrative } from '../book/sections.ts';
import { countWords } from '../finish/word-count.ts';
import { type BuildOptions, buildBook } from '../pipeline/build.ts';
import type { MemoryFiles } from '../pipeline/memory-files.ts';
import type { Problem } from '../report/problem.ts';
import type { StoryFacts } from './shelf-record.ts';
import { wordSketch } from './word-sketch.ts';

/** A story in a ZIP on this machine: which files of it, by their paths in it, and from which folder on. */
export interface InZip {
  readonly zip: string;
  /** The ZIP’s SHA-256: several stories of one ZIP are made from the same reading. */
  readonly sha256: string;
  readonly folder: string;
  /** The name of the folder, or of the file in it. */
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a thread, or a worker on another machine, is asked for. */
export interface StoryTask {
  /** Where the story lies on this machine, or its files. */
  readonly source: { readonly path: string } | InZip | MemoryFiles;
  readonly editions: readonly EditionName[];
  /** Whether the manuscript's own code is left alone, and its office documents. */
  readonly untrusted: boolean;
  readonly limits: Limits;
  /** SOURCE_DATE_EPOCH. */
  readonly sourceDate: number | undefined;
  /** The book or kepub of the version before, whose addresses are kept where it is one of the same story. */
  readonly previous?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  /** The folder where drawn covers are kept, if they are. */
  readonly covers?: string | undefined;
}

export interface MadeBook {
  readonly edition: EditionName;
  readonly bytes: Uint8Array;
}

export interface MadeStory {
  /** One for each edition asked for, in that order; none where a problem is an error. */
  readonly books: readonly MadeBook[];
  readonly facts?: StoryFacts | undefined;
  /** What of its words tells copies of it, in base64. */
  readonly sketch?: string | undefined;
  readonly problems: readonly Problem[];
  /** Of a single file: what was looked for beside it, relative to its folder, in order; of a folder, those that it shares with other stories. */
  readonly beside: readonly string[];
  /** Whether the files alone decide what the books are; plug-ins may read what they like, and not every machine has an office program. */
  readonly isFixed: boolean;
}

type Options = Omit<BuildOptions, 'previous'> & Pick<StoryTask, 'previous'>;

/** Makes the books of a story. Rejects where it is aborted. */
export async function makeStory(given: GivenFiles, { previous, loadPlugins, ...options }: Options): Promise<MadeStory> {
  const { files, beside, lacksOffice } = noted(options.untrusted ? { ...given, outside: undefined } : given);
  let isFixed = true;
  const { value, problems } = await buildBook(files, {
    ...options,
    previous: previous && (() => ({ value: { ...previous, isAsked: false }, problems: [] })),
    loadPlugins: async (names) => {
      if (names.length > 0 && options.untrusted !== true) isFixed = false;
      return loadPlugins(names);
    },
  });
  const result = { problems, beside: [...beside].sort(), isFixed: isFixed && !lacksOffice() };
  if (!value) return { ...result, books: [] };
  const { documents } = value.publication;
  return {
    ...result,
    books: value.editions.map(({ name, bytes }) => ({ edition: name, bytes })),
    facts: factsOf(value.publication),
    sketch: encodeBase64(new Uint8Array(wordSketch(documents).buffer)),
  };
}

/** The same files. Of a single one, what is looked for beside it is noted, of a folder what it shares with others; so is that an office program is wanted where none can be run. */
function noted(given: GivenFiles) {
  const beside = new Set<string>();
  let lacksOffice = false;
  const lack = async () => {
    lacksOffice = true;
    return undefined;
  };
  const open: GivenFiles['open'] = (path, place) => {
    beside.add(path);
    return given.open(path, place);
  };
  const asForeign: GivenFiles['asForeign'] = () => {
    const { value, problems } = given.asForeign();
    const look = (path: string) => {
      beside.add(path);
      return value?.beside(path);
    };
    const { convert = lack } = value ?? {};
    return { value: value && { ...value, convert, ...(!given.isFolder && { beside: look }) }, problems };
  };
  const outside = (look: GivenFiles['outside']) =>
    look &&
    ((path: string) => {
      beside.add(path);
      return look(path);
    });
  const files: GivenFiles = {
    ...given,
    asForeign,
    outside: outside(given.outside),
    shared: outside(given.shared),
    ...(!given.isFolder && { open }),
  };
  return { files, beside, lacksOffice: () => lacksOffice };
}

function factsOf({ metadata, documents, resources }: Publication): StoryFacts {
  const { archival } = metadata;
  const cover = resources.find(({ properties }) => properties.includes('cover-image'));
  return {
    id: metadata.identifier,
    title: metadata.title,
    subtitle: metadata.subtitle,
    contributors: metadata.contributors,
    series: metadata.series,
    lang: metadata.lang,
    description: metadata.description,
    date: metadata.date,
    updated: metadata.updated,
    modified: metadata.modified,
    subjects: metadata.tags,
    archival,
    publisher: metadata.publisher,
    rights: metadata.rights,
    source: metadata.source,
    words: archival?.wordCount ?? countWords(documents),
    chapters: documents.filter(({ kind }) => isNarrative(kind)).length,
    cover: cover && { path: `OEBPS/${cover.href}`, mediaType: cover.mediaType, ...cover.size },
  };
}
