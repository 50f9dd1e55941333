/**
 * The press in a worker of the browser: it answers the page’s calls, keeps its stories in the browser’s database, and tells the
 * page what other tabs change. Nothing of a story’s own is run, and nothing is asked of another host.
 */
import { usualLimits } from '../../book/limits.ts';
import { version } from '../../book/version.ts';
import { createPress } from '../press/create-press.ts';
import type { Answers, PressEvent, PressTraits } from '../protocol.ts';
import { answerCalls } from './answer-calls.ts';
import { openStoryStore } from './story-store.ts';

const tabs = new BroadcastChannel('fleuron-studio');
const store = openStoryStore(usualLimits, (event) => tabs.postMessage(event));
const traits: PressTraits = { kind: 'browser', version };
const press = createPress({
  traits,
  store,
  limits: usualLimits,
  today: () => new Date(Date.now()).toISOString().slice(0, 10),
  openAsset: async (name) => {
    const answer = await fetch(new URL(`../assets/${name}`, import.meta.url));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  },
});

const answers: Answers = {
  ...press,
  // Pages of hosts without TLS are not told.
  hello: async () =>
    'storage' in navigator ? { ...traits, isPersistent: await navigator.storage.persisted() } : traits,
  build: async (input, options) => {
    const view = await press.build(input, options);
    if (view.book) await store.rename(input.story, view.book.title);
    return view;
  },
};

tabs.addEventListener('message', ({ data }: MessageEvent<PressEvent>) => postMessage({ kind: 'event', event: data }));
answerCalls(self, answers);
