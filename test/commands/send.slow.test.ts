/** `fleuron send`, as a person runs it: onto drives that stand for readers, and by a mail server. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { need } from '../tools/need.ts';

const yaml = 'title: The Lamp\nauthor: A. Keeper\nidentifier: urn:isbn:9780306406157\nlanguage: en\n';
const lamp = (words = 'It was lit.', facts = yaml): string =>
  makeFiles({ 'book.yaml': facts, 'chapter-1.md': `# One\n\n${words}\n` });
const kobo = (): string => makeFiles({ '.kobo/version': 'N873', '.kobo/KoboReader.sqlite': 'never read' });

test('a Kobo gets its edition, the same book only once, another one only if told, under the name that it has', async () => {
  const reader = kobo();
  const path = join(reader, 'The Lamp.kepub.epub');
  const first = await fleuron(['send', lamp(), '--to', reader]);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /is on the Kobo\. Eject it before you unplug it\./);
  const bytes = readFileSync(path);
  assert.match((await fleuron(['send', lamp(), '--to', reader])).stdout, /is this very book already/);

  const changed = lamp('It was dark.', yaml.replace('The Lamp', 'A Lamp'));
  const refused = await fleuron(['send', changed, '--to', reader]);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /older-on-reader An older copy .* forgets the highlights/);
  assert.deepEqual(readFileSync(path), bytes);

  const replaced = await fleuron(['send', changed, '--to', reader, '--replace']);
  assert.equal(replaced.status, 0, replaced.stderr);
  assert.notDeepEqual(readFileSync(path), bytes);
  assert.deepEqual(readdirSync(reader).sort(), ['.kobo', 'The Lamp.kepub.epub']);
  assert.equal(readFileSync(join(reader, '.kobo/KoboReader.sqlite'), 'utf8'), 'never read');
});

test('a finished book goes as it is into the reader’s folder, never over a stranger’s file', async () => {
  const reader = makeFiles({ 'system/x': '', 'applications/x': '', 'Books/The Lamp.epub': 'a stranger’s' });
  const story = lamp();
  const refused = await fleuron(['send', story, '--to', reader]);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /no book made by Fleuron/);
  assert.equal(readFileSync(join(reader, 'Books/The Lamp.epub'), 'utf8'), 'a stranger’s');

  const book = join(makeFiles({ 'lamp.epub': 'any bytes' }), 'lamp.epub');
  assert.equal((await fleuron(['send', book, '--to', reader])).status, 0);
  assert.equal(readFileSync(join(reader, 'Books/lamp.epub'), 'utf8'), 'any bytes');

  const again = await fleuron(['send', book, '--to', dirname(book)]);
  assert.match(again.stdout, /is this very book already/);
  assert.equal(readFileSync(book, 'utf8'), 'any bytes');
});

test('names and sizes are those that a FAT drive keeps', async (context) => {
  const [mkfs, mcopy] = [await need(context, 'mkfsFat'), await need(context, 'mtools')];
  if (!mkfs || !mcopy) return;
  const titles = ['銀河鉄道の夜', 'What: “Why?” <or> *not*', 'Ünïcödé … and so on. ', 'con', 'w'.repeat(300)];
  const folder = makeFolder();
  for (const title of titles) {
    const story = lamp('It was lit.', `title: ${JSON.stringify(title)}\nlanguage: en\n`);
    const sent = await fleuron(['send', story, '--to', folder]);
    assert.equal(sent.status, 0, sent.stderr);
  }
  const names = readdirSync(folder).sort();
  assert.equal(names.length, titles.length);
  const image = join(makeFolder(), 'drive.img');
  const run = (command: string, args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  run(mkfs, ['-C', image, '65536']);
  for (const name of names) run(mcopy, ['-i', image, join(folder, name), '::/']);
  const onDrive = makeFolder();
  run(mcopy, ['-i', image, '::/*', onDrive]);
  assert.deepEqual(readdirSync(onDrive).sort(), names);
  for (const name of names) assert.deepEqual(readFileSync(join(onDrive, name)), readFileSync(join(folder, name)));
});

/** A drive in memory, gone when the test ends. */
async function drive(context: TestContext, options: string): Promise<string | undefined> {
  const mount = await need(context, 'mount');
  if (!mount) return undefined;
  const path = makeFolder();
  const { status, stderr } = spawnSync(mount, ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  context.after(() => void spawnSync('umount', ['-l', path]));
  return path;
}

test('a full drive and a read-only one are told, and stay as they were', async (context) => {
  const full = await drive(context, 'size=128k');
  if (!full) return;
  const ran = await fleuron(['send', lamp(), '--to', full]);
  assert.equal(ran.status, 3);
  assert.match(ran.stderr, /reader-full The book has 0\.\d MB, and the reader has 0\.1 MB free/);
  assert.deepEqual(readdirSync(full), []);

  const locked = await drive(context, 'size=8m,ro');
  if (!locked) return;
  const refused = await fleuron(['send', lamp(), '--to', locked]);
  assert.equal(refused.status, 3);
  assert.match(refused.stderr, /the disk is read-only/);
});

test('a drive that is pulled out while it is written gets nothing, nor does the folder below it', async (context) => {
  const path = await drive(context, 'size=200m');
  if (!path) return;
  const book = join(makeFolder(), 'large.epub');
  writeFileSync(book, Buffer.alloc(90_000_000, 'x'));
  const sending = fleuron(['send', book, '--to', path]);
  let isPulled = false;
  while (!isPulled) {
    if (readdirSync(path).some((name) => name.endsWith('.part'))) {
      assert.equal(spawnSync('umount', ['-l', path]).status, 0);
      isPulled = true;
    } else await new Promise((done) => setImmediate(done));
  }
  const { status, stderr } = await sending;
  assert.equal(status, 3);
  assert.match(stderr, /reader-gone The reader was unplugged before the book was on it/);
  assert.deepEqual(readdirSync(path), []);
});

interface Received {
  readonly to: readonly string[];
  readonly user: string;
  readonly isSecure: boolean;
  readonly letter: string;
}

const password = 'correct horse';

/** A mail server with a certificate of its own, which takes one name and password. */
async function mailServer(
  context: TestContext,
  options: { readonly secure: boolean; readonly disabledCommands?: string[] },
) {
  const openssl = await need(context, 'openssl');
  if (!openssl) return undefined;
  const folder = makeFolder();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = spawnSync(openssl, [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
    ...subject,
  ]);
  assert.equal(made.status, 0, String(made.stderr));
  const received: Received[] = [];
  const server = new SMTPServer({
    ...options,
    key: readFileSync(key),
    cert: readFileSync(certificate),
    onAuth: ({ username = '', password: given }, _, done) =>
      given === password ? done(null, { user: username }) : done(new Error(`No: ${given}`)),
    onData: (stream, { envelope, user, secure }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ to, user: String(user), isSecure: secure, letter: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.on('error', () => {}); // a client that goes away, which is what these tests want
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  context.after(() => server.close());
  const { port } = listening.address() as AddressInfo;
  return { port, received, trusted: { NODE_EXTRA_CA_CERTS: certificate } };
}

for (const secure of [true, false])
  test(`a Kindle gets its book by mail, ${secure ? 'over TLS' : 'after STARTTLS'}`, async (context) => {
    const server = await mailServer(context, { secure });
    if (!server) return;
    const smtp = `${secure ? 'smtps' : 'smtp'}://me%40example.org@localhost:${server.port}`;
    const words = ['send', lamp(), '--to', 'kindle', '--kindle', 'me_1@kindle.com', '--from', 'me@example.org'];
    const sent = await fleuron([...words, '--smtp', smtp], { ...server.trusted, FLEURON_SMTP_PASSWORD: password });
    assert.equal(sent.status, 0, sent.stderr);
    const [letter] = server.received;
    assert.deepEqual([letter?.to, letter?.user, letter?.isSecure], [['me_1@kindle.com'], 'me@example.org', true]);
    assert.match(letter?.letter ?? '', /Content-Type: application\/epub\+zip; name="The Lamp\.epub"/);
    assert.match(letter?.letter ?? '', /is attached, for your Kindle/);
    const book = /base64\r\nContent-Disposition: attachment[^\r]*\r\n\r\n([\w+/=\r\n]+)/.exec(
      letter?.letter ?? '',
    )?.[1];
    const built = join(makeFolder(), 'lamp.epub');
    await fleuron(['build', lamp(), '--edition', 'kindle', '-o', built]);
    assert.deepEqual(Buffer.from(book ?? '', 'base64'), readFileSync(built));

    const command = ['--password-command', `printf '%s\\nmore' 'wrong one'`];
    const refused = await fleuron([...words, '--smtp', smtp, ...command], server.trusted);
    assert.equal(refused.status, 3);
    assert.match(refused.stderr, /mail-failed .*does not take the name and password/);
    assert.doesNotMatch(refused.stderr, /wrong one/);
    assert.equal(server.received.length, 1);
  });

test('no password goes to a server without TLS, or with a certificate that nobody vouches for', async (context) => {
  const words = ['send', lamp(), '--to', 'kindle', '--kindle', 'me_1@kindle.com', '--from', 'me@example.org', '--smtp'];
  const plain = await mailServer(context, { secure: false, disabledCommands: ['STARTTLS'] });
  const unknown = await mailServer(context, { secure: true });
  if (!plain || !unknown) return;
  const env = { FLEURON_SMTP_PASSWORD: password };
  const bare = await fleuron([...words, `smtp://me@localhost:${plain.port}`], { ...plain.trusted, ...env });
  assert.equal(bare.status, 3);
  assert.match(bare.stderr, /TLS/);
  const stranger = await fleuron([...words, `smtps://me@localhost:${unknown.port}`], env);
  assert.equal(stranger.status, 3);
  assert.match(stranger.stderr, /self[- ]signed certificate/);
  assert.deepEqual([...plain.received, ...unknown.received], []);
});

test('a letter for the mail program is a file, never over another', async () => {
  const folder = makeFiles({ 'taken.eml': 'mine' });
  const words = ['send', lamp(), '--to', 'kindle', '--kindle', 'me_1@kindle.com', '--from', 'me@example.org', '--eml'];
  const written = await fleuron([...words, join(folder, 'letter.eml')]);
  assert.equal(written.status, 0, written.stderr);
  const letter = readFileSync(join(folder, 'letter.eml'), 'utf8');
  assert.match(letter, /^X-Unsent: 1\r\nFrom: me@example\.org\r\nTo: me_1@kindle\.com\r\nSubject: The Lamp\r\n/);
  const refused = await fleuron([...words, join(folder, 'taken.eml')]);
  assert.equal(refused.status, 3);
  assert.equal(readFileSync(join(folder, 'taken.eml'), 'utf8'), 'mine');
});

test('what is missing is said before a book is built', async () => {
  const missing: readonly (readonly [readonly string[], RegExp, number])[] = [
    [['--to', 'nowhere'], /neither a folder nor a reader/, 2],
    [['--to', 'kindle'], /--kindle and --from have no mail address\. → Add --kindle \S+ --from \S+\n/, 2],
    [['--to', 'kindle', '--kindle', 'a@b.c', '--from', 'no address'], /--from has no mail address: “no address”/, 2],
    [['--to', 'kindle', '--kindle', 'a@b.c', '--from', 'd@e.f'], /No mail server is given/, 2],
    [['--to', 'kindle', '--kindle', 'a@b.c', '--from', 'd@e.f', '--smtp', 'smtps://h'], /is no mail server/, 2],
    [['--to', 'kindle', '--kindle', 'a@b.c', '--from', 'd@e.f', '--smtp', 'smtps://n:p@h'], /read by other users/, 2],
    [['--to', 'kindle', '--kindle', 'a@b.c', '--from', 'd@e.f', '--smtp', 'smtps://n@h'], /No password is given/, 1],
  ];
  for (const [words, expected, code] of missing) {
    const { status, stderr } = await fleuron(['send', 'no-such-story', ...words]);
    assert.match(stderr, expected);
    assert.equal(status, code);
  }
});
