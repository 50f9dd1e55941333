/** `fleuron check`: builds a manuscript in memory, or takes a finished EPUB, and lets the validators judge it. */
import type { EditionName } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { checkEpub } from '../check/check-epub.ts';
import { type BoundDocument, problemsFromFindings } from '../check/problems-from-findings.ts';
import { findEpubcheck } from '../disk/epubcheck/find-epubcheck.ts';
import { officialValidator } from '../disk/epubcheck/run-epubcheck.ts';
import { readEpub } from '../disk/read-epub.ts';
import { type BoundEdition, buildBook } from '../pipeline/build.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
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
    const read = readEpub(path, limits);
    if (!read.value) {
      speaker.finish({ problems: read.problems, sources, sentence: 'Nothing was checked.' });
      return exitCodes.problems;
    }
    books = [{ epub: read.value, documents: [] }];
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
      .map((edition) => ({ epub: edition.bytes, documents: documentsOf(edition) }));
  }
  speaker.stage('checking');
  const found = await findEpubcheck(process.env);
  const official = 'epubcheck' in found ? officialValidator(found.epubcheck, process.env) : undefined;
  let count = 0;
  for (const { epub, documents } of books) {
    const findings = await checkEpub(epub, official);
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

/** The documents of an edition and, for each of their lines, the author's. */
function documentsOf({ publication, templates }: BoundEdition): readonly BoundDocument[] {
  const page = templates.get(publication.standard ? 'legacy/page.xhtml.ejs' : 'page.xhtml.ejs') ?? '';
  const before = page.slice(0, Math.max(0, page.indexOf('page.body'))).split('\n').length - 1;
  return publication.documents.map(({ href, places }) => ({
    href,
    path: places.find((each) => each)?.path ?? '',
    lines: [...Array<undefined>(before).fill(undefined), ...places],
  }));
}
