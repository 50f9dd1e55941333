/** Numbers that stand as words or Roman numerals. In: a word, or a number. Out: its number, or its word. */
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

/** How a language that has a row above says numbers from 21 to 99: its tens from 20 on, and how one takes a unit. */
interface Spelling {
  readonly row: number;
  readonly tens: readonly string[];
  readonly join: (ten: string, unit: string) => string;
}

const spellings: Readonly<Record<string, Spelling>> = {
  en: { row: 0, tens, join: (ten, unit) => `${ten}-${unit}` },
  de: {
    row: 2,
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' '),
    join: (ten, unit) => `${unit.replace('eins', 'ein')}und${ten}`,
  },
  fr: {
    row: 3,
    tens: 'vingt trente quarante cinquante soixante soixante quatre-vingts quatre-vingts'.split(' '),
    join: (ten, unit) =>
      /^(?:un|onze)$/.test(unit) && !ten.startsWith('quatre')
        ? `${ten} et ${unit}`
        : `${ten.replace(/s$/, '')}-${unit}`,
  },
  es: {
    row: 4,
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '),
    join: (ten, unit) =>
      ten === 'veinte'
        ? `veinti${unit.replace('dos', 'dós').replace('tres', 'trés').replace('seis', 'séis')}`
        : `${ten} y ${unit}`,
  },
  it: {
    row: 5,
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' '),
    join: (ten, unit) => (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit.replace('tre', 'tré'),
  },
  pt: {
    row: 6,
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'.split(' '),
    join: (ten, unit) => `${ten} e ${unit}`,
  },
  nl: {
    row: 7,
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' '),
    join: (ten, unit) => `${unit}${unit.endsWith('e') ? 'ën' : 'en'}${ten}`,
  },
};

/** The word for a number from 1 to 99 in a language (BCP 47), in small letters; undefined where there is none. */
export function wordOfNumber(number: number, lang: string): string | undefined {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const spelling = lookUp(spellings, language);
  const units = spelling && rows[spelling.row];
  if (!spelling || number > 99) return undefined;
  // Portugal says dezasseis, dezassete and dezanove.
  if (number <= 20) return units?.[number - 1]?.replace(/^deze/, /^pt-(?!br)/i.test(lang) ? 'deza' : 'deze');
  const ten = spelling.tens[Math.floor(number / 10) - 2];
  // French counts on from sixty and from eighty to nineteen.
  const rest = language === 'fr' && (number >= 90 || (number >= 70 && number < 80)) ? (number % 10) + 10 : number % 10;
  const unit = units?.[rest - 1];
  return ten === undefined || unit === undefined ? ten : spelling.join(ten, unit);
}

const romanSteps = 'M:1000 CM:900 D:500 CD:400 C:100 XC:90 L:50 XL:40 X:10 IX:9 V:5 IV:4 I:1'
  .split(' ')
  .map((step) => step.split(':'));

/** A number as a Roman numeral. */
export function romanOfNumber(number: number): string {
  let left = number;
  return romanSteps
    .map(([digits = '', value]) => {
      const count = Math.floor(left / Number(value));
      left -= count * Number(value);
      return digits.repeat(count);
    })
    .join('');
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
  if (/^[一二三四五六七八九][〇零一二三四五六七八九]{1,2}$/.test(signs))
    return Number(Array.from(signs, digit).join('')); // “一〇”
  if (signs === '' || (!hundred && !ten && ones === '')) return undefined;
  const value = (sign: string): number => (sign === '' ? 1 : digit(sign));
  return (hundred ? value(hundreds) * 100 : 0) + (ten ? value(tens) * 10 : 0) + (ones === '' ? 0 : digit(ones));
}
