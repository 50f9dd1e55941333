/** The documents that people read, and the examples in them. */
import { readdirSync, readFileSync } from 'node:fs';

/** A block between lines of three backticks. */
export interface Example {
  /** What the block is: the first word behind the backticks. */
  readonly language: string;
  /** The second word: the file that it is. */
  readonly file: string | undefined;
  readonly code: string;
  /** The line of the document at which it begins. */
  readonly line: number;
}

/** The documents for people who use Fleuron: those that speak to its developers have examples of other kinds. */
export const documents: readonly string[] = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md') && !/^(?:architecture|dependencies)\.md$/.test(name))
    .map((name) => `docs/${name}`),
];

export function examplesOf(document: string): readonly Example[] {
  const text = readFileSync(document, 'utf8');
  return [...text.matchAll(/^```(\S*)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: file, 3: code = '', index }) => ({
      language,
      file,
      code,
      line: text.slice(0, index).split('\n').length,
    }),
  );
}

/** The command lines in a block of a shell: comments and empty lines are none. */
export const commandLines = (code: string): readonly string[] =>
  code.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
