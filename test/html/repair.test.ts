import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repairHtml } from '../../scripts/html/repair.ts';
import { markupOf, repaired, treeOf } from './markdown.ts';

/** Markdown, its XHTML, and what the warnings name, in order. */
const cases: readonly [string, string, ...(readonly string[])][] = [
  // Each run of raw HTML by itself
  ['a <b>x</b> c', '<p>a <b>x</b> c</p>'],
  ['a <b>x\n\ny', '<p>a <b>x</b></p><p>y</p>'],
  ['*a <b>x* y</b> z', '<p><em>a <b>x</b></em> y z</p>'],
  ['a</b> c', '<p>a c</p>'],
  ['<div>\n\n*md*\n\n</div>\n\nz', '<div><p><em>md</em></p></div><p>z</p>'],
  ['<div>\n\n*md*\n\nz', '<p><em>md</em></p><p>z</p>'],
  ['<div class="a">\n\n*md*', '<div class="a"></div><p><em>md</em></p>'],
  ['</div>\n\nz', '<p>z</p>'],
  ['<center>\n\n## H\n\n</center>', '<div class="align-center"><h2>H</h2></div>'],
  [
    '<blockquote>\n\na\n\n<div>\n\nb\n\n</div>\n\n</blockquote>',
    '<blockquote><p>a</p><div><p>b</p></div></blockquote>',
  ],
  ['<details><summary>s</summary>\n\nmd\n\n</details>', '<details><summary>s</summary><p>md</p></details>'],
  [
    '<table><tr><td>\n\n**md**\n\n</td></tr></table>',
    '<table><tbody><tr><td><p><strong>md</strong></p></td></tr></tbody></table>',
  ],
  ['> <div>\n\nout', '<blockquote></blockquote><p>out</p>'],
  ['- <b>x\n  - y', '<ul><li><b>x</b><ul><li>y</li></ul></li></ul>'],
  ['- <div>x</div>\n\n  y', '<ul><li><div>x</div><p>y</p></li></ul>'],
  ['<b>\n\nx\n\n</b>', '<p><b>x</b></p>'],
  ['<i>one\n\ntwo</i>', '<p><i>one</i></p><p>two</p>'],

  // Code goes, words stay
  ['x <script>alert(1)</script> y', '<p>x  y</p>', '<script>'],
  ['<script>\nif (a < b) x = "<p>"\n</script>\nq', '<p>q</p>', '<script>'],
  ['<script>\nx()\n\nThe *end*', '<p>The *end*</p>', '<script>'],
  ['x <script> y', '<p>x  y</p>', '<script>'],
  ['<style>p { color: red }</style>\n\nz', '<p>z</p>', '<style>'],
  ['<!-- note -->\n\nz', '<p>z</p>'],
  ['<!-- never closed\n\nz', '<p>z</p>', '<!--'],
  ['<?php echo "x>y" ?>\n\nz', '<p>z</p>'],
  ['<!DOCTYPE html>\n\nz', '<p>z</p>'],
  ['<![CDATA[ x <b> y ]]>', '<p>x &lt;b&gt; y</p>'],
  ['<p onclick="x()" onload=y>z</p>', '<p>z</p>', 'onclick, onload'],
  ['<a href="JaVa&#9;ScRiPt:x()">w</a>', '<p>w</p>', 'href=“JaVa ScRiPt:x()”'],
  ['<a href="data:text/html,x">w</a>', '<p>w</p>', 'href=“data:text/html,x”'],
  ['<a href="file:///etc/passwd">w</a>', '<p>w</p>', 'href=“file:///etc/passwd”'],
  ['<iframe src="http://a.test/"></iframe>z', '<p>z</p>', '<iframe>'],
  ['<object data="x"><p>fallback</p></object>', '<p>fallback</p>', '<object>'],
  ['<video src="v.mp4" controls>none</video>', '<p>none</p>', '<video>'],
  ['<form action="/x"><input name="a"><button>go</button></form>', '<div>go</div>', '<form>, <input>, <button>'],
  ['<select><option>a<option>b</select>', '<p>a b</p>', '<select>', '<option>', '<option>'],
  ['<textarea>un<b>closed', '<p>un<b>closed</b></p>', '<textarea>'],
  ['<noscript><p>x</noscript>', '<p>x</p>'],
  ['<template><p>x</template>', '<p>x</p>', '<template>'],
  ['<meta charset=utf-7><link rel=stylesheet href=c.css><base href=x>z', '<p>z</p>', '<meta>', '<link>', '<base>'],
  ['<p style="display:none">z</p>', '<p>z</p>', 'style “display”'],
  ['<p style="text-align: center; color: red">z</p>', '<p style="text-align: center">z</p>'],
  ['<p style="background:url(http://a.test/)">z</p>', '<p>z</p>', 'style “background”'],
  ['<p hidden>z</p>', '<p>z</p>', 'hidden'],

  // Pictures
  [
    '<img src="a.png" alt="A door" width=50% height=20 onerror=x>',
    '<p><img src="a.png" alt="A door" height="20"/></p>',
    'onerror',
  ],
  ['a <img alt="A door"> b', '<p>a A door b</p>'],
  ['a <img src="http://a.test/x.png" alt="A door"> b', '<p>a A door b</p>', 'src=“http://a.test/x.png”'],
  ['a <img src=" data:image/png;base64,AAAA"> b', '<p>a <img src="data:image/png;base64,AAAA"/> b</p>'],
  ['a <img src="data:text/html,x"> b', '<p>a  b</p>', 'src=“data:text/html,x”'],
  ['<picture><source srcset="a.webp"><img src="a.png" alt=""></picture>', '<p><img src="a.png" alt=""/></p>'],

  // Old names and foreign ones
  ['<font color=red>x</font>', '<p>x</p>', '<font>'],
  [
    '<big>x</big> <tt>y</tt> <strike>z</strike> <u>w</u> <nobr>v</nobr> <acronym>t</acronym>',
    '<p><span class="larger">x</span> <code>y</code> <s>z</s> <u>w</u> <span class="nowrap">v</span> <abbr>t</abbr></p>',
  ],
  ['<dir><li>x</dir>', '<ul><li>x</li></ul>'],
  ['<marquee>x</marquee> <blink>y</blink>', '<p>x y</p>', '<marquee>', '<blink>'],
  ['<p>a<o:p></o:p> <x-y>b</x-y></p>', '<p>a b</p>', '<x-y>'],
  ['<xmp>\n<b>x</b></xmp>', '<pre>&lt;b&gt;x&lt;/b&gt;</pre>'],
  ['<plaintext>\nx <b>', '<pre>x &lt;b&gt;</pre>'],
  ['<main><nav>x</nav></main>', '<div><div>x</div></div>'],
  ['<p align=center>x</p>', '<p class="align-center">x</p>'],
  ['<html lang=xx><head><title>T</title></head><body class=y><p>x', '<p>T</p><p>x</p>', '<title>'],

  // Blocks and lines
  ['<p>one<p>two', '<p>one</p><p>two</p>'],
  ['<p><div>x</div></p>', '<div>x</div>'],
  ['a <div>x</div> b', '<p>a</p><div>x</div><p>b</p>'],
  ['<b><p>x</b>y</p>', '<p><b>x</b>y</p>'],
  ['<b><i>x</b>y</i>', '<p><b><i>x</i></b><i>y</i></p>'],
  ['<span><h2>x</h2></span>', '<h2><span>x</span></h2>'],
  ['<em><table><tr><td>x</table></em>', '<table><tbody><tr><td><em>x</em></td></tr></tbody></table>'],
  [
    '<a href="http://a.test/"><p>x</p><p>y</p></a>',
    '<p><a href="http://a.test/">x</a></p><p><a href="http://a.test/">y</a></p>',
  ],
  ['<h1><h2>x</h2></h1>', '<h2>x</h2>'],
  ['# a <div>x</div> b', '<h1>a x  b</h1>'],
  ['one<br><br>two<br>', '<p>one</p><p>two</p>'],
  ['one<br>two', '<p>one<br/>two</p>'],
  ['</br>', ''],
  ['<hr>x</hr>', '<hr/><p>x</p>'],
  ['loose *line*\n<div>x</div>', '<p>loose <em>line</em></p><div>x</div>'],
  ['<header><header>x</header></header>', '<header><div>x</div></header>'],

  // Links
  ['<a href=a>one<a href=b>two</a></a>', '<p><a href="a">one</a><a href="b">two</a></p>'],
  ['[out <a href="b">in</a>](a)', '<p>out <a href="b">in</a></p>', 'a link around a link'],
  ['<a href="HTTP://a.test/é ü">x</a>', '<p><a href="http://a.test/%C3%A9%20%C3%BC">x</a></p>'],
  ['<a href="two.md#x">x</a>', '<p><a href="two.md#x">x</a></p>'],
  ['<a>x</a>', '<p>x</p>'],

  ['a\n\n<a name="foo"></a>\n\nb', '<p>a</p><span id="c-foo"></span><p>b</p>'],
  ['<p id=x> </p><p class=y></p>', '<p id="c-x"></p>'],

  // Lists, definitions, tables, figures, details, ruby
  ['<ul>text<li>a</ul>', '<ul><li>text</li><li>a</li></ul>'],
  ['<ul><li>a</li><ul><li>b</ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
  ['<li>loose', '<ul><li>loose</li></ul>'],
  ['<ol start=-3 reversed type=a><li value=x>y</ol>', '<ol start="-3" reversed="reversed" type="a"><li>y</li></ol>'],
  ['<dl><div><dt>a<dd>b</div></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
  ['<dl>text</dl>', '<ul><li>text</li></ul>'],
  ['<dd>x<dt>y', '<dl><dt></dt><dd>x</dd><dt>y</dt><dd></dd></dl>'],
  ['<table><div>x</div><tr><td>y</table>', '<div>x</div><table><tbody><tr><td>y</td></tr></tbody></table>'],
  ['<table>text<tr>text2<td>cell</table>', '<p>texttext2</p><table><tbody><tr><td>cell</td></tr></tbody></table>'],
  [
    '<table><caption>a<caption>b<thead><td>x<tbody><th>y<tfoot></table>',
    '<div>b</div><table><caption>a</caption><thead><tr><td>x</td></tr></thead><tbody><tr><th>y</th></tr></tbody></table>',
  ],
  [
    '<table><tfoot><tr><td>f<tbody><tr><td>b</table>',
    '<table><tbody><tr><td>b</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>',
  ],
  ['<table><tr><td colspan=0 rowspan=99999>x</table>', '<table><tbody><tr><td rowspan="1">x</td></tr></tbody></table>'],
  [
    '<table><col span=2><tr><td>x</table>',
    '<table><colgroup><col span="2"/></colgroup><tbody><tr><td>x</td></tr></tbody></table>',
  ],
  ['<tr><td>x</td></tr>', '<p>x</p>'],
  [
    '<figure><figcaption>a</figcaption>x<figcaption>b</figcaption></figure>',
    '<figure><figcaption>a</figcaption>x<div>b</div></figure>',
  ],
  ['<details open ontoggle=x>no summary</details>', '<div>no summary</div>', 'ontoggle'],
  ['<details>a<summary>s</summary></details>', '<details><summary>s</summary>a</details>'],
  ['<ruby>漢<rt>kan</ruby>', '<p><ruby>漢<rt>kan</rt></ruby></p>'],
  [
    '<ruby><rb>漢</rb><rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
  ],
  ['<ruby>漢<rp>(<rt>kan</ruby>', '<p><ruby>漢<rt>kan</rt></ruby></p>'],
  ['<ruby>漢<rp>(</rp></ruby>', '<p>漢</p>'],
  ['<ruby>漢<rt>kan</rt>字</ruby>', '<p><ruby>漢<rt>kan</rt></ruby>字</p>'],
  ['<rt>x</rt>', '<p>x</p>'],

  // Attributes
  ['<p class="a" class="b" id=x ID=y>z</p>', '<p id="c-x" class="a">z</p>'],
  ['<p class="a é b">z</p>', '<p class="a b">z</p>'],
  ['<p lang="fr" xml:lang="en">z</p>', '<p lang="fr" xml:lang="fr">z</p>'],
  ['<p lang="english language">z</p>', '<p>z</p>'],
  ['<p lang="pt_BR" dir=RTL>z</p>', '<p lang="pt-BR" dir="rtl" xml:lang="pt-BR">z</p>'],
  ['<p role="nonsense" aria-bogus="x" aria-labelledby="nope">z</p>', '<p>z</p>'],
  [
    '<aside role="doc-footnote" epub:type="footnote bogus">z</aside>',
    '<aside role="doc-footnote" epub:type="footnote"><p>z</p></aside>',
  ],
  ['<p @click="x" :bind="y" #ref a"b="c" data-x=1>z</p>', '<p>z</p>', '@click, :bind, #ref, a"b'],
  ['<time datetime="yesterday">y</time> <bdo>x</bdo> <data>d</data>', '<p>y x d</p>'],
  ['<time datetime="2026-11-23">today</time>', '<p><time datetime="2026-11-23">today</time></p>'],
  ['<p title="\u0001 < & \'">z</p>', '<p title="\uFFFD &lt; &amp; \'">z</p>'],

  // Other vocabularies
  [
    '<svg width=10 height=10><path d="M0 0L1 1"/></svg>',
    '<p><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0L1 1"/></svg></p>',
  ],
  [
    '<svg><script>x</script><circle r=1 onload=y /></svg>',
    '<p><svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg></p>',
    'onload',
    '<script>',
  ],
  [
    '<svg><lineargradient id=a><stop offset=0 /></lineargradient><circle r=1 fill="url(#a)"/></svg>',
    '<p><svg xmlns="http://www.w3.org/2000/svg"><linearGradient id="c-a"><stop offset="0"/></linearGradient><circle r="1" fill="url(#c-a)"/></svg></p>',
  ],
  [
    '<svg><foreignObject><p>words</p></foreignObject></svg>',
    '<p><svg xmlns="http://www.w3.org/2000/svg"/> words</p>',
    '<foreignObject>',
  ],
  [
    '<svg><text>words</text></svg> after',
    '<p><svg xmlns="http://www.w3.org/2000/svg"><text>words</text></svg> after</p>',
  ],
  [
    '<math><mi>x</mi><mo>=</mo><mn>1</mn></math>',
    '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>=</mo><mn>1</mn></math></p>',
  ],
  ['<math><mfrac><mi>x</mi></mfrac></math>', '<p>x</p>', '<math> that is no formula'],
  ['<math><maction xlink:href="javascript:x">w</maction></math>', '<p>w</p>', '<math> that is no formula'],
];

for (const [markdown, expected, ...names] of cases) {
  test(`repairs ${JSON.stringify(markdown)}`, () => {
    const made = repaired(markdown);
    assert.equal(markupOf(made), expected);
    assert.deepEqual(
      made.problems.map(({ rule, reason }) => [rule, /^No book can hold (.*?)(?: here)?; it has/s.exec(reason)?.[1]]),
      names.map((name) => ['html-dropped', name]),
    );
  });
}

test('tells line and column of what was dropped', () => {
  const { problems } = repaired('one\n\ntwo <blink>x</blink>\n\n<div>\n  <p onclick=x>y</p>\n</div>');
  assert.deepEqual(
    problems.map(({ place }) => [place?.path, place?.start?.line, place?.start?.column]),
    [
      ['chapter.md', 3, 5],
      ['chapter.md', 6, 3],
    ],
  );
});

test('gives ids names that a book can hold, once each, and answers what links may call them', () => {
  const made = repaired(
    '<p id="1 é">a</p><p id="x">b</p><p id="x">c</p><a name="old">d</a><p id="第一章">e</p>\n\n<p aria-labelledby="x nope">f</p>',
  );
  assert.equal(
    markupOf(made),
    '<p id="c-1-e">a</p><p id="c-x">b</p><p id="c-x-2">c</p><p><span id="c-old">d</span></p><p id="c-id">e</p><p aria-labelledby="c-x">f</p>',
  );
  assert.deepEqual(
    [...made.anchors],
    [
      ['1 é', 'c-1-e'],
      ['x', 'c-x'],
      ['old', 'c-old'],
      ['第一章', 'c-id'],
    ],
  );
});

test('marks what came from raw HTML, with its place', () => {
  const { value } = repaired('a\n\nb <img src="x.png">\n\n![y](y.png)');
  const images = value.children
    .flatMap((child) => (child.type === 'element' ? child.children : []))
    .filter((child) => child.type === 'element');
  assert.deepEqual(
    images.map((image) => [image.data?.fromHtml, image.position?.start.line]),
    [
      [true, 3],
      [undefined, 5],
    ],
  );
});

test('leaves the tree that it was given as it was', () => {
  const tree = treeOf('- a <b>x</b>\n\n<div>\n\n> <i>y\n\n</div>');
  const before = JSON.stringify(tree);
  repairHtml(tree, { path: 'a.md', idPrefix: '' });
  assert.equal(JSON.stringify(tree), before);
});

test('answers the same when it repairs what it repaired', () => {
  for (const [markdown] of cases) {
    const once = repaired(markdown);
    const twice = repairHtml(once.value, { path: 'a.md', idPrefix: 'c-' });
    assert.equal(markupOf(twice).replaceAll('c-c-', 'c-'), markupOf(once).replaceAll('c-c-', 'c-'), markdown);
  }
});
