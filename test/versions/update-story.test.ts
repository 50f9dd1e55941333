/** What becomes of a story’s folder when the site has changed, and the reader has too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StoryFolder } from '../../scripts/versions/story-folder.ts';
import { updateStory } from '../../scripts/versions/update-story.ts';

const days = { last: '2026-10-01', now: '2026-11-28' };

/** Chapters by name; each paragraph stands for itself, with words enough to be known again. */
function folder(files: Readonly<Record<string, string>>, pictures: Readonly<Record<string, string>> = {}): StoryFolder {
  const texts = new Map(Object.entries(files));
  const order = [...texts.keys()].filter((path) => path.endsWith('.md'));
  return { texts, order, pictures: new Map(Object.entries(pictures)) };
}

const paragraph = (about: string, number: number): string =>
  `${about} number ${number}, ${Array.from({ length: 12 }, (_, at) => `${about.toLowerCase()}${number}${at}`).join(' ')}.`;
const chapter = (name: string, count = 6): string =>
  [`# ${name}`, ...Array.from({ length: count }, (_, at) => paragraph(name, at))].join('\n\n').concat('\n');
const update = (base: StoryFolder, mine: StoryFolder, theirs: StoryFolder) =>
  updateStory({ base, mine, theirs }, { bookFile: 'book.yaml', days });

const one = chapter('Fox');
const two = chapter('Hare');
const three = chapter('Owl');
const yaml = 'title: Beasts\nstatus: In progress\nchapters: 2/?\n';
const base = folder({ 'book.yaml': yaml, 'chapter-1.md': one, 'chapter-2.md': two });

test('a new import that says nothing new changes nothing', async () => {
  const mine = folder({
    'book.yaml': `# mine\n${yaml}`,
    'chapter-1.md': one.replace('Fox', 'Vixen'),
    'chapter-2.md': two,
  });
  const { texts, changes, pictures } = await update(base, mine, base);
  assert.deepEqual([...texts], []);
  assert.deepEqual([...pictures], []);
  assert.deepEqual(changes, []);
});

test('a paragraph mended here and another mended there are both mended, also side by side', async () => {
  const mine = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 2', 'number two'),
    'chapter-2.md': two,
  });
  const theirs = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 3', 'number three'),
    'chapter-2.md': two,
  });
  const { texts, changes } = await update(base, mine, theirs);
  assert.deepEqual(
    [...texts],
    [['chapter-1.md', one.replace('number 2', 'number two').replace('number 3', 'number three')]],
  );
  assert.deepEqual(
    changes.map(({ path, what, added, removed }) => [path, what, added, removed]),
    [['chapter-1.md', 'changed', 1, 1]],
  );
});

test('a paragraph mended on both sides stands in both ways, at a line', async () => {
  const mine = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 2', 'number two'),
    'chapter-2.md': two,
  });
  const theirs = folder({ 'book.yaml': yaml, 'chapter-1.md': one.replace('number 2', 'No. 2'), 'chapter-2.md': two });
  const { texts, changes } = await update(base, mine, theirs);
  const own = paragraph('Fox', 2).replace('number 2', 'number two');
  const other = paragraph('Fox', 2).replace('number 2', 'No. 2');
  assert.equal(texts.get('chapter-1.md'), one.replace(paragraph('Fox', 2), `${own}\n\n:::theirs\n${other}\n:::`));
  assert.deepEqual(changes[0]?.conflicts, [{ line: 7, mine: own, theirs: other }]);
});

test('the next update puts a newer reading in place of the one that waits, and a settled paragraph stays settled', async () => {
  const own = one.replace('number 2', 'number two');
  const mine = folder({ 'book.yaml': yaml, 'chapter-1.md': own, 'chapter-2.md': two });
  const second = folder({ 'book.yaml': yaml, 'chapter-1.md': one.replace('number 2', 'No. 2'), 'chapter-2.md': two });
  const third = folder({ 'book.yaml': yaml, 'chapter-1.md': one.replace('number 2', 'Nr. 2'), 'chapter-2.md': two });
  const first = await update(base, mine, second);
  const waiting = folder({
    'book.yaml': yaml,
    'chapter-1.md': first.texts.get('chapter-1.md') ?? '',
    'chapter-2.md': two,
  });
  const { texts } = await update(first.base, waiting, third);
  assert.match(texts.get('chapter-1.md') ?? '', /number two[^:]*:::theirs\n[^:]*Nr\. 2[^:]*\n:::\n/);
  assert.doesNotMatch(texts.get('chapter-1.md') ?? '', /No\. 2/);
  const written = new Map(waiting.texts).set(
    'chapter-1.md',
    (waiting.texts.get('chapter-1.md') ?? '').replace('No. 2', 'No. 2 reworded'),
  );
  const kept = (await update(first.base, { ...waiting, texts: written }, third)).texts.get('chapter-1.md') ?? '';
  assert.match(kept, /:::theirs\n[^:]*No\. 2 reworded[^:]*\n:::\n\n:::theirs\n[^:]*Nr\. 2[^:]*\n:::\n/);
  const again = await update(first.base, mine, second);
  assert.deepEqual([...again.texts], []);
});

test('a chapter put in between gets a free name and its place, and the chapters behind it keep theirs', async () => {
  const theirs = folder({
    'book.yaml': yaml.replace('2/?', '3/?'),
    'chapter-1.md': one,
    'chapter-2.md': three,
    'chapter-3.md': two,
  });
  const { texts, changes, base: next } = await update(base, base, theirs);
  assert.equal(texts.get('chapter-3.md'), three);
  assert.equal(texts.get('chapter-2.md'), undefined);
  assert.match(
    texts.get('book.yaml') ?? '',
    /chapters: 3\/\?\norder:\n {2}- chapter-1\.md\n {2}- chapter-3\.md\n {2}- chapter-2\.md\n/,
  );
  assert.deepEqual(
    changes.map(({ path, what, heading }) => [path, what, heading]),
    [
      ['book.yaml', 'changed', undefined],
      ['chapter-3.md', 'new', 'Owl'],
    ],
  );
  assert.deepEqual(next.order, ['chapter-1.md', 'chapter-3.md', 'chapter-2.md']);
});

test('a chapter at the end needs no order', async () => {
  const theirs = folder({ 'book.yaml': yaml, 'chapter-1.md': one, 'chapter-2.md': two, 'chapter-3.md': three });
  const { texts } = await update(base, base, theirs);
  assert.deepEqual([...texts], [['chapter-3.md', three]]);
});

test('a chapter that is gone there stays, says so, and says it no more when it is back', async () => {
  const theirs = folder({ 'book.yaml': yaml, 'chapter-1.md': two });
  const gone = await update(base, base, theirs);
  assert.deepEqual([...gone.texts], [['chapter-1.md', `---\nremoved: 2026-10-01/2026-11-28\n---\n\n${one}`]]);
  assert.deepEqual(
    gone.changes.map(({ what }) => what),
    ['gone'],
  );
  const here = folder({ 'book.yaml': yaml, 'chapter-1.md': gone.texts.get('chapter-1.md') ?? '', 'chapter-2.md': two });
  const still = await update(gone.base, here, theirs);
  assert.deepEqual([[...still.texts], still.changes], [[], []]);
  const back = await update(still.base, here, base);
  assert.deepEqual([...back.texts], [['chapter-1.md', one]]);
  assert.deepEqual(
    back.changes.map(({ what }) => what),
    ['back'],
  );
});

test('a chapter deleted here stays deleted, and is told where it changed', async () => {
  const mine = folder({ 'book.yaml': yaml, 'chapter-2.md': two });
  const same = await update(base, mine, base);
  assert.deepEqual([[...same.texts], same.changes], [[], []]);
  const theirs = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 1', 'number one'),
    'chapter-2.md': two,
  });
  const { texts, changes } = await update(base, mine, theirs);
  assert.deepEqual([...texts], []);
  assert.deepEqual(
    changes.map(({ path, what }) => [path, what]),
    [['chapter-1.md', 'deleted-here']],
  );
});

test('a chapter that was split there is split here, with what was mended in it', async () => {
  const [head = '', tail = ''] = [one.slice(0, one.indexOf('Fox number 3')), one.slice(one.indexOf('Fox number 3'))];
  const theirs = folder({
    'book.yaml': yaml,
    'chapter-1.md': `${head.trim()}\n`,
    'chapter-2.md': `# Later\n\n${tail}`,
    'chapter-3.md': two,
  });
  const mine = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 4', 'number four'),
    'chapter-2.md': two,
  });
  const { texts } = await update(base, mine, theirs);
  assert.equal(texts.get('chapter-1.md'), `${head.trim()}\n`);
  assert.equal(texts.get('chapter-3.md'), `# Later\n\n${tail.replace('number 4', 'number four')}`);
  assert.equal(texts.get('chapter-2.md'), undefined);
});

test('a chapter that was renamed here is known again, and one the reader wrote stays where it is', async () => {
  const mine = folder({
    'book.yaml': yaml,
    '01-fox.md': one,
    'my-essay.md': '# Essay\n\nMine.\n',
    'chapter-2.md': two,
  });
  const theirs = folder({
    'book.yaml': yaml,
    'chapter-1.md': one.replace('number 1', 'number one'),
    'chapter-2.md': two,
  });
  const { texts } = await update(base, mine, theirs);
  assert.deepEqual([...texts], [['01-fox.md', one.replace('number 1', 'number one')]]);
});

test('keys that the site changed follow, keys that the reader changed stay, and both are told', async () => {
  const mine = folder({
    'book.yaml': '# mine\ntitle: My Beasts\nstatus: Abandoned # alas\nchapters: 2/?\n',
    'chapter-1.md': one,
    'chapter-2.md': two,
  });
  const theirs = folder({
    'book.yaml': 'title: Beasts\nstatus: Complete\nchapters: 2/2\n',
    'chapter-1.md': one,
    'chapter-2.md': two,
  });
  const { texts, changes } = await update(base, mine, theirs);
  assert.equal(texts.get('book.yaml'), '# mine\ntitle: My Beasts\nstatus: Abandoned # alas\nchapters: 2/2\n');
  assert.deepEqual(changes[0]?.conflicts, [{ line: 1, mine: 'status: Abandoned', theirs: 'status: Complete' }]);
});

test('notes keep their labels where one was put in before them', async () => {
  const noted = one.replace('number 4', 'number 4[^1]').concat('\n[^1]: A high one.\n');
  const before = folder({ 'book.yaml': yaml, 'chapter-1.md': noted });
  const theirs = folder({
    'book.yaml': yaml,
    'chapter-1.md': one
      .replace('number 1', 'number 1[^1]')
      .replace('number 4', 'number 4[^2]')
      .concat('\n[^1]: A low one.\n\n[^2]: A high one.\n'),
  });
  const { texts } = await update(before, before, theirs);
  const text = texts.get('chapter-1.md') ?? '';
  assert.match(text, /number 1\[\^2\]/);
  assert.match(text, /number 4\[\^1\]/);
  assert.match(text, /^\[\^1\]: A high one\.$/m);
  assert.match(text, /^\[\^2\]: A low one\.$/m);
});

test('pictures are known by their bytes, whatever number they have there', async () => {
  const pictured = one.replace('number 2', '![A hill](images/1.png)');
  const before = folder({ 'book.yaml': yaml, 'chapter-1.md': pictured }, { 'images/1.png': 'hill' });
  const theirs = folder(
    {
      'book.yaml': yaml,
      'chapter-1.md': pictured.replace('images/1', 'images/2').replace('number 1', '![A fox](images/1.png)'),
    },
    { 'images/1.png': 'fox', 'images/2.png': 'hill' },
  );
  const { texts, pictures } = await update(before, before, theirs);
  assert.equal(texts.get('chapter-1.md'), pictured.replace('number 1', '![A fox](images/1-2.png)'));
  assert.deepEqual([...pictures], [['images/1-2.png', 'images/1.png']]);
});

test('a chapter that is gone stays, also where a new one has its file’s name', async () => {
  const was = folder({ 'book.yaml': yaml, 'chapter-1.md': one, 'chapter-2.md': two });
  const theirs = folder({ 'book.yaml': yaml, 'chapter-1.md': one, 'chapter-2.md': three });
  const { texts, changes } = await update(was, was, theirs);
  assert.deepEqual(
    changes.map(({ path, what }) => [path, what]),
    [
      ['chapter-2.md', 'gone'],
      ['chapter-3.md', 'new'],
    ],
  );
  assert.equal(texts.get('chapter-2.md'), `---\nremoved: 2026-10-01/2026-11-28\n---\n\n${two}`);
  assert.equal(texts.get('chapter-3.md'), three);
  const soon = folder({ 'book.yaml': yaml, 'chapter-1.md': one, 'chapter-2.md': '# Soon\n\nComing soon.\n' });
  assert.deepEqual(
    (await update(soon, soon, theirs)).changes.map(({ path, what }) => [path, what]),
    [['chapter-2.md', 'changed']],
  );
});

test('a chapter in Chinese, all of whose sentences were mended, is known again by its characters', async () => {
  const sentence = (at: number) => `第${at}天早上他又走到河边，看见那盏灯还亮着，心里想着昨夜的雨`;
  const told = (end: string) =>
    `# 一\n\n${Array.from({ length: 8 }, (_, at) => `${sentence(at)}${end}`).join('。\n\n')}。\n`;
  const was = folder({ 'book.yaml': yaml, 'chapter-1.md': told('很大'), 'chapter-2.md': two });
  const is = folder({ 'book.yaml': yaml, 'chapter-1.md': two, 'chapter-2.md': told('停了').replace('# 一', '# 二') });
  const { changes } = await update(was, was, is);
  assert.deepEqual(
    changes.filter(({ path }) => path.endsWith('.md')).map(({ path, what, added }) => [path, what, added]),
    [['chapter-1.md', 'changed', 17]],
  );
});
