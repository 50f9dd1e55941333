/**
 * How likely each way of guessing is to be right, from 0 to 1: one row a way. In: what was guessed, and how. Out: hints.
 * They are ranks with a meaning, not measurements: 1 says so itself in a form that means nothing else, 0.95 and more names
 * itself, from 0.8 the form is common for it, below that the form is common for other things too.
 */
import { guessed, type Place, type Problem, problem } from '../report/problem.ts';

export const confidences = {
  // Encodings
  'byte order mark': 1,
  'zero in every second byte': 0.97,
  'declared encoding': 0.9,
  'bytes that are no UTF-8': 0.8,

  // Plain text
  'label and colon': 0.98,
  'label alone': 0.9,
  'label in the text': 0.85,
  'byline under a title': 0.97,
  'line in brackets under a title': 0.85,
  'name above a title': 0.8,
  'short line under a title': 0.6,
  'short line with a byline': 0.95,
  'short line in quotation marks or capitals': 0.8,
  'short line alone': 0.7,
  'heading that names itself and its number': 0.97,
  'numeral alone': 0.75,
  'number that counts on': 0.9,
  'line in capitals among others': 0.75,
  'name above or under a title': 0.75,
  'hyphen at the end of a line': 0.6,
  'word that stands elsewhere': 0.95,
  'line in bold': 0.75,
  'row of ornaments': 0.95,
  'row of letters': 0.85,
  'label of a picture': 0.97,
  'gap wider than others': 0.85,
  'short lines that no sentence ends': 0.75,
  'closing words in ornaments': 0.97,
  'closing words': 0.9,

  // Documents with structure of their own
  'attribute or style that says so': 0.97,
  'words of a heading': 0.9,
  'heading over all others': 0.8,
  'place and size of a line': 0.8,
  'only heading': 0.7,
  'name of a file': 0.6,
  'title of the page': 0.6,
  'properties of a document': 0.7,
  'words of the contents': 0.9,
  'link to a note': 0.97,
  'link and link back': 0.85,
  'what stands beside the story': 0.8,
  'words that say no more than the title': 0.85,
  'words that speak of the file': 0.85,
  'order of a list': 0.7,

  // Markdown of others
  'file that only this tool has': 1,
  'folder that only this tool has': 1,
  'three kinds of marks': 0.97,
  'two kinds of marks': 0.9,
  'one kind of mark': 0.75,
  'mark that means one thing': 0.95,
  'mark of several meanings': 0.7,
  'place before or after the story': 0.6,
} as const;

export type WayOfGuessing = keyof typeof confidences;

export interface Guess {
  /** “the title”, “a scene break”. */
  readonly taken: string;
  readonly words: string;
  readonly way: WayOfGuessing;
}

/** “***” taken as a scene break. */
export function guessHint({ taken, words, way }: Guess, place: Place): Problem {
  const shown = words.replace(/\s+/g, ' ').trim();
  const short = shown.length > 40 ? `${shown.slice(0, 38).trimEnd()}…` : shown;
  return guessed(confidences[way], problem('structure-guessed', place, `“${short}” taken as ${taken}`), taken);
}
