/** What an author should know of the guesses about a book’s lines: one line a habit, with its count and its first place. */
import { guessed, type Problem, problem } from '../../report/problem.ts';
import type { Guess, Habit } from './prose-lines.ts';

/** A guess in a file. */
export interface PlacedGuess extends Guess {
  readonly path: string;
}

interface Words {
  /** What the book has, where there is one, and where there are several. */
  readonly one: string;
  readonly many: string;
  readonly hint?: string;
  readonly isDoubt?: true;
}

const code = 'For code, put a line of three backticks above it and one below.';
const scene = 'For a scene break, type “* * *” with a blank line above it and one below.';

/** `#` is the count, and `@` the marks as typed. */
const wording: Readonly<Record<Habit, Words>> = {
  'scene-break': {
    one: 'A line “@” alone is a scene break.',
    many: '# lines of their own (@) are scene breaks.',
  },
  'wide-gap': {
    one: 'More blank lines than elsewhere are a scene break.',
    many: 'More blank lines than elsewhere are scene breaks, # times.',
  },
  'gap-doubt': {
    one: 'One blank line more than elsewhere is no scene break.',
    many: 'One blank line more than elsewhere is no scene break, # times.',
    hint: scene,
    isDoubt: true,
  },
  'underline-doubt': {
    one: 'A line above “@” is a heading.',
    many: '# lines above an underline (@) are headings.',
    hint: `If a scene ends there, put a blank line between the two.`,
    isDoubt: true,
  },
  'fence-doubt': {
    one: 'What stands between two lines “@” reads like prose, and is set as code.',
    many: 'What stands between lines “@” reads like prose, and is set as code, # times.',
    hint: scene,
    isDoubt: true,
  },
  'indented-words': {
    one: 'An indented paragraph is set as text.',
    many: '# indented paragraphs are set as text.',
    hint: code,
  },
  'indented-verse': {
    one: 'Indented short lines are set as verse.',
    many: 'Indented short lines are set as verse, # times.',
    hint: code,
  },
  'indented-doubt': {
    one: 'An indented line is set as text.',
    many: '# indented lines are set as text.',
    hint: code,
    isDoubt: true,
  },
  'indented-code-doubt': {
    one: 'An indented line is set as code.',
    many: '# indented lines are set as code.',
    hint: 'For text, begin the line without spaces.',
    isDoubt: true,
  },
  'spoken-items': {
    one: 'A paragraph that begins with a hyphen is speech.',
    many: '# paragraphs that begin with a hyphen are speech.',
    hint: 'For a list, begin each line with “*”.',
  },
  'spoken-doubt': {
    one: 'A line that begins with a hyphen is an item of a list.',
    many: '# lines that begin with a hyphen are items of a list.',
    hint: 'If somebody speaks, begin the line with “—”.',
    isDoubt: true,
  },
  'spoken-elsewhere': {
    one: 'A line that begins with a hyphen reads like speech, and is an item of a list.',
    many: '# lines that begin with a hyphen read like speech, and are items of a list.',
    hint: 'If somebody speaks, begin the line with “—”, or say the language in book.yaml: “lang: fr”.',
    isDoubt: true,
  },
  'line-paragraphs': {
    one: 'A line that follows the end of a sentence is a paragraph of its own.',
    many: '# lines that follow the end of a sentence are paragraphs of their own.',
    hint: 'For one paragraph, type it in one line.',
  },
  'line-paragraphs-doubt': {
    one: 'A line of speech is a paragraph of its own, without a blank line above it.',
    many: '# lines of speech are paragraphs of their own, without blank lines above them.',
    hint: 'For one paragraph, type it in one line.',
    isDoubt: true,
  },
};

/** One problem for each habit, at its first place. */
export function proseProblems(guesses: readonly PlacedGuess[]): readonly Problem[] {
  return [...new Set(guesses.map(({ habit }) => habit))].flatMap((habit): readonly Problem[] => {
    const all = guesses.filter((each) => each.habit === habit);
    const [first] = all;
    if (!first) return [];
    const { one, many, hint, isDoubt } = wording[habit];
    const marks = [...new Set(all.flatMap(({ mark }) => mark ?? []))];
    const typed = marks.slice(0, 4).join(', ') + (marks.length > 4 ? ', …' : '');
    const reason = (all.length === 1 ? one : many).replace('#', String(all.length)).replace('@', typed);
    const place = { path: first.path, start: { line: first.line, column: 1 } };
    return [guessed(isDoubt ? 0.7 : 0.95, problem('structure-guessed', place, reason, hint))];
  });
}
