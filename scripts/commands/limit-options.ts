/** In: what stands behind each `--limit`. Out: the limits of this run, or what is wrong with them. */
import { getHeapStatistics } from 'node:v8';
import {
  type Limit,
  type LimitName,
  type Limits,
  limitNames,
  limitTable,
  megabyte,
  printLimit,
  usualLimits,
} from '../book/limits.ts';
import { nearest } from '../report/nearest.ts';

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/**
 * Reads `name=value`, each over the usual limits; of one name given twice the last counts. What could not be kept in
 * `heap` bytes of memory is refused: Node would be ended in the middle of a book.
 */
export function readLimits(
  words: readonly string[],
  heap: number = getHeapStatistics().heap_size_limit,
): { readonly limits: Limits } | { readonly reason: string } {
  const limits: Record<LimitName, number> = { ...usualLimits };
  for (const word of words) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
    if (name === '') return { reason: `“${short(word)}” is no limit. → Write: --limit name=value` };
    if (!isName(name)) {
      const guess = nearest(name, limitNames);
      return {
        reason: `There is no limit “${short(name)}”, only ${limitNames.join(', ')}${guess ? `. Did you mean “${guess}”?` : ''}`,
      };
    }
    const read = readValue(name, value.trim(), heap);
    if ('reason' in read) return read;
    limits[name] = read.value;
  }
  return { limits };
}

function readValue(
  name: LimitName,
  word: string,
  heap: number,
): { readonly value: number } | { readonly reason: string } {
  const { unit, most, end } = limitTable[name];
  const isSize = unit === 'bytes';
  const [, number = '', prefix = ''] =
    (isSize ? /^(\d{1,15}(?:\.\d{1,3})?) ?(?:([kmg])i?)?b?$/i : /^(\d{1,15})$/).exec(word) ?? [];
  const value = Math.floor(Number(number) * (units[prefix.toLowerCase()] ?? 1));
  if (number === '' || value < 1)
    return {
      reason: `“${short(word)}” is no value of the limit “${name}”; it takes ${isSize ? 'a size like 128MB' : 'a whole number from 1'}`,
    };
  if (value > most)
    return {
      reason: `“${word}” is too much for the limit “${name}”; ${printLimit(name, most)} are possible: ${end}`,
    };
  const { heap: each } = limitTable[name] as Limit;
  if (each !== undefined && value > usualLimits[name] && value * each > heap)
    return {
      reason: `“${word}” is too much for the limit “${name}”; ${printLimit(name, Math.max(usualLimits[name], Math.floor(heap / each)))} are possible: Node has ${Math.round(heap / megabyte)} MB of memory here. Start it with NODE_OPTIONS=--max-old-space-size=${Math.ceil((value * each) / megabyte)} for so much`,
    };
  return { value };
}

const isName = (name: string): name is LimitName => Object.hasOwn(limitTable, name);

const short = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);
