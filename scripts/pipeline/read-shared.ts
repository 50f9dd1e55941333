/**
 * Pages that several books share: `shared` in book.yaml names the folder beside the stories that has them. In: a manuscript, and the files
 * that it was loaded from. Out: the manuscript with those pages among its files, under the path that was typed. Loaded only where a
 * book.yaml may have that key.
 */
import { isMarkdownName } from '../book/dialect-signs.ts';
import { stemOf } from '../book/file-names.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import { readBookKeys } from '../metadata/keys.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { readText } from './load-manuscript.ts';

/** Adds the pages; a file of the manuscript’s own takes the place of the one of its name. What cannot be had is a warning at the key. */
export function withShared(manuscript: Manuscript, given: GivenFiles, limits: Limits): Outcome<Manuscript> {
  const { problems, add } = collector();
  const { bookFile } = manuscript;
  const { values, places } = readBookKeys(bookFile?.text ?? '', bookFile?.path ?? '', limits);
  if (values.shared === undefined) return { value: manuscript, problems };
  const refuse = (reason: string, hint: string): Outcome<Manuscript> => ({
    value: manuscript,
    problems: [problem('shared-left-out', places.get('shared'), `${reason}, so the book lacks its pages.`, hint)],
  });
  const path = values.shared.replaceAll('\\', '/').replace(/\/+$/, '');
  if (!/^(?:\.\.\/)+(?!\.{0,2}(?:\/|$))[^/\0]+(?:\/(?!\.{0,2}(?:\/|$))[^/\0]+)*$/.test(path))
    return refuse(`“${values.shared}” is no folder outside of the book’s`, 'Write a path like ../author.');
  if (!given.shared && !given.outside)
    return refuse(
      `“${path}” was not opened, because nothing outside of the story’s own files is read here`,
      'Put the pages into the story’s folder; in a work of a book of several, name the folder in the book.yaml of the book.',
    );
  const folder = given.shared?.(path) ?? given.outside?.(path);
  if (!folder?.isFolder)
    return refuse(
      `There is no folder “${path}” beside the book’s, or it holds the book itself`,
      'Correct the path; it begins at the folder of book.yaml.',
    );
  const fingerprints = new Map(manuscript.fingerprints);
  const read = (name: string): SourceFile | undefined => {
    const { value: text, problems: found, sha256 } = readText(folder, name, 'text');
    const whole = `${path}/${name}`;
    add(found.map((each) => ({ ...each, ...(each.place && { place: { ...each.place, path: whole } }) })));
    if (sha256 !== undefined) fingerprints.set(whole, sha256);
    return text === undefined ? undefined : { path: whole, text };
  };
  add(folder.problems.map((each) => ({ ...each, place: { path } })));
  const own = new Set(manuscript.files.map((file) => plainStem(file.path)));
  const pages = folder.names.filter(
    (name) => !name.includes('/') && isMarkdownName(name) && !/^readme\.md$/i.test(name) && !own.has(plainStem(name)),
  );
  const files = [...manuscript.files, ...pages.flatMap((name) => read(name) ?? [])];
  const metadata = folder.names.find((name) => /^book\.ya?ml$/i.test(name));
  const defaults = metadata === undefined ? undefined : read(metadata);
  const open: Manuscript['open'] = (each, place) =>
    each.startsWith(`${path}/`) ? folder.open(each.slice(path.length + 1), place) : manuscript.open(each, place);
  return { value: { ...manuscript, files, fingerprints, open, shared: { path, bookFile: defaults } }, problems };
}

/** The name of a file without the number by which an author orders it. */
const plainStem = (path: string): string =>
  stemOf(path)
    .toLowerCase()
    .replace(/^[\d.]+[\s._-]*/, '');
