/**
 * Numbers of Kobo's sentences, as an attribute keeps them for a block whose sentences are not counted on: `57.1-3 5.2`. In: the attribute, or
 * numbers. Out: the other.
 */
export interface KoboNumber {
  readonly paragraph: number;
  readonly sentence: number;
}

/** EPUB 3.3 §6.1.3.2 lets XHTML have it. */
export const koboAttribute = 'data-kobo';

/** No block has more; a stranger’s attribute may say so. */
const most = 10_000;

/** Reads an attribute; what has not its form is left out. */
export function readKoboNumbers(value: string): readonly KoboNumber[] {
  const numbers: KoboNumber[] = [];
  for (const [, paragraph, first, last = first] of value.matchAll(/(\d{1,7})\.(\d{1,7})(?:-(\d{1,7}))?(?= |$)/g))
    for (let sentence = Number(first); sentence <= Number(last) && numbers.length < most; sentence++)
      numbers.push({ paragraph: Number(paragraph), sentence });
  return numbers;
}

/** Prints numbers, those that go on as one run. */
export function printKoboNumbers(numbers: readonly KoboNumber[]): string {
  const runs: { readonly paragraph: number; readonly first: number; last: number }[] = [];
  for (const { paragraph, sentence } of numbers) {
    const run = runs.at(-1);
    if (run?.paragraph === paragraph && run.last + 1 === sentence) run.last = sentence;
    else runs.push({ paragraph, first: sentence, last: sentence });
  }
  return runs.map(({ paragraph, first, last }) => `${paragraph}.${first}${last === first ? '' : `-${last}`}`).join(' ');
}
