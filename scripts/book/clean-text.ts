/** Replaces what XML 1.0 forbids, so that no later stage meets it. */
import { type Outcome, type Problem, problem } from '../report/problem.ts';

const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text with U+FFFD for every character that XML 1.0 §2.2 forbids, and a warning at each first of a kind. */
export function cleanText(text: string, path: string): Outcome<string> {
  forbidden.lastIndex = 0;
  if (!forbidden.test(text)) return { value: text, problems: [] };
  const problems: Problem[] = [];
  const met = new Set<string>();
  const value = text.replace(forbidden, (character, offset: number) => {
    if (!met.has(character)) {
      met.add(character);
      const before = text.slice(0, offset);
      const line = before.split('\n').length;
      const column = offset - before.lastIndexOf('\n');
      const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      problems.push(
        problem(
          'character-replaced',
          { path, start: { line, column, offset } },
          `No book can hold the character U+${code}; it is replaced by “�”.`,
        ),
      );
    }
    return '\uFFFD';
  });
  return { value, problems };
}
