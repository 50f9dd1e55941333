/** WebKitGTK on a screen of its own, spoken to over WebDriver’s HTTP. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFiles } from '../../tools/folder.ts';
import { root } from '../../tools/need.ts';
import { commandOf, type Engine, engineOf, type Send } from './engine.ts';

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

interface Webkit {
  withSession<Value>(use: (ask: Ask) => Promise<Value>, env: NodeJS.ProcessEnv): Promise<Value>;
}

/** Starts MiniBrowser with a home of its own; what it downloads lies in a folder then. It ends after `use`. */
export async function withWebkit<Value>(downloads: string, use: (engine: Engine) => Promise<Value>): Promise<Value> {
  const { withSession } = (await import(pathToFileURL(join(root, 'bench/looks/webkit.mjs')).href)) as Webkit;
  const home = makeFiles({ '.config/user-dirs.dirs': `XDG_DOWNLOAD_DIR="${downloads}"\n` });
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, 'data') };
  return withSession((ask) => {
    const send: Send = (command, { id, ...body }) => {
      const { method, path } = commandOf(command);
      return ask(method, path.replace(':id', String(id)), method === 'POST' ? body : undefined);
    };
    return use(engineOf(send));
  }, env);
}
