/** `fleuron notes`: what readers marked in a book, at the lines of its manuscript. */
import { basename } from 'node:path';
import type { Located } from '../annotations/locate-annotations.ts';
import { decodeForeign } from '../book/decode.ts';
import type { Limits } from '../book/limits.ts';
import { meantPath } from '../disk/near-path.ts';
import { openPath } from '../disk/open-path.ts';
import { pathAsGiven } from '../disk/place-as-given.ts';
import { readRegular } from '../disk/read-regular.ts';
import { type Problem, problem } from '../report/problem.ts';
import { defineCommand } from './define-command.ts';
import { exitCodes } from './exit-codes.ts';
import { limitOption, reportOptions } from './options.ts';
import { createReporter, type Reporter } from './reporter.ts';

export const notes = defineCommand({
  name: 'notes',
  summary: 'show what readers marked in a book, at your own lines',
  usage: `Finds highlights and remarks of readers in the manuscript, by their words: beta readers’ corrections come home. Takes what reading programs
export: KOReader’s metadata.epub.lua, calibre’s JSON, annotations of Readium and Thorium, Kobo’s .annot.

  fleuron notes my-story metadata.epub.lua
  fleuron notes my-story highlights.json --json
  fleuron notes book.epub highlights.json     lines of what “import” would make of the book

Words that stand in several places are said to do so; words that are not there any more are listed last.`,
  options: { ...limitOption, ...reportOptions },
  positionals: {
    usage: '<manuscript | book> <export>',
    least: 2,
    most: 2,
    noun: 'manuscript and an export',
    example: 'my-story metadata.epub.lua',
  },
  run: async ({ ...report }, [path = '', exported = ''], { limits }) => {
    return notesCommand(path, exported, limits, createReporter(report, [path]));
  },
});

async function notesCommand(path: string, exported: string, limits: Limits, reporter: Reporter): Promise<number> {
  const sources = new Map<string, string>();
  const refuse = (problems: readonly Problem[]) => {
    reporter.finish({ problems, sources, sentence: 'Nothing was found.' });
    return exitCodes.problems;
  };
  const name = basename(exported);
  const read = readRegular(exported, 'text', limits);
  if ('reason' in read)
    return refuse([
      problem(read.rule, { path: exported }, `The file ${read.reason}.`, read.hint ?? meantPath(exported)),
    ]);
  const { value: given, problems } = openPath(path, limits);
  if (!given) return refuse(problems);
  const { locateGiven } = await import('../pipeline/locate.ts');
  const text = decodeForeign(read.bytes, name).value ?? '';
  const { value: located, problems: found } = await locateGiven({ name, text }, given, limits);
  if (!located) return refuse(found);
  reporter.finish({
    problems: found,
    sources,
    book: path,
    annotations: located,
    sentence: linesOf(located, path).join('\n'),
  });
  return exitCodes.done;
}

function linesOf(located: readonly Located[], manuscript: string): readonly string[] {
  if (located.length === 0) return ['Nothing is marked in it.'];
  const lost = located.filter(({ place }) => !place);
  const lines = located.flatMap(({ place, places, isPartly, text, remark }) => {
    if (!place) return [];
    const doubt = places > 1 ? ` (one of ${places} places)` : isPartly ? ' (changed since)' : '';
    return [
      `${pathAsGiven(place.path, [manuscript])}:${place.line}:${place.column} ${quoted(text)}${doubt}`,
      ...remarkLines(remark),
    ];
  });
  return [
    ...lines,
    ...(lost.length > 0 ? ['Not in the manuscript any more:'] : []),
    ...lost.flatMap(({ text, remark }) => [`  ${quoted(text)}`, ...remarkLines(remark)]),
  ];
}

const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? '(no words)' : `“${line.length > 100 ? `${line.slice(0, 100).trimEnd()}…` : line}”`;
};

const remarkLines = (remark: string): readonly string[] =>
  remark === '' ? [] : remark.split(/\r?\n/).map((line) => `    ${line}`);
