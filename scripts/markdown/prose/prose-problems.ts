/** What an author should know of the guesses about a file’s lines. In: guesses. Out: a hint for each; `report/fold-problems.ts` counts them. */
import { guessed, type Problem, problem } from '../../report/problem.ts';
import type { Guess, Habit } from './prose-lines.ts';

interface Words {
  readonly reason: string;
  readonly hint?: string;
  /** Of a guess that is sure: what is counted. */
  readonly taken?: string;
}

const code = 'For code, put a line of three backticks above it and one below.';
const scene = 'For a scene break, type “* * *” with a blank line above it and one below.';

/** `@` is the mark as typed. */
const wording: Readonly<Record<Habit, Words>> = {
  'scene-break': {
    reason: 'A line “@” alone is a scene break.',
    taken: 'a scene break',
  },
  'wide-gap': {
    reason: 'More blank lines than elsewhere are a scene break.',
    taken: 'a scene break of blank lines',
  },
  'gap-doubt': {
    reason: 'One blank line more than elsewhere is no scene break.',
    hint: scene,
  },
  'underline-doubt': {
    reason: 'A line above “@” is a heading.',
    hint: `If a scene ends there, put a blank line between the two.`,
  },
  'fence-doubt': {
    reason: 'What stands between two lines “@” reads like prose, and is set as code.',
    hint: scene,
  },
  'indented-words': {
    reason: 'An indented paragraph is set as text.',
    hint: code,
    taken: 'an indented paragraph of text',
  },
  'indented-verse': {
    reason: 'Indented short lines are set as verse.',
    hint: code,
    taken: 'indented verse',
  },
  'indented-doubt': {
    reason: 'An indented line is set as text.',
    hint: code,
  },
  'indented-code-doubt': {
    reason: 'An indented line is set as code.',
    hint: 'For text, begin the line without spaces.',
  },
  'spoken-items': {
    reason: 'A paragraph that begins with a hyphen is speech.',
    hint: 'For a list, begin each line with “*”.',
    taken: 'speech behind a hyphen',
  },
  'spoken-doubt': {
    reason: 'A line that begins with a hyphen is an item of a list.',
    hint: 'If somebody speaks, begin the line with “—”.',
  },
  'spoken-elsewhere': {
    reason: 'A line that begins with a hyphen reads like speech, and is an item of a list.',
    hint: 'If somebody speaks, begin the line with “—”, or say the language in book.yaml: “lang: fr”.',
  },
  'line-paragraphs': {
    reason: 'A line that follows the end of a sentence is a paragraph of its own.',
    hint: 'For one paragraph, type it in one line.',
    taken: 'a paragraph of one line',
  },
  'line-paragraphs-doubt': {
    reason: 'A line of speech is a paragraph of its own, without a blank line above it.',
    hint: 'For one paragraph, type it in one line.',
  },
};

/** One hint for each guess about a file. */
export const proseProblems = (guesses: readonly Guess[], path: string): readonly Problem[] =>
  guesses.map(({ habit, line, mark = '' }) => {
    const { reason, hint, taken } = wording[habit];
    const place = { path, start: { line, column: 1 } };
    return guessed(taken ? 0.95 : 0.7, problem('structure-guessed', place, reason.replace('@', mark), hint), taken);
  });
