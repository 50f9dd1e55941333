/** Ordinary things of Word that its HTML converter does not know: each comes out as a careful person would have typed it, or is said. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importStory } from '../../../scripts/pipeline/import.ts';
import { type DocxParts, docx, paragraph, run } from '../../tools/docx.ts';
import { root } from '../../tools/need.ts';

async function bring(body: string, parts?: DocxParts, beside: Readonly<Record<string, Uint8Array>> = {}) {
  const loaded = { name: 'story.docx', bytes: docx(body, parts), beside: (path: string) => beside[path] };
  const { value, problems } = await importStory(loaded, usualLimits);
  const told = problems
    .filter(({ rule }) => rule !== 'structure-guessed')
    .map(({ rule, reason }) => `${rule}: ${reason}`);
  return { text: value?.manuscript.files.map((file) => file.text).join('\n'), pictures: value?.pictures, told };
}

const symbol = (font: string, code: string) => run(`<w:sym w:font="${font}" w:char="${code}"/>`);
const m = (name: string, ...inside: readonly string[]) => `<m:${name}>${inside.join('')}</m:${name}>`;
const mt = (text: string) => m('r', m('t', text));
const formula = (...inside: readonly string[]) => m('oMath', ...inside);
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const struck = '<w:rPr><w:del w:id="1"/></w:rPr>';
const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
const choice = (inside: string, fallback = '') =>
  run(
    `<mc:AlternateContent><mc:Choice Requires="wps">${inside}</mc:Choice>${fallback && `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`,
  );
const shape = (inside: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>${inside}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;

const cases: readonly (readonly [string, string, string])[] = [
  ['a no-break hyphen', paragraph(run('<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>')), 'co‑op'],
  ['a soft hyphen', paragraph(run('<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>')), 'coop'],
  [
    'the number of a caption',
    paragraph(`${run('Figure ')}<w:fldSimple w:instr=" SEQ Figure ">${run('1')}</w:fldSimple>${run(': a map')}`),
    'Figure 1: a map',
  ],
  [
    'a link as a simple field',
    paragraph(`<w:fldSimple w:instr=' HYPERLINK "https://a.example/"'>${run('here')}</w:fldSimple>`),
    '[here](https://a.example/)',
  ],
  ['a symbol in a word', paragraph(run('a') + symbol('Wingdings', 'F04A') + run('b')), 'a☺b'],
  ['a character that was put in as a symbol', paragraph(symbol('Times New Roman', '00E9')), 'é'],
  [
    'letters of a font of symbols',
    paragraph('<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>ab</w:t></w:r>'),
    'αβ',
  ],
  [
    'ruby',
    paragraph(run(`<w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby>`) + run('字')),
    '<ruby>漢<rt>kan</rt></ruby>字',
  ],
  ['a line end of old', paragraph(run('<w:t>a</w:t><w:cr/><w:t>b</w:t>')), 'a\\\nb'],
  ['a page break in a paragraph', paragraph(run('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>')), 'a\\\nb'],
  ['words set from right to left', paragraph(`<w:bdo w:val="rtl">${run('abc')}</w:bdo>`), 'abc'],
  ['two paragraphs that a tracked change joins', paragraph(run('One, '), struck) + paragraph(run('two.')), 'One, two.'],
  ['a joined paragraph that nothing follows', paragraph(run('One.')) + paragraph(run('Two.'), struck), 'One.\n\nTwo.'],
  [
    'words that were struck out',
    paragraph(`${run('a')}<w:del>${run('<w:delText>b</w:delText>')}</w:del><w:ins>${run('c')}</w:ins>`),
    'ac',
  ],
  [
    'words in merged cells',
    `<w:tbl><w:tr>${cell(paragraph(run('top')), '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell(paragraph(run('under')), '<w:vMerge/>')}</w:tr></w:tbl>`,
    '<table><tbody><tr><td rowspan="2"><p>top</p><p>under</p></td></tr><tr></tr></tbody></table>',
  ],
  [
    'a row that was struck out',
    `${paragraph(run('a'))}<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(paragraph(run('b')))}</w:tr></w:tbl>`,
    'a',
  ],
  ['a box of text in its new form alone', paragraph(choice(shape(box('boxed'))) + run('main')), 'main\n\nboxed'],
  [
    'a box of text in both forms',
    paragraph(
      choice(shape(box('boxed')), `<w:pict><v:shape><v:textbox>${box('boxed')}</v:textbox></v:shape></w:pict>`) +
        run('main'),
    ),
    'main\n\nboxed',
  ],
  ['words of a drawing', paragraph(run(shape('<a:p><a:r><a:t>drawn</a:t></a:r></a:p>'))), 'drawn'],
  [
    'words bent along a line',
    paragraph(run('<w:pict><v:shape><v:textpath string="bent"/></v:shape></w:pict>')),
    'bent',
  ],
  ['a power', paragraph(run('so ') + formula(m('sSup', m('e', mt('x')), m('sup', mt('2'))))), 'so $x^2$'],
  ['an index', paragraph(formula(m('sSub', m('e', mt('a')), m('sub', mt('ij'))))), '$a_{ij}$'],
  ['a fraction', paragraph(formula(m('f', m('num', mt('a+b')), m('den', mt('2'))))), '$\\frac{a + b}{2}$'],
  ['a root', paragraph(formula(m('rad', m('deg'), m('e', mt('x+1'))))), '$\\sqrt{x + 1}$'],
  ['a third root', paragraph(formula(m('rad', m('deg', mt('3')), m('e', mt('x'))))), '$\\sqrt[3]{x}$'],
  [
    'a sum',
    paragraph(
      formula(
        m('nary', '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', m('sub', mt('i=1')), m('sup', mt('n')), m('e', mt('i'))),
      ),
    ),
    '$∑_{i = 1}^n i$',
  ],
  [
    'brackets',
    paragraph(
      formula(m('d', m('dPr', '<m:begChr m:val="{"/><m:endChr m:val="}"/>'), m('e', mt('a')), m('e', mt('b')))),
    ),
    '$\\{a\\vert b\\}$',
  ],
  [
    'cases, and words in them',
    paragraph(
      formula(
        m(
          'd',
          m('dPr', '<m:begChr m:val="{"/><m:endChr m:val=""/>'),
          m('e', m('eqArr', m('e', mt('1')), m('e', m('r', m('rPr', '<m:nor/>'), '<m:t>50 % else</m:t>')))),
        ),
      ),
    ),
    '$\\left\\{ \\begin{matrix} 1 \\\\ \\text{50 \\% else} \\end{matrix} \\right.$',
  ],
  [
    'accents, and what stands before',
    paragraph(
      formula(
        m('acc', m('e', mt('x'))),
        m('bar', m('barPr', '<m:pos m:val="top"/>'), m('e', mt('y'))),
        m('sPre', m('sub', mt('a')), m('sup', mt('b')), m('e', mt('z'))),
      ),
    ),
    '$\\hat{x}\\overline{y}{}_a^b z$',
  ],
  ['a formula on a line of its own', paragraph(run('So') + m('oMathPara', formula(mt('x=1')))), 'So$$x = 1$$'],
  ['a formula before a number', paragraph(formula(mt('x')) + run('2')), '\\({x}\\)2'],
];

for (const [what, body, expected] of cases)
  test(`Word: ${what}`, async () => {
    const { text, told } = await bring(body);
    assert.equal(text, `${expected}\n`);
    assert.deepEqual(told, []);
  });

const picture = (target: string) =>
  run(
    `<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="a lamp"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${target}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
  );
const png = readFileSync(join(root, 'test/import/stories/word-styles/expected/pictures/image1.png'));

const note = (id: number, words: string) => `<w:footnote w:id="${id}">${paragraph(run(words))}</w:footnote>`;

test('Word: a paragraph that is a note’s number alone is not empty', async () => {
  const body = paragraph(run('above')) + paragraph(run('<w:footnoteReference w:id="2"/>')) + paragraph(run('below'));
  const { text } = await bring(body, { footnotes: note(2, 'kept') });
  assert.equal(text, 'above\n\n[^1]\n\nbelow\n\n[^1]: kept\n');
});

test('Word: a note whose number was struck out is gone with it', async () => {
  const gone = `<w:del>${run('<w:footnoteReference w:id="2"/>')}</w:del>`;
  const { text, told } = await bring(paragraph(`${run('t')}${gone}${run('<w:footnoteReference w:id="3"/>')}`), {
    footnotes: note(2, 'gone') + note(3, 'kept'),
  });
  assert.equal(text, 't[^1]\n\n[^1]: kept\n');
  assert.deepEqual(told, []);
});

test('Word: a picture that the document holds, or that lies beside it, comes in', async () => {
  const held = await bring(paragraph(run('see ') + picture('r:embed="p"')), {
    targets: { p: ['image', 'media/lamp%201.png'] },
    files: { 'word/media/lamp 1.png': png },
  });
  assert.equal(held.text, 'see ![a lamp](pictures/lamp-1.png)\n');
  assert.deepEqual(held.told, []);
  const targets = { p: ['image', 'lamp%201.png'] } as const;
  const linked = await bring(paragraph(run('see ') + picture('r:link="p"')), { targets }, { 'lamp 1.png': png });
  assert.equal(linked.text, 'see ![a lamp](pictures/lamp-1.png)\n');
  assert.deepEqual(linked.told, []);
});

for (const [what, target] of [
  ['is elsewhere', 'https://a.example/lamp.png'],
  ['is not there', 'media/none.png'],
] as const)
  test(`Word: a picture that ${what} leaves its description, and is told`, async () => {
    const { text, told } = await bring(paragraph(run('see') + picture('r:embed="p"') + run('now')), {
      targets: { p: ['image', target] },
    });
    assert.equal(text, 'see a lamp now\n');
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /^picture-left-out: /);
  });

test('Word: a picture and a link that lead nowhere keep their words, and the picture is told', async () => {
  const link = `<w:hyperlink r:id="none">${run(' now')}</w:hyperlink>`;
  const { text, told } = await bring(paragraph(run('see') + picture('r:embed="none"') + link));
  assert.equal(text, 'see a lamp now\n');
  assert.deepEqual(
    told.map((each) => each.replace(/:.*/s, '')),
    ['picture-left-out'],
  );
});

test('Word: what cannot come in is told, once for each sort', async () => {
  const chunk = '<w:altChunk r:id="c"/>';
  const diagram = paragraph(
    run(
      '<w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds/></a:graphicData></a:graphic></wp:inline></w:drawing>',
    ),
  );
  const { text, told } = await bring(
    paragraph(run('a')) + chunk + chunk + diagram + paragraph(symbol('Nobody’s', 'F041')),
    {
      targets: { c: ['aFChunk', 'chunk.rtf'] },
    },
  );
  assert.equal(text, 'a\n');
  assert.deepEqual(
    told.map((each) => each.replace(/.*: (.*): (\d)$/, '$2 $1')),
    [
      '2 files set into the document, with all their words',
      '1 diagrams (SmartArt), with their words',
      '1 symbols of a font that is not known',
    ],
  );
});

test('chapters whose word and number a list of Word gives are headings with both; the items of other lists stay', async () => {
  const level = (text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: number, text: string) => `<w:abstractNum w:abstractNumId="${id}">${level(text)}</w:abstractNum>`;
  const use = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${list(1, '第%1章')}${list(2, '%1.')}${use(1)}${use(2)}</w:numbering>`;
  const item = (words: string, id: number) =>
    paragraph(run(words), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
  const { text } = await bring(
    item('平凡的一天', 1) + paragraph(run('他坐下。')) + item('地狱', 1) + item('一盏灯', 2),
    { targets: { n: ['numbering', 'numbering.xml'] }, files: { 'word/numbering.xml': numbering } },
  );
  assert.match(text ?? '', /^# 第1章 平凡的一天\n\n他坐下。\n\n?# 第2章 地狱\n\n1\. 一盏灯/);
});
