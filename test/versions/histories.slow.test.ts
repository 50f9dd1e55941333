/** Histories of twenty versions, made of the corpus’ novels, with repairs of a reader in between: no word is lost, and only what both changed is in conflict. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordCounts } from '../../scripts/book/word-list.ts';
import type { StoryFolder } from '../../scripts/versions/story-folder.ts';
import { updateStory } from '../../scripts/versions/update-story.ts';
import { root } from '../tools/need.ts';
import { random } from '../tools/random.ts';
import { type Chapters, chaptersOf, folderOf, pick, publish } from './histories.ts';

const novels = join(root, '../shared/corpus/novels');
const options = { bookFile: 'book.yaml', days: { last: '2026-10-01', now: '2026-11-28' } };
const update = (base: StoryFolder, mine: StoryFolder, theirs: StoryFolder) =>
  updateStory({ base, mine, theirs }, options);

function applied(mine: StoryFolder, texts: ReadonlyMap<string, string>): StoryFolder {
  const all = new Map([...mine.texts, ...texts]);
  const typed = /^order:\n((?: {2}- .*\n)+)/m.exec(all.get('book.yaml') ?? '')?.[1];
  const files = [...all.keys()].filter((path) => path.endsWith('.md'));
  const order = typed
    ? typed
        .trim()
        .split('\n')
        .map((line) => line.replace(/^ *- /, ''))
    : files.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return { texts: all, order, pictures: new Map() };
}

for (const file of existsSync(novels)
  ? readdirSync(novels)
      .filter((name) => name.endsWith('.md'))
      .sort()
  : [])
  test(`${file} grows in twenty versions`, async () => {
    const next = random(file.length * 7919);
    const all = chaptersOf(readFileSync(join(novels, file), 'utf8'));
    let site: Chapters = all.slice(0, 5);
    let used = 5;
    let base = folderOf(site);
    let mine = base;
    const repairs: string[] = [];
    for (let version = 1; version <= 20; version++) {
      const before = base;
      // The reader mends paragraphs that the site does not touch in this version, and one that it does.
      const texts = new Map(mine.texts);
      for (let count = 0; count < 3; count++) {
        const path = pick(next, mine.order);
        const blocks = (texts.get(path) ?? '').split('\n\n');
        const at = blocks.findIndex((block, index) => index > 2 && !/[Ss]ite|Mine|:::/.test(block));
        if (at === -1) continue;
        const mark = `Mine${version}x${count}`;
        blocks[at] = `${(blocks[at] ?? '').trimEnd()} ${mark}.${at === blocks.length - 1 ? '\n' : ''}`;
        repairs.push(mark);
        texts.set(path, blocks.join('\n\n'));
      }
      mine = { ...mine, texts };
      site = publish(site, all.slice(used, used + 2), next, String(version));
      used += 2;
      const theirs = folderOf(site);
      const { texts: changed, base: after, changes } = await update(base, mine, theirs);
      const made = applied(mine, changed);
      const have = wordCounts(made.texts.values());
      for (const repair of repairs) assert.ok((have.get(repair) ?? 0) >= 1, `version ${version}: ${repair} is lost`);
      for (const [word, count] of wordCounts(
        [...theirs.texts].flatMap(([path, text]) => (path === 'book.yaml' ? [] : [text])),
      ))
        assert.ok((have.get(word) ?? 0) >= count, `version ${version}: ${word} of the site is lost`);
      for (const { conflicts } of changes)
        for (const { mine: here, theirs: there } of conflicts)
          assert.ok(
            /Mine/.test(here) || /^order|^chapters/.test(here),
            `version ${version}: no conflict is here: ${here} | ${there}`,
          );
      const again = await update(after, made, theirs);
      assert.deepEqual(
        [[...again.texts], again.changes.filter(({ what }) => what !== 'deleted-here')],
        [[], []],
        `version ${version}: an update with nothing new`,
      );
      assert.notEqual(before, after);
      base = after;
      mine = made;
    }
  });
