/**
 * The official EPUBCheck, as a program of the author's.
 * In: an EPUB's bytes. Out: its findings. Refuses to know: where it was found.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, nullable, number, object, safeParse, string } from 'valibot';
import type { Epubcheck } from './find-epubcheck.ts';
import { type Finding, severityOf, stopped, tidyMessage } from './finding.ts';
import { type Environment, runTool } from './run-tool.ts';

const engine = 'epubcheck';

/** The part of EPUBCheck's JSON report that we read. */
const report = object({
  messages: array(
    object({
      ID: string(),
      severity: string(),
      message: string(),
      additionalLocations: number(),
      locations: array(object({ path: nullable(string()), line: number(), column: number() })),
    }),
  ),
});

/** A large omnibus takes half a minute; what takes longer hangs. */
const patience = 600;

/** Checks a book with the official EPUBCheck; one finding for each place it names. */
export async function checkWithEpubcheck(
  epub: Uint8Array,
  { command, args }: Epubcheck,
  env: Environment,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fleuron-check-'));
  try {
    const book = join(folder, 'book.epub');
    await writeFile(book, epub);
    const ran = await runTool(command, [...args, book, '--quiet', '--locale', 'en', '--json', '-'], {
      env,
      seconds: patience,
    });
    return 'failure' in ran
      ? [stopped(engine, ran.failure)]
      : (readReport(ran.stdout) ?? [stopped(engine, lastLine(ran.stderr) || 'its report cannot be read')]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads EPUBCheck's JSON report; undefined if it is none. */
export function readReport(text: string): readonly Finding[] | undefined {
  const parsed = safeParse(report, parseJson(text));
  if (!parsed.success) return undefined;
  return parsed.output.messages.flatMap(({ ID: id, severity: name, message, locations, additionalLocations }) => {
    const severity = severityOf(name);
    if (!severity) return [];
    const said = { engine, id, severity, message: tidyMessage(message) } as const;
    const placed = locations.map(({ path, line, column }) => ({
      ...said,
      // A finding against the whole book carries the book's own name.
      ...(path !== null && !path.endsWith('.epub') && { href: path }),
      ...(line > 0 && { line }),
      ...(column > 0 && { column }),
    }));
    if (additionalLocations === 0) return placed.length ? placed : [said];
    return [...placed, { ...said, message: `${said.message} (and in ${additionalLocations} more places)` }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
