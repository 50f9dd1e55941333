import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importPlainText } from '../../../scripts/import/text/import-plain-text.ts';
import { readEpub } from '../../tools/epub.ts';
import { makeFolder } from '../../tools/folder.ts';
import { press } from '../../tools/press.ts';

const rule = '-'.repeat(55);
const text = `雨の橋
北の町で
山田花子
エミリ・グレイ訳

${rule}
【テキスト中に現れる記号について】

《》：ルビ
（例）橋《はし》
${rule}

［＃２字下げ］上　夜［＃「上　夜」は大見出し］

［＃５字下げ］一［＃「一」は中見出し］

　雨が降っていた。｜木の橋《はし》の上に彼女がいた。
　誰も［＃「誰も」に傍点］来ない。いろ／＼の傘が通った。
　魚《うお》は※［＃「魚＋師」、U+9C24、1-2］、※［＃「木＋夜」、第3水準1-85-54］。
［＃改ページ］

［＃５字下げ］二［＃「二」は中見出し］

「寒い」
　と彼は云った。


底本：「雨の橋」ある書房
入力：名無し
`;

test('a text of Aozora Bunko: facts, parts and chapters by its notes, emphasis, characters by their code', () => {
  const { value, problems } = importPlainText({ path: 'a.txt', text });
  const { title, subtitle, author, contributors } = value.facts;
  assert.deepEqual([title, subtitle, author], ['雨の橋', '北の町で', '山田花子']);
  assert.deepEqual(contributors, [{ name: 'エミリ・グレイ', role: 'translator' }]);
  assert.deepEqual(
    value.sections.map(({ kind, text: own }) => [kind, own.split('\n').filter((row) => row !== '')]),
    [
      ['part', ['# 上　夜']],
      [
        'chapter',
        [
          '# 一',
          '雨が降っていた。｜木の橋《はし》の上に彼女がいた。',
          '*誰も*来ない。いろ〳〵の傘が通った。',
          '魚《うお》は鰤、※［「木＋夜」、第3水準1-85-54］。'.replace('鰤', '\u9C24'),
        ],
      ],
      ['chapter', ['# 二', '「寒い」', 'と彼は云った。']],
      ['colophon', ['底本：「雨の橋」ある書房\\', '入力：名無し']],
    ],
  );
  const reasons = problems.map(({ reason }) => reason).join('\n');
  assert.match(reasons, /Left out: the typist’s notes on pages, indents and signs, \d+ of them/);
  assert.match(reasons, /“※［＃「木＋夜」、第3水準1-85-54］” taken as a character/);
});

test('its words are all in the book, readings too', async () => {
  const path = join(makeFolder(), 'story.txt');
  writeFileSync(path, text);
  const { epub, stderr } = await press(path);
  assert.doesNotMatch(stderr, /error/);
  assert.ok(epub, stderr);
  const pages = readEpub(epub).entries.map(({ bytes }) => Buffer.from(bytes).toString());
  assert.ok(pages.some((page) => page.includes('<ruby>木の橋')));
});

test('a character for private use stays what it is beside emphasis', () => {
  const own = text.replace('雨が降っていた。', '雨が\uE002降っていた。');
  const { value } = importPlainText({ path: 'a.txt', text: own });
  const [, chapter] = value.sections;
  assert.match(chapter?.text ?? '', /雨が\uE002降っていた。/);
  assert.match(chapter?.text ?? '', /\*誰も\*来ない/);
});
