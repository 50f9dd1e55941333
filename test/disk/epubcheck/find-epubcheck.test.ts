import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findEpubcheck } from '../../../scripts/disk/epubcheck/find-epubcheck.ts';
import { makeFiles } from '../../tools/folder.ts';

const skip = process.platform === 'win32' && 'skipped, because Windows starts no shell scripts';

/** A folder with a command that answers like this. */
function folderWith(answer: string): string {
  const folder = makeFiles({ epubcheck: `#!/bin/sh\necho "${answer}"\n` });
  chmodSync(join(folder, 'epubcheck'), 0o755);
  return folder;
}

test('a command that FLEURON_EPUBCHECK names is taken', { skip }, async () => {
  const command = join(folderWith('EPUBCheck v5.1.0'), 'epubcheck');
  const found = await findEpubcheck({ FLEURON_EPUBCHECK: command, PATH: '' });
  assert.deepEqual(found, { epubcheck: { command, args: [], version: '5.1.0', jar: undefined } });
});

test('a command on the PATH is taken', { skip }, async () => {
  const folder = folderWith('EPUBCheck v6.0.0-beta');
  const found = await findEpubcheck({ PATH: folder });
  assert.deepEqual(found, {
    epubcheck: { command: join(folder, 'epubcheck'), args: [], version: '6.0.0-beta', jar: undefined },
  });
});

test('EPUBCheck 4 is refused, because it judges by EPUB 3.2', { skip }, async () => {
  const command = join(folderWith('EPUBCheck v4.2.6'), 'epubcheck');
  const found = await findEpubcheck({ FLEURON_EPUBCHECK: command, PATH: '' });
  assert.ok('reason' in found);
  assert.match(found.reason, /EPUBCheck 4\.2\.6, older than 5/);
});

test('a program that is not EPUBCheck is refused', { skip }, async () => {
  const found = await findEpubcheck({ FLEURON_EPUBCHECK: join(folderWith('hello'), 'epubcheck'), PATH: '' });
  assert.ok('reason' in found);
  assert.match(found.reason, /does not answer as EPUBCheck/);
});

test('a name that means nothing is refused with its reason', async () => {
  const found = await findEpubcheck({ FLEURON_EPUBCHECK: 'no-such-epubcheck', PATH: '' });
  assert.ok('reason' in found);
  assert.match(found.reason, /FLEURON_EPUBCHECK names “no-such-epubcheck”/);
});
