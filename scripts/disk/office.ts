/**
 * What the press does not read itself (OpenDocument, rich text, Word before 2007), as Word documents: by LibreOffice, where it is installed.
 * In: files. Out: a `.docx` for each that it could read; undefined without LibreOffice. It gets a profile of its own, runs no macro
 * (headless, the level of security that it comes with) and is ended when it takes minutes.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeFiles } from '../book/given-files.ts';
import { type Environment, runTool } from './run-tool.ts';

/** Where it lies on systems that put no programs on the PATH, below the folders that their variables name. */
const usual = ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** Converts files; their names are kept but for the ending. */
export async function convertOffice(
  files: OfficeFiles,
  env: Environment = process.env,
): Promise<OfficeFiles | undefined> {
  const command = findOffice(env);
  if (command === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'fleuron-office-'));
  try {
    const [given, made] = ['in', 'out'].map((name) => join(folder, name));
    if (given === undefined || made === undefined) return undefined;
    mkdirSync(given);
    // Names of the source may be anything; they come back by number.
    const numbered = [...files].map(([name, bytes], at) => ({
      name,
      bytes,
      file: `${at}${/\.\w+$/.exec(name)?.[0] ?? ''}`,
    }));
    for (const { file, bytes } of numbered) writeFileSync(join(given, file), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const options = ['--headless', '--norestore', '--convert-to', 'docx', '--outdir', made];
    const sources = numbered.map(({ file }) => join(given, file));
    await runTool(command, [profile, ...options, ...sources], { env, seconds: 120 + files.size });
    const found = new Set(namesIn(made));
    return new Map(
      numbered.flatMap(({ name }, at) =>
        found.has(`${at}.docx`) ? [[name, new Uint8Array(readFileSync(join(made, `${at}.docx`)))] as const] : [],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // it made none
  }
}

/** What `FLEURON_OFFICE` names, or `soffice` on the PATH, or where an installer puts it. */
function findOffice(env: Environment): string | undefined {
  const named = env['FLEURON_OFFICE'];
  const programs = ['ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => env[name] ?? []);
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...folders.flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name))),
    ...programs.map((folder) => join(folder, 'LibreOffice', 'program', 'soffice.com')),
    ...usual,
  ];
  return named === undefined || named === '' ? candidates.find(canRun) : canRun(named) ? named : undefined;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
