/**
 * Sets the numbers of chapters in the form that a design asks for. In: a book. Out: of each chapter the number that its heading is to
 * show, and how it was typed.
 */
import type { Heading } from 'mdast';
import { allSections, type Book, metadataOf } from '../book/book.ts';
import type { DesignOptions } from '../book/design.ts';
import { numberOfWord, romanOfNumber, wordOfNumber } from '../book/number-words.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { type ChapterNumber, numberAt } from './chapter-title.ts';
import { isBreak, plainText } from './plain-text.ts';

/**
 * Numbers by the ids of sections. Where no heading of a work has a number, its chapters with a heading are counted; a number that
 * has no word is a figure, which is told once.
 */
export function numberChapters(book: Book): Outcome<ReadonlyMap<string, ChapterNumber>> {
  const { options: { number: form } = {}, optionsPlace } = book.metadata.design;
  const numbers = new Map<string, ChapterNumber>();
  const problems: Problem[] = [];
  if (form === undefined) return { value: numbers, problems };
  const chapters = [...allSections(book.sections)].flatMap((section) =>
    section.kind === 'chapter' && section.heading
      ? [{ ...section, heading: section.heading, lang: section.lang ?? metadataOf(book, section).lang }]
      : [],
  );
  const typed = new Map(chapters.map(({ id, heading, lang }) => [id, numberIn(heading, lang)]));
  const numbered = new Set(chapters.filter(({ id }) => typed.get(id) !== undefined).map(({ work }) => work));
  const counts = new Map<string | undefined, number>();
  for (const { id, work, lang, heading } of chapters) {
    const count = (counts.get(work) ?? 0) + 1;
    counts.set(work, count);
    const own = typed.get(id);
    const value = numbered.has(work) ? own?.value : count;
    const [first] = heading.children;
    if (value === undefined || (own && !(first?.type === 'text' && first.value.startsWith(own.typed)))) continue;
    const { text: printed, isLacking } = printNumber(value, own?.label ?? '', form, lang);
    numbers.set(id, { typed: own?.typed, printed });
    if (isLacking && problems.length === 0)
      problems.push(
        problem(
          'number-without-word',
          optionsPlace,
          `The press knows no word for ${value} in the language “${lang}”, so the number of the chapter is in figures.`,
          'Say “number: figures” or “number: roman” below “design:”, to have all alike.',
        ),
      );
  }
  return { value: numbers, problems };
}

/** The title with the number as it is shown. */
export function numberedTitle(title: string | undefined, number: ChapterNumber | undefined): string | undefined {
  if (!number || title === undefined) return title;
  const { typed, printed } = number;
  if (typed === undefined) return `${printed}: ${title}`;
  return title.startsWith(typed) ? printed + title.slice(typed.length) : title;
}

interface Typed {
  readonly typed: string;
  /** “Chapter ”. */
  readonly label: string;
  /** Undefined of what is no plain number: “Prologue”, “Appendix A”, “第十二章”. */
  readonly value: number | undefined;
}

/** The number that a heading begins with. */
function numberIn({ children }: Heading, lang: string): Typed | undefined {
  const end = children.findIndex(isBreak);
  const line = plainText(end < 0 ? children : children.slice(0, end));
  const own = /^([^:.]{1,40})(?:[:.]\s|[:.]?$)/.exec(line)?.[1] ?? '';
  const typed = (numberAt(line, true) ?? (numberOf(own, lang) === undefined ? undefined : numberAt(line, true, own)))
    ?.number;
  if (typed === undefined) return undefined;
  const value = numberOf(typed, lang);
  const label = value === undefined ? (/^\p{L}+\s+/u.exec(typed)?.[0] ?? '') : '';
  return { typed, label, value: value ?? numberOf(typed.slice(label.length), lang) };
}

/** What digits, words of the language or Roman digits are; a letter that is hardly ever a number is none. */
function numberOf(words: string, lang: string): number | undefined {
  const plain = words.toLowerCase();
  if (/^[cdlm]$/.test(plain)) return undefined;
  const known = numberOfWord(plain.replace(/\s+/g, '-'));
  if (known !== undefined) return known;
  for (let number = 21; number < 100; number++) if (wordOfNumber(number, lang) === plain) return number;
  return undefined;
}

function printNumber(
  value: number,
  label: string,
  form: NonNullable<DesignOptions['number']>,
  lang: string,
): { readonly text: string; readonly isLacking: boolean } {
  if (form === 'roman') return { text: label + romanOfNumber(value), isLacking: false };
  const word = form === 'words' ? wordOfNumber(value, lang) : undefined;
  if (word === undefined) return { text: label + value, isLacking: form === 'words' };
  const isLoud = label.length > 2 && label === label.toUpperCase();
  // English writes every word of a title large.
  const begins = /^en\b/i.test(lang) ? /\b\p{Ll}/gu : label === '' ? /^\p{Ll}/u : undefined;
  const cased = isLoud ? word.toUpperCase() : begins ? word.replace(begins, (letter) => letter.toUpperCase()) : word;
  return { text: label + cased, isLacking: false };
}
