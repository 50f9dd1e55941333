/** Numbers that stand as words or Roman numerals in the names of files. In: names. Out: names that sort by their numbers. */
import { comparePaths } from './file-names.ts';
import { lookUp } from './look-up.ts';

/** From one to twenty. To add a language, add a row. */
const rows = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
  'uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  'um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte',
  'een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
].map((row) => row.split(' '));

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numbers: Readonly<Record<string, number>> = {
  ...Object.fromEntries(rows.flatMap((row) => row.map((word, at) => [word, at + 1]))),
  ...Object.fromEntries(
    tens.flatMap((ten, at) => [
      [ten, 10 * at + 20],
      ...[rows[0] ?? [], rows[1] ?? []].flatMap((row) =>
        row.slice(0, 9).map((unit, step) => [`${ten}-${unit}`, 10 * at + 21 + step] as const),
      ),
    ]),
  ),
};

const roman = /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The number of digits, of a word (`twenty-one`) or of a Roman numeral, in small letters. */
export function numberOfWord(word: string): number | undefined {
  if (/^\d{1,6}$/.test(word)) return Number(word);
  if (!roman.test(word)) return lookUp(numbers, word);
  return romanValue(word);
}

/** The value of Roman digits in small letters, in a usual form or not. */
export function romanValue(numeral: string): number {
  const digits = [...numeral].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

interface Numbered {
  readonly lead: string;
  readonly number: number;
  readonly rest: string;
  readonly isWord: boolean;
}

/** `Chapter Two - The Coat`: what stands before the first number, which stands third at the latest, and what follows it. */
function numberIn(stem: string): Numbered | undefined {
  const words = stem.toLowerCase().split(/[\s._-]+/);
  for (let at = 0; at < Math.min(3, words.length); at++)
    for (const length of [2, 1]) {
      const word = words.slice(at, at + length).join('-');
      const number = numberOfWord(word);
      if (number === undefined) continue;
      const [lead, rest] = [words.slice(0, at), words.slice(at + length)].map((each) => each.join('-'));
      return { lead: lead ?? '', number, rest: rest ?? '', isWord: !/^\d/.test(word) };
    }
  return undefined;
}

/**
 * Names to sort by, for paths whose folders or files count in words: `Chapter two.md` becomes `chapter-2`. Only where names that begin
 * alike count on, each number once and few left out; empty where no names do.
 */
function namesByNumber(paths: readonly string[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Map<string, Numbered>>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((part, at) => {
      const stem = at === parts.length - 1 ? part.replace(/\.[^.]*$/, '') : part;
      const found = numberIn(stem);
      if (!found) return;
      const group = `${parts.slice(0, at).join('/')}/${found.lead}`;
      const names = groups.get(group) ?? new Map<string, Numbered>();
      groups.set(group, names.set(parts.slice(0, at + 1).join('/'), found));
    });
  }
  const made = new Map<string, string>();
  for (const names of groups.values())
    if (countsOn([...names.values()]))
      for (const [path, { lead, number, rest }] of names)
        made.set(path, [lead, number, rest].filter((each) => each !== '').join('-'));
  return made.size === 0 ? made : new Map(paths.map((path) => [path, nameOf(path, made)]));
}

/** Paths in the order of their names, in which numbers may be words; the same paths where no names count. */
export function sortByNumber(paths: readonly string[]): readonly string[] {
  const names = namesByNumber(paths);
  const nameIn = (path: string) => names.get(path) ?? path;
  return names.size === 0 ? paths : [...paths].sort((a, b) => comparePaths(nameIn(a), nameIn(b)));
}

function countsOn(group: readonly Numbered[]): boolean {
  const all = new Set(group.map(({ number }) => number));
  const span = Math.max(...all) - Math.min(...all) + 1;
  return group.length > 1 && group.some(({ isWord }) => isWord) && all.size === group.length && span <= all.size * 1.5;
}

function nameOf(path: string, made: ReadonlyMap<string, string>): string {
  const parts = path.split('/');
  return parts.map((part, at) => made.get(parts.slice(0, at + 1).join('/')) ?? part).join('/');
}
