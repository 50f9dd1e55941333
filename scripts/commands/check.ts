/** `fleuron check`: builds a manuscript in memory, or takes a finished EPUB, and lets the validators judge it. */
import { readFileSync, statSync } from 'node:fs';
import { type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { buildBook } from '../build.ts';
import { checkEpub } from '../check/check-epub.ts';
import { findEpubcheck } from '../check/find-epubcheck.ts';
import { type BoundDocument, problemsFromFindings } from '../check/problems-from-findings.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { sourceDate } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './plugins.ts';
import type { Speaker } from './speaker.ts';

/** Lines of a bound document before its body, as templates/page.xhtml.ejs prints them. */
const linesBeforeBody = 9;

/** Checks what lies at a path; answers with the exit code. */
export async function checkCommand(
  path: string,
  { untrusted, limits }: { readonly untrusted: boolean; readonly limits: Limits },
  speaker: Speaker,
): Promise<number> {
  let epub: Uint8Array;
  let documents: readonly BoundDocument[] = [];
  let sources: ReadonlyMap<string, string> = new Map();
  const problems: Problem[] = [];
  if (/\.epub$/i.test(path)) {
    const refuse = (only: Problem): number => {
      speaker.finish({ problems: [only], sources, sentence: 'Nothing was checked.' });
      return exitCodes.problems;
    };
    try {
      const { size } = statSync(path);
      if (size > limits.zip) {
        const reason = `Unexpected file of more than ${printLimit('zip', limits.zip)}, expected a book`;
        return refuse(problem('bag-too-large', { path }, reason, raiseLimit('zip', limits, size)));
      }
      epub = readFileSync(path);
    } catch {
      return refuse(problem('file-unreadable', { path }, 'Unexpected EPUB that cannot be read'));
    }
  } else {
    const outcome = await buildBook(path, {
      sourceDate: sourceDate(),
      loadPlugins: untrusted ? loadNothing : pluginLoader(path),
      untrusted,
      limits,
      onStage: speaker.stage,
    });
    problems.push(...outcome.problems);
    sources = outcome.sources;
    if (!outcome.value) {
      speaker.finish({ problems, sources, sentence: 'No book could be made.' });
      return exitCodes.problems;
    }
    epub = outcome.value.epub;
    documents = outcome.value.publication.documents.map(({ href, places }) => ({
      href,
      path: places.find((each) => each)?.path ?? '',
      lines: [...Array<undefined>(linesBeforeBody).fill(undefined), ...places],
    }));
  }
  speaker.stage('checking');
  const found = await findEpubcheck(process.env);
  const findings = await checkEpub(epub, {
    official: 'epubcheck' in found ? found.epubcheck : undefined,
    env: process.env,
  });
  problems.push(...problemsFromFindings(findings, documents));
  const judges =
    'epubcheck' in found
      ? 'EPUBCheck and epubcheck-ts'
      : `epubcheck-ts (the official EPUBCheck was skipped, because ${found.reason})`;
  const verdict =
    findings.length === 0
      ? 'have nothing to say'
      : `found ${findings.length === 1 ? 'one problem' : `${findings.length} problems`}`;
  speaker.finish({ problems, sources, sentence: `${judges} ${verdict}.` });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}
