import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';
import { archived, listed } from './archived.ts';

const story = {
  'my-story/book.yaml':
    'title: The Door\nauthor: Ann\nrights: © Ann\nsource: https://example.org/1\nretrieved: 2026-02-03\nmodified: 2026-03-04\ndescription: >\n  A door\n  opens.\n',
  'my-story/1-one.md': '# One\r\n\r\n"Hi," she *said*.[^1]\r\n\r\n[^1]: A note.\r\n',
  'my-story/2-two.md': '\uFEFF# Two & \\<more>\n\n- a\n- b\n\n![A dot](dot.svg) and [back](1-one.md)\n',
  'my-story/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
  'my-story/drafts/idea.docx': 'not part of the book',
  'my-story/templates/style.css': 'p { color: inherit; }\n',
};

test('a bag holds the book, the manuscript byte for byte, copies to read and what was done', async () => {
  const folder = join(makeFiles(story), 'my-story');
  const bag = await archived(folder);
  assert.deepEqual(listed(bag), [
    'bag-info.txt',
    'bagit.txt',
    'data/READ-ME.txt',
    'data/events.json',
    'data/manuscript/1-one.md',
    'data/manuscript/2-two.md',
    'data/manuscript/book.yaml',
    'data/manuscript/dot.svg',
    'data/manuscript/drafts/idea.docx',
    'data/manuscript/templates/style.css',
    'data/metadata.json',
    'data/reading/the-door.html',
    'data/reading/the-door.txt',
    'data/rights.txt',
    'data/the-door.epub',
    'manifest-sha512.txt',
    'tagmanifest-sha512.txt',
  ]);
  for (const path of listed(folder))
    assert.ok(readFileSync(join(folder, path)).equals(readFileSync(join(bag, 'data/manuscript', path))), path);
  const info = readFileSync(join(bag, 'bag-info.txt'), 'utf8');
  assert.match(info, /^External-Description: The Door by Ann: A door opens\.$/m);
  assert.match(info, /^Bagging-Date: 2026-03-04$/m);
  assert.match(info, /^Payload-Oxum: \d+\.13$/m);
  const { events } = JSON.parse(readFileSync(join(bag, 'data/events.json'), 'utf8')) as {
    readonly events: readonly Readonly<Record<string, unknown>>[];
  };
  assert.deepEqual(
    events.map(({ eventType, eventDateTime }) => [eventType, eventDateTime]),
    [
      ['capture', '2026-02-03'],
      ['creation', '2026-03-04T00:00:00Z'],
      ['message digest calculation', '2026-03-04T00:00:00Z'],
    ],
  );
  assert.match(JSON.stringify(events[0]), /retrieved from https:\/\/example\.org\/1/);
});

test('the copy for browsers needs nothing else, and the plain one has every word', async () => {
  const bag = await archived(join(makeFiles(story), 'my-story'));
  const html = readFileSync(join(bag, 'data/reading/the-door.html'), 'utf8');
  assert.match(html, /src="data:image\/svg\+xml;base64,/);
  assert.match(html, /href="#page-chapter-1"/);
  assert.doesNotMatch(html, /\.xhtml|epub:|xmlns/);
  const text = readFileSync(join(bag, 'data/reading/the-door.txt'), 'utf8');
  assert.match(text, /^One\n===\n\n“Hi,” she _said_\.\[1\]\n\n\[1\] A note\.\n/m);
  assert.match(text, /^Two\s&\s<more>\n============\n\n- a\n- b\n\n\[A dot\] and back\n/m);
});

test('a single file is kept with the pictures that it shows, and nothing else that lies beside it', async () => {
  const folder = makeFiles({ ...story, 'my-story/book.yaml': 'x: y' });
  const bag = await archived(join(folder, 'my-story/2-two.md'));
  assert.deepEqual(
    listed(bag).filter((path) => path.startsWith('data/manuscript/')),
    ['data/manuscript/2-two.md', 'data/manuscript/dot.svg'],
  );
});

test('what is no bag is not overwritten, and an archive does not go into its manuscript', async () => {
  const folder = join(makeFiles(story), 'my-story');
  const taken = makeFiles({ 'letter.txt': 'Dear' });
  for (const target of [taken, join(taken, 'letter.txt'), join(folder, 'bag'), folder]) {
    const { status, stderr } = await fleuron(['archive', folder, '-o', target]);
    assert.equal(status, 3, target);
    assert.match(stderr, /archive-in-the-way/);
  }
  assert.equal(readFileSync(join(taken, 'letter.txt'), 'utf8'), 'Dear');
  assert.ok(!existsSync(join(folder, 'bag')));
});

test('links that lead out of the manuscript are not followed', async () => {
  const folder = makeFiles({ 'm/a.md': '# A\n\nB.\n', 'secret.bin': 'secret' });
  mkdirSync(join(folder, 'm/x'));
  symlinkSync(join(folder, 'secret.bin'), join(folder, 'm/x/secret.bin'));
  writeFileSync(join(folder, 'm/.hidden'), 'x');
  const bag = await archived(join(folder, 'm'));
  assert.deepEqual(
    listed(bag).filter((path) => path.startsWith('data/manuscript/')),
    ['data/manuscript/a.md'],
  );
});

test('a name with a backslash is refused where the book needs the file, else left out with a hint', async (context) => {
  if (process.platform === 'win32') return context.skip('skipped, because Windows has no such names');
  const target = join(makeFolder(), 'bag');
  const needed = await fleuron(['archive', makeFiles({ 'a\\b.md': '# A\n\nWords.\n', 'c.md': '# C\n' }), '-o', target]);
  assert.equal(needed.status, 1);
  assert.match(
    needed.stderr,
    /\/a\\b\.md error bag-path-unsafe There is a backslash in this name.* nothing was archived/m,
  );
  assert.ok(!existsSync(target));
  const aside = await fleuron(['archive', makeFiles({ 'a\\b.dat': 'x', 'c.md': '# C\n\nWords.\n' }), '-o', target]);
  assert.equal(aside.status, 0, aside.stderr);
  assert.match(aside.stderr, /\/a\\b\.dat hint file-ignored There is a backslash .* left out of the archive/m);
  assert.equal((await fleuron(['verify', target])).status, 0);
  const folder = join(makeFiles({ 'a\\b/c.md': '# C\n\nWords.\n' }), 'a\\b');
  assert.equal((await fleuron(['archive', folder, '-o', join(makeFolder(), 'bag')])).status, 1);
});
