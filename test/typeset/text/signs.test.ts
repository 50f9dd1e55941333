import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParser } from '../../../scripts/markdown/parse.ts';
import { typesetMarkdown } from '../../../scripts/typeset/typeset-markdown.ts';

const parse = createParser({ autolinks: false, plugins: [] });
const typography = { style: 'chicago', elisions: [], rules: {} } as const;

async function set(source: string, lang = 'en'): Promise<string> {
  return typesetMarkdown(source, await parse(source), { path: 'a.md', lang, typography }).text;
}

for (const line of [
  'I’m sad :( and tired',
  "He died :'( and I cried :'-) so much ;-;",
  ':-) ;-) :-P :-/ :-| =) (-: xD',
  'So tired -_- of it, -.- and ^-^.',
  'I <3 you and </3 him',
  '@--}--- and |--| and ~-~, x != y',
  'Go --> there <-- here, A -> B => C',
  'Run fleuron --help or use --dry-run -v now; the --all flag, and --level=3.',
  "Write to a--b@example.com and o'brien@example.com, or see example.com/x--y'z.",
  'I give it 3/5, a solid 4/5; a 2/5 rating, score: 1/5',
  'See draft--final_v2.txt in ~/notes--old.',
  'They went 2-4-6 and 0x0.',
]) {
  test(`leaves ${line}`, async () => assert.equal(await set(line), line));
}

test('the words beside a sign are set', async () => {
  assert.equal(await set('"I miss you :\'(" she wrote -- "so much :)."'), "“I miss you :'(” she wrote—“so much :).”");
  assert.equal(
    await set('He said: "no --never." (As follows:(a) one.)'),
    '“He said: “no—never.” (As follows:(a) one.)'.slice(1),
  );
  assert.equal(await set('Vous :) aussi ? Oui: <3 !', 'fr'), 'Vous :) aussi\u202F? Oui\u00A0: <3\u202F!');
});
