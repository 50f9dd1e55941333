/** One file imported as the command does it. In: its path. Out: a manuscript in memory. */
import type { Limits } from '../../scripts/book/limits.ts';
import { importPaths } from '../../scripts/commands/from-disk.ts';

export const importFile = (path: string, limits?: Limits) => importPaths([path], limits);
