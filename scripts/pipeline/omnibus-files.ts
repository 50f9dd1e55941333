/** Several imported stories as the works of one book. In: each, with the name of its folder. Out: the files of all, and a book.yaml that lists them. */
import { encodeUtf8 } from '../book/bytes.ts';
import { slug, stemOf } from '../book/file-names.ts';
import { printYaml } from '../import/print-yaml.ts';
import { readBookKeys } from '../metadata/keys.ts';
import { type ImportedManuscript, manuscriptBytes } from './import.ts';

export interface ImportedWork {
  /** Of its folder in that of the book. */
  readonly name: string;
  readonly imported: ImportedManuscript;
}

/** Names of folders for stories, after the files that they came from; each is another. */
export function workFolders(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const stem = slug(stemOf(path.replace(/[\\/]+$/, '').replaceAll('\\', '/')));
    let name = stem;
    for (let at = 2; taken.has(name); at++) name = `${stem}-${at}`;
    taken.add(name);
    return name;
  });
}

/** The files by path. Works that all have a place in one series are listed with it, in the order of the series; others as they were given. */
export function omnibusFiles(works: readonly ImportedWork[]): ReadonlyMap<string, Uint8Array> {
  const files = works.flatMap(({ name, imported }) =>
    [...manuscriptBytes(imported)].map(([path, bytes]) => [`${name}/${path}`, bytes] as const),
  );
  const series = works.map(
    ({ imported: { manuscript } }) => readBookKeys(manuscript.bookFile?.text ?? '', '').values.series,
  );
  const isOne = series.every((each) => each?.position !== undefined && each.name === series[0]?.name);
  const listed = works.map(({ name: path }, at) => ({ path, 'series-index': series[at]?.position ?? '' }));
  const books = isOne
    ? listed.sort((left, right) => Number(left['series-index']) - Number(right['series-index']))
    : works.map(({ name }) => name);
  return new Map([['book.yaml', encodeUtf8(printYaml({ books }))] as const, ...files]);
}
