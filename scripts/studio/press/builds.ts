/**
 * The books of stories as they lie there now. In: a story and an edition. Out: what was built of it, made only once for the same
 * files; a newer state of a story ends the work on an older one, whoever waits for that gets the newer.
 */
import type { EditionName } from '../../book/editions.ts';
import { editions as editionTable } from '../../book/editions.ts';
import { slug } from '../../book/file-names.ts';
import { type PrintedEdition, printEdition } from '../../pipeline/bind-editions.ts';
import { type Made, makeBook } from '../../pipeline/build.ts';
import { refusePlugins } from '../../pipeline/plugins.ts';
import { hasErrors, type Outcome } from '../../report/problem.ts';
import type { Progress } from '../../report/progress.ts';
import type { CallOptions, StoryId } from '../protocol.ts';
import { Failure } from './failure.ts';
import { fingerprintOf } from './kept-text.ts';
import type { KeptStory, PressPlace } from './place.ts';

/** An edition that was built. */
export interface Build {
  /** Its number. */
  readonly build: number;
  readonly printed: PrintedEdition;
  /** The bytes of its entries, by path. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
  readonly sources: Made['sources'];
}

/** A story whose book was made, and its editions as they are asked for. */
export interface MadeStory {
  readonly kept: KeptStory;
  readonly made: Made;
  /** One of its editions; undefined where a problem is an error. */
  edition(name: EditionName): Promise<Outcome<Build | undefined>>;
}

interface Builds {
  /** The book of a story, made where its files are not those of the last one. */
  of(story: StoryId, options: CallOptions): Promise<MadeStory>;
  /** A build by its number, while it is kept. */
  numbered(build: number): Build | undefined;
  forget(story: StoryId): void;
}

interface Making {
  readonly state: string;
  readonly result: Promise<MadeStory>;
  readonly controller: AbortController;
  /** Who waits for it. */
  readonly waiting: Set<CallOptions>;
}

/** Books of so many stories are kept. */
const mostStories = 4;
/** Pages of an edition are still asked for while the next is built. */
const mostBuilds = 2;

export function createBuilds(place: PressPlace): Builds {
  const making = new Map<StoryId, Making>();
  const kept = new Map<string, Build[]>();
  let count = 0;

  const keep = (story: StoryId, edition: EditionName, build: Build): void => {
    const key = JSON.stringify([story, edition]);
    kept.set(key, [...(kept.get(key) ?? []), build].slice(-mostBuilds));
  };
  const begin = (story: KeptStory, state: string): Making => {
    const controller = new AbortController();
    const waiting = new Set<CallOptions>();
    const tell = (progress: Progress): void => {
      for (const { onProgress } of waiting) onProgress?.(progress);
    };
    const make = async (): Promise<MadeStory> => {
      const made = await makeBook(story.given, {
        sourceDate: place.sourceDate,
        loadPlugins: place.loadPlugins ?? refusePlugins,
        untrusted: place.loadPlugins === undefined,
        openAsset: place.openAsset,
        limits: place.limits,
        coverCache: place.coverCache,
        signal: controller.signal,
        onProgress: tell,
      });
      const editions = new Map<EditionName, Promise<Outcome<Build | undefined>>>();
      const print = async (name: EditionName): Promise<Outcome<Build | undefined>> => {
        if (!made.value) return { value: undefined, problems: [] };
        tell({ stage: 'binding', done: 0, total: 1 });
        const { publication, styles } = made.value;
        const { value: printed, problems } = await printEdition(name, publication, styles);
        if (!printed || hasErrors(problems)) return { value: undefined, problems };
        const fileName = slug(publication.metadata.title) + editionTable[name].ending;
        const { content } = printed;
        const entries =
          'file' in content
            ? new Map([[fileName, content.file]])
            : new Map(content.entries.map((entry) => [entry.name, entry.bytes] as const));
        const build = { build: ++count, printed, entries, sources: made.sources };
        keep(story.id, name, build);
        return { value: build, problems };
      };
      const edition = (name: EditionName) => {
        const known = editions.get(name) ?? print(name);
        editions.set(name, known);
        return known;
      };
      return { kept: story, made, edition };
    };
    return { state, controller, waiting, result: make() };
  };
  const drop = (story: StoryId): void => {
    making.get(story)?.controller.abort();
    making.delete(story);
  };
  const forget = (story: StoryId): void => {
    drop(story);
    for (const key of kept.keys()) if (key.startsWith(JSON.stringify([story]).slice(0, -1))) kept.delete(key);
  };
  const of = async (story: StoryId, options: CallOptions): Promise<MadeStory> => {
    const { signal } = options;
    for (;;) {
      const found = await place.store.read(story);
      if (!found) throw new Failure('This story is not there any more.');
      signal?.throwIfAborted();
      const state = JSON.stringify([place.revision?.(), stateOf(found)]);
      let current = making.get(story);
      if (current?.state !== state) {
        drop(story);
        current = begin(found, state);
        making.set(story, current);
        for (const [oldest] of making) if (making.size > mostStories) forget(oldest);
      }
      const made = await waitFor(story, current, options);
      if (made) return made;
    }
  };
  /** What is being made, unless it was overtaken. The last who stops waiting ends it. */
  const waitFor = async (story: StoryId, current: Making, options: CallOptions): Promise<MadeStory | undefined> => {
    const { waiting, controller, result } = current;
    const { signal } = options;
    const giveUp = (): void => {
      if (making.get(story) === current) making.delete(story);
    };
    const leave = (): void => {
      waiting.delete(options);
      if (waiting.size > 0) return;
      controller.abort();
      giveUp();
    };
    waiting.add(options);
    signal?.addEventListener('abort', leave);
    try {
      const made = await result;
      signal?.throwIfAborted();
      return made;
    } catch (error) {
      signal?.throwIfAborted();
      giveUp();
      if (controller.signal.aborted) return undefined;
      throw error;
    } finally {
      signal?.removeEventListener('abort', leave);
      waiting.delete(options);
    }
  };
  return {
    of,
    numbered: (build) => [...kept.values()].flat().find((each) => each.build === build),
    forget,
  };
}

/** What tells one state of a story from another: the files and what they are called. */
const stateOf = ({ files, name, file }: KeptStory): string =>
  JSON.stringify([name, file, [...files].map(([path, bytes]) => [path, fingerprintOf(bytes)]).sort()]);
