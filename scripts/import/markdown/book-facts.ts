/** What an imported book is called, and its cover. In: what was found. Out: facts; each guess a hint that says how sure it is. */

import { titleOfName } from '../../book/file-names.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import { guessed, type Problem, problem } from '../../report/problem.ts';
import { confidences } from '../confidence.ts';
import { pathOf } from './addresses.ts';
import type { SourceFolder } from './source-folder.ts';

export interface TitleSources {
  readonly facts: Facts;
  /** A heading over all the others. */
  readonly over: string | undefined;
  /** What the folder’s readme calls it. */
  readonly about: string | undefined;
  /** The name of the file or folder. */
  readonly name: string | undefined;
}

/** The book’s title, from the best source there is. */
export function titleOf(
  { facts, over, about, name }: TitleSources,
  path: string,
): { readonly title: string | undefined; readonly problems: readonly Problem[] } {
  const { title: known } = facts;
  if (known !== undefined) return { title: known, problems: [] };
  const named = name && titleOfName(name);
  const [title, from, confidence] =
    over !== undefined
      ? [over, 'the heading over all others', confidences['heading over all others']]
      : about !== undefined
        ? [about, 'the folder’s readme', confidences['only heading']]
        : [named || undefined, 'the name of file or folder', confidences['name of a file']];
  if (title === undefined) return { title, problems: [] };
  const hint = problem(
    'title-guessed',
    { path },
    `“${title}” taken as the title, from ${from}`,
    'Change it in book.yaml.',
  );
  return { title, problems: [guessed(confidence, hint)] };
}

export interface Cover {
  /** In the manuscript. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The cover that a key names, from the file that it stands in; undefined with a hint where it cannot be had. */
export function coverOf(
  address: string,
  from: string,
  source: SourceFolder,
): { readonly cover: Cover | undefined; readonly problems: readonly Problem[] } {
  const ending = /\.(jpe?g|png|gif|svg)$/i.exec(address)?.[1]?.toLowerCase();
  for (const path of [pathOf(address, from), pathOf(address, '')]) {
    const bytes = path === undefined || ending === undefined ? undefined : source.bytes(path);
    if (bytes) return { cover: { path: `cover.${ending}`, bytes }, problems: [] };
  }
  const hint = problem(
    'import-left-out',
    { path: from },
    `Left out: the cover “${address}”, which is not in the folder, or is no picture that a book can hold`,
  );
  return { cover: undefined, problems: [hint] };
}
