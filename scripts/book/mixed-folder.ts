/** A folder that somebody keeps a story in, a file a chapter, in whatever format each was typed: `1.docx`, `2.txt`, `3.md`. */
import { isOrder, isProjectFile } from './dialect-signs.ts';

/** What makes a folder a book of one tool, which has an importer of its own. */
const ofTools = /^(?:book\.(?:toml|ya?ml)|metadata\.ya?ml)$/i;

/** The files of its story, in the order of their names; none where all are Markdown, which is a manuscript already. */
export function mixedStory(names: readonly string[]): readonly string[] {
  if (names.some((name) => ofTools.test(name) || isOrder(name) || isProjectFile(name))) return [];
  const stories = names.filter(
    (name) =>
      /^[^/]+\.(?:docx|odt|rtf|epub|x?html?|txt|md|markdown)$/i.test(name) &&
      !/^(?:readme|licen[cs]e|reference|template)\b/i.test(name),
  );
  return stories.every((name) => /\.(?:md|markdown)$/i.test(name)) ? [] : stories;
}
