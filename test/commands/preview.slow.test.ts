import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sha256 } from '../../scripts/book/digest.ts';
import type { Answers, CallName, PressEvent } from '../../scripts/studio/protocol.ts';
import { callPress, cookieFrom } from '../studio/server/serving.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

const running: ChildProcess[] = [];
after(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a preview, and speaks with it as the app does. */
async function preview(manuscript: string, ...args: readonly string[]) {
  const words = [join(root, 'scripts/fleuron.cjs'), 'preview', manuscript, '--no-open', ...args];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const address = String(line).trim();
  const cookie = await cookieFrom(address);
  const call = async <Name extends CallName>(name: Name, input: Parameters<Answers[Name]>[0]) => {
    const answer = (await callPress(address, cookie, name, input)).at(-1);
    assert.equal(answer?.kind, 'done', JSON.stringify(answer));
    return (answer.kind === 'done' && answer.value) as Awaited<ReturnType<Answers[Name]>>;
  };
  const { story = '' } = await call('hello', {});
  const sent = request(new URL('/events', address), { headers: { cookie } }).end();
  const [events] = await once(sent, 'response');
  const told: PressEvent[] = [];
  events.setEncoding('utf8').on('data', (text: string) => {
    for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm)) told.push(JSON.parse(data));
  });
  const changed = async (): Promise<void> => {
    for (let tries = 0; told.length === 0 && tries < 1200; tries++) await setTimeout(50);
    assert.deepEqual(told.shift(), { kind: 'changed', story });
  };
  const pages = async (): Promise<string> => {
    const { book, notices } = await call('build', { story, edition: 'epub' });
    assert.ok(book, JSON.stringify(notices));
    const paths = book.entries.map(({ path }) => path).filter((path) => path.endsWith('.xhtml'));
    return (await call('entries', { build: book.build, paths })).map((each) => Buffer.from(each)).join('\n');
  };
  const end = async (signal: NodeJS.Signals) => {
    const exit = once(child, 'exit');
    child.kill(signal);
    return { code: (await exit)[0], told };
  };
  return { address, story, call, changed, pages, end };
}

const saveByRename = (path: string, text: string) => {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
};

for (const args of [[], ['--poll']])
  test(`shows each save, and ends with Ctrl-C ${args}`, async () => {
    const folder = makeFiles({ 'one.md': '# One\n\nThe first words.', 'book.yaml': 'title: T\ndraw-cover: no' });
    const { changed, pages, end } = await preview(folder, ...args);
    assert.match(await pages(), /The first words/);
    for (const word of ['second', 'third']) {
      saveByRename(join(folder, 'one.md'), `# One\n\nThe ${word} words.`);
      await changed();
      assert.match(await pages(), new RegExp(`The ${word} words`));
    }
    const { code, told } = await end('SIGINT');
    assert.equal(code, 0);
    assert.deepEqual(told, [{ kind: 'gone' }]);
  });

test('follows a file, and a picture that it was missing', async () => {
  const folder = makeFiles({ 'one.md': '# One\n\n![A map](map.svg)', 'other.md': 'Mine.' });
  const { changed, pages, call, story, end } = await preview(join(folder, 'one.md'));
  assert.doesNotMatch(await pages(), /images\/picture/);
  writeFileSync(
    join(folder, 'map.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
  );
  await changed();
  assert.match(await pages(), /src="images\/picture-1\.svg" alt="A map"/);
  assert.equal(await call('file', { story, path: 'other.md' }), undefined);
  assert.equal((await end('SIGTERM')).code, 0);
});

test('changes the author’s file, once, and tells of it', async () => {
  const text = "# One\r\n\r\n'arranged, she said.\r\n";
  const folder = makeFiles({ 'one.md': text, 'book.yaml': 'title: T\ndraw-cover: no' });
  const { changed, call, story, pages, end } = await preview(folder);
  await pages();
  const place = { line: 3, column: 1, offset: 7 };
  const end1 = { line: 3, column: 2, offset: 8 };
  const change = { kind: 'replace', path: 'one.md', start: place, end: end1, old: "'", text: '’' } as const;
  const input = { story, changes: [change], read: { 'one.md': sha256(text) } };
  assert.equal((await call('change', input)).done, true);
  assert.equal(readFileSync(join(folder, 'one.md'), 'utf8'), text.replace("'", '’'));
  await changed();
  assert.match(await pages(), /’arranged/);
  const stale = await call('change', {
    ...input,
    changes: [{ kind: 'key', key: ['title'], value: 'U' }],
    read: { 'book.yaml': 'other' },
  });
  assert.deepEqual(!stale.done && stale.stale, ['book.yaml']);
  assert.equal((await call('change', input)).done, false);
  const { told } = await end('SIGINT');
  assert.deepEqual(told, [{ kind: 'gone' }]);
});

test('runs the author’s plug-in, unless the manuscript is untrusted', async () => {
  const folder = makeFiles({
    'one.md': '# One\n\nThe words.',
    'book.yaml': 'title: T\ndraw-cover: no\nplugins:\n  remark: [./say.mjs]',
    'say.mjs':
      "export default () => (tree) => { tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'Said.' }] }); };",
  });
  const trusted = await preview(folder);
  assert.match(await trusted.pages(), /Said\./);
  saveByRename(join(folder, 'say.mjs'), readFileSync(join(folder, 'say.mjs'), 'utf8').replace('Said.', 'Shouted.'));
  await trusted.changed();
  assert.match(await trusted.pages(), /Shouted\./);
  await trusted.end('SIGINT');
  const untrusted = await preview(folder, '--untrusted');
  assert.doesNotMatch(await untrusted.pages(), /Said\.|Shouted\./);
  await untrusted.end('SIGINT');
});

test('takes the next port where the usual one is taken, but none where one was asked for', async () => {
  const folder = makeFiles({ 'one.md': '# One\n\nThe words.' });
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { readonly port: number };
  const refused = await fleuron(['preview', folder, '--no-open', '--port', String(port)]);
  assert.equal(refused.status, 2);
  assert.match(
    refused.stderr,
    new RegExp(`^fleuron: Another program has the port ${port}, so nothing was opened\\. → `),
  );
  other.close();
  const [one, two] = [await preview(folder), await preview(folder)];
  assert.notEqual(new URL(one.address).port, new URL(two.address).port);
  await one.end('SIGINT');
  await two.end('SIGINT');
});

test('says once what build would say, and writes nothing', async () => {
  const folder = makeFiles({ 'one.md': '# One\n\n"The words.\n\n![A map](map.png)', 'book.yaml': 'title: T' });
  const once = await fleuron(['preview', folder, '--once']);
  const built = await fleuron(['build', folder, '-o', join(makeFiles({}), 'book.epub')]);
  assert.equal(once.status, 0);
  assert.match(once.stderr, /“T” can be made \(\d+ kB\)\. Nothing was written\.\n$/);
  assert.equal(once.stderr.replace(/.*\n$/, ''), built.stderr);
  assert.equal(once.stdout, '');
  assert.deepEqual(readdirSync(folder).sort(), ['book.yaml', 'one.md']);
  writeFileSync(join(folder, 'book.yaml'), 'title: [');
  const failed = await fleuron(['preview', folder, '--once', '--json']);
  assert.equal(failed.status, 1);
  assert.ok(JSON.parse(failed.stdout).problems.length > 0);
});

test('says what is wrong with the command line', async () => {
  const nothing = await fleuron(['preview', join(makeFiles({}), 'nothing'), '--no-open']);
  assert.equal(nothing.status, 1);
  assert.match(nothing.stderr, /manuscript-missing/);
  const port = await fleuron(['preview', '--port', 'many']);
  assert.equal(port.status, 2);
  assert.match(port.stderr, /“many” is no port/);
  assert.ok(existsSync(join(root, 'build/preview/index.html')));
});
