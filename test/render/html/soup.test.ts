import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { checkWithEpubcheckTs } from '../../../scripts/check/epubcheck-ts.ts';
import { printXhtml } from '../../../scripts/render/xhtml.ts';
import { find } from '../../tools/xml.ts';
import { repaired } from './markdown.ts';

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
const manuscript = fc
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

/** A content document around a section. */
function page(source: string): string {
  const { value } = repaired(source);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>T</title></head><body><section>\n${printXhtml(value.children).markup}\n</section></body></html>`;
}

const active = `//*[local-name()='script' or local-name()='style' or local-name()='iframe' or local-name()='object' or local-name()='embed' or
  local-name()='form' or local-name()='input' or local-name()='video' or local-name()='link' or local-name()='meta' or local-name()='base'][ancestor::h:body] |
  //@*[starts-with(name(), 'on') or contains(., 'javascript:') or starts-with(., 'data:')] | //h:img[starts-with(@src, 'http')] |
  //@style[contains(., 'display') or contains(., 'url')]`;

test('makes any soup of HTML and Markdown into well-formed markup with every word and nothing active', () => {
  fc.assert(
    fc.property(manuscript, (source) => {
      const markup = page(source);
      assert.deepEqual(
        find(markup, active).map(({ name, text }) => [name, text]),
        [],
      );
      for (const [each] of source.replace(/<[^>]*>/g, ' ').matchAll(/w[0-9a-z]+z/g))
        assert.ok(markup.includes(each), `${each} is lost`);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: Number(process.env['FUZZ_SEED'] ?? 11) },
  );
});

test('makes soup that EPUBCheck accepts', async () => {
  const sources = fc.sample(manuscript, {
    numRuns: Number(process.env['FUZZ_RUNS'] ?? 300),
    seed: Number(process.env['FUZZ_SEED'] ?? 5),
  });
  const findings = await checkWithEpubcheckTs(book(sources.map(page)));
  const told = findings.map(
    ({ id, message, href }) => `${id} ${message}\n${sources[Number(/\d+/.exec(href ?? '')?.[0])]}`,
  );
  assert.deepEqual(told.slice(0, 3), []);
});

test('reads random characters as HTML without a fault', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'<>/!-?[]"\'=& abp\n\0\u0001\uD800é;#x'), maxLength: 60 }),
      (soup) => {
        find(page(`<div>${soup}`), '//h:body');
        find(page(`a ${soup}`), '//h:body');
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

/** The least EPUB around pages. */
function book(pages: readonly string[]): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    ),
    'nav.xhtml': strToU8(
      '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>T</title></head><body><nav epub:type="toc"><ol><li><a href="c0.xhtml">1</a></li></ol></nav></body></html>',
    ),
  };
  const items = pages.map((markup, at) => {
    files[`c${at}.xhtml`] = strToU8(markup);
    const properties = [/<svg[ >]/.test(markup) && 'svg', /<math[ >]/.test(markup) && 'mathml']
      .filter(Boolean)
      .join(' ');
    return `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"${properties && ` properties="${properties}"`}/>`;
  });
  files['p.opf'] = strToU8(
    `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="u">x</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2020-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine>${pages.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
  );
  return zipSync(files);
}
