/** `fleuron check`: builds a manuscript in memory, or takes a finished EPUB, and lets the validators judge it. */
import { readFileSync, statSync } from 'node:fs';
import type { EditionName } from '../book/editions.ts';
import { type Limits, printLimit } from '../book/limits.ts';
import type { BoundDocument } from '../book/publication.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { checkEpub } from '../check/check-epub.ts';
import { findEpubcheck } from '../check/find-epubcheck.ts';
import { problemsFromFindings } from '../check/problems-from-findings.ts';
import { buildBook } from '../pipeline/build.ts';
import { hasErrors, type Problem, problem } from '../report/problem.ts';
import { sourceDate } from './build.ts';
import { exitCodes } from './exit-codes.ts';
import { loadNothing, pluginLoader } from './load-plugins.ts';
import type { Speaker } from './reporter.ts';

export interface CheckOptions {
  readonly editions: readonly EditionName[];
  readonly untrusted: boolean;
  readonly limits: Limits;
}

interface Book {
  readonly epub: Uint8Array;
  readonly documents: readonly BoundDocument[];
}

/** Checks what lies at a path; answers with the exit code. */
export async function checkCommand(
  path: string,
  { editions, untrusted, limits }: CheckOptions,
  speaker: Speaker,
): Promise<number> {
  let books: readonly Book[];
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
      books = [{ epub: readFileSync(path), documents: [] }];
    } catch {
      return refuse(problem('file-unreadable', { path }, 'Unexpected EPUB that cannot be read'));
    }
  } else {
    const outcome = await buildBook(path, {
      sourceDate: sourceDate(),
      loadPlugins: untrusted ? loadNothing : pluginLoader(path),
      untrusted,
      limits,
      editions,
      onStage: speaker.stage,
    });
    for (const each of outcome.problems) problems.push(each);
    sources = outcome.sources;
    if (!outcome.value) {
      speaker.finish({ problems, sources, sentence: 'No book could be made.' });
      return exitCodes.problems;
    }
    books = outcome.value.editions
      .filter(({ name }) => name !== 'web')
      .map(({ bytes, documents }) => ({ epub: bytes, documents }));
  }
  speaker.stage('checking');
  const found = await findEpubcheck(process.env);
  const official = 'epubcheck' in found ? found.epubcheck : undefined;
  let count = 0;
  for (const { epub, documents } of books) {
    const findings = await checkEpub(epub, { official, env: process.env });
    count += findings.length;
    for (const each of problemsFromFindings(findings, documents)) problems.push(each);
  }
  const judges =
    'epubcheck' in found
      ? 'EPUBCheck and epubcheck-ts'
      : `epubcheck-ts (the official EPUBCheck was skipped, because ${found.reason})`;
  const verdict = count === 0 ? 'have nothing to say' : `found ${count === 1 ? 'one problem' : `${count} problems`}`;
  const said = books.length > 0 ? `${judges} ${verdict}. ` : '';
  const unjudged = editions.includes('web') ? 'The web edition is HTML, which EPUBCheck does not judge.' : '';
  speaker.finish({ problems, sources, sentence: (said + unjudged).trim() });
  return hasErrors(problems) ? exitCodes.problems : exitCodes.done;
}
