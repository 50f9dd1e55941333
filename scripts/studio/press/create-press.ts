/**
 * A press for the studio: the same in a worker of the browser and in `fleuron preview`. In: where stories lie, and what may be run.
 * Out: an answer to each call of the protocol.
 */
import type { Problem } from '../../report/problem.ts';
import type { Answers, BuildView, Notice } from '../protocol.ts';
import { bringStory } from './bring.ts';
import { type Build, createBuilds, type MadeStory } from './builds.ts';
import { changeStory } from './change.ts';
import { checkEdition } from './check.ts';
import { coverChoices } from './covers.ts';
import { Failure } from './failure.ts';
import { fingerprintOf, textOf } from './kept-text.ts';
import { createPlaces } from './page-places.ts';
import type { KeptStory, PressPlace } from './place.ts';
import { rememberCovers } from './remember-covers.ts';
import { storyOf } from './story-of.ts';
import { take } from './take.ts';

/** Answers every call. */
export function createPress(given: PressPlace): Answers {
  const place = { ...given, coverCache: given.coverCache ?? rememberCovers() };
  const { store, limits } = place;
  const builds = createBuilds(place);
  const placesOf = createPlaces();
  const choosing = { open: place.openAsset, covers: rememberCovers(60) }; // small ones: about four stories’ choices
  const opened = async (id: string): Promise<KeptStory> => {
    const found = await store.read(id);
    if (!found) throw new Failure('This story is not there any more.');
    return found;
  };
  const noticesOf = (problems: readonly Problem[], build: Build | undefined): readonly Notice[] =>
    problems.map((each) => {
      const inPage = build && each.place && placesOf(build).inPage(each.place);
      return inPage ? { ...each, inPage } : each;
    });

  return {
    hello: async () => place.traits,
    stories: () => store.list(),
    open: async ({ story }) => storyOf(await opened(story)),
    bring: (brought, options) => bringStory(brought, place, options),
    forget: async ({ story }) => {
      builds.forget(story);
      await store.remove(story);
      return undefined;
    },
    change: async ({ story, changes, read }) => changeStory(await opened(story), changes, { read, store }),
    update: async ({ story, ...given }, options) => {
      const { planUpdate } = await import('./update.ts');
      return planUpdate(await opened(story), given, place, options);
    },
    compare: async ({ story }) => {
      const { compareWithBefore } = await import('./update.ts');
      return compareWithBefore(await opened(story), limits);
    },
    build: async ({ story, edition }, options) => {
      const book = await builds.of(story, options);
      const { value: build, problems } = await book.edition(edition);
      return viewOf(book, build, noticesOf([...book.made.problems, ...problems], build));
    },
    entries: async ({ build, paths }) => paths.flatMap((path) => builds.numbered(build)?.entries.get(path) ?? []),
    placeInText: async ({ build, place: inPage }) => {
      const found = builds.numbered(build);
      return found && placesOf(found).inText(inPage);
    },
    placeInPage: async ({ build, place: inText }) => {
      const found = builds.numbered(build);
      return found && placesOf(found).inPage(inText);
    },
    file: async ({ story, path }) => (await opened(story)).files.get(path),
    covers: async ({ story }, options) => coverChoices(await builds.of(story, options), choosing),
    check: async ({ story, edition }, options) => {
      const book = await builds.of(story, options);
      const { value: build, problems } = await book.edition(edition);
      const found = build ? await checkEdition(build, options) : problems;
      return { problems: noticesOf(found, build) };
    },
    take: async ({ story, what }, options) => take(await builds.of(story, options), what, limits),
  };
}

function viewOf({ kept, made }: MadeStory, build: Build | undefined, notices: readonly Notice[]): BuildView {
  const texts = [...kept.files].filter(([path, bytes]) => textOf(path, bytes) !== undefined);
  const sources = Object.fromEntries(texts.map(([path, bytes]) => [path, fingerprintOf(bytes)]));
  if (!made.value || !build) return { book: undefined, notices, sources };
  const { title, lang } = made.value.publication.metadata;
  const entries = [...build.entries].map(([path, bytes]) => ({
    path,
    size: bytes.length,
    sha256: fingerprintOf(bytes),
  }));
  return { book: { build: build.build, edition: build.printed.name, title, lang, entries }, notices, sources };
}
