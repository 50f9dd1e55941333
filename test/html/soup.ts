/** Soup of HTML and Markdown, for whatever must cope with any. */
import fc from 'fast-check';

const names =
  'a b i em span div p ul ol li table tr td th caption colgroup col thead tbody tfoot h1 h2 blockquote pre code figure figcaption details summary dl dt dd ruby rt rp rb br hr img center font u tt section aside header footer address nav main form button select option input textarea title label fieldset legend ins del q cite time data bdo sub small svg rect text g desc linearGradient math mi mrow mfrac mtext x-y o:p xmp marquee nobr noscript template object video canvas map picture source dialog menu body html head link meta rtc'.split(
    ' ',
  );
const attributes =
  'id="x"|id=y|id="1 é"|class="a é"|href="https://a.test/é ü"|href="javascript:x()"|href="data:x"|src="http://a.test/x.png"|alt="w0z"|title="<&"|lang=en|xml:lang=zz-|dir=rtl|style="display:none"|style="text-align:center;color:red"|onclick=x()|colspan=3|rowspan=99|start=3|type=a|value=7|open|datetime=2020|datetime=never|cite=x|role=note|role=doc-noteref|aria-label=x|aria-labelledby=x|epub:type="noteref x"|width=10|height=0|align=center|span=2|scope=row|name=n|d="M0 0"|fill="url(#x)"|xlink:href="#x"|r=1|data-x=1|hidden|reversed|@x=1|"=1|x:y=z'.split(
    '|',
  );

const word = fc.nat(46_655).map((value) => `w${value.toString(36)}z`);
const tag = fc
  .tuple(
    fc.constantFrom(...names),
    fc.subarray(attributes, { maxLength: 3 }),
    fc.constantFrom('open', 'open', 'close', 'self'),
  )
  .map(([name, given, kind]) =>
    kind === 'close' ? `</${name}>` : `<${[name, ...given].join(' ')}${kind === 'self' ? '/' : ''}>`,
  );
const markdown = word.chain((each) => fc.constantFrom(each, `*${each}*`, `[${each}](https://a.test)`, `\`${each}\``));
const line = fc
  .tuple(word, fc.array(fc.oneof(tag, tag, markdown), { maxLength: 9 }), word)
  .map(([first, parts, last]) => [first, ...parts, last].join(' '));
const block = fc
  .tuple(
    fc.constantFrom('<div>', '<p>', '<table>', '<ul>', '<center>', '<h2>', '<details>', '<dl>', '<figure>'),
    fc.array(fc.oneof(tag, tag, word, fc.constant('\n')), { maxLength: 12 }),
  )
  .map(([start, parts]) => start + parts.join(' '));
const around = fc.constantFrom(
  ['<div>', '</div>'],
  ['<center>', '</center>'],
  ['<details><summary>', '</details>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<ul><li>', '</li></ul>'],
  ['<b>', '</b>'],
  ['<blockquote>', '</b>'],
);
/** Manuscripts of tags, attributes and words at random, the words each `w…z`. */
export const soup = fc
  .array(
    fc.oneof(
      line,
      block,
      line.map((each) => `# ${each}`),
      fc.tuple(line, block).map(([one, two]) => `- ${one}\n\n  ${two.replaceAll('\n', ' ')}`),
      fc.tuple(block, line).map(([one, two]) => `> ${one.replaceAll('\n', ' ')}\n>\n> ${two}`),
      fc.tuple(around, fc.oneof(line, block)).map(([[before, after], inside]) => `${before}\n\n${inside}\n\n${after}`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('\n\n'));
