/** `fleuron check`: builds a manuscript in memory, or takes a finished EPUB, and lets the validators judge it. */
import { deviceNames } from '../acceptance/objection.ts';
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import type { BoundDocument } from '../book/publication.ts';
import { checkEpub } from '../check/check-epub.ts';
import { problemsFromFindings } from '../check/problems-from-findings.ts';
import { findEpubcheck } from '../disk/epubcheck/find-epubcheck.ts';
import { officialValidator } from '../disk/epubcheck/run-epubcheck.ts';
import { readFinished } from '../disk/read-finished.ts';
import { hasErrors, type Outcome, type Problem } from '../report/problem.ts';
import { buildManuscript } from './build-manuscript.ts';
import { defineCommand } from './define-command.ts';
import { chooseEditions } from './editions.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import { editionOption, forceOption, limitOption, manuscriptPath, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'let EPUBCheck judge a book',
  usage: `Builds a manuscript in memory, or takes a finished EPUB, and lets epubcheck-ts and, if it is installed, the
official EPUBCheck judge it. What they find comes back on the author’s own lines.

  fleuron check
  fleuron check my-story
  fleuron check my-story --edition legacy
  fleuron check dist/my-story.epub
  fleuron check any.epub --for kindle --for apple
  fleuron check any.epub --for kindle --fix -o mended.epub

--for says why a shop or a device refuses any EPUB or loses part of it: kindle (Send to Kindle), apple (Apple Books), kobo, old
(devices with Adobe’s older engine), or all. --fix mends what can be mended without touching a word. docs/devices.md has the list.

The official EPUBCheck 5 is found by FLEURON_EPUBCHECK (a jar’s path), in Python’s package “epubcheck”, or on PATH.`,
  options: {
    ...editionOption,
    for: {
      type: 'string',
      multiple: true,
      value: 'DEVICE',
      choices: [...deviceNames, 'all'],
      about: `why one does not take a finished book: ${deviceNames.join(', ')}, or all; may be given again`,
    },
    fix: { type: 'boolean', about: 'with --for: write the book anew, with what can be mended' },
    output: { type: 'string', short: 'o', value: 'FILE', about: 'where the mended book goes' },
    ...forceOption,
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: { ...manuscriptPath, usage: '[manuscript | book.epub]' },
  run: async (values, [path = 'manuscript'], { limits }) => {
    const { edition, for: asked, fix = false, output, force = false, untrusted = false, ...report } = values;
    const isFinished = /\.epub$/i.test(path);
    if (fix && (!asked || output === undefined))
      return {
        reason: '--fix wants to know for whom, and where the mended book goes. → Add --for kindle -o mended.epub',
      };
    if (output !== undefined && !fix)
      return { reason: '“check” writes nothing without --fix. → Add --fix, or leave -o out.' };
    if (asked) {
      if (!isFinished)
        return {
          reason: `“${path}” is no finished book; --for judges an .epub. → Build it first: fleuron build ${forShell(path)}`,
        };
      const { checkFor } = await import('./check-for.ts');
      return checkFor({ path, asked, output, force, limits }, createReporter(report));
    }
    if (edition && isFinished) return { reason: `“${path}” is a finished book; --edition needs a manuscript.` };
    const editions = chooseEditions(edition);
    return checkCommand(
      { path, isFinished, editions, untrusted, limits },
      createReporter(report, isFinished ? [] : [path]),
    );
  },
});

interface CheckArguments {
  readonly path: string;
  /** Whether an EPUB is there, rather than a manuscript. */
  readonly isFinished: boolean;
  readonly editions: readonly EditionName[];
  readonly untrusted: boolean;
  readonly limits: Limits;
}

interface Book {
  readonly epub: Uint8Array;
  readonly documents: readonly BoundDocument[];
}

/** Checks what lies at a path; answers with the exit code. */
async function checkCommand(options: CheckArguments, reporter: Reporter): Promise<number> {
  const { value: books, problems: noticed, sources } = await booksOf(options, reporter);
  const problems: Problem[] = [...noticed];
  if (!books) {
    const sentence = options.isFinished ? 'Nothing was checked.' : 'No book could be made.';
    reporter.finish({ problems, sources, sentence });
    return exitCodes.problems;
  }
  reporter.stage('checking');
  const found = await findEpubcheck(process.env);
  const official = 'epubcheck' in found ? officialValidator(found.epubcheck, process.env) : undefined;
  let count = 0;
  for (const { epub, documents } of books) {
    const findings = await checkEpub(epub, official, options.limits);
    count += findings.length;
    for (const each of problemsFromFindings(findings, documents)) problems.push(each);
  }
  const judges = official ? 'EPUBCheck and epubcheck-ts' : 'epubcheck-ts';
  const silent = official ? 'have nothing to say' : 'has nothing to say';
  const verdict = count === 0 ? silent : `found ${count === 1 ? 'one problem' : `${count} problems`}`;
  const judged = books.length > 0 ? `${judges} ${verdict}. ` : '';
  const unjudged = options.editions.includes('web') ? 'The web edition is HTML, which EPUBCheck does not judge.' : '';
  const skipped = 'reason' in found ? `\nSkipped: the official EPUBCheck (${found.reason}).` : '';
  reporter.finish({ problems, sources, sentence: (judged + unjudged).trim() + skipped });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}

/** The books to judge: the one at a path, or those that are made of the manuscript there. */
async function booksOf(
  { path, isFinished, editions, untrusted, limits }: CheckArguments,
  reporter: Reporter,
): Promise<Outcome<readonly Book[] | undefined> & { readonly sources: ReadonlyMap<string, string> }> {
  if (isFinished) {
    const { value: epub, problems } = readFinished(path, limits);
    return { value: epub && [{ epub, documents: [] }], problems, sources: new Map() };
  }
  const outcome = await buildManuscript(path, { untrusted, limits, editions }, reporter);
  const books = outcome.value?.editions
    .filter(({ name }) => name !== 'web')
    .map(({ bytes, documents }) => ({ epub: bytes, documents }));
  return { ...outcome, value: books };
}
