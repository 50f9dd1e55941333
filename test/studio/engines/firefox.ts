/** Firefox without a screen, spoken to over Marionette, the socket behind its WebDriver: `length:[type, id, command, input]`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { makeFolder } from '../../tools/folder.ts';
import { commandOf, type Engine, engineOf, type Send } from './engine.ts';

/** Starts Firefox with a profile of its own; what it downloads lies in a folder then. It ends after `use`. */
export async function withFirefox<Value>(
  binary: string,
  downloads: string,
  use: (engine: Engine) => Promise<Value>,
): Promise<Value> {
  const profile = makeFolder();
  const preferences = {
    'marionette.port': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.connectivity-service.enabled': false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const options = ['--headless', '--no-remote', '--marionette', '--width', '1400', '--height', '1000'];
  const browser = spawn(binary, [...options, '--profile', profile], { stdio: 'ignore' });
  const ended = once(browser, 'exit');
  try {
    const socket = connect(await portIn(join(profile, 'MarionetteActivePort')), '127.0.0.1');
    const ask = await speak(socket);
    await ask('WebDriver:NewSession', {});
    await ask('WebDriver:SetTimeouts', { script: 60_000 });
    const send: Send = (command, input) => ask(commandOf(command).name, input);
    return await use(engineOf(send)).finally(() => socket.destroy());
  } finally {
    browser.kill('SIGKILL');
    await ended;
  }
}

/** Firefox writes the port that it has taken into its profile. */
async function portIn(path: string): Promise<number> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const port = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Unexpected silence of Firefox, expected the port of Marionette');
}

type Ask = (name: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Asks one thing after another. An answer is `[1, id, error, result]`; the first message is a greeting. */
async function speak(socket: Socket): Promise<Ask> {
  const messages = messagesOf(socket);
  await messages.next();
  let id = 0;
  return async (name, input) => {
    id += 1;
    const text = JSON.stringify([0, id, name, input]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { value } = await messages.next();
    const [, , error, result] = value as [1, number, { error: string; message: string } | null, unknown];
    if (error) throw new Error(`${name}: ${error.error}: ${error.message}`);
    return typeof result === 'object' && result && 'value' in result ? result.value : result;
  };
}

async function* messagesOf(socket: Socket): AsyncGenerator<unknown, undefined> {
  let kept = Buffer.alloc(0);
  for await (const chunk of socket) {
    kept = Buffer.concat([kept, chunk as Buffer]);
    for (;;) {
      const colon = kept.indexOf(':');
      const end = colon + 1 + Number(kept.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || kept.length < end) break;
      yield JSON.parse(kept.subarray(colon + 1, end).toString());
      kept = kept.subarray(end);
    }
  }
  return undefined;
}
