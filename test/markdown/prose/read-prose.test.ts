import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { walk } from '../../../scripts/book/walk.ts';
import { blocksIn, blocksOf, shapeOf } from './reading.ts';

interface Form {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly string[];
  /** What the author is told. */
  readonly told: readonly string[];
  readonly speaks?: true;
}

const left = 'p She left.';
const stayed = 'p He stayed.';

/** Each form, as it stands in a story; the tests below put it into other places. */
const forms: readonly Form[] = [
  // Scene breaks
  ...['#', '##', '###### #', '*', '-', '+', '~~~', '~~~~~', '~~~ * ~~~', '- -', '* *'].map((mark) => ({
    name: `“${mark}” alone is a scene break`,
    text: `She left.\n\n${mark}\n\nHe stayed.`,
    blocks: [left, 'break', stayed],
    told: ['scene-break'],
  })),
  ...['---', '-', '===', '=', '*', '#', '~~~', '* * *', '⁂', '+++', '• • •'].map((mark) => ({
    name: `“${mark}” right below a sentence is a scene break`,
    text: `She left.\n${mark}\nHe stayed.`,
    blocks: [left, 'break', stayed],
    told: mark === '* * *' ? [] : ['scene-break'],
  })),
  {
    name: '“---” below a paragraph of several lines is a scene break',
    text: 'She left the house and\nthe garden, said nobody.\n---\nHe stayed.',
    blocks: ['p She left the house and / the garden, said nobody.', 'break', stayed],
    told: ['scene-break'],
  },
  {
    name: 'tildes between all scenes open no code',
    text: 'She left.\n\n~~~\n\nHe stayed.\n\n~~~\n\nNobody came.',
    blocks: [left, 'break', stayed, 'break', 'p Nobody came.'],
    told: ['scene-break', 'scene-break'],
  },
  {
    name: 'a fence around code stays one',
    text: 'She left.\n\n~~~\nlet a = 1;\n~~~\n\nHe stayed.',
    blocks: [left, 'code let a = 1;', stayed],
    told: [],
  },
  {
    name: 'a fence with a word stays one',
    text: 'She left.\n\n~~~ text\n\nHe stayed.\n\n~~~\n\nShe left.',
    blocks: [left, 'code  / He stayed. / ', left],
    told: [],
  },
  {
    name: 'a fence close around prose is code, and in doubt',
    text: 'She left.\n\n~~~\nDear Ann, I left.\n~~~\n\nHe stayed.',
    blocks: [left, 'code Dear Ann, I left.', stayed],
    told: ['fence-doubt'],
  },
  {
    name: 'tildes around words are words',
    text: 'She left.\n\n~~~ The End ~~~',
    blocks: [left, 'p ~~~ The End ~~~'],
    told: [],
  },
  {
    name: 'an underlined title is a heading',
    text: 'She left.\n\nThe River Bank\n---\nHe stayed.',
    blocks: [left, 'h2 The River Bank', stayed],
    told: [],
  },
  {
    name: 'an underlined number is a heading',
    text: 'She left.\n\nChapter 4.\n===\nHe stayed.',
    blocks: [left, 'h1 Chapter 4.', stayed],
    told: [],
  },
  {
    name: 'an underlined line that may be a title is a heading, and in doubt',
    text: 'She left.\n\nwhere the river went\n---\nHe stayed.',
    blocks: [left, 'h2 where the river went', stayed],
    told: ['underline-doubt'],
  },
  {
    name: 'a gap that is wider than others is a scene break',
    text: 'One.\n\nTwo.\n\n\n\nThree.\n\nFour.',
    blocks: ['p One.', 'p Two.', 'break', 'p Three.', 'p Four.'],
    told: ['wide-gap'],
  },
  {
    name: 'gaps that are all alike are none',
    text: 'One.\n\n\n\nTwo.\n\n\n\nThree.',
    blocks: ['p One.', 'p Two.', 'p Three.'],
    told: [],
  },
  {
    name: 'a gap that is a little wider is in doubt',
    text: 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n\nSix.',
    blocks: ['p One.', 'p Two.', 'p Three.', 'p Four.', 'p Five.', 'p Six.'],
    told: ['gap-doubt'],
  },

  // Indented lines
  {
    name: 'a paragraph behind a tab is a paragraph',
    text: '\tShe *left* at noon.\n\nHe stayed.\n\n    Nobody came.',
    blocks: ['p She left at noon.', stayed, 'p Nobody came.'],
    told: ['indented-words', 'indented-words'],
  },
  {
    name: 'paragraphs behind tabs need no blank lines',
    text: '\tShe left.\n\t"Well," he said.\n\tHe stayed.',
    blocks: [left, 'p "Well," he said.', stayed],
    told: ['indented-words'],
  },
  {
    name: 'only the first lines of paragraphs are indented',
    text: '    She left the house and\nthe garden.\n    He stayed in\nthe house.',
    blocks: ['p She left the house and / the garden.', 'p He stayed in / the house.'],
    told: ['indented-words'],
  },
  {
    name: 'an indented poem is verse, and keeps its own indents',
    text: 'She sang.\n\n    The river went down\n      By the old town,\n    And no one was there.\n\n    The boats lay still\n    Below the hill.\n\nHe stayed.',
    blocks: [
      'p She sang.',
      'verse The river went down / \u00A0\u00A0By the old town, / And no one was there. // The boats lay still / Below the hill.',
      stayed,
    ],
    told: ['indented-verse', 'indented-verse'],
  },
  {
    name: 'indented code stays code',
    text: 'She typed.\n\n    let a = 1;\n    return a;\n\nHe stayed.',
    blocks: ['p She typed.', 'code let a = 1; / return a;', stayed],
    told: [],
  },
  {
    name: 'where there is code, an indented line that is no sentence is code',
    text: 'He typed.\n\n```\na\n```\n\nHe typed.\n\n    Make all\n\nHe stayed.',
    blocks: ['p He typed.', 'code a', 'p He typed.', 'code Make all', stayed],
    told: [],
  },
  {
    name: 'an indented line that may be either is in doubt: words',
    text: 'She typed.\n\n    Roses',
    blocks: ['p She typed.', 'p Roses'],
    told: ['indented-doubt'],
  },
  {
    name: 'an indented line that may be either is in doubt: code',
    text: 'She typed.\n\n    roses',
    blocks: ['p She typed.', 'code roses'],
    told: ['indented-code-doubt'],
  },

  // Speech, numbers
  {
    name: 'hyphens open speech where the language has such dashes',
    text: 'Il sortit.\n\n- *Bonjour*, dit-il.\n- "Salut !"\n\n- Non.\n\nElle sortit.',
    blocks: ['p Il sortit.', 'p - Bonjour, dit-il.', 'p - "Salut !"', 'p - Non.', 'p Elle sortit.'],
    told: ['spoken-items', 'spoken-items', 'spoken-items'],
    speaks: true,
  },
  {
    name: 'a list is a list there too',
    text: 'Il acheta :\n\n- du pain\n- du vin\n\nElle sortit.',
    blocks: ['p Il acheta :', 'list p du pain; p du vin', 'p Elle sortit.'],
    told: [],
    speaks: true,
  },
  {
    name: 'sentences that nobody must have said are a list, and in doubt',
    text: 'Il écrivit :\n\n- Fermer la porte.\n- Ne rien dire.',
    blocks: ['p Il écrivit :', 'list p Fermer la porte.; p Ne rien dire.'],
    told: ['spoken-doubt', 'spoken-doubt'],
    speaks: true,
  },
  {
    name: 'elsewhere a hyphen makes a list, and in doubt where somebody may speak',
    text: 'She left.\n\n- Hello, he said.\n- Who is there?',
    blocks: [left, 'list p Hello, he said.; p Who is there?'],
    told: ['spoken-elsewhere', 'spoken-elsewhere'],
  },
  {
    name: 'so does one item alone, where somebody says it in French',
    text: 'She left.\n\n- Bonjour, dit-il.',
    blocks: [left, 'list p Bonjour, dit-il.'],
    told: ['spoken-elsewhere'],
  },
  {
    name: 'what is said of a term stands in without a word',
    text: 'Pear\n:   A fruit.\n\n    It is sweet to eat, she said.\n\n:   Two.',
    blocks: [
      'definitionList definitionTerm text, definitionDescription p A fruit., p It is sweet to eat, she said., definitionDescription p Two.',
    ],
    told: [],
  },
  {
    name: 'a poem in small letters is verse where its lines are short',
    text: 'She sang:\n\n    the wind is up,\n    the tide is out,\n      the boats are all\n    asleep.\n\nHe said nothing.',
    blocks: [
      'p She sang:',
      'verse the wind is up, / the tide is out, / \u00A0\u00A0the boats are all / asleep.',
      'p He said nothing.',
    ],
    told: ['indented-verse'],
  },
  {
    name: 'a list that nobody says is one',
    text: 'She left.\n\n- Milk, the good sort.',
    blocks: [left, 'list p Milk, the good sort.'],
    told: [],
  },
  {
    name: 'people speak on where one of them trails in',
    text: 'Il sortit.\n\n- Tu viens ?\n\n- ...oui.\n\n- Et Paul ? dit-elle.',
    blocks: ['p Il sortit.', 'p - Tu viens ?', 'p - ...oui.', 'p - Et Paul ? dit-elle.'],
    told: ['spoken-items', 'spoken-items', 'spoken-items'],
    speaks: true,
  },
  {
    name: 'a name under a poem is no list',
    text: 'The sea is wide.\n\n- Joel Huck, 1912\n\nHe stayed.\n\n- Anna von Berg',
    blocks: ['p The sea is wide.', 'p - Joel Huck, 1912', stayed, 'p - Anna von Berg'],
    told: [],
  },
  {
    name: 'names that are asked for, several, or of one word, are a list',
    text: 'Buy:\n\n- Olive Oil\n\nHe stayed.\n\n- Joel Huck\n- Anna Berg\n\nHe stayed.\n\n- Butter',
    blocks: ['p Buy:', 'list p Olive Oil', stayed, 'list p Joel Huck; p Anna Berg', stayed, 'list p Butter'],
    told: [],
  },
  {
    name: 'a year opens a paragraph',
    text: '1984. It was a bright cold day.\n\n2. April was cruel.\n\nHe stayed.',
    blocks: ['p 1984. It was a bright cold day.', 'p 2. April was cruel.', stayed],
    told: [],
  },
  {
    name: 'a list that goes on after a paragraph is a list',
    text: '1. One thing.\n2. Another.\n\nHe stayed.\n\n3. A third thing.',
    blocks: ['list 1 p One thing.; p Another.', stayed, 'list 3 p A third thing.'],
    told: [],
  },

  // A line a paragraph
  {
    name: 'lines that each end a sentence are paragraphs',
    text: 'It rained.\n*"Again?"* she said.\n*She left.\nHe* stayed.',
    blocks: ['p It rained.', 'p "Again?" she said.', left, stayed],
    told: ['line-paragraphs', 'line-paragraphs', 'line-paragraphs'],
  },
  {
    name: 'lines of speech are paragraphs beside others, and in doubt',
    text: 'She left.\n\nHe stayed.\n\nIt rained.\n\nShe came back.\n\n"Hi," she said.\n"No," he said.',
    blocks: [left, stayed, 'p It rained.', 'p She came back.', 'p "Hi," she said.', 'p "No," he said.'],
    told: ['line-paragraphs-doubt'],
  },
  {
    name: 'what each of several says is a paragraph',
    text: 'MARY: hello\nTOM: hi\n\n@mary: hello\n@tom_7: *hi*\n\n[12:01] Mary: hello\n[12:02] Tom Lee: hi\n\n**Mary**: hello\n**Tom**: hi',
    blocks: [
      ...['p MARY: hello', 'p TOM: hi', 'p @mary: hello', 'p @tom_7: hi'],
      ...['p [12:01] Mary: hello', 'p [12:02] Tom Lee: hi', 'p Mary: hello', 'p Tom: hi'],
    ],
    told: ['line-paragraphs', 'line-paragraphs', 'line-paragraphs', 'line-paragraphs'],
  },
  {
    name: 'a letter ends with a name in a line of its own',
    text: 'It rains.\n\nWith love,\nMary',
    blocks: ['p It rains.', 'p With love,', 'p Mary'],
    told: ['line-paragraphs'],
  },
  {
    name: 'verse, addresses and wrapped text stay as they are',
    text: 'The river went down,\nBy the old town,\nAnd was gone.\n\nDear Sir,\\\nI have gone.\\\nYours.\n\nShe left the house and the garden behind her and\nwent. He did not.\nAnd that was that.',
    blocks: [
      'p The river went down, / By the old town, / And was gone.',
      'p Dear Sir,I have gone.Yours.',
      'p She left the house and the garden behind her and / went. He did not. / And that was that.',
    ],
    told: [],
  },
];

const settings: readonly {
  readonly where: string;
  readonly typed: (text: string) => string;
  readonly blocks: (shape: Awaited<ReturnType<typeof shapeOf>>) => readonly string[];
}[] = [
  { where: 'at the end of a file', typed: (text) => text, blocks: blocksOf },
  { where: 'with CRLF', typed: (text) => `${text}\n`.replaceAll('\n', '\r\n'), blocks: blocksOf },
  {
    where: 'in a quotation',
    typed: (text) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>'),
    blocks: (shape) => blocksIn(shape, 'blockquote'),
  },
  {
    where: 'in a list',
    typed: (text) => `* thing\n\n${text.replaceAll('\t', '    ').replace(/^(?=.)/gm, '  ')}\n\n* other`,
    blocks: (shape) => blocksIn(shape, 'listItem', 1),
  },
  {
    where: 'in a note',
    typed: (text) => `word[^1]\n\n[^1]: # Note\n\n${text.replace(/^(?=.)/gm, '    ')}`,
    blocks: (shape) => blocksIn(shape, 'footnoteDefinition', 1),
  },
];

for (const { where, typed, blocks: read } of settings)
  for (const { name, text, blocks, told, speaks } of forms)
    test(`${name}, ${where}`, async () => {
      const shape = await shapeOf(typed(text), speaks);
      assert.deepEqual(read(shape), blocks);
      assert.deepEqual(
        shape.guesses.map(({ habit }) => habit),
        told,
      );
    });

for (const { where, typed } of settings)
  test(`words keep the places that they were typed in, ${where}`, async () => {
    for (const { text, speaks } of forms) {
      const source = typed(text);
      const { tree } = await shapeOf(source, speaks);
      walk<Nodes>(tree, (node) => {
        if (node.type !== 'text' || /[\n\u00A0]/.test(node.value)) return;
        const { start, end } = node.position ?? {};
        assert.equal(source.slice(start?.offset, end?.offset), node.value, JSON.stringify(source));
        const lines = source.slice(0, start?.offset).split('\n');
        assert.deepEqual(
          [start?.line, start?.column],
          [lines.length, (lines.at(-1)?.length ?? 0) + 1],
          JSON.stringify(source),
        );
      });
    }
  });

test('a text that is parsed in chunks is read as a whole one', async () => {
  for (const { text, blocks, told, speaks } of forms) {
    // What a wide gap is, and whether blank lines part paragraphs, depends on the others.
    if (text.includes('\n\n\n') || told.includes('line-paragraphs')) continue;
    const many = Array.from({ length: 600 }, () => '> W.').join('\n\n');
    const before = 'Words.\n\n'.repeat(9);
    const shape = await shapeOf(`${before}${many}\n\n${before}${text}`, speaks);
    assert.deepEqual(blocksOf(shape).slice(-blocks.length), blocks);
  }
});

for (const text of [
  '  Right     Left\n-------     ------\n     12     12\n    123     123',
  '+---+---+\n| a | b |\n+---+---+',
  'She left.\n\n$$\n    a = b\n\n    - c\n$$\n\nHe stayed.',
])
  test(`nothing in ${JSON.stringify(text)} is taken for prose`, async () => {
    assert.deepEqual((await shapeOf(text)).guesses, []);
  });
