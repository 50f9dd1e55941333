import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importPlainText } from '../../../scripts/import/text/import-plain-text.ts';

const prose =
  'It was a long evening in the old house, and nobody had thought to light the lamp that stood in the hall.';
const wrapped =
  'It was a long evening in the old house, and nobody had thought\nto light the lamp that stood in the hall of the house beside\nthe river and its mill.';

function imported(text: string) {
  const { value, problems } = importPlainText({ path: 'story.txt', text });
  const { title, author, subtitle } = value.facts;
  return {
    facts: [title, author, subtitle],
    headings: value.sections.map(({ kind, text: own }) => `${kind} ${/^# (.*)/.exec(own)?.[1] ?? ''}`.trim()),
    texts: value.sections.map(({ text: own }) => own),
    reasons: problems.map(({ reason }) => reason),
  };
}

test('a name that the story never says is its author, above the title or below it', () => {
  const story = Array.from({ length: 9 }, (_, at) => `Tom saw Jane Eyre and ${at} dolls.`).join('\n\n');
  const body = `Chapter 1\n\n${prose}\n\n${story}\n\nChapter 2\n\n${story}`;
  for (const [front, title, author] of [
    ['Ann Lee\n\nThe Doll', 'The Doll', 'Ann Lee'],
    ['Ann Lee\n\nJane Eyre\n\n1999', 'Jane Eyre', 'Ann Lee'],
    ['Jane Eyre\n\nAnn Lee', 'Jane Eyre', 'Ann Lee'],
    ['Jane Eyre\n\nTHE DOOR', 'Jane Eyre', undefined],
    ['The Mill\n\nGood Morning', 'The Mill', 'Good Morning'], // told as a guess
  ] as const) {
    const { facts, reasons } = imported(`${front}\n\n\n${body}\n`);
    assert.deepEqual(facts.slice(0, 2), [title, author], front);
    if (author) assert.ok(reasons.includes(`“${author}” taken as the author`), reasons.join('\n'));
  }
});

test('a line that counts as others do is no title, and neither are capitals above the first of several poems', () => {
  const poem = 'A short line of verse,\nanother one below it,\nand a third.';
  for (const titles of [
    ['First Song', 'Second Song', 'Third Song'],
    ['THE ANT', 'THE CROW', 'THE FROG'],
  ]) {
    const { facts, headings } = imported(`${titles.map((each) => `${each}\n\n${poem}\n\n${poem}`).join('\n\n')}\n`);
    assert.equal(facts[0], undefined);
    assert.deepEqual(
      headings,
      titles.map((each) => `chapter ${each}`),
    );
  }
});

test('titles count with Roman numerals and with bare numbers, too, and from the beginning again in another part', () => {
  const parts = [1, 2].map(
    (part) =>
      `Part ${part}\n\n${['I. The Door', 'II. The Stair', 'III. The Roof'].map((each) => `${each}\n\n${prose}\n\n${prose}`).join('\n\n')}`,
  );
  const { headings } = imported(`${parts.join('\n\n')}\n`);
  const chapters = ['chapter I. The Door', 'chapter II. The Stair', 'chapter III. The Roof'];
  assert.deepEqual(headings, ['part Part 1', ...chapters, 'part Part 2', ...chapters]);
  const tales = ['The Frog', 'The Cat', 'The Child', 'The Wolf', 'The Kids'].map(
    (each, at) => `${at + 1} ${each}\n\n${prose}\n\n${prose}`,
  );
  assert.equal(imported(`${tales.join('\n\n')}\n`).headings.at(-1), 'chapter 5 The Kids');
  assert.equal(imported(`${prose}\n\n12 Men came.\n\n${prose}\n`).headings.length, 1);
});

test('a title in the line below its number stands in the heading, where most numbers have one', () => {
  const chapters = ['Do título', 'Do livro', 'A denúncia', 'Um dever'].map(
    (each, at) => `CAPÍTULO ${at + 1}\n${each}\n${wrapped}\n${wrapped}`,
  );
  assert.deepEqual(imported(`${chapters.join('\n')}\n`).headings.slice(0, 2), [
    'chapter CAPÍTULO 1: Do título',
    'chapter CAPÍTULO 2: Do livro',
  ]);
});

test('the headings of a libretto in two languages are one, and an act above its scenes is a part', () => {
  const { headings } = imported(
    `ERSTER AKT.\n\nACT I.\n\nERSTER AUFTRITT.\n\nSCENE I.\n\n${prose}\n\n${prose}\n\nZWEITE SCENE.\n\nSCENE II.\n\n${prose}\n\n${prose}\n`,
  );
  assert.deepEqual(headings, [
    'part ERSTER AKT: ACT I.',
    'chapter ERSTER AUFTRITT: SCENE I.',
    'chapter ZWEITE SCENE: SCENE II.',
  ]);
});

test('long lines of verse keep their ends, and prose among them does not get any', () => {
  const stanza =
    'Mieleni minun tekevi, aivoni ajattelevi,\nläks mies,\nsukuvirttä suoltamahan, lajivirttä laulamahan,\nsanat suussani sulavat,';
  const text = Array.from({ length: 12 }, () => stanza).join('\n\n');
  const { texts } = imported(`${text}\n\n${wrapped}\n`);
  const [verse = '', after = ''] = texts[0]?.split(/^:::$/m) ?? [];
  assert.equal(verse.split('\n').filter((row) => row !== '').length, 1 + 48);
  assert.match(verse, /^:::verse\nMieleni/);
  assert.doesNotMatch(after, /\\$/m);
});

test('words parted at the ends of lines are joined where the text shows that they are one', () => {
  const known = 'The minister spoke. The windows shook. The answer came. A well-known man.';
  const { texts, reasons } = imported(
    `${prose}\n\n${known}\n\nHe saw the minis-\nter at the win-\ndows, and the ans-\nwer of a well-\nknown friend was answe-\nred at.\n`,
  );
  assert.match(
    texts[0] ?? '',
    /minister\\\nat the windows,\\\nand the answer\\\nof a well-known\\\nfriend was answe-red\\\nat\./,
  );
  assert.equal(reasons.filter((each) => /parted at the end/.test(each)).length, 4);
  const kept = imported(`${prose}\n\nHe was a kind-\nhearted and a mild-\nmannered man.\n`);
  assert.match(kept.texts[0] ?? '', /kind-hearted\\\nand a mild-mannered\\\nman/);
  assert.ok(kept.reasons.includes('“kind-hearted” taken as a word with a hyphen of its own'));
});

test('numbers in brackets that lead to notes are notes', () => {
  const { texts } = imported(
    `${prose} He drew.[1] It rained.[2]\n\n${prose}\n\n[1] A sword of the East.\n\n[2] In May.\n`,
  );
  assert.match(texts[0] ?? '', /drew\.\[\^1\] It rained\.\[\^2\]/);
  assert.match(texts[0] ?? '', /\n\[\^1\]: A sword of the East\.\n\n\[\^2\]: In May\.\n$/);
  const inline = imported(`${prose} A sergeant[1 - Of the guard.] came, a major.[2 - Of foot.]\n\n${prose}\n`);
  assert.match(inline.texts[0] ?? '', /sergeant\[\^1\] came, a major\.\[\^2\]/);
  assert.match(inline.texts[0] ?? '', /\n\[\^2\]: Of foot\.\n$/);
  assert.match(imported(`${prose} See [1] and [2].\n\n${prose}\n`).texts[0] ?? '', /\\\[1\] and \\\[2\]/);
});

test('what collections put before Chinese headings is left out, and a title in its own marks is the title', () => {
  const { facts, headings, reasons } = imported(
    `《西游记》\nTXT小说\n\n《》目录 第一回　灵根\n\n诗曰。\n\n《》目录 第二回　悟彻\n\n话表。\n\n完结了。\n`,
  );
  assert.equal(facts[0], '西游记');
  assert.deepEqual(headings.slice(-2), ['chapter 第一回　灵根', 'chapter 第二回　悟彻']);
  assert.ok(reasons.includes('Left out: “《》目录” before the headings of 2 chapters'));
});

test('what stands above a text: a site’s own lines, labels that are not known, a title in two paragraphs, an author below or beside', () => {
  const body = `Chapter 1\n\n${prose}\n\nChapter 2\n\n${prose}`;
  for (const [front, title, author] of [
    ['THE TALE OF\n\nTHE OLD MILL\n\nBY\n\nANN LEE', 'THE TALE OF THE OLD MILL', 'ANN LEE'],
    ['The Mill\nAnn Maria Lee', 'The Mill', 'Ann Maria Lee'],
    ['The Mill by Ann Lee', 'The Mill', 'Ann Lee'],
    ['《雨》安利', '雨', '安利'],
    ['更多的书在 http://example.org/\n\n雨\n\n安利 著', '雨', '安利'],
    ['《雨》\n作者：安利\n申明：只供阅读', '雨', '安利'],
    ['[Illustration]\n\nThe Mill', 'The Mill', undefined],
  ] as const) {
    const { facts } = imported(`${front}\n\n\n${body}\n`);
    assert.deepEqual(facts.slice(0, 2), [title, author], front);
  }
});

test('wrapped text without blank lines and indents is parted where a sentence ends before the margin, and at its headings', () => {
  const full = 'Nobody had thought to light the lamp that stood in the hall of the mill';
  const paragraph = `${full}\n${full}\n${full}\nby the river.\n`;
  const heading = 'Chapter 2. Of what befell the miller and his daughter when they came at last to the\nold bridge\n';
  const { headings, texts } = imported(`Chapter 1\n${paragraph.repeat(12)}${heading}${paragraph.repeat(12)}`);
  assert.deepEqual(headings, [
    'chapter Chapter 1',
    'chapter Chapter 2. Of what befell the miller and his daughter when they came at last to the old bridge',
  ]);
  assert.equal(texts[1]?.split('\n\n').length, 13);
});

test('who speaks heads no chapter, places of pictures are left out and told, the thirtieth stanza is no break', () => {
  const scene = ['ANN', 'TOM', 'ANN'].map((each) => `${each}\n\n${prose}`).join('\n\n');
  const { headings } = imported(`THE BOOK\n\nTHE DOOR\n\n${scene}\n\nTHE ROOF\n\n${scene}\n`);
  assert.deepEqual(headings, ['chapter THE DOOR', 'chapter THE ROOF']);
  const { texts, reasons } = imported(`${prose}\n\n[Illustration]\n\n${prose}\n`);
  assert.doesNotMatch(texts.join(''), /Illustration|\* \* \*/);
  assert.ok(reasons.includes('Left out: “[Illustration]” where the text has no pictures: 1'), reasons.join('\n'));
  const stanza = (number: string) =>
    `${number}\nThe miller saw the morning rise,\nand all the river shone like glass,\nand down the bank.`;
  const poem = imported(
    `${['XXVIII', 'XXIX', 'XXX', 'XXXI'].map(stanza).join('\n\n')}\n\n${Array.from({ length: 9 }, () => stanza('I')).join('\n\n')}\n`,
  );
  assert.match(poem.texts.join(''), /XXX\\?\nThe miller/);
});

test('numerals of chapters go on past XXXIX and C', () => {
  const { headings } = imported(
    `${['XXXIX', 'XL', 'XLI', 'XCIX', 'C', 'CI'].map((each) => `${each}\n\n${`${prose} `.repeat(3)}\n\n${prose}`).join('\n\n')}\n`,
  );
  assert.deepEqual(
    headings,
    ['XXXIX', 'XL', 'XLI', 'XCIX', 'C', 'CI'].map((each) => `chapter ${each}`),
  );
});

const long = Array.from({ length: 4 }, () => wrapped).join('\n\n');

test('a list of contents with pages ends at the first chapter, goes on in a second line, and stops where pictures are listed', () => {
  const titles = ['THE MILL', 'THE RIVER AND THE LONG WAY DOWN', 'THE SEA'];
  const list = [
    '     I. THE MILL                    3',
    '    II. THE RIVER AND THE LONG',
    '        WAY DOWN                   17',
    '   III. THE SEA                    40',
  ].join('\n\n');
  const chapters = ['I', 'II', 'III'].map((number, at) => `${number}\n\n${titles[at]}\n\n\n${long}`).join('\n\n\n');
  const text = `The Water\n\nby Ann Lee\n\nCONTENTS\n\n${list}\n\n\nLIST OF ILLUSTRATIONS\n\nA mill\n\nA boat\n\n\n\nTHE WATER\n\n\n${chapters}\n`;
  const { headings, texts, reasons } = imported(text);
  assert.deepEqual(headings, ['preamble', ...titles.map((title, at) => `chapter ${'I'.repeat(at + 1)}: ${title}`)]);
  assert.match(texts[0] ?? '', /ILLUSTRATIONS[\s\S]*A boat/);
  assert.doesNotMatch(texts.join(''), /THE WATER\n/);
  assert.ok(reasons.includes('Left out: the list of contents, 3 lines; the book has its own'), reasons.join('\n'));
});

test('what stands above a chapter that counts from one is front matter, however long; what stands above the second is the first', () => {
  const front = Array.from({ length: 18 }, () => wrapped).join('\n\n');
  const chapters = (numbers: readonly string[]) =>
    numbers
      .map((number) => `CHAPTER ${number}\n\n${Array.from({ length: 60 }, () => wrapped).join('\n\n')}`)
      .join('\n\n');
  assert.equal(imported(`The Mill\n\n${front}\n\n${chapters(['I', 'II'])}\n`).headings[0], 'preamble');
  assert.equal(imported(`The Mill\n\n${front}\n\n${chapters(['II', 'III'])}\n`).headings[0], 'chapter');
});

test('numbers above the stanzas of chapters in verse are no chapters', () => {
  const stanza =
    'A line that rhymes with nothing here,\nanother that is short,\nand one that ends the verse, my dear,\nbefore the last report.';
  const canto = Array.from({ length: 6 }, (_, at) => `${'I II III IV V VI'.split(' ')[at]}\n\n${stanza}`).join('\n\n');
  const { headings } = imported(
    `The Song\n\nFirst Canto\n\n${canto}\n\nSecond Canto\n\n${canto}\n\nThird Canto\n\n${canto}\n`,
  );
  assert.deepEqual(headings, ['chapter First Canto', 'chapter Second Canto', 'chapter Third Canto']);
});

test('titles in capitals above poems are headings, and the numerals below them parts of a poem', () => {
  const stanza = 'A line of verse that stands alone,\nand then another line,\nand here a third.';
  const poem = (title: string) => `${title}\n\n${stanza}\n\n${stanza}\n\n${stanza}`;
  const titles = ['THE ANT.', 'THE CROW.', 'THE FROG.', 'TO THE MOON!', 'THE OWL.'];
  const { headings } = imported(
    `Small Songs\n\nby Ann Lee\n\n${titles.map(poem).join('\n\n')}\n\nI.\n\n${stanza}\n\nII.\n\n${stanza}\n`,
  );
  assert.deepEqual(
    headings,
    titles.map((title) => `chapter ${title}`),
  );
});

test('notes in braces, in parentheses, and in a list below the text, with all their paragraphs', () => {
  for (const [one, two, first, second] of [
    ['{1}', '{2}', '{1}  The first.', '{2}  The second.'],
    ['(1)', '(2)', '(1) The first.', '(2) The second.'],
    ['[1]', '[2]', '1. The first.', '2. The second.'],
  ] as const) {
    const text = `Chapter 1\n\n${prose} He went${one} out.\n\n${prose} He came${two} back.\n\nNOTES:\n\n${first}\n\nIt goes on.\n\n${second}\n`;
    const { texts } = imported(text);
    assert.match(
      texts.join(''),
      /went\[\^1\][\s\S]*came\[\^2\][\s\S]*\[\^1\]: The first\.\n\n {4}It goes on\.[\s\S]*\[\^2\]: The second\./,
      one,
    );
    assert.doesNotMatch(texts.join(''), /NOTES/, one);
  }
  const listed = `Chapter 1\n\nAs (1) says.\n\n(1) ${prose}\n\n(2) ${prose}\n\n(3) ${prose}\n`;
  assert.doesNotMatch(imported(listed).texts.join(''), /\[\^/);
  const headed = `CHAPTER ONE[1]\n\n${prose}\n\nCHAPTER TWO\n\n${prose}\n\n[1] The note.\n`;
  assert.deepEqual(imported(headed).headings, ['chapter CHAPTER ONE[^1]', 'chapter CHAPTER TWO']);
});

test('a rule below a heading is no break, nor are wide gaps where a chapter has no others, or above the first one', () => {
  const gaps = Array.from({ length: 6 }, () => prose).join('\n\n\n\n');
  const usual = Array.from({ length: 30 }, () => prose).join('\n\n');
  const { texts } = imported(
    `Press\n\n\n\n\nTown\n\n\n\n\n1901\n\nChapter 1\n--------------\n${usual}\n\nChapter 2\n\n${gaps}\n\nChapter 3\n\n${usual}\n`,
  );
  assert.doesNotMatch(texts.join(''), /\* \* \*/);
});

test('a list of acts that nobody called one is no row of chapters', () => {
  const acts = ['ACT I.', 'ACT II.', 'ACT III.'];
  const { headings } = imported(
    `The Mill\n\n${acts.map((act) => `${act}\n\nIn the mill.`).join('\n\n')}\n\n${acts.map((act) => `${act}\n\n${long}`).join('\n\n')}\n`,
  );
  const own = headings.filter((each) => each.includes('ACT')).map((each) => each.replace(/^\w+ /, ''));
  assert.deepEqual(own, acts);
});

test('what stood below a picture stands in the middle, and the place of one in a list stops nothing', () => {
  const list = 'CONTENTS\n\nI. THE DOOR      1\n\nII. THE STAIR     9\n\nIII. THE ROOF   12\n\n[Illustration]';
  const chapters = ['I.\n\nTHE DOOR', 'II.\n\nTHE STAIR', 'III.\n\nTHE ROOF'];
  const picture = '[Illustration]\n\n[Illustration: The old\n_mill_]\n\n';
  const { headings, texts, reasons } = imported(
    `${list}\n\n\n${chapters.map((each) => `${each}\n\n${wrapped}\n\n${picture}${wrapped}`).join('\n\n\n')}\n\n[Illustration]\n`,
  );
  assert.deepEqual(headings, ['chapter I: THE DOOR', 'chapter II: THE STAIR', 'chapter III: THE ROOF']);
  assert.match(texts.join(''), /\n-> The old\\\n\*mill\* <-\n/);
  assert.doesNotMatch(texts.join(''), /Illustration/);
  assert.ok(reasons.some((each) => each.includes('what stood below a picture')));
});

test('a chapter whose title asks something is one where others of its kind count on, and a wrapped title is whole', () => {
  const titles = ['The Mill', 'Who Is It?', 'The Door', 'The Old and the New Ways of the Mill That Stood Above'];
  const { headings } = imported(
    `${titles.map((title, at) => `Chapter ${at + 1} ${title}${at === 3 ? '\nthe Weir' : ''}\n\n\n${wrapped}\n\n${wrapped}`).join('\n\n\n')}\n`,
  );
  assert.deepEqual(
    headings,
    titles.map((title, at) => `chapter Chapter ${at + 1} ${title}${at === 3 ? ' the Weir' : ''}`),
  );
});

test('a preface that says of what is a heading; a title of a chapter that signs a letter in another is none', () => {
  const { headings } = imported(
    `CONTENTS\n\nI. The Mill\nII. ANN LEE\nIII. The Door\n\n\nPREFACE TO THE SECOND EDITION.\n\n${long}\n\n\nI.\n\nThe Mill\n\n${long}\n\nII.\n\nANN LEE\n\n${long}\n\nIII.\n\nThe Door\n\n${long}\n\nANN LEE.\n\n${long}\n`,
  );
  assert.deepEqual(headings, [
    'chapter PREFACE TO THE SECOND EDITION.',
    'chapter I: The Mill',
    'chapter II: ANN LEE',
    'chapter III: The Door',
  ]);
});

test('acts that a list names with their places, one below the other, are no headings', () => {
  const list = ['ACT I. A Mill by the River.', 'ACT II. A Garden.', 'ACT III. The Mill.'].join('\n\n');
  const acts = ['FIRST ACT', 'SECOND ACT', 'THIRD ACT'].map((act) => `${act}\n\n${long}`).join('\n\n');
  const { headings } = imported(`The Mill\n\nTHE SCENES\n\n${list}\n\nTIME: The Present.\n\n${acts}\n`);
  assert.deepEqual(headings.slice(-3), ['chapter FIRST ACT', 'chapter SECOND ACT', 'chapter THIRD ACT']);
  assert.equal(headings.filter((each) => each.includes('Garden')).length, 0);
});

test('a list of contents below the story names its poems, and is left out', () => {
  const stanza = 'A line of verse that stands alone,\nand then another line,\nand here a third.';
  const titles = ['À l’aube', 'La Mer', 'Le Soir', 'La Nuit'];
  const poems = titles.map((title) => `${title}\n\n${stanza}\n\n${stanza}\n\n${stanza}`).join('\n\n\n');
  const list = titles.map((title, at) => `  ${title}         ${at + 7}`).join('\n');
  const { headings, texts, reasons } = imported(
    `Poèmes\n\n\n${poems}\n\n\nTable des matières\n\n${list}\n\nImprimé à Paris\n`,
  );
  assert.deepEqual(
    headings,
    titles.map((title) => `chapter ${title}`),
  );
  assert.doesNotMatch(texts.join(''), /Table des/);
  assert.match(texts.join(''), /Imprimé à Paris/);
  assert.ok(reasons.some((each) => each.startsWith('Left out: the list of contents, 4 lines')));
  const others = imported(
    `${poems}\n\n\nTable des matières\n\n  Un autre     7\n  Encore un    9\n  Le dernier   12\n`,
  );
  assert.match(others.texts.join(''), /Table des/);
});

test('a list of contents ends above the dedication, also where it has nothing but numerals', () => {
  const numerals = ['I', 'II', 'III', 'IV', 'V'];
  const part = (name: string) => `${name}\n\n${numerals.map((each) => `${each}\n\n${long}`).join('\n\n')}`;
  const list = ['Part One', 'Part Two'].map((name) => `${name}\n${numerals.join('\n')}`).join('\n');
  const { headings, texts } = imported(
    `The Mill\n\nContents\n\n${list}\n\nFor those two, who know why\n\n${wrapped}\n\n${part('Part One')}\n\n${part('Part Two')}\n`,
  );
  assert.equal(headings.length, 13);
  assert.match(texts[0] ?? '', /^For those two/);
});

test('numbers that only grow head what somebody chose of a larger collection', () => {
  const tales = ['19. The Fisherman', '47. The Juniper', '68. The Thief', '126. The Brothers', '139. The Maid'];
  const { headings } = imported(`${tales.map((tale) => `${tale}\n${prose}\n${prose}\n${prose}`).join('\n')}\n`);
  assert.deepEqual(
    headings,
    tales.map((tale) => `chapter ${tale}`),
  );
});

test('in a play of prose the name of who speaks has a line of its own, and a cast is a list', () => {
  const speech =
    'I have often observed that in married households the tea\nis rarely of a first-rate brand, and\nthe cake is worse.';
  const names = ['ANN', 'TOM', 'MISS LEE'];
  const said = Array.from({ length: 30 }, (_, at) => `${names[at % 3]}.\n${speech}`).join('\n\n');
  const cast =
    'Ann: Miss Mary Louise Alexandra Brown\nTom: Mr. George William Alexander Black\nMiss Lee: Mrs. Amelia Canninge Vane.';
  const { texts } = imported(`The Mill\n\n${cast}\n\nFIRST ACT\n\n${said}\n\nSECOND ACT\n\n${said}\n`);
  const all = texts.join('');
  assert.match(all, /\nANN\.\\\nI have often observed that in married households the tea\nis rarely/);
  assert.match(all, /Brown\\\nTom: Mr\. George William Alexander Black\\\nMiss Lee/);
});

test('numbers of comments behind every paragraph are left out, the chapter’s own number stays', () => {
  const said = Array.from({ length: 30 }, (_, at) => `She walked on.${at % 3 === 0 ? '+' : `${at}.${at % 9}K`}`).join(
    '\n\n',
  );
  const { headings, texts, reasons } = imported(`Chapter 17\n\n${said}\n\nChapter 212\n\n${said}\n\n+\n`);
  assert.deepEqual(headings, ['chapter Chapter 1', 'chapter Chapter 2']);
  assert.doesNotMatch(texts.join(''), /\d{2}|\+/);
  assert.ok(reasons.some((each) => each.includes('Wattpad shows behind 63 paragraphs')));
});

test('characters as HTML writes them are those characters, and told', () => {
  const { texts, reasons } = imported(
    `Chapter 1\n\nPour &#234;tre &laquo;&#160;l&#xE0;&#160;&raquo; &c; &#7; &unknown;.\n\nChapter 2\n\n${prose}\n`,
  );
  assert.match(texts[0] ?? '', /Pour être «\u00A0là\u00A0» \\&c; \\&#7; \\&unknown;\./);
  assert.ok(reasons.includes('“&#234;”, and 5 more of HTML’s, stands in the book as the character that it means'));
});

test('notes on the transcription of Project Gutenberg’s books go to the page at the end', () => {
  const book = `Title: The Mill\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n\n\nProduced by Ann Lee\n\n\nTranscriber’s Note:\n\n  The long s is short here.\n\n\n\nThe Mill\n\nCHAPTER I\n\n${long}\n\nCHAPTER II\n\n${long}\n\n\n\nTranscriber's Notes\n\nPage 2, “teh” changed to “the”.\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE MILL ***\n`;
  const { headings, texts } = imported(book);
  assert.deepEqual(headings, ['chapter CHAPTER I', 'chapter CHAPTER II', 'colophon']);
  assert.match(texts[2] ?? '', /long s is short[\s\S]*changed to/);
});

test('a numbered column that opens a text names its chapters, and is left out', () => {
  const titles = ['The Mill', 'The Door', 'A Stair', 'Who Goes There', 'Rain', 'The Well', 'Ashes', 'The Way Home'];
  const list = titles.map((title, at) => `${at + 1}. ${title}`).join('\n');
  const { headings, texts } = imported(
    `${list}\n\n\n\n${titles.map((title) => `${title}\n\n${prose}\n\n${prose}`).join('\n\n\n')}\n`,
  );
  assert.deepEqual(
    headings,
    titles.map((title) => `chapter ${title}`),
  );
  assert.doesNotMatch(texts.join(''), /1\\?\. The Mill/);
});

test('what somebody says in words that count is no chapter, and a preface may have a year', () => {
  const said = ['Two words.', 'Three words.', 'Four words.', 'Step one.', 'Step two.', 'Step three.'];
  const { headings } = imported(
    `Préface de 1832\n\n${long}\n\nChapter 1\n\n${said.map((each) => `${each}\n\n${prose}`).join('\n\n')}\n\nChapter 2\n\n${prose}\n`,
  );
  assert.deepEqual(headings.slice(-2), ['chapter Chapter 1', 'chapter Chapter 2']);
  assert.ok(headings.some((each) => each.endsWith('Préface de 1832')));
  assert.equal(headings.length, 3);
});
