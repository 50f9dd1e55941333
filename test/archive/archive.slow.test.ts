/** Bags as tools of others judge them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { need } from '../tools/need.ts';
import { sample, sampleCase } from '../validators/books.ts';
import { archived } from './archived.ts';

/** What a tool says that must be content. */
function ran(tool: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(tool, args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  return stdout + stderr;
}

test('sha512sum finds every bag whole', async (context) => {
  const tool = await need(context, 'sha512sum');
  if (!tool) return;
  for (const manuscript of [sample, sampleCase('odd-file-names'), sampleCase('every-feature')]) {
    const bag = await archived(manuscript);
    for (const list of ['manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
      assert.doesNotMatch(ran(tool, ['--strict', '-c', list], bag), /WARNING|FAILED/);
    }
  }
});

test('the Library of Congress’s validator finds every bag valid', async (context) => {
  const tool = await need(context, 'bagit');
  if (!tool) return;
  for (const manuscript of [sample, sampleCase('odd-file-names'), sampleCase('every-feature')]) {
    const bag = await archived(manuscript);
    const said = ran(tool, ['--validate', bag], bag);
    assert.match(said, /is valid/);
    assert.doesNotMatch(said, /WARN|ERROR/);
  }
});
