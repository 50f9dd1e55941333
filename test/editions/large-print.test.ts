import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cssTree from 'css-tree';
import { partsOf } from '../../scripts/book/design.ts';
import { styleSheet, withForms } from '../../scripts/book/style-sheet.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { largeInlineStyle, largeStyle } from '../../scripts/editions/large-print-style.ts';
import { makeEdition } from '../../scripts/editions/make-edition.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { printed, render } from '../render/rendering.ts';

/** What becomes of a style. */
const cases: readonly (readonly [string, string])[] = [
  ['em { font-style: italic; margin: 1em }', 'em { margin: 1em; }\n'],
  ['.letter em { font-style: normal }', '.letter em { font-style: normal; }\n'],
  ['p { text-align: justify; text-indent: 1.25em; hyphens: auto }', ''],
  [
    '.line { padding-left: 3em; text-indent: -3em; text-align: left }',
    '.line { padding-left: 3em; text-indent: -3em; text-align: left; }\n',
  ],
  ['.scene-break, .align-right { text-align: center }', '.scene-break, .align-right { text-align: center; }\n'],
  ['h1 { font-size: 2.2em; text-align: center }', 'h1 { font-size: 1.3em; }\n'],
  ['h2 { font-size: 180% } h3 { font-size: larger }', 'h2 { font-size: 130%; }\nh3 { font-size: larger; }\n'],
  [
    '.a { font-size: .9em } .b { font-size: 85% } .c { font-size: small } .d { font-size: 1.1em } .e { font-size: 12px } .f { font: 9pt/1 serif } .g { line-height: 14px }',
    '.d { font-size: 1.1em; }\n',
  ],
  ['.a { font-variant: small-caps; letter-spacing: 0.1em } .b { text-transform: uppercase }', ''],
  ['.opening:first-letter { float: left; font-size: 3em }', ''],
  ['.a { float: right; line-height: 1.15 } .b { line-height: 1.5 }', '.b { line-height: 1.5; }\n'],
  ['.a { margin: 0 0 2em 35%; margin-right: 3% }', '.a { margin: 0 0 2em 8%; margin-right: 3%; }\n'],
  ['p { color: #999; background: #eee; opacity: 0.5 }', ''],
  ['p { background: url(a.png) no-repeat }', 'p { background: url(a.png) no-repeat; }\n'],
  ['@media print { p { color: red; margin: 0 } }', '@media print {\np { margin: 0; }\n}\n'],
  [
    '@font-face { font-family: "A"; font-style: italic; src: url("a.ttf") }',
    '@font-face { font-family: "A"; font-style: italic; src: url("a.ttf"); }\n',
  ],
];

for (const [css, expected] of cases)
  test(`in large print ${JSON.stringify(css)} is ${JSON.stringify(expected)}`, () =>
    assert.equal(largeStyle(css), expected));

test('a style attribute loses the same, and goes with its last declaration', () => {
  assert.equal(largeInlineStyle('color: #999; margin: 1em'), 'margin: 1em');
  assert.equal(largeInlineStyle('font-style: italic'), undefined);
});

/** Declarations by what they hide from weak eyes. */
const hard =
  /font-style: (?:italic|oblique)|small-caps|uppercase|justify|float: (?:left|right)|hyphens: auto|(?:^|\s)color:|background/;

for (const theme of themeNames)
  test(`no style of ${theme}, whatever the options, is hard to see in large print; the words stay, and say how they are printed`, async () => {
    const { value: own } = await chooseTemplates(new Map(), { theme });
    for (const options of [
      { opening: 'drop-cap', paragraphs: 'indented', alignment: 'justified', 'ornament-colour': 'rose' },
      { opening: 'small-capitals', 'number-place': 'ornament', paragraphs: 'both' },
    ] as const) {
      assert.ok(partsOf(options).length > 2);
      const templates = withForms(own, new Set(['layout', 'table']), { options });
      const { publication } = await render(
        {
          'book.yaml': `title: T\ntheme: ${theme}`,
          'a.md': '# A\n\n*Words* of it.\n\n<h4 style="color: #777">Below</h4>\n\n<h6>Deeper</h6>\n',
        },
        [],
        { templates },
      );
      const { value } = await makeEdition('large-print', publication, templates);
      const sheets = [
        styleSheet(value.templates),
        ...value.publication.resources.flatMap(({ mediaType, bytes }) =>
          mediaType === 'text/css' ? [new TextDecoder().decode(bytes)] : [],
        ),
      ];
      assert.equal(sheets.length, 2);
      for (const sheet of sheets)
        cssTree.walk(cssTree.parse(sheet), (node) => {
          if (node.type !== 'Declaration') return;
          const written = `${node.property}: ${cssTree.generate(node.value)}`;
          const size = node.property === 'font-size' ? Number.parseFloat(cssTree.generate(node.value)) : 1;
          assert.ok(!(size < 1 || size > 1.5), written);
          assert.ok(!hard.test(written), written);
        });
      const [page] = value.publication.documents.filter(({ kind }) => kind === 'chapter').map(printed);
      assert.match(page?.body ?? '', /<h1.*<h2>Below<\/h2>.*<h3>Deeper<\/h3>/s);
      assert.ok(value.publication.accessibility.features.includes('largePrint'));
      assert.deepEqual(
        value.publication.documents.map(({ content }) => textOf(content)),
        publication.documents.map(({ content }) => textOf(content)),
      );
    }
  });

const textOf = (nodes: unknown): string =>
  JSON.stringify(nodes)
    .match(/"type":"text","value":"(?:[^"\\]|\\.)*"/g)
    ?.join('') ?? '';
