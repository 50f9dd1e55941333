/** A Crowbook book in its order. In: a folder of sources and the path of its `.book` file. Out: an arrangement: parts, chapters, what comes before and after. */
import { usualLimits } from '../../book/limits.ts';
import { arrangeListed, type ListedItem } from './arrange-listed.ts';
import { factsOfKeys } from './book-keys.ts';
import { createReporter } from './diagnostics.ts';
import type { SourceFolder } from './source-folder.ts';
import type { Arrangement } from './spine-item.ts';
import { plainKeys } from './spine-item-keys.ts';

/** `+ one.md`, `3. three.md`, `-- below.md`, `! hidden.md`, `@ part.md`; a part’s sign may stand with another. */
const listed = /^[ \t]*(@?)([-+!]+|\d+\.|@)?[ \t]+(\S.*\.(?:md|markdown|txt))[ \t]*$/;

/** Arranges the files of the list; the lines above it are keys. */
export function arrangeCrowbook(source: SourceFolder, list: string, text: string): Arrangement {
  const rows = text.split('\n');
  const found = rows.flatMap((row, at) => {
    const [, part, sign = '', path = ''] = listed.exec(row) ?? [];
    return path === '' ? [] : [{ isPart: part === '@', sign, path, line: at + 1 }];
  });
  const isNumbered = ({ sign }: { readonly sign: string }): boolean => /^\+|^\d/.test(sign);
  const first = found.find(isNumbered)?.line ?? 0;
  const last = found.findLast(isNumbered)?.line ?? rows.length;
  const items = found.map(
    ({ isPart, path, line }): ListedItem => ({
      type: isPart ? 'part' : 'chapter',
      title: undefined,
      path,
      place: line < first ? 'prefix' : line > last ? 'suffix' : 'numbered',
      line,
    }),
  );
  const { report, problems } = createReporter(list);
  const head = rows.slice(0, (found[0]?.line ?? 1) - 1).join('\n');
  const read = plainKeys(head, { path: list, firstLine: 1, limits: usualLimits });
  const facts = factsOfKeys(read.value, report);
  const arranged = arrangeListed(source, list, items);
  return {
    dialect: 'outline',
    ...arranged,
    facts,
    problems: [...read.problems, ...problems(), ...arranged.problems],
    pictureFolders: [],
  };
}
