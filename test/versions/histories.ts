/**
 * Made histories of stories: versions of a site, and a reader who mends the folder in between. In: chapters and a seed. Out: the versions,
 * with what each side did. The same seed gives the same history.
 */
import type { StoryFolder } from '../../scripts/versions/story-folder.ts';

export type Chapters = readonly { readonly name: string; readonly blocks: readonly string[] }[];

export const pick = <Item>(next: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('nothing to pick');
  return item;
};

/** What a site does to its chapters from one version to the next; `spare` are chapters that it has not yet published. */
export function publish(now: Chapters, spare: Chapters, next: () => number, tag: string): Chapters {
  const made = now.map((chapter) => ({ ...chapter, blocks: [...chapter.blocks] }));
  const mend = (count: number) => {
    for (let left = count; left > 0; left--) {
      const chapter = pick(next, made);
      const at = 1 + Math.floor(next() * (chapter.blocks.length - 1));
      chapter.blocks[at] = `${chapter.blocks[at] ?? ''} Site${tag}n${left}.`;
    }
  };
  switch (Math.floor(next() * 8)) {
    case 0: {
      const chapter = pick(next, made);
      chapter.blocks.splice(1, 0, `A paragraph at the beginning, site${tag}.`);
      break;
    }
    case 1: {
      const chapter = pick(next, made);
      if (chapter.blocks.length > 8) chapter.blocks.push(...chapter.blocks.splice(2, 2));
      break;
    }
    case 2: {
      const [inserted] = spare;
      if (inserted) return [...made.slice(0, 2), { ...inserted, blocks: [...inserted.blocks] }, ...made.slice(2)];
      break;
    }
    case 3: {
      const at = made.findIndex(({ blocks }) => blocks.length > 30);
      const chapter = made[at];
      if (!chapter) break;
      const tail = chapter.blocks.splice(Math.floor(chapter.blocks.length / 2));
      made.splice(at + 1, 0, { name: `${chapter.name} ${tag}`, blocks: [`# Later, site${tag}`, ...tail] });
      break;
    }
    case 4: {
      const chapter = pick(next, made);
      chapter.blocks[0] = `${chapter.blocks[0] ?? ''}, site${tag}`;
      break;
    }
    case 5:
      if (made.length > 3) made.splice(Math.floor(next() * made.length), 1);
      break;
    case 6:
      if (made.length > 3) made.push(...made.splice(1, 1));
      break;
    default:
  }
  mend(3);
  return [...made, ...spare.slice(1, 2)];
}

/** The files that an import of chapters writes. */
export function folderOf(chapters: Chapters): StoryFolder {
  const texts = new Map(chapters.map(({ blocks }, at) => [`chapter-${at + 1}.md`, `${blocks.join('\n\n')}\n`]));
  const order = [...texts.keys()];
  return {
    texts: new Map([...texts, ['book.yaml', `title: Story\nchapters: ${chapters.length}/?\n`]]),
    order,
    pictures: new Map(),
  };
}

/** A novel as chapters. */
export function chaptersOf(novel: string): Chapters {
  return novel
    .split(/^(?=#{1,2} )/m)
    .map((text) => text.trim().split(/\n{2,}/))
    .filter((blocks) => blocks.length > 12)
    .map((blocks, at) => ({ name: String(at), blocks }));
}
