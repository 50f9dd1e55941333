/** The main way through the studio in other engines than Chromium’s: Firefox (Gecko), and WebKitGTK, which is nearest to Safari. */
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { makeFolder } from '../../tools/folder.ts';
import { need, root } from '../../tools/need.ts';
import { type Host, makeStudio, serve } from '../worker/hosted-studio.ts';
import { withFirefox } from './firefox.ts';
import { goMainWay } from './main-way.ts';
import { withWebkit } from './webkit.ts';

const story = join(root, '../shared/stories/a-better-world.txt');
let host: Host | undefined;

before(async () => {
  host = await serve(await makeStudio());
});

after(() => host?.close());

const addressOf = (): string => host?.address ?? '';

test('the main way in Firefox', { timeout: 240_000 }, async (context) => {
  const binary = await need(context, 'firefox');
  if (binary === undefined || !(await need(context, 'shared'))) return;
  const downloads = makeFolder();
  await withFirefox(binary, downloads, (engine) => goMainWay(engine, addressOf(), story, downloads));
});

test('the main way in WebKitGTK', { timeout: 240_000 }, async (context) => {
  for (const tool of ['webkit', 'xvfb', 'shared'] as const) if (!(await need(context, tool))) return;
  const downloads = makeFolder();
  await withWebkit(downloads, (engine) => goMainWay(engine, addressOf(), story, downloads));
});
