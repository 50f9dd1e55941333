import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeForeign, decodeText } from '../../scripts/book/decode.ts';
import { readEpub } from '../tools/epub.ts';
import { makeFolder } from '../tools/folder.ts';
import { press } from '../tools/press.ts';

const story = 'The Café\n\n“Naïve,” said Zoë, and lit the lamp that nobody had thought of until then.\n\nIt burned.\n';
const western = Buffer.from(story.replace('“', '\u0093').replace('”', '\u0094'), 'latin1');

const encodings: readonly (readonly [name: string, bytes: Uint8Array, told: RegExp | undefined])[] = [
  ['UTF-8', Buffer.from(story), undefined],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${story}`), undefined],
  [
    'UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(story, 'utf16le')]),
    /UTF-16 \(little-endian\) \(sure\)/,
  ],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${story}`, 'utf16le').swap16(), /UTF-16 \(big-endian\) \(sure\)/],
  ['Windows-1252', western, /Windows-1252 \(“ANSI”\) \(likely\)/],
];

for (const [name, bytes, told] of encodings)
  test(`a story in ${name} is built as it is imported, and the encoding is said`, async () => {
    assert.equal(decodeForeign(bytes, 'a.txt').value, story);
    const path = join(makeFolder(), 'story.txt');
    writeFileSync(path, bytes);
    const { epub, stderr } = await press(path);
    assert.ok(epub, stderr);
    const pages = readEpub(epub).entries.filter(({ name: each }) => each.endsWith('.xhtml'));
    assert.ok(
      pages.some(({ bytes: page }) => Buffer.from(page).toString().includes('“Naïve,” said Zoë')),
      stderr,
    );
    if (told) assert.match(stderr, told);
    else assert.doesNotMatch(stderr, /encoding-guessed/);
  });

/** Each byte or pair of bytes of an encoding that decodes to one character, as an encoder would have it. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, readonly number[]>();
  for (let lead = 0x80; lead < 0x100; lead++)
    for (const bytes of [[lead], ...Array.from({ length: 0xc0 }, (_, at) => [lead, at + 0x40])]) {
      const character = decoder.decode(new Uint8Array(bytes));
      if (character.length === 1 && character !== '\uFFFD' && !known.has(character)) known.set(character, bytes);
    }
  return new Uint8Array([...text].flatMap((each) => known.get(each) ?? [each.charCodeAt(0)]));
}

const inChinese = '雨下了一夜。她在桥上等着，他没有来。\n天亮的时候，船上的人说：这是最后的一班了。\n';
const inCyrillic = 'Дождь шёл всю ночь. Она ждала на мосту, а он не пришёл.\n';
const inJapanese = '雨は一晩じゅう降っていた。彼女は橋の上で待っていたが、彼は来なかった。\n';
const otherScripts = [
  ['gb18030', inChinese],
  ['big5', '雨下了一夜。她在橋上等著，他沒有來。\n天亮的時候，船上的人說：這是最後的一班了。\n'],
  ['shift_jis', inJapanese],
  ['euc-jp', inJapanese],
  ['euc-kr', '비는 밤새 내렸다. 그는 다리 위에서 기다리고 있었으나 아무도 오지 않았다.\n'],
  ['windows-1251', inCyrillic],
  ['koi8-r', inCyrillic],
  ['ibm866', inCyrillic],
  ['windows-1253', 'Έβρεχε όλη τη νύχτα. Εκείνη περίμενε πάνω στη γέφυρα.\n'],
  ['windows-1255', 'הגשם ירד כל הלילה. היא חיכתה על הגשר והוא לא בא.\n'],
  ['windows-1256', 'كان المطر ينزل طوال الليل وهي تنتظر على الجسر ولم يأت.\n'],
] as const;

for (const [encoding, text] of otherScripts)
  test(`a text in ${encoding} is known by its usual characters, below a header in English too`, () => {
    const lines = `Title: A Story\n\n${text}`;
    const { value, problems } = decodeForeign(encoded(lines, encoding), 'a.txt');
    assert.equal(value, lines);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['encoding-guessed'],
    );
  });

test('Western accents are no other script, be there ever so many', () => {
  const words = 'Été, où êtes-vous ? Fußgänger müßten größere Füße für Öl ausüben. São pães, corações, não à ilusão.\n';
  const { value, problems } = decodeForeign(Buffer.from(words.repeat(20), 'latin1'), 'a.txt');
  assert.equal(value, words.repeat(20));
  assert.match(problems[0]?.reason ?? '', /Windows-1252/);
});

test('what was encoded as UTF-8 twice is read once more, and told; an accent beside a mark is not', () => {
  const words = '“Naïve,” said Zoë — and lit the café’s lamp. Über Äpfel!\n';
  const seen = 'â€œNaÃ¯ve,â€\u009D said ZoÃ« â€” and lit the cafÃ©â€™s lamp. Ãœber Ã„pfel!\n';
  const { value, problems } = decodeForeign(Buffer.from(seen), 'a.txt');
  assert.equal(value, words);
  assert.match(problems[0]?.reason ?? '', /encoded twice: “â€œ” is ““” again/);
  const french = '«\u00A0Il est allé\u00A0», dit-elle, «\u00A0où ça\u00A0»\n'.repeat(9);
  assert.deepEqual(decodeForeign(Buffer.from(french), 'a.txt'), { value: french, problems: [] });
});

test('a manuscript stays UTF-8: other bytes are named where they stand', () => {
  const { value, problems } = decodeText(western, 'a.md');
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule, place }) => `${rule} ${place?.start?.line}:${place?.start?.column}`),
    ['file-not-utf8 1:8'],
  );
});

test('bytes that are no text are refused; a zero that strayed into a text is not', () => {
  assert.equal(decodeForeign(new Uint8Array(100), 'a.txt').value, undefined);
  assert.equal(decodeForeign(Buffer.from(`${'word '.repeat(100)}\0`), 'a.txt').value?.length, 501);
});
