/** `fleuron build`: a manuscript becomes a book in `dist/`, in one edition or several. */
import { type EditionName, editions as editionTable } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import { outputPath, writeBook } from '../disk/write-book.ts';
import type { Bound } from '../pipeline/build.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import type { Problem } from '../report/problem.ts';
import { defineCommand } from './define-command.ts';
import { chooseEditions } from './editions.ts';
import { exitCodes } from './exit-codes.ts';
import { buildPath } from './from-disk.ts';
import { pluginLoader } from './load-plugins.ts';
import { editionOption, limitOption, limitsOf, manuscriptPath, reportOptions, untrustedOption } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { sourceDate } from './source-date.ts';

export const build = defineCommand({
  name: 'build',
  summary: 'make a book',
  usage: `Makes an EPUB 3.3 from a manuscript: a folder (by default “manuscript”), a .md file, or a story
that is imported on the way: .txt, .html, .docx, .epub.

  fleuron build                          manuscript/ → dist/<title>.epub
  fleuron build my-story                 a folder
  fleuron build story.txt -o story.epub  a plain-text story
  fleuron build my-story -o shelf/       into a folder, named after its title
  fleuron build my-story --json          problems for a program to read
  fleuron build my-story --edition kobo  dist/<title>.kepub.epub
  fleuron build my-story --edition kindle --edition web -o shelf/
  fleuron build my-story --edition all   every edition

Editions: epub, the one that suits all, which is made if none is named; kobo; kindle, for Send to Kindle; legacy,
an EPUB 2.0.1 for old devices; web, one HTML file. With several, -o names a folder. docs/editions.md tells more.

Errors mean that no book is written, and that an older one stays as it was. Limits are far above any real book;
the problem of one that is passed says how to allow more (docs/limits.md).`,
  options: {
    output: { type: 'string', short: 'o', value: 'PATH', about: 'where the book goes: a file, or a folder' },
    ...editionOption,
    strict: { type: 'boolean', about: 'warnings forbid a book too' },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: manuscriptPath,
  run: async (
    { output, edition, strict = false, untrusted = false, limit, ...report },
    [manuscript = 'manuscript'],
  ) => {
    const limits = await limitsOf(limit);
    if ('reason' in limits) return limits;
    const editions = chooseEditions(edition);
    if (editions.length > 1 && output !== undefined && /\.(?:epub|html)$/i.test(output))
      return { reason: `Unexpected file “${output}” for ${editions.length} editions, expected a folder` };
    return buildCommand({ manuscript, output, editions, strict, untrusted, limits }, createReporter(report));
  },
});

interface BuildArguments {
  readonly manuscript: string;
  readonly output: string | undefined;
  readonly editions: readonly EditionName[];
  /** Whether warnings forbid a book too. */
  readonly strict: boolean;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds and writes a book; answers with the exit code. */
async function buildCommand(
  { manuscript, output, editions, strict, untrusted, limits }: BuildArguments,
  reporter: Reporter,
): Promise<number> {
  const outcome = await buildPath(manuscript, {
    sourceDate: sourceDate(),
    loadPlugins: untrusted ? refusePlugins : pluginLoader(manuscript),
    untrusted,
    limits,
    editions,
    coverCache: openCoverCache(),
    onStage: reporter.stage,
  });
  const problems: Problem[] = strict
    ? outcome.problems.map((each) => (each.severity === 'warning' ? { ...each, severity: 'error' } : each))
    : [...outcome.problems];
  const refused = problems.some(({ severity }) => severity === 'error');
  if (!outcome.value || refused) {
    reporter.finish({ problems, sources: outcome.sources, sentence: 'No book was written.' });
    return exitCodes.problems;
  }
  const { sources } = outcome;
  reporter.stage('writing');
  const { written, failure } = writeEditions(outcome.value, output);
  const sentence = written.map(({ path, size }) => `${path} (${Math.ceil(size / 1024)} kB)`).join('\n');
  const isPlain = editions.length === 1 && editions[0] === 'epub';
  const paths = isPlain ? undefined : Object.fromEntries(written.map(({ name, path }) => [name, path]));
  if (failure) {
    const left = sentence === '' ? 'No book was written.' : `${sentence}\nThe other editions were not written.`;
    reporter.finish({ problems: [...problems, failure], sources, editions: paths, sentence: left });
    return exitCodes.unwritten;
  }
  reporter.finish({ problems, sources, book: written[0]?.path, editions: paths, sentence });
  return exitCodes.done;
}

interface Written {
  readonly name: EditionName;
  readonly path: string;
  readonly size: number;
}

/** Writes each edition whole or not at all; stops at the first that cannot be written. */
function writeEditions({ editions, publication }: Bound, output: string | undefined) {
  const written: Written[] = [];
  const { title } = publication.metadata;
  const target = editions.length > 1 && output !== undefined && !output.endsWith('/') ? `${output}/` : output;
  for (const { name, bytes } of editions) {
    const path = outputPath(target, title, editionTable[name].ending);
    const failure = writeBook(path, bytes);
    if (failure) return { written, failure };
    written.push({ name, path, size: bytes.length });
  }
  return { written, failure: undefined };
}
