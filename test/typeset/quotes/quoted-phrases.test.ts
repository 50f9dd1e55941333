/**
 * Words and phrases in single marks as authors of today type them, American and British: nothing in them has lost its first letters, unless
 * the line says so. Nothing was learned from these lines.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldOf } from '../../../bench/typography/phrases.ts';
import { setParagraph } from '../setting.ts';

// < and > are single quotation marks, " is a double one, each ' an apostrophe.
const lines = [
  "She gave him her best <don't you dare> look and left.",
  'He did the <innocent until proven guilty in a court of law> speech again.',
  'They had the <who does the dishes tonight and why is it never you> talk.',
  'It was a <fancy restaurant> by his standards.',
  'The so-called <friend of the family> had vanished with the silver.',
  'He used the <sleeping on the couch because my back hurts so much> excuse.',
  'This is one of those <rescued by the villain and falling in love> fics.',
  'All of the <counting sheep will help you sleep at night> advice was useless.',
  'She rolled her eyes at the <every man for himself and devil take the hindmost> attitude.',
  'I hate the <ended up in bed by accident> trope.',
  'We watched <The Princess Bride> until the tape gave out.',
  'The barman put on <Purple Rain> and went to find his coat.',
  "Nobody slept through <Never Mind the Ballads>, least of all the neighbours' baby.",
  'Louis <Lefty> Malone was right-handed.',
  'They called her <Duck> at school and <Doctor> ever after.',
  "There's a reason that <Tiny> has his own chair.",
  'Under <interests> she had written <sleep>.',
  'The <miracle> cream gave me a rash.',
  'By <fun> Dad means sanding.',
  "What's <closure> when it's at home?",
  "We don't use the word <retired> in front of the horse.",
  "The office has a <don't ask> rule about the stain.",
  "It's the <can't be bothered> that hurts, not the mess.",
  "The <it's only money> people have always got some.",
  "She went straight into <who's this for> mode.",
  "He's on the <rock 'n' roll> diet: toast.",
  "My aunt's <bless 'em all> wave stopped the traffic.",
  "They'd a <get 'er done> sticker on the hearse.",
  'It was meant as a <thank you> and it read like a threat.',
  'He answered with a <sure> that could have stripped paint.',
  'The <all day> breakfast ends at ten.',
  'She took the <long way> home, by Norway.',
  'This <round the clock> service closes at six.',
  'Ask for the <less spicy> one.',
  'A <cause> is a thing you can wear on your lapel.',
  'He spelled it with an <e> and then with an <a>, and then he wept.',
  '"You said <soon>," she said. "That was in May."',
  "\"It's a <bring a bottle> thing, an' we've brought the dog.\"",
  '"Don\'t <there, there> me," said Nan.',
  '"\'Cause it says <push>, that\'s why!"',
  '<I ought to ring,> he thought. <Not now, though.>',
  '<Nice> was not the word.',
];

for (const primary of ['double', 'single'] as const) {
  const texts = lines.map((line) => goldOf([line], primary));
  const typed = texts.map((text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));
  texts.forEach((text, i) => {
    const line = typed[i] ?? '';
    test(`quotes in (${primary}): ${line}`, () => {
      for (const book of [typed, [line]])
        assert.equal(
          setParagraph(line, 'en', { book }).replaceAll(/[\u00A0\u202F]/g, (space) => (space === '\u00A0' ? ' ' : '')),
          text,
        );
    });
  });
}
