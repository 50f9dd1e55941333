/** A doubt is settled by a click: the author’s text says it then, and the book has the mark that was chosen. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Change, Notice } from '../../../scripts/studio/protocol.ts';
import { type Studio, studioWith } from '../memory-store.ts';

const bodyOf = async (press: Studio['press'], build: number): Promise<string> => {
  const [bytes] = await press.entries({ build, paths: ['OEBPS/chapter-1.xhtml'] }, {});
  return (/<body[\s\S]*<\/body>/.exec(new TextDecoder().decode(bytes))?.[0] ?? '').replace(/<[^>]*>/g, '');
};
const doubtsIn = (notices: readonly Notice[]) => notices.filter(({ rule }) => rule === 'typography-doubt');
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const keyOf = ({ place }: Notice): string => `${place?.path} ${place?.start?.line}:${place?.start?.column}`;

const pieces = fc.constantFrom(
  "'mence",
  "'Consequence",
  "'arranged",
  "'ow",
  "dogs'",
  "runnin'",
  "the boys' ",
  '"So',
  'so."',
  "'So",
  "so.'",
  'He said',
  'they left,',
  '&amp;',
  '\\*',
  "\\'",
  '&#39;',
  '&eacute;t',
  '--',
  '...',
  '*em*',
  '**bold',
  'words**',
  '`code`',
  '[a link](b.md)',
  '“done”',
  '’tis',
  '\n',
  '\n\n',
  '\n\n> ',
  '\n> ',
  '\n\n- ',
);
const texts = fc.array(pieces, { minLength: 2, maxLength: 14 }).map((all) => `${all.join(' ')}\n`);

async function settle(files: Readonly<Record<string, string>>, file?: string): Promise<number> {
  const before = studioWith(files, { file });
  const { book, notices } = await before.build();
  if (!book) return 0;
  let count = 0;
  const old = await bodyOf(before.press, book.build);
  for (const doubt of doubtsIn(notices)) {
    for (const { replace, shown, elision } of doubt.choices ?? []) {
      const { press, build } = studioWith(files, { file });
      const { place, text } = replace;
      assert.ok(place.start && place.end);
      const change: Change = { ...replace, kind: 'replace', path: place.path, start: place.start, end: place.end };
      assert.ok((await press.change({ story: 'story', changes: [change], read: {} }, {})).done);
      const after = await build();
      assert.ok(after.book);
      assert.ok(!doubtsIn(after.notices).some((each) => keyOf(each) === keyOf(doubt)), `${shown} is still in doubt`);
      const body = await bodyOf(press, after.book.build);
      assert.deepEqual(wordsOf(body), wordsOf(old));
      const inPage = await press.placeInPage({ build: after.book.build, place: { ...place, end: undefined } }, {});
      const line = inPage && (await press.placeInText({ build: after.book.build, place: inPage }, {}));
      assert.equal(line?.start?.line, place.start.line);
      assert.ok(body.includes(shown), `${JSON.stringify(body)} has ${shown}`);
      if (elision !== undefined && file === undefined) {
        const listed = studioWith(files);
        const asked: Change = { kind: 'elision', word: elision };
        assert.ok((await listed.press.change({ story: 'story', changes: [asked], read: {} }, {})).done);
        const left = doubtsIn((await listed.build()).notices).filter((each) =>
          each.choices?.some((one) => one.elision === elision),
        );
        assert.deepEqual(left, []);
      }
      assert.equal(text.length, 1);
      count++;
    }
  }
  return count;
}

test('each choice settles its doubt, changes no word, and prints the mark that was chosen', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      count += await settle({ 'book.yaml': 'title: T\ndraw-cover: no\n', 'chapter-1.md': `# One\n\n${text}` });
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60), seed: 14 },
  );
  assert.ok(count > 20, `${count}`);
});

test('so in a plain text that is built as it lies, whatever an import has to escape', async () => {
  const text =
    "The Ferry\nby Ann Lee\n\nChapter One\n\nIt * was [so], 1 < 2 & she\nleft. It is 'arranged it _was_ said.\n\nThe 'special it was & [so].\n\nMore.\n";
  assert.ok((await settle({ 'story.txt': text }, 'story.txt')) >= 2);
});

test('the same word has the same elision, and one change settles all', async () => {
  const text = "# One\n\n'Consequence, it was.\n\nMore.\n\n'Consequence, it is.\n";
  const { press, build } = studioWith({ 'book.yaml': 'title: T\n', 'a.md': text });
  const elisions = doubtsIn((await build()).notices).flatMap(({ choices }) =>
    choices?.flatMap(({ elision }) => elision ?? []),
  );
  assert.ok(elisions.length >= 2);
  assert.deepEqual(new Set(elisions), new Set(['’consequence']));
  await press.change({ story: 'story', changes: [{ kind: 'elision', word: '’consequence' }], read: {} }, {});
  assert.deepEqual(doubtsIn((await build()).notices), []);
});
