import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEpub } from '../tools/epub.ts';
import { makeFiles } from '../tools/folder.ts';
import { press } from '../tools/press.ts';
import { png } from './make.ts';

const address = `data:image/png;base64,${Buffer.from(png()).toString('base64')}`;

test('pictures in their very addresses are in the book, those of raw HTML too', async () => {
  const folder = makeFiles({
    'book.yaml': 'title: T\ndraw-cover: no\n',
    'a.md': `# One\n\nA ![red](${address}) dot.\n\nA <img src="${address}" alt="blue"> dot.\n`,
  });
  const { stderr, epub } = await press(folder);
  assert.equal(stderr, '');
  const { entries, text } = readEpub(epub ?? new Uint8Array());
  const pictures = entries.filter(({ name }) => name.startsWith('OEBPS/images/'));
  assert.equal(pictures.length, 1);
  const chapter = entries.find(({ name }) => /a.*\.xhtml$/.test(name) && /red/.test(text(name)));
  assert.match(
    chapter ? text(chapter.name) : '',
    /src="images\/picture-1\.png" alt="red".*src="images\/picture-1\.png" alt="blue"/s,
  );
});
