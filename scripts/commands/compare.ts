/** `fleuron compare`: what changed between two versions of a story. */
import { resolve } from 'node:path';
import { encodeUtf8 } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { overwriteProblem } from '../disk/overwrite.ts';
import { isFolder, writeBook } from '../disk/write-book.ts';
import type { Problem } from '../report/problem.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import { forceOption, limitOption, reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const compare = defineCommand({
  name: 'compare',
  summary: 'say what changed between two versions of a story',
  usage: `Compares two versions: each a manuscript, a book of Fleuron’s or of others, a story that “import” reads, or an archive, with @ and a
number for one of its versions. Chapters are known again by their words. Prints what was added, removed, moved and mended, in words; with -o a page for a browser, with the words marked.

  fleuron compare old.epub new.epub
  fleuron compare old.html my-story -o changes.html
  fleuron compare old.epub new.epub --json
  fleuron compare keep/door@1 keep/door@2

Quotation marks, dashes and spaces are set in both before, so that two ways of typing them are no difference.`,
  options: {
    output: { type: 'string', short: 'o', value: 'PATH', about: 'the page for a browser that is written (.html)' },
    ...forceOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { usage: '<old> <new>', least: 2, most: 2, noun: 'second version', example: 'old.epub new.epub' },
  run: async ({ output, force = false, ...report }, [older = '', newer = ''], { limits }) => {
    if (output !== undefined && !/\.html?$/i.test(output))
      return {
        reason: `“${output}” is no page. → Write: fleuron compare ${forShell(older)} ${forShell(newer)} -o changes.html`,
      };
    return compareCommand({ older, newer, output, force, limits }, createReporter(report));
  },
});

interface CompareArguments {
  readonly older: string;
  readonly newer: string;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly limits: Limits;
}

async function compareCommand(
  { older, newer, output, force, limits }: CompareArguments,
  reporter: Reporter,
): Promise<number> {
  const sources = new Map<string, string>();
  const read = new Set<string>();
  const refuse = (problems: readonly Problem[], sentence: string) => {
    reporter.finish({ problems, sources, sentence });
    return exitCodes.problems;
  };
  reporter.stage('comparing');
  const { openVersion, versionOf } = await import('../disk/open-version.ts');
  const [before, after] = [openVersion(older, limits, read), openVersion(newer, limits, read)];
  if (!before.value || !after.value) return refuse([...before.problems, ...after.problems], 'Nothing was compared.');
  const { compareGiven } = await import('../pipeline/compare.ts');
  const { value: comparison, problems } = await compareGiven(before.value, after.value, limits);
  if (!comparison) return refuse(problems, 'Nothing was compared.');
  const { comparisonLines } = await import('../versions/comparison-lines.ts');
  if (output !== undefined) {
    const folders = [older, newer].map((path) => resolve(versionOf(path)[0])).filter(isFolder);
    const refusal = () => overwriteProblem(output, { files: [...read], folders }, { force });
    const blocked = refusal();
    if (blocked) return refuse([blocked], 'Nothing was written.');
    const { comparisonPage } = await import('../versions/comparison-page.ts');
    const failure = writeBook(output, encodeUtf8(comparisonPage(comparison, older, newer)), refusal);
    if (failure) return refuse([failure], 'Nothing was written.');
  }
  const lines = [`${comparison.title}: ${older} → ${newer}`, ...comparisonLines(comparison)];
  reporter.finish({ problems, sources, book: output ?? newer, comparison, sentence: lines.join('\n') });
  return exitCodes.done;
}
