/**
 * Follows a story on the disk. In: that something may have changed. Out: where the story is another now, an event, and the book
 * begun at once, in the edition that was asked for last: the app’s own call joins that work.
 */
import { sha256 } from '../../book/digest.ts';
import type { EditionName } from '../../book/editions.ts';
import type { StoryStore } from '../press/place.ts';
import type { Answers, PressEvent } from '../protocol.ts';

/** What is told so many milliseconds after the first event joins the next look. */
const joinedWithin = 100;

interface FollowedStory {
  readonly story: string;
  readonly answers: Answers;
  readonly store: StoryStore;
  readonly send: (event: PressEvent) => void;
  /** Ends the work on a book that was begun. */
  readonly signal: AbortSignal;
}

interface Follower {
  /** The same answers, which remember the edition that is looked at. */
  readonly answers: Answers;
  /**
   * Looks at the story, at once or, where the last look was a moment ago, a moment later; the first look begins its book. `isCode`:
   * a plug-in’s file has changed, so that the same files give another book.
   */
  readonly look: (isCode: boolean) => Promise<void>;
}

export function followStory({ story, answers, store, send, signal }: FollowedStory): Follower {
  let edition: EditionName = 'epub';
  let seen: State | undefined;
  /** What was told since the last look; undefined where that is long ago. */
  let waiting: { isTold: boolean; isCode: boolean } | undefined;

  const wait = (isCode: boolean): void => {
    waiting ??= { isTold: false, isCode: false };
    waiting.isTold = true;
    waiting.isCode ||= isCode;
  };
  const check = async (isCode: boolean, isLast: boolean): Promise<void> => {
    const now = await stateNow(store, story);
    if (seen && !isCode && isSame(seen, now)) return;
    // Some editors delete or empty a file before they write it: it gets a moment.
    if (seen && !isLast && hasLost(seen, now)) return wait(isCode);
    const isFirst = seen === undefined;
    seen = now;
    if (!isFirst) send({ kind: 'changed', story });
    answers.build({ story, edition }, { signal }).catch(() => {}); // the app’s own call fails likewise, and says so
  };
  const look = async (isCode: boolean): Promise<void> => {
    if (waiting) return wait(isCode);
    const told = { isTold: false, isCode: false };
    waiting = told;
    const timer = setTimeout(() => {
      waiting = undefined;
      if (told.isTold) void check(told.isCode, true);
    }, joinedWithin);
    timer.unref();
    await check(isCode, false);
  };
  return {
    look,
    answers: {
      ...answers,
      build: (input, options) => {
        edition = input.edition;
        return answers.build(input, options);
      },
    },
  };
}

type State = ReadonlyMap<string, string>;

const none = sha256('');

/** The checksums of the files as they are now; of no story, none. */
async function stateNow(store: StoryStore, story: string): Promise<State> {
  const files = (await store.read(story))?.files ?? new Map<string, Uint8Array>();
  return new Map([...files].map(([path, bytes]) => [path, sha256(bytes)]));
}

const isSame = (one: State, other: State): boolean =>
  one.size === other.size && [...one].every(([path, sum]) => other.get(path) === sum);

const hasLost = (before: State, now: State): boolean =>
  [...before].some(([path, sum]) => sum !== none && (now.get(path) ?? none) === none);
