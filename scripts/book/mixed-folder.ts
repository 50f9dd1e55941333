/** A folder that somebody keeps a story in, a file a chapter, in whatever format each was typed: `1.docx`, `2.txt`, `3.md`. */
import { isOrder, isProjectFile } from './dialect-signs.ts';
import { kindOfName } from './file-names.ts';
import { rankOfKind } from './sections.ts';
import { sortByNumber } from './sort-by-number.ts';

/** What makes a folder a book of one tool, which has an importer of its own. */
const ofTools = /^(?:book\.(?:toml|ya?ml)|metadata\.ya?ml)$/i;

/** The files of its story in reading order; none where all are Markdown, which is a manuscript already. */
export function mixedStory(names: readonly string[]): readonly string[] {
  if (names.some((name) => ofTools.test(name) || isOrder(name) || isProjectFile(name))) return [];
  const stories = storiesAmong(names, /^[^/]+\.(?:docx|odt|rtf|epub|x?html?|txt|md|markdown)$/i);
  return stories.every((name) => /\.(?:md|markdown)$/i.test(name)) ? [] : stories;
}

/** The texts of its story, where it has no other files of one, in reading order. */
export const textsAmong = (names: readonly string[]): readonly string[] => storiesAmong(names, /^[^/]+\.txt$/i);

/** In the order of their names, in which numbers may be words, a prologue before the chapters. */
function storiesAmong(names: readonly string[], form: RegExp): readonly string[] {
  const stories = names.filter((name) => form.test(name) && !/^(?:readme|licen[cs]e|reference|template)\b/i.test(name));
  const rankOf = (name: string): number => rankOfKind(kindOfName(name) ?? 'chapter');
  return [...sortByNumber(stories)].sort((one, other) => rankOf(one) - rankOf(other));
}
