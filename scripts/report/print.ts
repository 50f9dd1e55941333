/** Prints problems for people: `path:line:col severity rule message`, the source line, a caret, a hint. */
import type { Problem } from './problem.ts';
import type { Severity } from './rules.ts';

/** One problem as text, without a final line end. `source` is the text of the file it is in, if there is one. */
export function printProblem({ place, severity, rule, reason, hint, confidence }: Problem, source?: string): string {
  const start = place?.start;
  const where = place ? `${place.path}${start ? `:${start.line}:${start.column}` : ''} ` : '';
  const shown = start && source !== undefined ? excerpt(source.split('\n')[start.line - 1] ?? '', start.column) : [];
  return [
    `${visible(where)}${severity} ${rule} ${visible(reason)}${confidence === undefined ? '' : ` (${inWords(confidence)})`}`,
    ...shown,
    ...(hint === undefined ? [] : [`  hint: ${visible(hint)}`]),
  ].join('\n');
}

/** How sure a guess is, in words that tell an author where to look first; `--json` has the number. */
export function inWords(confidence: number): string {
  return confidence >= 0.95 ? 'sure' : confidence >= 0.8 ? 'likely' : 'unsure: please look';
}

/** What came of it all: “2 errors, 1 warning, 3 hints”. */
export function tally(problems: readonly Problem[]): string {
  const count = (severity: Severity) => problems.filter((each) => each.severity === severity).length;
  return (['error', 'warning', 'hint'] as const)
    .flatMap((severity) =>
      count(severity) ? [`${count(severity)} ${severity}${count(severity) === 1 ? '' : 's'}`] : [],
    )
    .join(', ');
}

const widest = 100;

/** The line around a column, and a caret under it. */
function excerpt(line: string, column: number): readonly string[] {
  if (line.trim() === '') return [];
  const from = Math.max(0, Math.min(column - 1 - widest / 2, line.length - widest));
  const part = visible(line.slice(from, from + widest).replace(/\t/g, ' '));
  return [`  ${from ? '…' : ''}${part}`, `  ${' '.repeat(Math.max(0, column - 1 - from) + (from ? 1 : 0))}^`];
}

/** Control characters, those that turn the direction of writing or end a line, and marks that nobody sees. */
const steering =
  /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** Text of which nothing can steer a terminal. */
export function visible(text: string): string {
  return text.replace(steering, '\uFFFD');
}

/** JSON of which nothing can steer a terminal, and which says the same. */
export function printJson(value: unknown): string {
  // JSON itself escapes line ends within its texts: those that are left are its own.
  return JSON.stringify(value, undefined, 2).replace(steering, (mark) =>
    mark === '\n' ? mark : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
