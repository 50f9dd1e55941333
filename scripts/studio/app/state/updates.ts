/**
 * A newer version of the story that is open: planned, looked at, made or left; and what the last update changed. In: the press, and how
 * the app does long work and changes. Out: what the sheet shows.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Problem } from '../../../report/problem.ts';
import type { Comparison } from '../../../versions/compare-stories.ts';
import type { Brought, CallOptions, Change, Press, Story, UpdatePlan } from '../../protocol.ts';

/** What is looked at. */
export type UpdateView =
  | { readonly is: 'plan'; readonly newer: Brought; readonly plan: UpdatePlan; readonly problems: readonly Problem[] }
  | {
      readonly is: 'refused';
      readonly newer: Brought;
      readonly problems: readonly Problem[];
      readonly needsBase: boolean;
    }
  | { readonly is: 'done'; readonly comparison: Comparison };

/** What somebody chose, while it is read. */
type Bringing = Promise<Brought | undefined>;

export interface Updates {
  readonly view: ReadonlySignal<UpdateView | undefined>;
  /** Shows what a newer version would change; `base` is what the story was imported from, where it has no record of that. */
  plan(newer: Bringing, base?: Bringing): Promise<void>;
  /** Makes what is shown. */
  apply(): Promise<void>;
  /** Shows what the last update changed. */
  compare(): Promise<void>;
  leave(): void;
}

interface Around {
  readonly press: Press;
  readonly story: ReadonlySignal<Story | undefined>;
  /** When all that was typed is written. */
  readonly settled: () => Promise<void>;
  readonly long: <Result>(name: string, run: (options: CallOptions) => Promise<Result>) => Promise<Result | undefined>;
  readonly change: (changes: readonly Change[], words: string) => Promise<void>;
}

export function createUpdates({ press, story, settled, long, change }: Around): Updates {
  const view = signal<UpdateView | undefined>(undefined);
  /** Asks about the story that is open; what comes when another is, is not shown. */
  async function ask<Result>(name: string, run: (id: string, options: CallOptions) => Promise<Result>) {
    const id = story.value?.id;
    if (id === undefined) return undefined;
    await settled();
    const answer = await long(name, (options) => run(id, options));
    return story.value?.id === id ? answer : undefined;
  }
  return {
    view,
    async plan(newer, base) {
      view.value = undefined;
      const answer = await ask('Reading the newer version', async (id, options) => {
        const [fresh, older] = await Promise.all([newer, base]);
        if (!fresh || (base && !older)) return undefined;
        const asked = { story: id, newer: fresh, base: older };
        const { plan, problems, needsBase } = await press.call('update', asked, options);
        const view: UpdateView = plan
          ? { is: 'plan', newer: fresh, plan, problems }
          : { is: 'refused', newer: fresh, problems, needsBase };
        return view;
      });
      if (answer) view.value = answer;
    },
    async apply() {
      const shown = view.value;
      view.value = undefined;
      if (shown?.is === 'plan')
        await change([{ kind: 'files', edits: shown.plan.edits }], `Updated from ${shown.newer.name}`);
    },
    async compare() {
      const answer = await ask('Comparing', (id, options) => press.call('compare', { story: id }, options));
      if (answer?.comparison) view.value = { is: 'done', comparison: answer.comparison };
      else if (answer) view.value = undefined;
    },
    leave() {
      view.value = undefined;
    },
  };
}
