/** What `fleuron library` says: how far it is, what became of each story, which are copies of one. */
import { decodeBase64 } from '../book/bytes.ts';
import { findCopies } from '../library/find-copies.ts';
import type { ShelfRecord } from '../library/shelf-record.ts';
import { printJson, printProblems, visible } from '../report/print.ts';
import type { Problem } from '../report/problem.ts';
import type { StoryState, ToldStory } from './library-run.ts';
import type { ReporterOptions } from './reporter.ts';

export interface LibraryReport {
  readonly tell: (told: ToldStory, done: number, total: number) => void;
  /** Says the end of a run: what beside the stories was noticed, and the copies among all that are there. */
  readonly finish: (problems: readonly Problem[], records: Iterable<ShelfRecord>) => void;
  readonly failed: () => number;
}

const states: readonly StoryState[] = ['made', 'cached', 'unchanged', 'failed', 'gone', 'pruned'];
/** More groups of copies are counted; `--verbose` and `--json` have all. */
const mostGroups = 20;
const barWidth = 30;

/** Makes the report of one run; `now` gives milliseconds. */
export function createLibraryReport({ json, quiet, verbose }: ReporterOptions, now: () => number): LibraryReport {
  const isTerminal = process.stderr.isTTY === true && !quiet;
  const counts = new Map<StoryState, number>();
  const gone: string[] = [];
  const begun = now();
  let shown = begun;
  const say = (words: string) => void process.stderr.write(`${isTerminal ? '\r\u001B[K' : ''}${words}\n`);
  const count = (state: StoryState) => counts.get(state) ?? 0;
  const progress = (done: number, total: number): void => {
    const time = now();
    if (quiet || time - shown < (isTerminal ? 100 : 60_000)) return;
    shown = time;
    const left = ((time - begun) / Math.max(1, done)) * (total - done);
    const full = Math.round((barWidth * done) / Math.max(1, total));
    const bar = isTerminal ? `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ` : '';
    const line = `${bar}${done} of ${total} stories, ${count('failed')} failed, ${duration(left)} left`;
    process.stderr.write(isTerminal ? `\r\u001B[K${line}` : `${line}\n`);
  };
  return {
    tell: (told, done, total) => {
      const { story, state, record, problems } = told;
      counts.set(state, count(state) + 1);
      if (state === 'gone') gone.push(story);
      const placed = problems.map((each) => placedIn(story, each));
      if (json)
        process.stdout.write(
          `${printJson({ story, state, books: pathsOf(record), title: record.facts?.title, problems: placed }, 0)}\n`,
        );
      const wanted = verbose && !quiet ? placed : placed.filter(({ severity }) => severity === 'error');
      if (wanted.length > 0 && !json) say(printProblems(wanted, new Map(), { isEach: verbose }));
      progress(done, total);
    },
    finish: (problems, records) => {
      const copies = copiesAmong(records);
      if (json) process.stdout.write(`${printJson({ ...Object.fromEntries(counts), copies, problems }, 0)}\n`);
      else if (problems.length > 0) say(printProblems(problems, new Map()));
      if (quiet || json) return;
      if (gone.length > 0) say(`Gone, with their books kept (--prune removes them): ${listed(gone)}`);
      if (copies.length > 0) say(printCopies(copies, verbose ? copies.length : mostGroups));
      const parts = states.filter((state) => count(state) > 0).map((state) => `${count(state)} ${state}`);
      say(parts.length > 0 ? `Stories: ${parts.join(', ')}.` : 'There is no story in the folder.');
    },
    failed: () => count('failed'),
  };
}

interface Copy {
  readonly story: string;
  readonly title: string;
  readonly words: number;
}

function copiesAmong(records: Iterable<ShelfRecord>): readonly (readonly Copy[])[] {
  const stories = [...records].flatMap(({ story, facts, sketch, isGone }) => {
    if (!facts || sketch === undefined || isGone) return [];
    return [{ story, title: facts.title, words: facts.words, sketch: new Uint32Array(decodeBase64(sketch).buffer) }];
  });
  return findCopies(stories).map((group) => group.map(({ story, title, words }) => ({ story, title, words })));
}

function printCopies(copies: readonly (readonly Copy[])[], most: number): string {
  const lines = copies.slice(0, most).map((group) => {
    const [longest, ...others] = group.map(({ story, words }) => `${visible(story)} (${words} words)`);
    return `  ${longest}; also ${listed(others)}`;
  });
  const more = copies.length > most ? [`  and ${copies.length - most} more; --verbose has all`] : [];
  return ['Copies of one story, the longest first:', ...lines, ...more].join('\n');
}

const listed = (names: readonly string[]): string =>
  names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`;

const pathsOf = ({ books }: ShelfRecord) =>
  Object.fromEntries(Object.entries(books).map(([edition, book]) => [edition, book?.path]));

/** A problem whose place is in the library: of a folder’s file below the story, of a single file itself. */
function placedIn(story: string, problem: Problem): Problem {
  const { place } = problem;
  const own = story.slice(story.lastIndexOf('/') + 1);
  const path = place === undefined || place.path === own || place.path === '.' ? story : `${story}/${place.path}`;
  return { ...problem, place: { ...place, path } };
}

/** `2 min`, `40 s`. */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
