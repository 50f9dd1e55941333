/** `fleuron build`: a manuscript becomes a book in `dist/`, in one edition or several. */
import { resolve } from 'node:path';
import { type EditionName, editions as editionTable } from '../book/editions.ts';
import type { Limits } from '../book/limits.ts';
import type { Publication } from '../book/publication.ts';
import { openCoverCache } from '../disk/cover-cache.ts';
import { isOwnBook, isTaken, type Originals, overwriteProblem } from '../disk/overwrite.ts';
import { readFinished } from '../disk/read-finished.ts';
import { isFolder, outputPath, writeBook } from '../disk/write-book.ts';
import type { Bound, BuildOptions } from '../pipeline/build.ts';
import { hasErrors, type Problem } from '../report/problem.ts';
import { buildManuscript } from './build-manuscript.ts';
import { defineCommand } from './define-command.ts';
import { chooseEditions } from './editions.ts';
import { exitCodes } from './exit-codes.ts';
import { forShell } from './next-step.ts';
import {
  editionOption,
  forceOption,
  limitOption,
  manuscriptPath,
  previousOption,
  reportOptions,
  untrustedOption,
} from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

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
  fleuron build my-story --previous shelf/story.epub   a new version, in which readers find their places

Editions: epub, the one that suits all, which is made if none is named; kobo; kindle, for Send to Kindle; legacy,
an EPUB 2.0.1 for old devices; large-print, for weak eyes; web, one HTML file. With several, -o names a folder. docs/editions.md tells more.

Errors mean that no book is written, and that an older one stays as it was. A book of Fleuron’s own is replaced by the
next one; another file only with --force; a file of the manuscript never. With --previous, all that has not changed since that EPUB or
kepub keeps its identifier, file, ids and sentence numbers (docs/growing.md). Limits are far above any real book;
the problem of one that is passed says how to allow more (docs/limits.md).`,
  options: {
    output: { type: 'string', short: 'o', value: 'PATH', about: 'where the book goes: a file, or a folder' },
    ...editionOption,
    ...previousOption,
    ...forceOption,
    strict: { type: 'boolean', about: 'warnings forbid a book too' },
    ...untrustedOption,
    ...limitOption,
    ...reportOptions,
  },
  positionals: manuscriptPath,
  run: async (
    { output, edition, previous, force = false, strict = false, untrusted = false, ...report },
    [manuscript = 'manuscript'],
    { limits },
  ) => {
    const editions = chooseEditions(edition);
    if (editions.length > 1 && output !== undefined && /\.(?:epub|html)$/i.test(output))
      return {
        reason: `“${output}” is one file, and there are ${editions.length} editions. → Name a folder: -o shelf/`,
      };
    const refused = output === undefined ? undefined : wrongEnding(output, editions);
    if (refused !== undefined) return { reason: refused };
    return buildCommand(
      { manuscript, output, editions, previous, strict, untrusted, force, limits },
      createReporter(report, [manuscript]),
    );
  },
});

/** Why no book can be written to a path of that name, and what to write. */
function wrongEnding(output: string, editions: readonly EditionName[]): string | undefined {
  const wanted = editions.every((name) => name === 'web') ? '.html' : '.epub';
  if (output.endsWith('/') || output.toLowerCase().endsWith(wanted) || isFolder(output)) return undefined;
  const [ending = ''] = otherEnding.exec(output) ?? [];
  if (ending === '')
    return editions.length > 1 || isTaken(output)
      ? undefined
      : `“${output}” is no folder, and a file’s name ends in ${wanted}. → Write: -o ${forShell(output + wanted)}, or for a folder: -o ${forShell(`${output}/`)}`;
  const advice =
    endingAdvice.find(([endings]) => endings.test(ending))?.[1] ?? 'Fleuron writes EPUB, and HTML with --edition web.';
  const made = wanted === '.epub' ? 'an EPUB' : 'one HTML file';
  return `“${output}” was not written: its name ends in ${ending}, and the book is ${made}. ${advice} → Write: -o ${forShell(output.slice(0, -ending.length) + wanted)}`;
}

/** Endings of other formats; “Mr. Smith” has none. */
const otherEnding = /\.(?:mobi|azw\d?|kfx|prc|pdf|x?html?|epub\d?|kepub|docx?|odt|rtf|txt|md|fb2|zip)$/i;

/** What other formats are for, and what serves for them. */
const endingAdvice: readonly (readonly [endings: RegExp, advice: string])[] = [
  [
    /^\.(?:mobi|azw\d?|kfx|prc)$/i,
    'Amazon takes EPUB, and makes a Kindle book of it: --edition kindle, or “fleuron send --to kindle”.',
  ],
  [/^\.pdf$/i, 'A PDF has pages of one size: make --edition web, open it in a browser, and print it into a file.'],
  [/^\.x?html?$/i, 'For one HTML file, add --edition web.'],
];

interface BuildArguments {
  readonly manuscript: string;
  readonly output: string | undefined;
  readonly editions: readonly EditionName[];
  /** The path of the version before. */
  readonly previous?: string | undefined;
  /** Whether warnings forbid a book too. */
  readonly strict: boolean;
  /** Whether the manuscript's own code is left alone. */
  readonly untrusted: boolean;
  /** Whether a file that is no book of Fleuron's may be written over. */
  readonly force: boolean;
  /** What the manuscript may cost. */
  readonly limits: Limits;
}

/** Builds and writes a book; answers with the exit code. */
export async function buildCommand(options: BuildArguments, reporter: Reporter): Promise<number> {
  const { manuscript, output, editions, previous, strict, untrusted, force, limits } = options;
  const outcome = await buildManuscript(
    manuscript,
    {
      untrusted,
      limits,
      editions,
      previous: previous === undefined ? undefined : () => finishedAt(previous, limits),
      coverCache: openCoverCache(),
    },
    reporter,
  );
  const { sources } = outcome;
  const problems: Problem[] = strict
    ? outcome.problems.map((each) => (each.severity === 'warning' ? { ...each, severity: 'error' } : each))
    : [...outcome.problems];
  if (!outcome.value || hasErrors(problems)) {
    reporter.finish({ problems, sources, sentence: 'No book was written.' });
    return exitCodes.problems;
  }
  reporter.stage('writing');
  const originals = { files: [...outcome.read], folders: [resolve(manuscript)].filter(isFolder) };
  const targets = targetsOf(outcome.value, output);
  const stale = await staleIn(targets, outcome.value.publication, limits);
  const { written, failures } = await writeEditions(targets, originals, force);
  if (failures.length === 0) problems.push(...stale);
  const lines = written.map(({ path, bytes }) => `${path} (${Math.ceil(bytes.length / 1024)} kB)`);
  const isPlain = editions.length === 1 && editions[0] === 'epub';
  const paths = isPlain ? undefined : Object.fromEntries(written.map(({ name, path }) => [name, path]));
  if (failures.length > 0) {
    const left = lines.length === 0 ? 'No book was written.' : 'The other editions were not written.';
    const sentence = [...lines, left].join('\n');
    reporter.finish({ problems: [...problems, ...failures], sources, editions: paths, sentence });
    return exitCodes.unwritten;
  }
  reporter.finish({ problems, sources, book: written[0]?.path, editions: paths, sentence: lines.join('\n') });
  return exitCodes.done;
}

/** The version before, to be read. */
function finishedAt(path: string, limits: Limits): ReturnType<NonNullable<BuildOptions['previous']>> {
  const { value: bytes, problems } = readFinished(path, limits);
  return { value: bytes && { name: path, bytes, isAsked: true }, problems };
}

interface Target {
  readonly name: EditionName;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where each edition goes. */
function targetsOf({ editions, publication }: Bound, output: string | undefined): readonly Target[] {
  const { title } = publication.metadata;
  const target = editions.length > 1 && output !== undefined && !output.endsWith('/') ? `${output}/` : output;
  return editions.map(({ name, bytes }) => ({
    name,
    path: outputPath(target, title, editionTable[name].ending),
    bytes,
  }));
}

/** Whether one of the books that are about to be replaced had other sources, and the same date. */
async function staleIn(
  targets: readonly Target[],
  publication: Publication,
  limits: Limits,
): Promise<readonly Problem[]> {
  for (const { path } of targets) {
    const older = path.endsWith('.epub') && isOwnBook(path) ? readFinished(path, limits).value : undefined;
    const found = older && (await import('../archive/stale-date.ts')).staleDate(older, publication, limits);
    if (found) return [found];
  }
  return [];
}

/** Writes each edition whole or not at all; none where a file is in the way of one; stops at the first that cannot be written. */
async function writeEditions(targets: readonly Target[], originals: Originals, force: boolean) {
  const written: Target[] = [];
  const failures: Problem[] = [];
  for (const { path } of targets) {
    const found = overwriteProblem(path, originals, { force, isOwn: isOwnBook });
    if (found) failures.push(found);
  }
  for (const target of failures.length > 0 ? [] : targets) {
    const failure = writeBook(target.path, target.bytes);
    if (failure) return { written, failures: [failure] };
    written.push(target);
  }
  return { written, failures };
}
