/**
 * The studio as a host serves it that sends no headers of policy, below a path, and a page of Chromium in which a test asks the
 * press through the protocol.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { runTool } from '../../../scripts/disk/run-tool.ts';
import type { CallName, Calls } from '../../../scripts/studio/protocol.ts';
import { makeFolder } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** The folder of the studio, made once. */
export async function makeStudio(): Promise<string> {
  const folder = makeFolder();
  const ran = await runTool(process.execPath, [join(root, 'scripts/bundle.mjs'), 'studio', folder], {
    env: process.env,
    seconds: 120,
  });
  assert.ok('status' in ran && ran.status === 0, JSON.stringify(ran));
  return folder;
}

export interface Host {
  readonly address: string;
  /** Every path that was asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine; without a folder it answers everything. */
export async function serve(folder?: string, below = '/'): Promise<Host> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '');
    asked.push(path);
    const name = path.slice(below.length) || 'index.html';
    try {
      const body = folder === undefined ? '' : readFileSync(join(folder, name));
      response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${below}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A name that is this machine for the browser, which trusts it less than an address of loopback. */
export const withoutTls = 'studio.test';

export const startChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [`--host-resolver-rules=MAP ${withoutTls} 127.0.0.1`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** What a test calls in a page: the app’s own `workerPress`. Bytes cross as Base64. */
const inPage = `
import { keepOffline } from './scripts/studio/app/press/offline.ts';
import { workerPress } from './scripts/studio/app/press/worker-press.ts';
keepOffline((takeOver) => { globalThis.studio.takeOver = takeOver; });
const press = workerPress();
const heard = [];
press.listen((event) => heard.push(event));
const pack = (value) => {
  if (value instanceof Uint8Array) {
    let text = '';
    for (const byte of value) text += String.fromCharCode(byte);
    return { base64: btoa(text) };
  }
  if (Array.isArray(value)) return value.map(pack);
  return typeof value === 'object' && value ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)])) : value;
};
const unpack = (value) => {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== 'object' || !value) return value;
  if ('base64' in value) return Uint8Array.from(atob(value.base64), (each) => each.charCodeAt(0));
  const entries = Object.entries(value).map(([key, each]) => [key, unpack(each)]);
  return value.isMap ? new Map(entries.filter(([key]) => key !== 'isMap')) : Object.fromEntries(entries);
};
globalThis.studio = {
  heard,
  ask: async (name, input, abortAfter) => {
    const signal = abortAfter === undefined ? undefined : AbortSignal.timeout(abortAfter);
    const stages = [];
    try {
      const value = await press.call(name, unpack(input), { signal, onProgress: ({ stage }) => stages.push(stage) });
      return { value: pack(value), stages };
    } catch (error) {
      return { failure: error instanceof DOMException ? error.name : error.reason ?? String(error), stages };
    }
  },
};`;

interface InPage {
  readonly studio: {
    readonly heard: readonly unknown[];
    ask(name: string, input: unknown, abortAfter?: number): Promise<Asked>;
  };
}

interface Asked {
  readonly value?: unknown;
  readonly failure?: string;
  readonly stages: readonly string[];
}

export interface Studio {
  readonly page: Page;
  /** Asks the press; what it rejects with is thrown. */
  ask<Name extends CallName>(name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']>;
  /** Why it rejects, where it is aborted after so many milliseconds. */
  aborted<Name extends CallName>(name: Name, input: Calls[Name]['in'], after: number): Promise<string | undefined>;
  /** What the press said unasked. */
  heard(): Promise<readonly unknown[]>;
}

/** Opens the studio in a new page of a browser, with a press that the test can ask. */
export async function openStudio(context: BrowserContext, address: string, folder: string): Promise<Studio> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(await codeInPage(folder));
  const send = (name: string, input: unknown, after?: number): Promise<Asked> =>
    page.evaluate(([each, value, time]) => (globalThis as unknown as InPage).studio.ask(each, value, time), [
      name,
      pack(input),
      after,
    ] as const);
  return {
    page,
    async ask(name, input) {
      const { value, failure } = await send(name, input);
      if (failure !== undefined) throw new Error(failure);
      return unpack(value) as never;
    },
    aborted: async (name, input, after) => (await send(name, input, after)).failure,
    heard: () => page.evaluate(() => (globalThis as unknown as InPage).studio.heard),
  };
}

async function codeInPage(folder: string): Promise<string> {
  const worker = readdirSync(join(folder, 'press')).find((name) => name.startsWith('press-worker-'));
  const { outputFiles } = await build({
    stdin: { contents: inPage, resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { pressWorkerPath: JSON.stringify(`press/${worker}`) },
  });
  return outputFiles[0]?.text ?? '';
}

/** Values with bytes and maps, as JSON carries them. */
function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (value instanceof Map)
    return { isMap: true, ...Object.fromEntries([...value].map(([key, each]) => [key, pack(each)])) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]));
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== 'object' || value === null) return value;
  if ('base64' in value && typeof value.base64 === 'string') return Buffer.from(value.base64, 'base64');
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unpack(each)]));
}
