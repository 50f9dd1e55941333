/** What an archive says of its versions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BagFacts } from '../../scripts/archive/archive-book.ts';
import { changedChapters, listVersion, versionLines, versionsUntil } from '../../scripts/archive/compare-versions.ts';
import { encodeUtf8 } from '../../scripts/book/bytes.ts';
import { usualLimits } from '../../scripts/book/limits.ts';

const words = (name: string): string => Array.from({ length: 30 }, (_, at) => `${name}${at}`).join(' ');
const files = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([path, text]) => [path, encodeUtf8(text)]));
const facts: BagFacts = {
  fleuron: '0.1.0',
  version: 1,
  book: 't.epub',
  manuscript: { name: 's', kind: 'folder' },
  metadata: { modified: '2026-10-01T00:00:00Z' },
};
const older = files({
  'manuscript/book.yaml': 'title: T\n',
  'manuscript/1.md': `# One\n\n${words('fox')}\n`,
  'manuscript/2.md': `# Two\n\n${words('hare')}\n`,
  't.epub': 'no manuscript',
});
const newer = files({
  'book.yaml': 'title: T\n',
  '1.md': `# One\n\n${words('fox')} more\n`,
  '3.md': `# Three\n\n${words('owl')}\n`,
});
const compared = (manuscript: typeof newer) =>
  changedChapters(older, facts, { manuscript, name: 's', isFolder: true }, usualLimits);

test('the list of versions says how many chapters and words changed in each', async () => {
  const changed = await compared(newer);
  assert.deepEqual(
    changed?.map(({ heading, what, added, removed }) => [heading, what, added, removed]),
    [
      ['One', 'mended', 1, 0],
      ['Three', 'added', 30, 0],
      ['Two', 'removed', 0, 30],
    ],
  );
  const second = listVersion(2, '2026-11-28T00:00:00Z', changed);
  const versions = [...versionsUntil(older, facts), second];
  const third = { ...facts, version: 2 };
  const kept = new Map([['changes.json', encodeUtf8(JSON.stringify({ versions }))]]);
  assert.deepEqual(versionsUntil(kept, third), versions);
  assert.equal(
    versionLines([...versions, listVersion(3, '2026-11-30T00:00:00Z', [])]),
    `
Versions:

  1  2026-10-01
  2  2026-11-28 – chapters: 1 added, 1 removed, 1 mended; words: +31 −30
  3  2026-11-30 – chapters: as before; words: +0 −0
`,
  );
});

test('where a version cannot be read, its line says when it is of, and no more', async () => {
  assert.equal(await compared(files({ 'book.yaml': 'title: [\n', '1.md': 'A.\n' })), undefined);
  assert.equal(versionLines([listVersion(2, '2026-11-28T00:00:00Z', undefined)]), '\nVersions:\n\n  2  2026-11-28\n');
});
