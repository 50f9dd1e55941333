/** Two versions of a story, compared. In: what was given for each: a manuscript, a book, a story in any format. Out: what changed; nothing runs that came with them. */
import { allSections, type Book } from '../book/book.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import { authorNames } from '../book/metadata.ts';
import { hasErrors, type Outcome } from '../report/problem.ts';
import { typesetBook } from '../typeset/typeset-book.ts';
import { type ChapterText, type Comparison, compareStories, type StoryText } from '../versions/compare-stories.ts';
import { pictureSums } from './picture-sums.ts';
import { refusePlugins } from './plugins.ts';
import { readGiven } from './read-given.ts';
import { textOfBlock } from './visible-words.ts';

/** Compares an older version with a newer one; undefined where one of them cannot be read. */
export async function compareGiven(
  older: GivenFiles,
  newer: GivenFiles,
  limits: Limits,
): Promise<Outcome<Comparison | undefined>> {
  const [before, after] = [await storyText(older, limits), await storyText(newer, limits)];
  const problems = [...before.problems, ...after.problems];
  const value = before.value && after.value && compareStories(before.value, after.value);
  return { value, problems };
}

/** What a reader sees of a story, its marks set, so that two ways of typing them are no difference. */
async function storyText(given: GivenFiles, limits: Limits): Promise<Outcome<StoryText | undefined>> {
  const sources = new Map<string, string>();
  const { value: read, problems } = await readGiven(given, { loadPlugins: refusePlugins, limits }, sources);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!read || hasErrors(problems)) return { value: undefined, problems: errors };
  const { value: book } = await typesetBook(read.book, { sources });
  const value: StoryText = {
    title: book.metadata.title,
    facts: factsOf(book),
    chapters: chaptersOf(book),
    pictures: pictureSums(read.manuscript),
  };
  return { value, problems: [] };
}

function chaptersOf(book: Book): readonly ChapterText[] {
  return [...allSections(book.sections)].flatMap(({ id, heading, title, content, notes }) => {
    const blocks = [...content.children, ...notes.map(({ definition }) => definition)];
    if (book.works?.has(id) && blocks.length === 0) return []; // holds a work, and has nothing itself
    return {
      path: id,
      heading: heading ? textOfBlock(heading) : title,
      paragraphs: blocks.map(textOfBlock).filter((text) => text !== ''),
    };
  });
}

// biome-ignore format: a line of words reads better
const factNames = [
  'title', 'subtitle', 'author', 'lang', 'series', 'description', 'publisher', 'published', 'updated', 'rights', 'source', 'tags',
  'rating', 'warnings', 'fandoms', 'relationships', 'characters', 'status', 'chapters',
] as const;

function factsOf({ metadata }: Book): ReadonlyMap<string, string> {
  const { contributors, series, date, archival } = metadata;
  const facts: Readonly<Partial<Record<(typeof factNames)[number], string | readonly string[] | undefined>>> = {
    ...metadata,
    ...archival,
    author: authorNames(contributors),
    series: series && [series.name, series.position ?? ''],
    published: date,
  };
  return new Map(
    factNames.flatMap((key) => {
      const text = [facts[key] ?? []].flat().filter(Boolean).join(', ');
      return text === '' ? [] : [[key, text] as const];
    }),
  );
}
