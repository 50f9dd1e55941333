/**
 * What a run of the tests prints: each test that failed, each reason for which tests were skipped, and one closing line
 * with counts, which CI reads. In: the events of Node's runner, which takes this file by `--test-reporter`. Out: text.
 * A run in which no test ran has failed, and so has a file that holds none.
 */
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

type Passed = Extract<TestEvent, { type: 'test:pass' }>['data'];
type Failed = Extract<TestEvent, { type: 'test:fail' }>['data'];

/** Why Node 20 skips the tests that a run by name leaves out; later versions do not mention them. */
const otherName = 'test name does not match pattern';

/** Prints a run, and returns whether it failed. With `byName`, a file may hold no test of that name. */
export async function* report(
  events: AsyncIterable<TestEvent>,
  { byName }: { readonly byName: boolean },
): AsyncGenerator<string, boolean> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const reasons = new Map<string, number>();
  const output = new Map<string, string>();
  const names: string[] = [];

  for await (const event of events) {
    const { type, data } = event;
    if (type === 'test:start') names.splice(data.nesting, names.length, data.name);
    else if (type === 'test:stdout' || type === 'test:stderr') {
      const file = sourceOf(data.file);
      output.set(file, (output.get(file) ?? '') + data.message);
    } else if (type === 'test:diagnostic' && /asynchronous activity/.test(data.message)) yield `${data.message}\n`;
    const end = endOf(event, { byName, names, output });
    if (!end) continue;
    counts[end.is] += 1;
    if (end.is === 'failed') yield failure(end.title, end.reason);
    if (end.is === 'skipped') reasons.set(end.reason, (reasons.get(end.reason) ?? 0) + 1);
  }

  for (const [reason, times] of reasons) yield `${reason} (${times} ${times === 1 ? 'test' : 'tests'})\n`;
  const { passed, failed, skipped } = counts;
  const ran = passed + failed > 0;
  if (!ran) yield 'No test ran, which counts as a failure.\n';
  yield `${passed} passed, ${failed} failed, ${skipped} skipped\n`;
  return !ran || failed > 0;
}

/** How a test ended. */
type End =
  | { readonly is: 'passed' }
  | { readonly is: 'skipped'; readonly reason: string }
  | { readonly is: 'failed'; readonly title: readonly string[]; readonly reason: string };

interface Seen {
  readonly byName: boolean;
  /** Of the test that runs, and of those around it. */
  readonly names: readonly string[];
  /** What files printed. */
  readonly output: ReadonlyMap<string, string>;
}

/** How a test or a file ended; undefined where an event says nothing of one, or of one that is told by its parts. */
function endOf({ type, data }: TestEvent, { byName, names, output }: Seen): End | undefined {
  if (type === 'test:fail') {
    if (isParent(data)) return undefined;
    const file = sourceOf(data.file ?? '');
    return isFile(data)
      ? { is: 'failed', title: [file], reason: output.get(file) ?? reasonOf(data) }
      : { is: 'failed', title: [file, ...names.slice(0, data.nesting), data.name], reason: reasonOf(data) };
  }
  if (type !== 'test:pass' || data.details.type === 'suite' || data.skip === otherName) return undefined;
  if (isFile(data))
    return byName ? undefined : { is: 'failed', title: [sourceOf(data.name)], reason: 'No test ran in this file.' };
  if (data.skip === undefined) return { is: 'passed' };
  return {
    is: 'skipped',
    reason: typeof data.skip === 'string' ? data.skip : `skipped without a reason: ${data.name}`,
  };
}

/** A test fails with its subtests; those are printed, and counted, themselves. */
function isParent({ details: { error } }: Failed): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

/** Node reports a file as a test where no test in it was, or where it failed outside of them. */
function isFile({ name, file, nesting }: Passed | Failed): boolean {
  return nesting === 0 && file !== undefined && sourceOf(name) === sourceOf(file);
}

/** A test by the path of its source: Node names it by that, where it has read a source map, or by what was compiled. */
function sourceOf(path: string): string {
  const [folder, file] = [process.cwd(), path].map((each) => each.replaceAll('\\', '/'));
  const inside = file?.startsWith(`${folder}/`) ? file.slice(`${folder}/`.length) : (file ?? '');
  return inside.replace(/^build\/test[^/]*\/(.+)\.mjs$/, 'test/$1.ts');
}

function failure(title: readonly string[], reason: string): string {
  return `✖ ${title.join(' › ')}\n${reason.trimEnd().replaceAll(/^(?=.)/gm, '  ')}\n\n`;
}

/** What the test threw, without the frames of Node itself. */
function reasonOf({ details: { error } }: Failed): string {
  const thrown = error.cause ?? error;
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : inspect(thrown);
  return text.replaceAll(/^ +at .*\bnode:.*\n?/gm, '');
}

// biome-ignore lint/style/noDefaultExport: Node takes a reporter as a default export.
export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const byName = process.execArgv.some((option) => option.startsWith('--test-name-pattern'));
  const interrupted = (): void => {
    process.exitCode = 1;
    process.stdout.write('The run was interrupted before its last test.\n');
  };
  process.once('exit', interrupted);
  const failed = yield* report(events, { byName });
  process.off('exit', interrupted);
  if (failed) process.exitCode = 1;
}
