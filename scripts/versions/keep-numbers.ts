/**
 * The numbers that Kobo’s reader knows sentences by. In: the blocks of a page, the same with sentences counted, and what they were before. Out:
 * an attribute for each block whose numbers are not those that counting gives; the edition for Kobo reads it, and so does the next version.
 */
import { type KoboNumber, koboAttribute, printKoboNumbers } from '../book/kobo-numbers.ts';
import type { Sentence, TextBlock } from '../html/text-blocks.ts';
import { diffRuns } from './diff-runs.ts';

interface EarlierBlocks {
  /** What each block was. */
  readonly before: readonly (TextBlock | undefined)[];
  /** All that were on the page. */
  readonly page: readonly TextBlock[];
}

/** Gives the blocks their numbers, in place. */
export function giveNumbers(blocks: readonly TextBlock[], counted: readonly TextBlock[], earlier: EarlierBlocks): void {
  const fresh = freshNumbers(earlier.page);
  const rows = counted.flatMap(({ sentences }, at) => {
    const own = earlier.before[at]?.sentences ?? [];
    const kept = own.length > 0 ? keptNumbers(own, sentences, fresh) : fresh.block(sentences.map(numberOf));
    return sentences.map((sentence, step) => ({ at, counted: numberOf(sentence), kept: kept[step] ?? none }));
  });
  const isTold = new Set<number>();
  let last = { counted: none, kept: none };
  for (const row of [...rows].sort((a, b) => compare(a.counted, b.counted))) {
    if (compare(row.kept, following(last, row.counted)) !== 0) isTold.add(row.at);
    last = row;
  }
  for (const at of isTold) {
    const numbers = rows.flatMap((row) => (row.at === at ? [row.kept] : []));
    const element = blocks[at]?.element;
    if (element) element.properties[koboAttribute] = printKoboNumbers(numbers);
  }
}

const none: KoboNumber = { paragraph: 0, sentence: 0 };

const compare = (one: KoboNumber, other: KoboNumber): number =>
  one.paragraph - other.paragraph || one.sentence - other.sentence;

/** The number that counting gives behind another. */
function following(last: { readonly counted: KoboNumber; readonly kept: KoboNumber }, counted: KoboNumber): KoboNumber {
  const step = counted.paragraph - last.counted.paragraph;
  return step === 0
    ? { paragraph: last.kept.paragraph, sentence: last.kept.sentence + 1 }
    : { paragraph: last.kept.paragraph + step, sentence: counted.sentence };
}

function numberOf({ id }: Sentence): KoboNumber {
  const [, paragraph = 0, sentence = 0] = (/^kobo\.(\d{1,7})\.(\d{1,7})$/.exec(id) ?? []).map(Number);
  return { paragraph, sentence };
}

interface FreshNumbers {
  /** Whether nothing on the page has the number yet; then it is given. */
  readonly take: (number: KoboNumber) => boolean;
  /** For a block that was not there. */
  readonly block: (counted: readonly KoboNumber[]) => readonly KoboNumber[];
  /** For a sentence of a paragraph that was there. */
  readonly sentence: (paragraph: number) => KoboNumber;
}

/** Numbers that nothing on the page has had. */
function freshNumbers(page: readonly TextBlock[]): FreshNumbers {
  const last = new Map<number, number>();
  const given = new Set<string>();
  let highest = 0;
  for (const { paragraph, sentence } of page.flatMap(({ sentences }) => sentences.map(numberOf))) {
    highest = Math.max(highest, paragraph);
    last.set(paragraph, Math.max(last.get(paragraph) ?? 0, sentence));
  }
  return {
    take({ paragraph, sentence }) {
      const isFree = !given.has(`${paragraph}.${sentence}`);
      given.add(`${paragraph}.${sentence}`);
      return isFree;
    },
    block(counted) {
      const [first = none] = counted;
      const base = highest + 1 - first.paragraph;
      return counted.map(({ paragraph, sentence }) => {
        const number = {
          paragraph: base + paragraph,
          sentence: paragraph === first.paragraph ? sentence - first.sentence + 1 : sentence,
        };
        highest = Math.max(highest, number.paragraph);
        return number;
      });
    },
    sentence(paragraph) {
      const sentence = (last.get(paragraph) ?? 0) + 1;
      last.set(paragraph, sentence);
      return { paragraph, sentence };
    },
  };
}

/** The numbers of a block that was there: sentences have theirs, one in the place of another has that one’s. */
function keptNumbers(
  before: readonly Sentence[],
  now: readonly Sentence[],
  fresh: FreshNumbers,
): readonly KoboNumber[] {
  const numbers: KoboNumber[] = [];
  const left = before.map(numberOf);
  let free: KoboNumber[] = [];
  let paragraph = left[0]?.paragraph ?? 0;
  // A note’s number parts a sentence from the space behind it.
  const textOf = ({ text }: Sentence) => text.trim();
  for (const { what, items } of diffRuns(before.map(textOf), now.map(textOf))) {
    if (what === 'removed') {
      free = left.splice(0, items.length);
      continue;
    }
    for (const _ of items) {
      const own = what === 'same' ? left.shift() : free.shift();
      const number = own && fresh.take(own) ? own : fresh.sentence(paragraph);
      paragraph = number.paragraph;
      numbers.push(number);
    }
    free = [];
  }
  return numbers;
}
