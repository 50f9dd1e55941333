/**
 * What the press does not read itself (OpenDocument, rich text, Word before 2007), as Word documents: by LibreOffice, where it is installed.
 * In: files. Out: a `.docx` for each that it could read; undefined without LibreOffice. It gets a profile of its own, in which it
 * runs no macro and loads nothing that a document names, and is ended when it takes minutes.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeFiles } from '../book/given-files.ts';
import { makeFolders } from './make-folders.ts';
import { namesIn } from './path-facts.ts';
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
    writeProfile(join(folder, 'profile'));
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

/**
 * A profile that lets no document load anything: no link of a document whose place is not trusted, and none is; no macro, no active content;
 * and a proxy that is not there, should LibreOffice ask for something all the same.
 */
const settings: readonly (readonly [path: string, name: string, value: string])[] = [
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Office.Writer/Content/Update', 'Link', '0'],
  ['Inet/Settings', 'ooInetProxyType', '1'],
  ['Inet/Settings', 'ooInetNoProxy', ''],
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((name): readonly (readonly [string, string, string])[] => [
    ['Inet/Settings', `ooInet${name}ProxyName`, '127.0.0.1'],
    ['Inet/Settings', `ooInet${name}ProxyPort`, '9'], // where machines discard what comes, if they listen at all
  ]),
];

function writeProfile(folder: string): void {
  const items = settings.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  const head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">';
  makeFolders(join(folder, 'user'));
  writeFileSync(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n${head}${items.join('')}</oor:items>\n`,
  );
}

/** What `FLEURON_OFFICE` names, or `soffice` on the PATH, or where an installer puts it. */
export function findOffice(env: Environment): string | undefined {
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
