/**
 * The press as a person meets it: the built command, run as a program.
 * In: a manuscript's path. Out: what the command printed and the book it wrote.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Environment, runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';
import { root } from './need.ts';

export interface Pressed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Where the book was to be written. */
  readonly file: string;
  /** Its bytes, if it was. */
  readonly epub: Uint8Array | undefined;
}

export interface PressOptions {
  /** The Node that runs it; this one unless told. */
  readonly node?: string;
  /** Variables over the machine's own. */
  readonly env?: Environment;
  /** Further arguments. */
  readonly args?: readonly string[];
}

/** Runs `fleuron build` on a manuscript into a folder of its own. */
export async function press(manuscript: string, { node, env, args }: PressOptions = {}): Promise<Pressed> {
  const file = join(makeFolder(), args?.includes('web') ? 'book.html' : 'book.epub');
  const ran = await runTool(
    node ?? process.execPath,
    [join(root, 'scripts/fleuron.cjs'), 'build', manuscript, '-o', file, ...(args ?? [])],
    { env: { ...process.env, ...env }, seconds: 300 },
  );
  if ('failure' in ran) throw new Error(ran.failure);
  return { ...ran, file, epub: existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined };
}

/** Builds a book that must succeed; the failure shows what the command said. */
export async function bookOf(manuscript: string, options: PressOptions = {}): Promise<Uint8Array> {
  const { status, stderr, epub } = await press(manuscript, options);
  if (status !== 0 || !epub)
    throw new Error(`Unexpected exit code ${status} for ${manuscript}, expected a book:\n${stderr}`);
  return epub;
}
