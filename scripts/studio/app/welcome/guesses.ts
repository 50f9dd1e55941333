/** What an import guessed, in the terms of the sheet that asks about it. In: an imported story. Out: lines of the sheet. */
import { kindOfWord, type SectionKind } from '../../../book/sections.ts';
import type { Change, Story, StoryText } from '../../protocol.ts';

/** A word of book.yaml and what stands there; `nothing` for what is none. */
interface GuessedFact {
  readonly key: string;
  readonly value: string;
}

export type PartChoice = SectionKind | 'nothing';

/** The keys of book.yaml that an import guesses from lines of the text, as far as they are one line. */
export function guessedFacts({ texts }: Story): readonly GuessedFact[] {
  const yaml = texts.find(({ path }) => path === 'book.yaml')?.text ?? '';
  return yaml.split('\n').flatMap((line) => {
    const [, key, typed = ''] = /^(title|subtitle|author|series): (.+)$/.exec(line) ?? [];
    return key === undefined ? [] : [{ key, value: unquoted(typed) }];
  });
}

/** Texts that are parts of the book, in the order of their paths. */
export const partsOf = ({ texts }: Story): readonly StoryText[] => texts.filter(({ path }) => /\.md$/i.test(path));

/** What an imported file is, by its name, which the import chose. */
export function kindOfPath(path: string): SectionKind {
  const stem = path.replace(/^.*\//, '').replace(/(?:-\d+)?\.md$/i, '');
  return kindOfWord(stem) ?? 'chapter';
}

/** Puts words that were taken for a fact back into the story: before the first paragraph of its first chapter. */
export function atTheBeginning(story: Story, words: string): readonly Change[] {
  const parts = partsOf(story);
  const first = parts.find(({ path }) => kindOfPath(path) === 'chapter') ?? parts[0];
  if (!first) return [];
  const { path, text, sha256 } = first;
  const head = /^(?:---\n[\s\S]*?\n---\n+)?(?:#.*\n+)?/.exec(text)?.[0] ?? '';
  const content = `${head}${words}\n\n${text.slice(head.length)}`;
  return [{ kind: 'files', edits: [{ path, was: sha256, content }] }];
}

/** The first words of a part, without marks of Markdown, so that a person knows it again. */
export function firstWords(text: string, most = 70): string {
  const plain = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#+ *(.+)$/gm, '$1 · ')
    .replace(/^[>*\-:\s]+/gm, ' ')
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s·]+$/, '')
    .trim();
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain || '(no words)';
}

/** A YAML scalar as the import prints it: plain, or in quotation marks. */
function unquoted(typed: string): string {
  if (/^".*"$/.test(typed)) {
    try {
      return String(JSON.parse(typed));
    } catch {
      return typed;
    }
  }
  return /^'.*'$/.test(typed) ? typed.slice(1, -1).replaceAll("''", "'") : typed;
}
