import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForeignMarkdown } from '../../scripts/book/dialect-signs.ts';

const cases: readonly (readonly [text: string, isForeign: boolean])[] = [
  ['[[Can you hear me?]] she thought, and [[Yes]] came back.', false],
  ['A> Are you there?\nB> No.', false],
  [':::verse\nA light\n  for the sea\n:::', false],
  ['::: letter\nDear Bea,\n:::', false],
  [':::texts{me=Nell}\nNell: No\n:::', false],
  ['Fifty %% of it, and [a link](x.md){not attributes}.', false],
  ['See [[The Lamp|the lamp]].', false],
  ['![[lamp.png]]', false],
  ['> [!note] A note', false],
  ['::: {.poem}\nA light\n:::', false],
  ['% The Salt Road\n% Ann', false],
  ['---\ncreator: Ann\naliases: [x]\n---\n\nWords.', false],
  ['{frontmatter}\n\n# One', false],
  ['![[A note]]', true],
  ['{{#include other.md}}', true],
];

for (const [text, isForeign] of cases)
  test(`${JSON.stringify(text)} is ${isForeign ? 'typed for another tool' : 'a manuscript as it is'}`, () => {
    assert.equal(isForeignMarkdown('story.md', text), isForeign);
  });
