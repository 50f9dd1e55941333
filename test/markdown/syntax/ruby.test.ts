import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { walk } from '../../../scripts/book/walk.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { newQuota } from '../../../scripts/markdown/quota.ts';
import { body, render } from '../../render/rendering.ts';

async function readingsIn(text: string, isMetered = false): Promise<readonly string[]> {
  const found: string[] = [];
  const tree = await createParser({ autolinks: false, plugins: [] })(text, isMetered ? { quota: newQuota() } : {});
  walk<Nodes>(tree, (node) => {
    if (node.type === 'ruby') found.push(`${textOf(node)}=${node.reading}`);
  });
  return found;
}

const texts: readonly (readonly [string, readonly string[]])[] = [
  ['{漢字|かんじ}', ['漢字=かんじ']],
  ['｜漢字《かんじ》', ['漢字=かんじ']],
  ['｜ひと《ヒト》', ['ひと=ヒト']],
  ['古い漢字《かんじ》の本', ['漢字=かんじ']],
  ['*漢字《かんじ》*', ['漢字=かんじ']],
  ['> 漢字《かんじ》\n\n- {日本|にほん}', ['漢字=かんじ', '日本=にほん']],
  ['他讀《紅樓夢》。', []],
  ['漢字《中国》', []],
  ['ひらがな《かな》', []],
  ['{a|b} {漢字} {漢字| } {|かんじ}', []],
  ['`{漢字|かんじ}`', []],
];

for (const [text, readings] of texts)
  test(`${text} has ${readings.length} readings`, async () => {
    assert.deepEqual(await readingsIn(text), readings);
    assert.deepEqual(await readingsIn(text, true), readings, 'under a meter');
  });

test('a reading stands in `rt`, and in brackets where no ruby is known', async () => {
  const ruby = '<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>';
  assert.match(await body('# A\n\nの漢字《かんじ》。'), new RegExp(`の${ruby.replace(/[()]/g, '\\$&')}。`));
});

test('vertical writing turns the pages, and sets numbers upright', async () => {
  const { publication, documents } = await render({
    'book.yaml': 'title: T\nlang: ja\ndir: rtl\nwriting-mode: vertical-rl',
    'a.md': '# A\n\n第12章は2026年、1.5と20,000とA4。',
  });
  assert.equal(publication.metadata.dir, 'ltr');
  const sheet = publication.resources.find(({ href }) => href === 'modern.css');
  assert.match(new TextDecoder().decode(sheet?.bytes), /writing-mode: vertical-rl/);
  assert.match(
    documents[0]?.body ?? '',
    /第<span class="tcy">12<\/span>章は<span class="upright">2026<\/span>年、1\.5と20,000とA4。/,
  );
});

test('a book without the key has no vertical writing', async () => {
  const { publication, documents } = await render({ 'book.yaml': 'title: T\nlang: ja', 'a.md': '# A\n\n第12章' });
  const sheet = publication.resources.find(({ href }) => href === 'modern.css');
  assert.doesNotMatch(new TextDecoder().decode(sheet?.bytes), /writing-mode/);
  assert.match(documents[0]?.body ?? '', /第12章/);
});
