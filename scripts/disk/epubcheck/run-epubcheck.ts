/**
 * The official EPUBCheck, as a program of the author's. In: how it is started, and an EPUB's bytes. Out: its findings.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Validator } from '../../check/check-epub.ts';
import { readReport } from '../../check/epubcheck-report.ts';
import { stopped } from '../../check/finding.ts';
import { type Environment, runTool } from '../run-tool.ts';
import type { Epubcheck } from './find-epubcheck.ts';

/** In seconds. A large omnibus takes half a minute; what takes much longer hangs. */
const patience = 120;

/** The official EPUBCheck as a validator. */
export function officialValidator({ command, args }: Epubcheck, env: Environment): Validator {
  return async (epub) => {
    const folder = await mkdtemp(join(tmpdir(), 'fleuron-check-'));
    try {
      const book = join(folder, 'book.epub');
      await writeFile(book, epub);
      const given = [...args, book, '--quiet', '--locale', 'en', '--json', '-'];
      const ran = await runTool(command, given, { env, seconds: patience });
      if ('failure' in ran) return [stopped('epubcheck', ran.failure)];
      const lastLine = ran.stderr.trim().split('\n').at(-1)?.trim();
      return readReport(ran.stdout) ?? [stopped('epubcheck', lastLine || 'its report cannot be read')];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
