/** A book teaches which of its words have lost letters: what is sure in some places settles what is not in others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setParagraph } from '../setting.ts';

const taught = [
  "Dat day he wuz gwine 'tel he got ter de big road, and den he sot 'tel de moon come up.",
  "She walk 'tel she could walk no mo. He talk 'tel she sleep.",
];
const unsure = `"He say, 'Wait, 'tel I come back,' sezee."`;

test('what the book teaches settles a mark that could open a quotation', () => {
  assert.equal(setParagraph(unsure, 'en', { book: [...taught, unsure] }), '“He say, ‘Wait, ’tel I come back,’ sezee.”');
});

test('a phrase that is quoted again and again teaches nothing', () => {
  const scared = "It was the 'showy lady' again.";
  const book = [scared, "They saw a 'showy lady.' It was late.", "She was their 'showy lady,' no more."];
  assert.equal(setParagraph(scared, 'en', { book }), 'It was the ‘showy lady’ again.');
});

const passages = {
  Scots: [
    ['"Ye cannae just staun there," said Shona. "The boat\'s no gonnae wait, an\' neither am Ah."'],
    ["He had been a' ower the toon, frae the herbour tae the auld kirk, an' no' a soul had seen 'im."],
    ['"Awa\' wi\' ye," she said. "Ah telt ye, <Dinnae come hame till it\'s done,> an\' here ye are."'],
    [
      "\"'S no' ma fault!\" Davie cried. \"'Twas the rain, an' the big fella wi' the van, an' ma mammy's 'lectric gone aff.\"",
    ],
    ["\"Gie's a haun' wi' the bags, then,\" said Shona, \"an' we'll say nae mair o't.\""],
    ["The sign above the bar said <Closed>, but the door was open and somebody was singin' inside."],
  ],
  'West Country': [
    [
      "\"'E were stood there by the gate,\" said Jory, \"lookin' for all the world like 'e'd lost a shillin' an' found 'alf a crown.\"",
    ],
    ['"Where\'s \'e to, then?" I said. "Up \'long, or down \'long?"'],
    ["\"Down 'long, I reckon. 'E d'like it down 'long, where the boats is to. An' 'er too, come to that.\""],
    [
      "\"'Er never,\" said Jory. \"I seen 'er up 'long last night, an' 'er said, <Tell 'im I'll be 'ome afore dark,> plain as you like.\"",
    ],
    ["We went down 'long together, past what the visitors call <the old quarter> and what we call the Gut."],
    ["\"Thass a gurt big 'un,\" said Jory, holdin' the crab up. \"'Ow much d'ee want for 'n?\""],
  ],
};

for (const [speech, lines] of Object.entries(passages)) {
  const book = lines.map(([line = '']) => line.replaceAll(/[<>]/g, "'"));
  // < and > are the only single quotation marks: each other ' is an apostrophe.
  for (const [marked = ''] of lines) {
    const typed = marked.replaceAll(/[<>]/g, "'");
    test(`sets ${speech}: ${typed}`, () => {
      const set = setParagraph(typed, 'en', { book }).replaceAll('\u202f', '');
      const single = marked.replaceAll("'", '’').replaceAll('<', '‘').replaceAll('>', '’');
      assert.equal(set.replaceAll(/[“”]/g, '"'), single);
    });
  }
}
