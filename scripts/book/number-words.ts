/** Numbers that stand as words or Roman numerals. In: a word. Out: its number. */

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
const numbers: ReadonlyMap<string, number> = new Map([
  ...rows.flatMap((row) => row.map((word, at) => [word, at + 1] as const)),
  ...tens.flatMap((ten, at) => [
    [ten, 10 * at + 20] as const,
    ...[rows[0] ?? [], rows[1] ?? []].flatMap((row) =>
      row.slice(0, 9).map((unit, step) => [`${ten}-${unit}`, 10 * at + 21 + step] as const),
    ),
  ]),
]);

const roman = /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The number of digits, of a word (`twenty-one`) or of a Roman numeral, in small letters. */
export function numberOfWord(word: string): number | undefined {
  if (/^\d{1,6}$/.test(word)) return Number(word);
  if (!/^[mdclxvi]+$/.test(word) || !roman.test(word)) return numbers.get(word);
  return romanValue(word);
}

/** The value of Roman digits in small letters, in a usual form or not. */
export function romanValue(numeral: string): number {
  const digits = [...numeral].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** The number of Chinese and Japanese signs: “三” is 3, “十二” 12, “一百零五” 105. */
export function numberOfIdeographs(signs: string): number | undefined {
  const digit = (sign: string): number => '〇一二三四五六七八九'.indexOf(sign.replace('零', '〇'));
  const [, hundreds = '', hundred, tens = '', ten, ones = ''] =
    /^(?:([一二三四五六七八九]?)(百)[零〇]?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/.exec(signs) ??
    [];
  if (signs === '' || (!hundred && !ten && ones === '')) return undefined;
  const value = (sign: string): number => (sign === '' ? 1 : digit(sign));
  return (hundred ? value(hundreds) * 100 : 0) + (ten ? value(tens) * 10 : 0) + (ones === '' ? 0 : digit(ones));
}
