import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../render/rendering.ts';
import { read, tell } from '../tools/manuscript.ts';

const lead = `${'Nobody at the crossing could remember such a tide. '.repeat(3)}\n\n`;

const characters = `---
link-names: yes
---
# People

Nell Cardew / Nell
: The ferryman’s daughter.
: (from chapter 3) She has the key.

- **Ivo**: A printer.
  - [from Chapter Two] He has a press.

**O'Neil**, the mate

(from chapter 2) He sings.
`;

async function told(files: Readonly<Record<string, string>>) {
  const { documents } = await render({ 'book.yaml': 'title: T', ...files });
  return new Map(
    documents.map(({ id, body }) => [
      id,
      {
        body,
        mentions: [...body.matchAll(/class="mention"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name),
        notes: [...body.matchAll(/epub:type="glossdef" role="definition">(.*?)<\/div>/gs)].map(([, note = '']) =>
          note
            .replace(/<[^>]+>/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      },
    ]),
  );
}

const chapters = {
  'characters.md': characters,
  'chapter-1.md': `# 1\n\n${lead}Nell came with Ivo, and O’Neil. Nell *Ivo*.\n`,
  'chapter-2.md': `# 2\n\n${lead}Nell and Ivo and O’Neil.\n`,
  'chapter-3.md': `# 3\n\n${lead}Ivo and Nell Cardew.\n`,
  'chapter-4.md': `# 4\n\n${lead}Nell, Ivo, O’Neil.\n`,
};

test('the first mention of a name, and the first after there is more to tell, leads to what is told as far as its chapter', async () => {
  const book = await told(chapters);
  assert.deepEqual(book.get('chapter-1')?.mentions, ['Nell', 'Ivo', 'O’Neil']);
  assert.deepEqual(book.get('chapter-1')?.notes, [
    'Nell Cardew / Nell The ferryman’s daughter.',
    'Ivo A printer.',
    "O'Neil the mate",
  ]);
  assert.deepEqual(book.get('chapter-2')?.notes, ['Ivo A printer. He has a press.', "O'Neil the mate He sings."]);
  assert.deepEqual(book.get('chapter-3')?.mentions, ['Nell Cardew']);
  assert.deepEqual(book.get('chapter-3')?.notes, ['Nell Cardew / Nell The ferryman’s daughter. She has the key.']);
  assert.deepEqual(book.get('chapter-4')?.mentions, []);
});

test('nothing of what waits for a chapter stands in the list or in an earlier chapter', async () => {
  const book = await told(chapters);
  for (const id of ['characters', 'chapter-1', 'chapter-2'])
    assert.doesNotMatch(book.get(id)?.body ?? '', /the key|from chapter/i);
  assert.match(book.get('characters')?.body ?? '', /A printer\./);
  assert.doesNotMatch(book.get('characters')?.body ?? '', /a press|He sings/);
});

test('a mention and its note lead to each other, and are what EPUB calls a reference to a glossary', async () => {
  const body = (await told(chapters)).get('chapter-3')?.body ?? '';
  assert.match(
    body,
    /<a href="#chapter-3-term-1" id="chapter-3-mention-1" class="mention" epub:type="glossref" role="doc-glossref">/,
  );
  assert.match(body, /<div id="chapter-3-term-1" class="note" epub:type="glossdef" role="definition">/);
  assert.match(body, /<a href="#chapter-3-mention-1" class="backlink" role="doc-backlink"/);
});

test('links whole words alone, in paragraphs and lists, and not where a chapter opens', async () => {
  const list = '---\nlink-names: yes\n---\nstaithe\n: A landing.\n';
  const of = async (text: string) =>
    (await told({ 'glossary.md': list, 'chapter-1.md': text })).get('chapter-1')?.mentions;
  assert.deepEqual(await of(`# A\n\n${lead}Staithes. Staithe, a staithe.\n`), ['Staithe']);
  assert.deepEqual(await of(`# A\n\n${lead}- the staithe\n`), ['staithe']);
  assert.deepEqual(await of('# A\n\nThe staithe.\n'), []);
  for (const text of [
    '## The staithe',
    '[the staithe](https://example.org/)',
    '`staithe`',
    'A.[^1]\n\n[^1]: The staithe.',
    'It <a href="https://example.org/">staithe</a>.',
    ':::chat\nNell: staithe\n:::',
  ])
    assert.deepEqual(await of(`# A\n\n${lead}${text}\n`), [], text);
});

test('a longer name is that of its own person, told already or not', async () => {
  const book = await told({
    'characters.md': '---\nlink-names: yes\n---\n# People\n\nAnn Lee\n: A printer.\n\nAnn\n: A dog.\n',
    'chapter-1.md': `# A\n\n${lead}Ann Lee and Ann Lee called Ann.\n`,
  });
  assert.deepEqual(book.get('chapter-1')?.notes, ['Ann Lee A printer.', 'Ann A dog.']);
});

test('numbers of chapters are those of their headings, and notes of the author’s keep theirs', async () => {
  const book = await told({
    'glossary.md': '---\nlink-names: yes\n---\nstaithe\n: A landing.\n\n: (ab Kapitel 12) It burned.\n',
    'a.md': `# Chapter Eleven\n\n${lead}The staithe.[^a]\n\n[^a]: A note.\n`,
    'b.md': `# Chapter Twelve\n\n${lead}The staithe.\n`,
  });
  assert.deepEqual(book.get('chapter-1')?.notes, ['staithe A landing.']);
  assert.match(book.get('chapter-1')?.body ?? '', /id="chapter-1-note-1"/);
  assert.deepEqual(book.get('chapter-2')?.notes, ['staithe A landing. It burned.']);
});

test('a part that no mention leads to is told, and a list that does not ask for links stays as it is typed', async () => {
  const files = { ...chapters, 'chapter-3.md': `# 3\n\n${lead}Ivo.\n`, 'chapter-4.md': `# 4\n\n${lead}Ivo.\n` };
  const { problems } = await read({ 'book.yaml': 'title: T\nlang: en', ...files });
  assert.deepEqual(problems.map(tell), ['characters.md:6:1 entry-not-told']);
  const plain = await told({ ...chapters, 'characters.md': characters.replace('yes', 'no') });
  assert.match(plain.get('characters')?.body ?? '', /from chapter 3/);
  assert.deepEqual(plain.get('chapter-1')?.mentions, []);
});
