/** What authors do to a novel between two versions. In: a version, and chance. Out: the next one; blocks keep their names. */
export interface Block {
  /** The same in every version. */
  readonly name: string;
  readonly text: string;
}

export interface Chapter {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
}

export interface Novel {
  readonly title: string;
  /** Of the tool: another theme or style sheet, other marks. */
  readonly look: 'usual' | 'other theme' | 'new version';
  readonly front: readonly { readonly name: string; readonly text: string }[];
  readonly chapters: readonly Chapter[];
}

/** A novel in Markdown, whose chapters are those of some length; the last is left for an insertion. */
export function novelOf(title: string, text: string): { readonly novel: Novel; readonly spare: Chapter } {
  const chapters = text
    .split(/^(?=#{1,2} )/m)
    .map((part) => part.trim().split(/\n{2,}/))
    .filter((blocks) => blocks.length > 12)
    .map((blocks, at) => ({
      heading: `${at + 1}. ${(blocks[0] ?? '').replace(/^#+\s*|\[\^.*$/g, '').trim()}`,
      blocks: blocks.slice(1).map((each, step) => ({ name: `${at} ${step}`, text: each })),
      notes: [],
    }));
  const spare = chapters.pop();
  if (!spare) throw new Error(`${title} has no chapters`);
  return { novel: { title, look: 'usual', front: [], chapters }, spare };
}

export type Edit = (novel: Novel, spare: Chapter) => Novel;

const eachChapter =
  (change: (chapter: Chapter, at: number) => Chapter): Edit =>
  (novel) => ({ ...novel, chapters: novel.chapters.map(change) });

const fresh = (text: string): Block => ({ name: `new ${text}`, text });

/** A tenth of the paragraphs, in every chapter. */
const mend = (change: (block: Block, at: number, chapter: number) => Block) =>
  eachChapter((chapter, own) => ({
    ...chapter,
    blocks: chapter.blocks.map((block, at) => (at % 10 === 3 ? change(block, at, own) : block)),
  }));

/** A letter of the fifth word is doubled. */
const withTypo = (text: string): string => text.replace(/^((?:\S+\s+){4}\S*?)([a-z])/, '$1$2$2');

export const edits: Readonly<Record<string, Edit>> = {
  'typing errors': mend((block) => ({ ...block, text: withTypo(block.text) })),
  'paragraph at the start of each chapter': eachChapter((chapter, at) => ({
    ...chapter,
    blocks: [
      fresh(`Before all this, number ${at} of the new beginnings was written by somebody else.`),
      ...chapter.blocks,
    ],
  })),
  'scene moved in its chapter': eachChapter((chapter, at) =>
    at % 3 === 1 ? { ...chapter, blocks: [...chapter.blocks.slice(6), ...chapter.blocks.slice(0, 6)] } : chapter,
  ),
  'scene moved to another chapter, which is another file': (novel) => {
    const scenes = novel.chapters.map(({ blocks }, at) => (at % 5 === 2 ? blocks.slice(4, 16) : []));
    return {
      ...novel,
      chapters: novel.chapters.map((chapter, at) => {
        const own = chapter.blocks.filter((block) => !scenes[at]?.includes(block));
        return { ...chapter, blocks: [...own.slice(0, 5), ...(scenes[at - 2] ?? []), ...own.slice(5)] };
      }),
    };
  },
  'chapter inserted in the middle': (novel, spare) => {
    const middle = Math.floor(novel.chapters.length / 2);
    return { ...novel, chapters: [...novel.chapters.slice(0, middle), spare, ...novel.chapters.slice(middle)] };
  },
  'notes added': (novel, spare) => {
    const noted = mend((block, at, own) => ({
      ...block,
      text: block.text.replace(/(?<=[.!?]["”]?)(?= |$)/, `[^n${own}x${at}]`),
    }))(novel, spare);
    const labels = ({ blocks }: Chapter) => blocks.flatMap(({ text }) => /\[\^(n\d+x\d+)\]/.exec(text)?.[1] ?? []);
    return eachChapter((chapter) => ({
      ...chapter,
      notes: labels(chapter).map((label) => `[^${label}]: A remark on this, by the editor of ${label}.`),
    }))(noted, spare);
  },
  'front matter added': (novel) => ({
    ...novel,
    front: [
      { name: 'Dedication', text: 'For all who wait for the next chapter.' },
      { name: 'Foreword', text: 'This book was read by many before it was one.\n\nThey asked for a foreword.' },
    ],
  }),
  'chapter split': (novel) => ({
    ...novel,
    chapters: novel.chapters.flatMap((chapter, at) => {
      const half = Math.floor(chapter.blocks.length / 2);
      return at % 6 === 2
        ? [
            { ...chapter, blocks: chapter.blocks.slice(0, half) },
            { ...chapter, heading: `${at + 1}b. Continued`, blocks: chapter.blocks.slice(half) },
          ]
        : [chapter];
    }),
  }),
  retitled: (novel) => ({
    ...novel,
    title: 'A Better Title',
    chapters: novel.chapters.map((chapter, at) => ({ ...chapter, heading: `${at + 1}. Otherwise Called ${at}` })),
  }),
  'other theme': (novel) => ({ ...novel, look: 'other theme' }),
  'new version of the tool, as another house style': (novel) => ({ ...novel, look: 'new version' }),
};
