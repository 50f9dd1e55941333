/** One pair of quotation marks outermost, whichever the author typed: the British way round, or the American. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TypesetTextOptions } from '../../../scripts/pipeline/typeset-text.ts';
import { typesetText } from '../../../scripts/pipeline/typeset-text.ts';
import { queriesOf } from '../queries/asking.ts';

const set = async (text: string, options: TypesetTextOptions): Promise<string> =>
  ((await typesetText(Buffer.from(text), options)).value ?? '').replaceAll('\u202F', '').trimEnd();

/** Typed the American way and the British way; and set with single marks outermost, and with double ones. */
const pairs: readonly (readonly [american: string, british: string, single: string, double: string])[] = [
  ['"Don\'t," she said.', "'Don't,' she said.", '‘Don’t,’ she said.', '“Don’t,” she said.'],
  [
    '"He told me, \'Read "Emma",\' and I didn\'t."',
    "'He told me, \"Read 'Emma',\" and I didn't.'",
    '‘He told me, “Read ‘Emma’,” and I didn’t.’',
    '“He told me, ‘Read “Emma”,’ and I didn’t.”',
  ],
  [
    "\"'Tis the dogs' bed,\" said 'Arry; \"rock 'n' roll, goin' strong.\"",
    "''Tis the dogs' bed,' said 'Arry; 'rock 'n' roll, goin' strong.'",
    '‘’Tis the dogs’ bed,’ said ’Arry; ‘rock ’n’ roll, goin’ strong.’',
    '“’Tis the dogs’ bed,” said ’Arry; “rock ’n’ roll, goin’ strong.”',
  ],
  [
    '"First, we run.\n\n"Then we hide in the colliers\' houses.\n\n"And then--well, \'then\' is far off."',
    "'First, we run.\n\n'Then we hide in the colliers' houses.\n\n'And then--well, \"then\" is far off.'",
    '‘First, we run.\n\n‘Then we hide in the colliers’ houses.\n\n‘And then—well, “then” is far off.’',
    '“First, we run.\n\n“Then we hide in the colliers’ houses.\n\n“And then—well, ‘then’ is far off.”',
  ],
  [
    '"He said, \'Go.\n\n"\'Go now,\' and I went."',
    '\'He said, "Go.\n\n\'"Go now," and I went.\'',
    '‘He said, “Go.\n\n‘“Go now,” and I went.’',
    '“He said, ‘Go.\n\n“‘Go now,’ and I went.”',
  ],
  [
    "\"I wrote the word 'possessed' that day,\" he said, \"and 'cats'-tails' too.\"",
    "'I wrote the word \"possessed\" that day,' he said, 'and \"cats'-tails\" too.'",
    '‘I wrote the word “possessed” that day,’ he said, ‘and “cats’-tails” too.’',
    '“I wrote the word ‘possessed’ that day,” he said, “and ‘cats’-tails’ too.”',
  ],
  [
    '"B\' you awake?" she said. "N\'--I can\'t tell." "*Stop!*"',
    "'B' you awake?' she said. 'N'--I can't tell.' '*Stop!*'",
    '‘B’ you awake?’ she said. ‘N’—I can’t tell.’ ‘*Stop!*’',
    '“B’ you awake?” she said. “N’—I can’t tell.” “*Stop!*”',
  ],
  ['The "boss" came.', "The 'boss' came.", 'The ‘boss’ came.', 'The “boss” came.'],
  [
    '# "Emma", or \'82\n\nA note[^n].\n\n[^n]: He read "Emma".',
    "# 'Emma', or '82\n\nA note[^n].\n\n[^n]: He read 'Emma'.",
    '# ‘Emma’, or ’82\n\nA note[^n].\n\n[^n]: He read ‘Emma’.',
    '# “Emma”, or ’82\n\nA note[^n].\n\n[^n]: He read “Emma”.',
  ],
];
for (const [american, british, single, double] of pairs) {
  test(`sets ${JSON.stringify(american)} both ways round`, async () => {
    for (const typed of [american, british, single, double]) {
      assert.equal(await set(typed, { quotes: 'single' }), single);
      assert.equal(await set(typed, { quotes: 'double' }), double);
      assert.equal(await set(typed, { style: 'oxford' }), single);
    }
    assert.equal(await set(american, {}), double);
    assert.equal(await set(british, {}), single);
  });
}

for (const [typed, expected] of [
  ['It is 6\' 2" or 12" in all, "she" said.', 'It is 6′\u00A02″ or 12″ in all, ‘she’ said.'],
  ['a 6’ 2” plank, “she” said', 'a 6’ 2” plank, ‘she’ said'],
  ['10 lb. of lead,\\\n" of ink', '10\u00A0lb. of lead,\\\n” of ink'],
  ['`"code"`, $f\'("x")$ and "words"', '`"code"`, $f\'("x")$ and ‘words’'],
  ['    "code"\n\n"Words"', '    "code"\n\n‘Words’'],
  ['&quot;on&quot; and \\"so\\", "he" said', '&quot;on&quot; and \\"so\\", ‘he’ said'],
  [
    '"She said <span lang="fr">"Oui, \'non\'"</span> and <i lang="nl">"nee"</i>," he said.',
    '‘She said <span lang="fr">«Oui, “non”»</span> and <i lang="nl">“nee”</i>,’ he said.',
  ],
  [
    '"So," he said.\n\n"Verse goes\n\n\'and sings,\'\n\nand closes late."',
    '‘So,’ he said.\n\n‘Verse goes\n\n“and sings,”\n\nand closes late.’',
  ],
] as const)
  test(`keeps what is no quotation, or another language’s, in ${JSON.stringify(typed)}`, async () => {
    assert.equal(await set(typed, { quotes: 'single' }), expected);
    assert.equal(await set(expected, { quotes: 'single' }), expected);
  });

test('languages that quote in their own way keep it; those that have both pairs do not', async () => {
  assert.equal(await set('"Nein, \'doch\'"', { lang: 'de', quotes: 'single' }), '„Nein, ‚doch‘“');
  assert.equal(await set('"Nee, \'ja\'"', { lang: 'nl', quotes: 'single' }), '‘Nee, “ja”’');
  assert.equal(await set('"So"', { lang: 'en-GB', quotes: 'single' }), '‘So’');
});

test('what is asked names the marks that the book has, and not the two ways of a manuscript', async () => {
  const ask = (text: string) => queriesOf(text, { quotes: 'single' });
  assert.deepEqual(await ask('"One," he said. "Two."\n\n\'Three,\' he said.\n'), []);
  assert.match((await ask('"Hello, she said.\n\nHe left.')).join(), /Nothing closes the ‘ here: no ’/);
});
