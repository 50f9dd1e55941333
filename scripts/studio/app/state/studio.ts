/**
 * What the app knows and does, around one press. In: a press. Out: signals that the components show, and actions that they call.
 * The press has the truth of every file; what stands here is what it said last.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { EditionName } from '../../../book/editions.ts';
import type { FileEdit } from '../../../book/file-edits.ts';
import type { Place, Problem } from '../../../report/problem.ts';
import type { Progress } from '../../../report/progress.ts';
import type {
  Brought,
  BuildView,
  Change,
  CoverChoice,
  Notice,
  PagePlace,
  Press,
  PressTraits,
  Story,
  StoryId,
  StorySummary,
  TakenFile,
} from '../../protocol.ts';
import { createDrafts } from './drafts.ts';
import { noticeId } from './notice-id.ts';
import { createUpdates, type Updates } from './updates.ts';

/** A line that tells what just happened; `undo` takes it back. */
interface Message {
  readonly words: string;
  readonly isFault?: boolean;
  readonly action?: { readonly name: string; readonly run: () => void };
}

export type TakeWhat = EditionName | 'manuscript' | 'archive';

/** Where the making of a file is. */
export type TakeState =
  | { readonly is: 'idle' }
  | { readonly is: 'working' }
  | { readonly is: 'done'; readonly fileName: string; readonly problems: readonly Problem[] }
  | { readonly is: 'failed'; readonly problems: readonly Problem[] };

export interface CheckState {
  readonly edition: EditionName;
  readonly isWorking: boolean;
  readonly problems: readonly Notice[];
}

export interface Studio {
  readonly traits: ReadonlySignal<PressTraits | undefined>;
  readonly stories: ReadonlySignal<readonly StorySummary[]>;
  readonly story: ReadonlySignal<Story | undefined>;
  readonly view: ReadonlySignal<BuildView | undefined>;
  /** How far long work is, while it goes on. */
  readonly work: ReadonlySignal<{ readonly name: string; readonly progress: Progress | undefined } | undefined>;
  readonly message: Signal<Message | undefined>;
  /** What bringing a story told, where it was refused. */
  readonly refusal: Signal<readonly Problem[]>;
  readonly edition: Signal<EditionName>;
  /** Where in the text, and where in the page, the other one is to go. */
  readonly cursor: ReadonlySignal<Place | undefined>;
  readonly target: ReadonlySignal<PagePlace | undefined>;
  readonly chosen: ReadonlySignal<string | undefined>;
  /** Covers that can be drawn: undefined until they are. */
  readonly covers: ReadonlySignal<readonly CoverChoice[] | undefined>;
  readonly takes: ReadonlySignal<ReadonlyMap<TakeWhat, TakeState>>;
  readonly checked: ReadonlySignal<CheckState | undefined>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Where both readings of a text are shown, to be settled after an update. */
  readonly settling: Signal<Place | undefined>;
  readonly updates: Updates;
  /** Whether the import’s guesses wait to be looked at. */
  readonly hasGuesses: ReadonlySignal<boolean>;

  start(first: StoryId | undefined): Promise<void>;
  bring(brought: Brought): Promise<void>;
  open(id: StoryId): Promise<void>;
  close(): void;
  forget(id: StoryId): Promise<void>;
  /** What somebody types: written and built as soon as the press is free. */
  edit(path: string, text: string): void;
  /** Changes that one click makes; they can be taken back. */
  change(changes: readonly Change[], words: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  build(): Promise<void>;
  /** Ends what goes on. */
  stop(): void;
  /** Shows a notice, or nothing, in page and text. */
  choose(notice: Notice | undefined): void;
  isChosen(notice: Notice): boolean;
  /** To the notice after or before the one that is chosen. */
  step(by: 1 | -1): void;
  /** Somebody clicked on a word of the page. */
  showInText(place: PagePlace): Promise<void>;
  /** The cursor of the text moved. */
  showInPage(place: Place): Promise<void>;
  /** Bytes of a build, which need not be the latest: a page may still load its pictures when the next one is there. */
  entries(paths: readonly string[], build: number): Promise<readonly Uint8Array[]>;
  loadCovers(): Promise<void>;
  /** Makes a file and gives it to the reader. */
  take(what: TakeWhat): Promise<void>;
  check(): Promise<void>;
  confirmGuesses(): void;
  /** Shows the guesses of the import again. */
  reviewGuesses(): void;
}

/** Everything around one press. `give` hands a file to the person. */
export function createStudio(press: Press, give: (file: TakenFile) => void): Studio {
  const traits = signal<PressTraits | undefined>(undefined);
  const stories = signal<readonly StorySummary[]>([]);
  const story = signal<Story | undefined>(undefined);
  const view = signal<BuildView | undefined>(undefined);
  const work = signal<{ readonly name: string; readonly progress: Progress | undefined } | undefined>(undefined);
  const message = signal<Message | undefined>(undefined);
  const refusal = signal<readonly Problem[]>([]);
  const edition = signal<EditionName>('epub');
  const cursor = signal<Place | undefined>(undefined);
  const target = signal<PagePlace | undefined>(undefined);
  const chosen = signal<string | undefined>(undefined);
  const settling = signal<Place | undefined>(undefined);
  const covers = signal<readonly CoverChoice[] | undefined>(undefined);
  const takes = signal<ReadonlyMap<TakeWhat, TakeState>>(new Map());
  const checked = signal<CheckState | undefined>(undefined);
  const done = signal<readonly Step[]>([]);
  const undone = signal<readonly Step[]>([]);
  const confirmed = signal<ReadonlySet<StoryId>>(new Set());
  let running: AbortController | undefined;
  let making: AbortController | undefined;

  const fail = (error: unknown): void => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    message.value = { words: reasonOf(error), isFault: true };
  };

  /** Does long work that can be stopped, and tells how far it is. */
  async function long<Result>(
    name: string,
    run: (options: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<Result>,
    controller = new AbortController(),
  ): Promise<Result | undefined> {
    running = controller;
    work.value = { name, progress: undefined };
    try {
      return await run({
        signal: controller.signal,
        onProgress: (progress) => {
          if (running === controller) work.value = { name, progress };
        },
      });
    } catch (error) {
      fail(error);
      return undefined;
    } finally {
      if (running === controller) work.value = undefined;
    }
  }

  function show(next: Story): void {
    batch(() => {
      if (next.id !== story.value?.id) {
        view.value = undefined;
        cursor.value = undefined;
        target.value = undefined;
        chosen.value = undefined;
        settling.value = undefined;
        updates.leave();
        covers.value = undefined;
        takes.value = new Map();
        checked.value = undefined;
        done.value = [];
        undone.value = [];
        message.value = undefined;
      }
      story.value = next;
    });
  }

  const reopen = async (id: StoryId): Promise<void> => show(await press.call('open', { story: id }));

  const read = (): Readonly<Record<string, string>> =>
    Object.fromEntries((story.value?.texts ?? []).map(({ path, sha256 }) => [path, sha256]));

  /**
   * Asks the press for changes, one after the other, as each is made on what the one before has left. Answers with what takes them
   * back, or nothing where they were refused.
   */
  function ask(changesOf: () => readonly Change[]): Promise<readonly FileEdit[] | undefined> {
    const asked = asking.then(() => askNow(changesOf()));
    asking = asked.then(
      () => undefined,
      () => undefined,
    );
    return asked;
  }
  let asking: Promise<unknown> = Promise.resolve();

  async function askNow(changes: readonly Change[]): Promise<readonly FileEdit[] | undefined> {
    const current = story.value;
    if (!current) return undefined;
    const changed = await press.call('change', { story: current.id, changes, read: read() });
    if (changed.done) {
      show(changed.story);
      return changed.undo;
    }
    if (changed.stale === undefined) {
      message.value = { words: changed.problem.reason, isFault: true };
      return undefined;
    }
    show(changed.story);
    const names = changed.stale.join(', ');
    message.value = {
      words: `${names} was changed elsewhere meanwhile, so nothing was written. You see it as it is now.`,
      isFault: true,
    };
    return undefined;
  }

  const drafts = createDrafts(async (edits) => {
    try {
      await ask(() => {
        const was = read();
        return [{ kind: 'files', edits: edits.map(({ path, text }) => ({ path, was: was[path], content: text })) }];
      });
      await studio.build();
    } catch (error) {
      fail(error);
    }
  });

  const updates = createUpdates({
    press,
    story,
    settled: drafts.settled,
    long,
    change: (changes, words) => studio.change(changes, words),
  });

  /** Takes the last of `from` back, and puts what takes that back onto `to`. */
  async function turnBack(from: Signal<readonly Step[]>, to: Signal<readonly Step[]>, say: string): Promise<void> {
    const last = from.value.at(-1);
    if (!last) return;
    try {
      const edits = await ask(() => [{ kind: 'files', edits: last.edits }]);
      from.value = from.value.slice(0, -1);
      if (!edits) return;
      to.value = [...to.value, { words: last.words, edits }];
      message.value = { words: `${say}: ${last.words}` };
      await studio.build();
    } catch (error) {
      fail(error);
    }
  }

  const studio: Studio = {
    traits,
    stories,
    story,
    view,
    work,
    message,
    refusal,
    edition,
    cursor,
    target,
    chosen,
    settling,
    updates,
    covers,
    takes,
    checked,
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    hasGuesses: computed(() => {
      const current = story.value;
      return current !== undefined && current.guesses.length > 0 && !confirmed.value.has(current.id);
    }),

    async start(first) {
      try {
        traits.value = await press.call('hello', {});
        press.listen((event) => {
          if (event.kind === 'gone')
            message.value = { words: 'The preview has ended: start it again in the terminal.', isFault: true };
          if (event.kind === 'stories') press.call('stories', {}).then((all) => (stories.value = all), fail);
          if (event.kind === 'changed' && event.story === story.value?.id)
            reopen(event.story).then(() => studio.build(), fail);
        });
        stories.value = await press.call('stories', {});
        const id = traits.value.story ?? (stories.value.some((each) => each.id === first) ? first : undefined);
        if (id !== undefined) await studio.open(id);
      } catch (error) {
        fail(error);
      }
    },

    async bring(brought) {
      refusal.value = [];
      const answer = await long(`Reading ${brought.name}`, (options) => press.call('bring', brought, options));
      if (!answer) return;
      if (!answer.story) {
        refusal.value = answer.problems;
        return;
      }
      show(answer.story);
      stories.value = await press.call('stories', {});
      await studio.build();
    },

    async open(id) {
      try {
        await reopen(id);
        confirmed.value = new Set([...confirmed.value, id]);
        await studio.build();
      } catch (error) {
        fail(error);
      }
    },

    close() {
      running?.abort();
      batch(() => {
        story.value = undefined;
        view.value = undefined;
        refusal.value = [];
        message.value = undefined;
      });
      press.call('stories', {}).then((all) => (stories.value = all), fail);
    },

    async forget(id) {
      try {
        await press.call('forget', { story: id });
        if (story.value?.id === id) studio.close();
        stories.value = await press.call('stories', {});
      } catch (error) {
        fail(error);
      }
    },

    edit: (path, text) => drafts.put(path, text),

    async change(changes, words) {
      try {
        await drafts.settled();
        const edits = await ask(() => changes);
        if (!edits) return;
        batch(() => {
          done.value = [...done.value, { words, edits }];
          undone.value = [];
          message.value = { words, action: { name: 'Undo', run: () => studio.undo() } };
        });
        await studio.build();
      } catch (error) {
        fail(error);
      }
    },

    undo: () => turnBack(done, undone, 'Taken back'),
    redo: () => turnBack(undone, done, 'Done again'),

    async build() {
      const current = story.value;
      if (!current) return;
      making?.abort();
      const controller = new AbortController();
      making = controller;
      const asked = { story: current.id, edition: edition.value };
      const made = await long('Making the book', (options) => press.call('build', asked, options), controller);
      if (making !== controller) return;
      making = undefined;
      if (!made || story.value?.id !== current.id) return;
      batch(() => {
        // A book that cannot be made leaves the last one on the desk, with what is wrong beside it.
        view.value = made.book ? made : { ...made, book: view.value?.book };
        if (!made.notices.some((each) => noticeId(each) === chosen.value)) chosen.value = undefined;
      });
    },

    stop: () => running?.abort(),

    choose(notice) {
      batch(() => {
        chosen.value = notice && noticeId(notice);
        settling.value = undefined;
        if (notice?.inPage) target.value = { ...notice.inPage };
        if (notice?.place) cursor.value = { ...notice.place };
      });
    },

    isChosen: (notice) => noticeId(notice) === chosen.value,

    step(by) {
      const all = view.value?.notices.filter(({ place }) => place?.start) ?? [];
      if (all.length === 0) return;
      const at = all.findIndex((each) => noticeId(each) === chosen.value);
      const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
      studio.choose(all[next]);
    },

    async showInText(place) {
      const build = view.value?.book?.build;
      if (build === undefined) return;
      try {
        const found = await press.call('placeInText', { build, place });
        if (found) cursor.value = { ...found };
      } catch (error) {
        fail(error);
      }
    },

    async showInPage(place) {
      const build = view.value?.book?.build;
      if (build === undefined) return;
      try {
        const found = await press.call('placeInPage', { build, place });
        if (found) target.value = { ...found };
      } catch (error) {
        fail(error);
      }
    },

    entries: (paths, build) => press.call('entries', { build, paths }),

    async loadCovers() {
      const current = story.value;
      if (!current) return;
      try {
        covers.value = await press.call('covers', { story: current.id });
      } catch (error) {
        fail(error);
      }
    },

    async take(what) {
      const current = story.value;
      if (!current) return;
      const set = (state: TakeState) => {
        takes.value = new Map(takes.value).set(what, state);
      };
      set({ is: 'working' });
      await drafts.settled();
      const made = await long('Making the file', (options) => press.call('take', { story: current.id, what }, options));
      if (!made) return set({ is: 'idle' });
      if (!made.file) return set({ is: 'failed', problems: made.problems });
      give(made.file);
      set({ is: 'done', fileName: made.file.fileName, problems: made.problems });
    },

    async check() {
      const current = story.value;
      if (!current) return;
      const asked = edition.value;
      checked.value = { edition: asked, isWorking: true, problems: [] };
      const answer = await long('Checking with EPUBCheck’s rules', (options) =>
        press.call('check', { story: current.id, edition: asked }, options),
      );
      checked.value = answer && { edition: asked, isWorking: false, problems: answer.problems };
    },

    confirmGuesses() {
      const current = story.value;
      if (current) confirmed.value = new Set([...confirmed.value, current.id]);
    },

    reviewGuesses() {
      confirmed.value = new Set([...confirmed.value].filter((id) => id !== story.value?.id));
    },
  };
  return studio;
}

/** Something that was done, in words, and what takes it back. */
interface Step {
  readonly words: string;
  readonly edits: readonly FileEdit[];
}

function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'reason' in error && typeof error.reason === 'string')
    return error.reason;
  return error instanceof Error ? error.message : String(error);
}
