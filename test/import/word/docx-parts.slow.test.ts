/** Whatever WordprocessingML holds, valid or broken: a book with all the words that Word shows, or one clear problem; never a crash. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importStory } from '../../../scripts/pipeline/import.ts';
import { docx, paragraph, run } from '../../tools/docx.ts';

// V is a word that Word shows, H one that it hides.
const atoms = [
  ...['V', ' V', 'V ', ' ', 'V V', '* * *', '—'].map((text) => `<w:t xml:space="preserve">${text}</w:t>`),
  '<w:t/>',
  '<w:t>V<w:x/></w:t>',
  '<w:noBreakHyphen/>',
  '<w:softHyphen/>',
  '<w:tab/>',
  '<w:br/>',
  '<w:br w:type="page"/>',
  '<w:cr/>',
  '<w:sym w:font="Wingdings" w:char="F04A"/>',
  '<w:sym w:font="Q" w:char="zz"/>',
  '<w:sym/>',
  '<w:sym w:font="Q" w:char="FFFFFFF"/>',
  '<w:footnoteReference w:id="1"/>',
  '<w:footnoteReference w:id="2"/>',
  '<w:footnoteReference w:id="9"/>',
  '<w:footnoteReference/>',
  '<w:commentReference w:id="1"/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:instrText> HYPERLINK "https://a.example" </w:instrText>',
  '<w:instrText>PAGE</w:instrText>',
  '<w:delText>H</w:delText>',
  '<x:odd xmlns:x="urn:odd"><w:t>V</w:t></x:odd>',
  '<w:pict><v:line/></w:pict>',
  '<w:lastRenderedPageBreak/>',
  '<w:pict><v:shape alt="V"><v:imagedata r:id="none"/></v:shape></w:pict>',
  '<w:drawing><wp:inline/></w:drawing>',
  '<w:drawing><wp:inline><wp:docPr descr="V"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="none"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>',
];
const looks = [
  '<w:b/>',
  '<w:i/>',
  '<w:b w:val="0"/>',
  '<w:rStyle w:val="Strong"/>',
  '<w:vertAlign w:val="superscript"/>',
  '<w:strike/>',
  '<w:rFonts/>',
];
const properties = [
  '<w:pStyle w:val="Heading1"/>',
  '<w:pStyle w:val="Title"/>',
  '<w:pStyle w:val="constructor"/>',
  '<w:rPr><w:del w:id="1"/></w:rPr>',
  '<w:ind w:left="720"/>',
  '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="__proto__"/></w:numPr>',
  '<w:pBdr><w:bottom w:val="single"/></w:pBdr>',
  '<w:pBdr><w:top/></w:pBdr>',
  '<w:sectPr/>',
];
const cells = [
  '<w:gridSpan w:val="2"/>',
  '<w:gridSpan w:val="-3"/>',
  '<w:gridSpan w:val="x"/>',
  '<w:vMerge w:val="restart"/>',
  '<w:vMerge/>',
];
const around = [
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'bdo',
  'dir',
  'hyperlink',
  'hyperlink w:anchor="a"',
  'hyperlink r:id="none"',
  'fldSimple w:instr="PAGE"',
  'odd',
];
const math = [
  'r',
  'e',
  'f',
  'num',
  'den',
  'sSup',
  'sup',
  'sub',
  'rad',
  'deg',
  'd',
  'nary',
  'm',
  'mr',
  'func',
  'fName',
  'acc',
  'eqArr',
  'limLow',
  'odd',
];

const wrap = (tag: string, inside: string) => `<w:${tag}>${inside}</w:${tag.replace(/ .*/, '')}>`;
const some = (list: readonly string[], most = 2) =>
  fc.array(fc.constantFrom(...list), { maxLength: most }).map((each) => each.join(''));
const joined = (parts: fc.Arbitrary<string>, most = 4) =>
  fc.array(parts, { maxLength: most }).map((each) => each.join(''));

const { block } = fc.letrec<{ line: string; block: string; formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('<m:t>V</m:t>', '<m:r><m:t>x=1</m:t></m:r>', '<m:sSupPr><m:ctrlPr/></m:sSupPr>', '<m:t/>'),
    fc
      .tuple(fc.constantFrom(...math), joined(tie('formula'), 3))
      .map(([name, inside]) => `<m:${name}>${inside}</m:${name}>`),
  ),
  line: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(some(looks), some(atoms, 4)).map(([own, inside]) => wrap('r', wrap('rPr', own) + inside)),
    some(atoms, 1),
    joined(tie('line')).map((inside) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
    fc.tuple(fc.constantFrom(...around), joined(tie('line'))).map(([tag, inside]) => wrap(tag, inside)),
    fc.constantFrom(...['del', 'moveFrom'].map((tag) => wrap(tag, run('H')))),
    joined(tie('formula')).map((inside) => `<m:oMath>${inside}</m:oMath>`),
    joined(tie('formula')).map((inside) => `<m:oMathPara><m:oMath>${inside}</m:oMath></m:oMathPara>`),
    fc.constant(run(`<w:ruby><w:rt>${run('V')}</w:rt><w:rubyBase>${run('V')}</w:rubyBase></w:ruby>`)),
    joined(tie('block'), 2).map((inside) =>
      run(
        `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${inside}${paragraph(run('V'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback>${run('H')}</mc:Fallback></mc:AlternateContent>`,
      ),
    ),
    joined(tie('block'), 2).map((inside) =>
      run(`<w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`),
    ),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(some(properties), joined(tie('line'))).map(([own, inside]) => paragraph(inside, own)),
    tie('line'),
    joined(tie('block'), 3).map((inside) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`),
    fc
      .tuple(fc.constantFrom(...around.slice(0, 6), 'p', 'tc', 'tr', 'txbxContent'), joined(tie('block'), 2))
      .map(([tag, inside]) => wrap(tag, inside)),
    joined(
      fc.oneof(
        joined(
          fc.tuple(some(cells), joined(tie('block'), 2)).map(([own, inside]) => wrap('tc', wrap('tcPr', own) + inside)),
          3,
        ).map((inside) => wrap('tr', inside)),
        fc.constant(`<w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph(run('H'))}</w:tc></w:tr>`),
        fc.constant('<w:tr><w:trPr><w:tblHeader/></w:trPr></w:tr>'),
        tie('block'),
      ),
      3,
    ).map((inside) => wrap('tbl', inside)),
    fc.constantFrom('<w:altChunk r:id="none"/>', '<w:bookmarkStart w:name="a"/>', '<w:sectPr/>', '<w:odd/>'),
  ),
}));

const runs = { seed: Number(process.env['FUZZ_SEED'] ?? 5), numRuns: Number(process.env['FUZZ_RUNS'] ?? 1500) };
const bring = (bytes: Uint8Array) => importStory({ name: 'story.docx', bytes, beside: () => undefined }, usualLimits);

/** Gives each word of its own a number. */
function numbered(text: string): string {
  let count = 0;
  return text.replace(
    /(?<=[>" ])([VH])(?=[<" ])/g,
    (letter) => `${letter.toLowerCase()}${++count}${letter.toLowerCase()}`,
  );
}

test('Word: pieces in any order keep the words that Word shows', () =>
  fc.assert(
    fc.asyncProperty(joined(block, 5), async (body) => {
      const shown = numbered(paragraph(run('V V')) + body);
      const notes = [1, 2].map((id) => `<w:footnote w:id="${id}">${paragraph(run(`n${id}n`))}</w:footnote>`).join('');
      const { value, problems } = await bring(docx(shown, { footnotes: notes }));
      const { files = [], bookFile } = value?.manuscript ?? {};
      const written = [...files, bookFile].map((file) => file?.text).join('\n');
      const text = written.replace(/&#x([\dA-F]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
      assert.ok(value, JSON.stringify(problems.find(({ severity }) => severity === 'error')));
      for (const [word] of shown.matchAll(/\bv\d+v\b/g)) assert.ok(text.includes(word), `${word} is lost: ${text}`);
      assert.doesNotMatch(text, /\bh\d+h\b/);
    }),
    runs,
  ));

test('Word: a document that is cut off or garbled is one clear problem, or a book', () =>
  fc.assert(
    fc.asyncProperty(
      joined(block, 3),
      fc.nat(4000),
      fc.constantFrom('', '<', '&', '&a;', '</w:p>', '<w:t>', ']]>', '\u0000'),
      async (body, at, put) => {
        const whole = paragraph(run('word')) + numbered(body);
        const { value, problems } = await bring(
          docx(whole.slice(0, at % whole.length) + put + whole.slice((at + 7) % whole.length)),
        );
        const errors = problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        if (!value) assert.deepEqual(errors, ['import-refused']);
      },
    ),
    runs,
  ));
