/** The press as one executable file: it needs neither Node nor an install, and makes the same books. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { cookieFrom } from '../studio/server/serving.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { everyCommand, makeManuscripts, type Run } from './every-command.ts';

const folder = join(makeFolder(), 'Zoë’s Bücher');
const executable = join(folder, 'fleuron');

before(() => {
  const made = makeFolder();
  const words = [join(root, 'scripts/bundle.mjs'), 'executable', made];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  mkdirSync(folder);
  copyFileSync(join(made, 'fleuron'), executable);
  chmodSync(executable, 0o755);
});

/** Where nothing is cached. */
const env = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', XDG_CACHE_HOME: join(folder, 'cache') };

/** Runs it with these words before all others; it must end well. */
const runner =
  (command: string, ...first: readonly string[]): Run =>
  (words, cwd, input = '') => {
    const all = [...first, ...words];
    const { status, stdout, stderr } = spawnSync(command, all, { cwd, env, input, encoding: 'utf8', timeout: 240_000 });
    assert.equal(status, 0, `${words.join(' ')}\n${stdout}\n${stderr}`);
    return stdout;
  };

test('it writes what the command writes under Node, to the byte', () => {
  const made = everyCommand(runner(executable), makeManuscripts());
  assert.ok(made.size > 12, [...made.keys()].join(' '));
  assert.deepEqual(made, everyCommand(runner(process.execPath, join(root, 'scripts/fleuron.cjs')), makeManuscripts()));
});

test('what is gone of its cache comes back, and without a cache it leaves nothing behind', () => {
  const story = makeFiles({ 'chapter-1.md': '# One\n\nWords.\n' });
  const versions = join(folder, 'cache/fleuron/versions');
  const [version = ''] = readdirSync(versions);
  rmSync(join(versions, version, 'build/assets'), { recursive: true });
  truncateSync(join(versions, version, 'build/fleuron.cjs'));
  runner(executable)(['build', '.', '-o', 'kept.epub'], story);
  const temporary = makeFolder();
  const bare = { ...env, XDG_CACHE_HOME: '/dev/null/none', TMPDIR: temporary };
  const { status } = spawnSync(executable, ['build', '.', '-o', 'bare.epub'], { cwd: story, env: bare });
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(temporary), []);
  assert.deepEqual(readFileSync(join(story, 'bare.epub')), readFileSync(join(story, 'kept.epub')));
});

test('its preview serves the app', async (context) => {
  const story = makeFiles({ 'chapter-1.md': '# One\n\nWords.\n' });
  const preview = spawn(executable, ['preview', story, '--no-open', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  context.after(() => preview.kill('SIGKILL'));
  const [line] = await once(preview.stdout, 'data');
  const address = `${line}`.trim();
  const cookie = await cookieFrom(address);
  const page = await fetch(new URL('/', address), { headers: { cookie } });
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(await page.text()) ?? [];
  const app = await fetch(new URL(script, address), { headers: { cookie } });
  assert.deepEqual([app.status, app.headers.get('content-type')], [200, 'text/javascript; charset=utf-8']);
});
