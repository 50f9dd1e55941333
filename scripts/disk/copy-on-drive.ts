/** Looks for an older copy of a book on a reader, which may have another name there. Nothing is written. */
import { join } from 'node:path';
import { finishedFacts } from '../archive/finished-facts.ts';
import type { Limits } from '../book/limits.ts';
import { isSameName } from '../devices/device-name.ts';
import { isOwnBook } from './overwrite.ts';
import { namesIn } from './path-facts.ts';
import { readFinished } from './read-finished.ts';

/**
 * The name of the file in a folder that is an older copy: one of Fleuron's books of the same kind of file with the same identifier, else one of
 * the same name. Undefined where there is none.
 */
export function copyOnDrive(
  folder: string,
  { name, ending, bytes }: { readonly name: string; readonly ending: string; readonly bytes: Uint8Array },
  limits: Limits,
): string | undefined {
  const names = namesIn(folder);
  const identifier = finishedFacts(bytes, limits)?.identifier;
  const isCopy = (each: string): boolean => {
    const path = join(folder, each);
    if (!isSameName(endingOf(each), ending) || !isOwnBook(path)) return false;
    const older = readFinished(path, limits).value;
    return older !== undefined && finishedFacts(older, limits)?.identifier === identifier;
  };
  return (identifier !== undefined && names.find(isCopy)) || names.find((each) => isSameName(each, name));
}

/** `.epub`, or with what stands before it: `.kepub.epub`. */
const endingOf = (name: string): string => /(?:\.(?:kepub|kindle|legacy|large-print))?\.epub$/i.exec(name)?.[0] ?? '';
