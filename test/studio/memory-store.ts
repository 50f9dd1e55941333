/** Stories in memory, as a press of the studio keeps them. */
import { sha256 } from '../../scripts/book/digest.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { memoryFiles } from '../../scripts/pipeline/memory-files.ts';
import { createPress } from '../../scripts/studio/press/create-press.ts';
import type { KeptStory, PressPlace, StoryStore } from '../../scripts/studio/press/place.ts';
import type { Answers, BuildView, Story } from '../../scripts/studio/protocol.ts';

type Kept = Omit<KeptStory, 'given'>;

/** A store that begins with some stories. */
export function memoryStore(stories: readonly Kept[] = []): StoryStore & { readonly stories: Map<string, Kept> } {
  const kept = new Map(stories.map((each) => [each.id, each]));
  return {
    stories: kept,
    list: async () =>
      [...kept.values()].map(({ id, name, files }) => ({
        id,
        title: name,
        changed: 0,
        size: [...files.values()].reduce((sum, { length }) => sum + length, 0),
      })),
    read: async (id) => {
      const story = kept.get(id);
      if (!story) return undefined;
      const { name, file, files } = story;
      const given = memoryFiles({ name: file ?? name, isFolder: file === undefined, files }, usualLimits);
      return { ...story, given };
    },
    create: async ({ name, files, guesses, importedFrom }) => {
      const id = `story-${kept.size + 1}`;
      kept.set(id, { id, name, files, guesses, importedFrom });
      return id;
    },
    write: async (id, edits) => {
      const story = kept.get(id);
      const files = new Map(story?.files);
      const stale = edits.filter(({ path, was }) => {
        const now = files.get(path);
        return (now && sha256(now)) !== was;
      });
      if (stale.length > 0) return { done: false, stale: stale.map(({ path }) => path) };
      for (const { path, content } of edits)
        if (content === undefined) files.delete(path);
        else files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
      if (story) kept.set(id, { ...story, files });
      return { done: true };
    },
    remove: async (id) => {
      kept.delete(id);
    },
  };
}

export type Texts = Readonly<Record<string, string | Uint8Array>>;

export const bytesOf = (files: Texts): Map<string, Uint8Array> =>
  new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new Uint8Array(new TextEncoder().encode(content)) : content,
    ]),
  );

export interface Studio {
  readonly press: Answers;
  readonly store: ReturnType<typeof memoryStore>;
  open(): Promise<Story>;
  build(edition?: Parameters<Answers['build']>[0]['edition']): Promise<BuildView>;
  /** What a file of the story holds. */
  text(path: string): string | undefined;
}

/** A press with one story, `story`. */
export function studioWith(files: Texts, more: Partial<Kept> & { readonly place?: Partial<PressPlace> } = {}): Studio {
  const { place, ...kept } = more;
  const store = memoryStore([{ id: 'story', name: 'story', guesses: [], files: bytesOf(files), ...kept }]);
  const traits = { kind: 'browser', version: '0' } as const;
  const press = createPress({ traits, store, openAsset, limits: usualLimits, today: () => '2026-11-28', ...place });
  return {
    press,
    store,
    open: () => press.open({ story: 'story' }, {}),
    build: (edition = 'epub') => press.build({ story: 'story', edition }, {}),
    text: (path) => {
      const bytes = store.stories.get('story')?.files.get(path);
      return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
  };
}
