import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { archiveCommand } from '../../scripts/commands/archive.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';

test('an archive gives the version that it has to the build of the next one', async () => {
  const chapter = (name: string) => `# ${name}\n\n${`In ${name} it was as it is in ${name}, always. `.repeat(4)}\n`;
  const folder = makeFiles({
    'story/book.yaml': 'title: T\nauthor: A\ndraw-cover: no\n',
    'story/chapter-1.md': chapter('One'),
    'story/chapter-2.md': chapter('Two'),
  });
  const [manuscript, output] = [join(folder, 'story'), join(folder, 'bag')];
  const reporter = { stage: () => {}, finish: () => {}, query: () => {} };
  /** What the files of the chapters begin with, in reading order. */
  const archived = async (): Promise<readonly string[]> => {
    assert.equal(await archiveCommand({ manuscript, output, untrusted: false, limits: usualLimits }, reporter), 0);
    const epub = readEpub(readFileSync(join(output, 'data/t.epub')));
    const ids = [...epub.text('OEBPS/content.opf').matchAll(/idref="(chapter-\d+)"/g)].map(([, id]) => id);
    return ids.map((id) => `${id} ${/In \w+/.exec(epub.text(`OEBPS/${id}.xhtml`))?.[0]}`);
  };
  assert.deepEqual(await archived(), ['chapter-1 In One', 'chapter-2 In Two']);
  writeFileSync(join(manuscript, 'chapter-0.md'), chapter('Nought'));
  assert.deepEqual(await archived(), ['chapter-3 In Nought', 'chapter-1 In One', 'chapter-2 In Two']);
});
