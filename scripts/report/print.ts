/** Prints problems for people: `path:line:col severity rule message`, the source line, a caret, a hint. */
import { foldProblems, isCounted, type ProblemGroup, sure } from './fold-problems.ts';
import type { Problem } from './problem.ts';
import type { Severity } from './rules.ts';

/** So many lines of hints are read; where there are more, hints come without the lines of the source, and what is still over is counted. */
const mostLines = 15;

/**
 * All problems as text, without a final line end: what is alike is folded into one with a count, unless each is wanted.
 * `sources` are the texts of the files by path.
 */
export function printProblems(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string>,
  { isEach = false }: { readonly isEach?: boolean | undefined } = {},
): string {
  const lines = new Map<string, readonly string[]>();
  const lineOf = ({ place }: Problem): string | undefined => {
    if (!place?.start) return undefined;
    const known = lines.get(place.path) ?? sources.get(place.path)?.split('\n') ?? [];
    lines.set(place.path, known);
    return known[place.start.line - 1];
  };
  const groups = isEach ? problems.map((first) => ({ first, others: [] })) : foldProblems(problems);
  const print = (group: ProblemGroup, line?: string) =>
    !isEach && isCounted(group.first) ? printCounted(group) : printProblem(group.first, line, moreOf(group));
  const full = groups.map((group) => print(group, lineOf(group.first)));
  const from = groups.findIndex(({ first }) => first.severity === 'hint'); // they are the last
  const isLong = !isEach && from !== -1 && linesIn(full.slice(from)) > mostLines;
  const shown = isLong ? [...full.slice(0, from), ...fittingHints(groups.slice(from), print)] : full;
  const isFolded = groups.length < problems.length || shown.length < groups.length;
  if (problems.length > 1 || isFolded)
    shown.push(`${tally(problems)}${isFolded ? '; --verbose shows each of them' : ''}`);
  return shown.join('\n');
}

const linesIn = (texts: readonly string[]): number => texts.join('\n').split('\n').length;

/** Hints without lines of the source, as many as there is room for, and how many there are of the others; what is sure is always shown. */
function fittingHints(groups: readonly ProblemGroup[], print: (group: ProblemGroup) => string): readonly string[] {
  const texts = groups.map((group) => print(group));
  if (linesIn(texts) <= mostLines) return texts;
  const end = groups.findIndex(({ first }) => isCounted(first));
  const sureOnes = end === -1 ? [] : texts.slice(end);
  const others = texts.slice(0, end === -1 ? undefined : end);
  const room = mostLines - 1 - sureOnes.length;
  const fits = others.filter((_, at) => linesIn(others.slice(0, at + 1)) <= room);
  const rules = new Map<string, number>();
  for (const { first, others: more } of groups.slice(fits.length, others.length))
    rules.set(first.rule, (rules.get(first.rule) ?? 0) + 1 + more.length);
  const counts = [...rules].map(([rule, count]) => `${rule} (${count})`);
  return [...fits, `More hints: ${counts.join(', ')}`, ...sureOnes];
}

/** One problem as text, without a final line end. `line` is the line it is in, if there is one; `more` stands after its words. */
export function printProblem(
  { place, severity, rule, reason, hint, confidence }: Problem,
  line?: string,
  more = '',
): string {
  const start = place?.start;
  const words = more === '' ? reason : reason.replace(/(?=\.?$)/, () => more);
  return [
    `${headOf({ place, severity, rule })}${visible(words)}${confidence === undefined ? '' : ` (${inWords(confidence)})`}`,
    ...(start && line !== undefined ? excerpt(line, start.column) : []),
    ...(hint === undefined ? [] : [`  hint: ${visible(hint)}`]),
  ].join('\n');
}

function headOf({ place, severity, rule }: Pick<Problem, 'place' | 'severity' | 'rule'>): string {
  const start = place?.start;
  const where = place ? `${place.path}${start ? `:${start.line}:${start.column}` : ''} ` : '';
  return `${visible(where)}${severity} ${rule} `;
}

/** Sure guesses in one line: “Found: title “The Door”, scene break (25 times)”. */
function printCounted({ first, others }: ProblemGroup): string {
  const kinds = new Map<string, Problem[]>();
  for (const each of [first, ...others]) {
    const kind = each.taken?.replace(/^(?:an?|the) /, '') ?? '';
    const known = kinds.get(kind);
    if (known) known.push(each);
    else kinds.set(kind, [each]);
  }
  const found = [...kinds].map(([kind, [one, ...more]]) =>
    more.length > 0 ? `${kind} (${more.length + 1} times)` : `${kind} ${(one && nameIn(one)) ?? ''}`.trim(),
  );
  const place = first.place && { path: first.place.path };
  return `${headOf({ ...first, place })}Found: ${visible(found.join(', '))}`;
}

/** The first name that a problem is about, in quotation marks. */
const nameIn = ({ reason }: Problem): string | undefined => /“[^”]*”/.exec(reason)?.[0];

/** How many more problems are in a group, and the names that up to three of them are about. */
function moreOf({ first, others }: ProblemGroup): string {
  if (others.length === 0) return '';
  const names = new Set(others.flatMap((each) => nameIn(each) ?? []));
  names.delete(nameIn(first) ?? '');
  const some = [...names].slice(0, mostNames);
  const listed = some.length > 0 ? `: ${some.join(', ')}${names.size > mostNames ? ' …' : ''}` : '';
  const files = new Set([first, ...others].map(({ place }) => place?.path)).size;
  return ` (and ${others.length} more${files > 1 ? `, in ${files} files` : ''}${listed})`;
}

const mostNames = 3;

/** How sure a guess is, in words that tell an author where to look first; `--json` has the number. */
export function inWords(confidence: number): string {
  return confidence >= sure ? 'sure' : confidence >= 0.8 ? 'likely' : 'unsure: please look';
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
export function printJson(value: unknown, indent = 2): string {
  // JSON itself escapes line ends within its texts: those that are left are its own.
  return JSON.stringify(value, undefined, indent).replace(steering, (mark) =>
    mark === '\n' ? mark : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
