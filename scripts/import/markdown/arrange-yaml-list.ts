/** A book that Quarto, bookdown or pandoc make, in its order. In: a folder of sources and the path of the list, YAML. Out: an arrangement. */
import { usualLimits } from '../../book/limits.ts';
import type { Entry, Value } from '../../metadata/entry.ts';
import { ownKeys } from '../../metadata/foreign-keys.ts';
import { isMap } from '../../metadata/people.ts';
import { readYaml } from '../../metadata/yaml.ts';
import { arrangeListed, type ListedItem } from './arrange-listed.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter } from './diagnostics.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';

/** Arranges the files of the list: `book.chapters` and `book.appendices`, `rmd_files`, or `input-files`. */
export function arrangeYamlList(source: SourceFolder, list: string, text: string): Arrangement {
  const { entries, problems: faults } = readYaml(text, { path: list, firstLine: 1, limits: usualLimits });
  const value = (key: string): Value => entries.find((entry) => entry.key === key)?.value ?? null;
  const book = value('book');
  const { chapters = null, appendices = null, ...keys } = isMap(book) ? book : {};
  const files = value('rmd_files');
  const items = [
    ...itemsOf(chapters, 'numbered'),
    ...itemsOf(appendices, 'suffix'),
    ...itemsOf(isMap(files) ? (files['epub'] ?? files['html'] ?? files['latex'] ?? null) : files, 'numbered'),
    ...itemsOf(value('input-files'), 'numbered'),
  ];
  const { report, problems } = createReporter(list);
  const metadata = value('metadata');
  const place = { path: list };
  const said = { lang: value('lang'), ...keys, ...(isMap(metadata) ? metadata : {}) };
  const own = ownKeys(
    Object.entries(said).map(([key, each]): Entry => ({ key, value: each, keyPlace: place, valuePlace: () => place })),
  );
  const facts = factsOfKeys(own, report);
  const arranged = arrangeListed(source, list, items);
  return {
    dialect: 'outline',
    // The first file has what the list does not say.
    items: arranged.items.map((item, at) => (at === 0 ? { ...item, speaksOfBook: true } : item)),
    facts,
    problems: [...faults, ...problems(), ...arranged.problems],
    pictureFolders: [],
  };
}

/** A file; a part with its chapters; a section of a site with its contents. */
function itemsOf(value: Value, place: ListedItem['place']): readonly ListedItem[] {
  if (typeof value === 'string')
    return isFile(value) ? [{ type: 'chapter', title: undefined, path: value, place, line: 1 }] : [];
  if (Array.isArray(value)) return value.flatMap((each: Value) => itemsOf(each, place));
  if (!isMap(value)) return [];
  const { part = null, chapters = null, file = null, href = null, text = null } = value;
  const own = typeof file === 'string' ? file : href;
  const title = typeof text === 'string' ? text : undefined;
  const head: readonly ListedItem[] =
    typeof part === 'string'
      ? [{ type: 'part', title: part, path: isFile(part) ? part : '', place, line: 1 }]
      : typeof own === 'string' && isFile(own)
        ? [{ type: 'chapter', title, path: own, place, line: 1 }]
        : [];
  return [...head, ...itemsOf(chapters, place)];
}

const isFile = (path: string): boolean => /\.(?:q?md|Rmd|markdown|txt)$/.test(path);
