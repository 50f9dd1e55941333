/** What pandoc, Obsidian, Leanpub and story sites write, and what a book prints for it, wherever it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from '../../../scripts/book/decode.ts';
import { body } from '../../render/rendering.ts';

/** Forms that stand in a line. */
const inline: readonly (readonly [markdown: string, markup: string])[] = [
  ['a [b *c*]{.small-caps} d', 'a <span class="small-caps">b <em>c</em></span> d'],
  ['a [b]{.smallcaps lang=fr} d', 'a <span class="small-caps" lang="fr" xml:lang="fr">b</span> d'],
  ['[[a]{.x} b]{.y}', '<span class="y"><span class="x">a</span> b</span>'],
  ['[a]{.x}[b]{.y}', '<span class="x">a</span><span class="y">b</span>'],
  ['H~2~O on the 2^nd^', 'H<sub>2</sub>O on the 2<sup>nd</sup>'],
  ['a ==b *c*== d', 'a <mark>b <em>c</em></mark> d'],
  ['a %%b *c*%% d', 'a  d'],
  ['a {i: "b"} c', 'a  c'],
  ['`a`{.b} c', '<code class="b">a</code> c'],
  ['[a](https://example.org/){.b} c', '<a href="https://example.org/" class="b">a</a> c'],
  ['*a [b]{.c}*', '<em>a <span class="c">b</span></em>'],
  // What is none stays as it was typed.
  ['a [b]{c} d', 'a [b]{c} d'],
  ['a \\[b]{.c} d', 'a [b]{.c} d'],
  ['a [b]\\{.c} d', 'a [b]{.c} d'],
  ['a == b == c', 'a == b == c'],
  ['a ===b=== c', 'a ===b=== c'],
  ['a ~b~ and ^c^', 'a ~b~ and ^c^'],
  ['a 5^ b^', 'a 5^ b^'],
  ['a 100%% b', 'a 100%% b'],
  ['`^[a]` and `[b]{.c}`', '<code>^[a]</code> and <code>[b]{.c}</code>'],
  ['[[so, she thought]]', '[[so, she thought]]'],
  ['a \\^[b]', 'a ^[b]'],
];

/** Forms that are blocks. */
const blocks: readonly (readonly [markdown: string, markup: string])[] = [
  ['::: {.center}\na\n:::', '<div class="center">\n<p>a</p></div>'],
  ['::: warning\na\n\n- b\n:::', '<div class="warning">\n<p>a</p>\n<ul>\n<li>b</li>\n</ul></div>'],
  ['::: {lang=el}\na\n:::', '<div lang="el" xml:lang="el">\n<p>a</p></div>'],
  ['::: a\n::: b\nc\n:::\nd\n:::', '<div class="a">\n<div class="b">\n<p>c</p></div>\n<p>d</p></div>'],
  [':::: a\n::: b\nc\n:::\n::::', '<div class="a">\n<div class="b">\n<p>c</p></div></div>'],
  [
    '::: {.poem}\na\nb\n:::',
    '<div class="verse"><div class="stanza"><p class="line">a</p><p class="line">b</p></div></div>',
  ],
  ['::: note\na\n:::', '<div class="authors-note">\n<p>a</p></div>'],
  ['::: a\nb', '<p>::: a\nb</p>'],
  ['{aside}\n\na\n\n{/aside}', '<blockquote>\n<p>a</p>\n</blockquote>'],
  ['-> a *b* <-', '<p class="center">a <em>b</em></p>'],
  ['-> a ->', '<p class="right">a</p>'],
  ['```{.python .x}\na\n```', '<code class="language-python">a\n</code>'],
  ['```{=html}\n<p class="x">a</p>\n```', '<p class="x">a</p>'],
  ['```{=latex}\n\\a\n```\n\nb', '<p>b</p>'],
  ['\\newpage\n\na', '<p class="page-break">a</p>'],
  ['<!-- pagebreak -->\n\na', '<p class="page-break">a</p>'],
  ['<div style="page-break-after: always"></div>\n\na', '<p class="page-break">a</p>'],
  ['\\vspace{1em}\n\na', '<p>a</p>'],
  ['%%\na\n\nb\n%%\n\nc', '<p>c</p>'],
];

const strip = (text: string): string =>
  text.replace(/\n(?=<\/?(?:li|p|ul|div|blockquote|mark))/g, '').replace(/[ \t]{2,}/g, ' ');
const prefixed = (text: string, first: string, other: string): string => first + text.replaceAll('\n', `\n${other}`);

/** Where a form may stand: the words around it. */
const places: Readonly<Record<string, (text: string) => string>> = {
  'by itself': (text) => text,
  'with CRLF': (text) => decodeText(Buffer.from(text.replaceAll('\n', '\r\n')), '').value ?? '',
  'before more text': (text) => `${text}\n\nAfter.\n`,
  'in a quotation': (text) => `${prefixed(text, '> ', '> ')}\n`,
  'in a list': (text) => `- One.\n\n${prefixed(text, '- ', '  ')}\n\n- Two.\n`,
  'in a note': (text) => `A[^n].\n\n${prefixed(text, '[^n]: Note.\n\n    ', '    ')}\n`,
};

for (const [where, put] of Object.entries(places))
  for (const [markdown, markup] of [...inline, ...blocks]) {
    test(`${JSON.stringify(markdown)} ${where}`, async () => {
      const made = strip(await body(`Before.\n\n${put(markdown)}`));
      assert.ok(made.includes(strip(markup)), made);
    });
  }
