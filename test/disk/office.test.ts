import assert from 'node:assert/strict';
import { chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { convertOffice } from '../../scripts/disk/office.ts';
import { makeFiles } from '../tools/folder.ts';

/** A program of that name which does as LibreOffice does: a file for each that it is given, none for one that it cannot read. */
function fakeOffice(): string {
  const folder = makeFiles({
    soffice: `#!${process.execPath}
const { readFileSync, writeFileSync, mkdirSync } = require('node:fs');
const { basename, join } = require('node:path');
const out = process.argv[process.argv.indexOf('--outdir') + 1];
mkdirSync(out, { recursive: true });
for (const file of process.argv.slice(process.argv.indexOf('--outdir') + 2)) {
  const text = readFileSync(file, 'utf8');
  if (text !== 'damaged') writeFileSync(join(out, basename(file).replace(/\\.\\w+$/, '.docx')), 'made of ' + text);
}
`,
  });
  chmodSync(join(folder, 'soffice'), 0o755);
  return folder;
}

process.env['TMPDIR'] = makeFiles({}); // where no other run leaves anything
const leftIn = () => readdirSync(tmpdir()).filter((name) => name.startsWith('fleuron-office-'));
const given = new Map(
  ['../a b/one.rtf', 'two.odt', 'three.rtf'].map((name, at) => [name, Buffer.from(at === 1 ? 'damaged' : name)]),
);

test('files come back under their names, those that could not be read are absent, and nothing is left behind', async () => {
  const before = leftIn();
  const made = await convertOffice(given, { PATH: fakeOffice() });
  assert.deepEqual(
    [...(made ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    [
      ['../a b/one.rtf', 'made of ../a b/one.rtf'],
      ['three.rtf', 'made of three.rtf'],
    ],
  );
  assert.deepEqual(leftIn(), before);
});

test('without LibreOffice there is nothing', async () => {
  assert.equal(await convertOffice(given, { PATH: makeFiles({}), FLEURON_OFFICE: '/no/such/program' }), undefined);
});

test('the profile lets no document load what it names', async () => {
  const folder = makeFiles({
    soffice: `#!${process.execPath}
const { readFileSync, writeFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { fileURLToPath } = require('node:url');
const profile = fileURLToPath(process.argv.find((each) => each.startsWith('-env:UserInstallation=')).split('=')[1]);
const out = process.argv[process.argv.indexOf('--outdir') + 1];
mkdirSync(out, { recursive: true });
writeFileSync(join(out, '0.docx'), readFileSync(join(profile, 'user/registrymodifications.xcu')));
`,
  });
  chmodSync(join(folder, 'soffice'), 0o755);
  const made = await convertOffice(new Map([['one.odt', Buffer.from('')]]), { PATH: folder });
  const profile = Buffer.from(made?.get('one.odt') ?? []).toString();
  for (const [name, value] of [
    ['BlockUntrustedRefererLinks', 'true'],
    ['DisableMacrosExecution', 'true'],
    ['Link', '0'],
    ['ooInetHTTPSProxyPort', '9'],
  ])
    assert.match(profile, new RegExp(`oor:name="${name}" oor:op="fuse"><value>${value}</value>`));
});
