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

export interface FollowedStory {
  readonly story: string;
  readonly answers: Answers;
  readonly store: StoryStore;
  readonly send: (event: PressEvent) => void;
}

export interface Follower {
  /** The same answers, which remember the edition that is looked at. */
  readonly answers: Answers;
  /** Looks at the story, at once or when the last look is long enough ago. `isCode`: a plug-in’s file has changed. */
  readonly look: (isCode: boolean) => Promise<void>;
}

/** Begins with the story as it is now, and begins its book. */
export async function followStory({ story, answers, store, send }: FollowedStory): Promise<Follower> {
  let edition: EditionName = 'epub';
  let seen = await stateNow(store, story);
  /** What was told since the last look; undefined where that is long ago. */
  let waiting: { told: boolean; code: boolean } | undefined;

  const begin = (): void => void answers.build({ story, edition }, {}).catch(() => {}); // the app’s own call fails likewise, and says so
  const check = async (isCode: boolean, isLast: boolean): Promise<void> => {
    const now = await stateNow(store, story);
    if (!isCode && isSame(seen, now)) return;
    // Some editors delete or empty a file before they write it: it gets a moment.
    if (!isLast && waiting && hasLost(seen, now)) {
      waiting.told = true;
      waiting.code ||= isCode;
      return;
    }
    seen = now;
    if (isCode) await answers.forget({ story }, {}); // the same files give another book
    send({ kind: 'changed', story });
    begin();
  };
  const look = async (isCode: boolean): Promise<void> => {
    if (waiting) {
      waiting.told = true;
      waiting.code ||= isCode;
      return;
    }
    const mine = { told: false, code: false };
    waiting = mine;
    setTimeout(() => {
      waiting = undefined;
      if (mine.told) void check(mine.code, true);
    }, joinedWithin);
    await check(isCode, false);
  };
  begin();
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
