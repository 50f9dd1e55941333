/**
 * What the press reads beside CommonMark and GitHub's tables, notes and strikethrough: the table of docs/markdown.md, and of its test.
 * To add a form, add a row: a group, what is typed, what is in the page for it, and what an author would call that.
 */
interface Form {
  readonly typed: string;
  /** In the page, where the form stands in a section. */
  readonly markup: string;
  /** As an author would call it. */
  readonly about: string;
}

const form = (typed: string, markup: string, about: string): Form => ({ typed, markup, about });

export const forms: Readonly<Record<string, readonly Form[]>> = {
  'Marks in a line': [
    form(
      'a [b *c*]{.small-caps} d',
      'a <span class="small-caps">b <em>c</em></span> d',
      'small capitals; `.smallcaps` and `.sc` too',
    ),
    form('a [b]{.underline} d', 'a <span class="underline">b</span> d', 'underlined; `.ul` too'),
    form(
      'a [b]{.x lang=fr} d',
      'a <span class="x" lang="fr" xml:lang="fr">b</span> d',
      'words in French, with a class for your style sheet',
    ),
    form(
      'H~2~O on the 2^nd^',
      'H<sub>2</sub>O on the 2<sup>nd</sup>',
      'below and above the line, behind a letter or a figure, without spaces',
    ),
    form('a ==b *c*== d', 'a <mark>b <em>c</em></mark> d', 'highlighted'),
    form('a %%b *c*%% d', 'a  d', 'a comment, which no reader sees'),
    form('[a](https://example.org/){.b} c', '<a href="https://example.org/" class="b">a</a> c', 'a link with a class'),
    form('`a`{.b} c', '<code class="b">a</code> c', 'code with a class'),
    form('a $b^2$ c', '<msup><mi>b</mi><mn>2</mn></msup>', 'a formula in TeX, as MathML; also `\\(b^2\\)`'),
    form(
      'a $$b^2$$ c',
      '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"',
      'a formula on a line of its own; also `\\[b^2\\]`',
    ),
    form('{漢字|かんじ}', '<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>', 'a reading; also `｜漢字《かんじ》`'),
    form(
      '漢字《かんじ》',
      '<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>',
      'a reading, where kana stands in the brackets',
    ),
    form(
      '**これは「太字」**です',
      '<strong>これは「太字」</strong>です',
      'emphasis beside Chinese, Japanese and Korean, which have no spaces',
    ),
    form('한국어*(강조)*입니다', '한국어<em>(강조)</em>입니다', 'the same around brackets'),
    form('a {i: "b"} c', 'a  c', 'an entry of an index is left out, with a hint'),
  ],
  Blocks: [
    form('$$\na\n- b\n$$', 'alttext="a - b"', 'a formula over several lines'),
    form('a\n: b\n: c', '<dt>a</dt>\n<dd>b</dd>\n<dd>c</dd>', 'a term, and what is said of it'),
    form(
      '| a\n|   b',
      '<p class="line">a</p><p class="line indent-1">b</p>',
      'verse, line for line; `|` alone parts stanzas',
    ),
    form(
      '+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+',
      '<td>c</td>\n<td>d</td>',
      'a grid table; its cells hold paragraphs and lists, and may span others',
    ),
    form(
      '| a | b |\n|---|---|\n| c | d |\n\n: e *f*',
      '<caption>e <em>f</em></caption>',
      'a table’s caption, above or below it; also `Table: e`',
    ),
    form(
      '| a | b |\n|---|---|\n| c | d |\n\n: e {#f .g}',
      '<table id="chapter-1-f" class="g">\n<caption>e</caption>',
      'an id, which links from every chapter can name, and a class',
    ),
    form('::: {.center}\na\n:::', '<div class="center">\n<p>a</p></div>', 'in the middle; `.right` at the right'),
    form('-> a *b* <-', '<p class="center">a <em>b</em></p>', 'a paragraph in the middle'),
    form('-> a ->', '<p class="right">a</p>', 'a paragraph at the right'),
    form(
      '::: warning\na\n\n- b\n:::',
      '<div class="warning">\n<p>a</p>\n<ul>\n<li>b</li>\n</ul></div>',
      'a block with a class for your style sheet',
    ),
    form('::: {lang=el}\na\n:::', '<div lang="el" xml:lang="el">\n<p>a</p></div>', 'a block in Greek'),
    form(
      '::: a\n::: b\nc\n:::\nd\n:::',
      '<div class="a">\n<div class="b">\n<p>c</p></div>\n<p>d</p></div>',
      'blocks in blocks',
    ),
    form(
      '::: {.poem}\na\nb\n:::',
      '<div class="verse"><div class="stanza"><p class="line">a</p><p class="line">b</p></div></div>',
      'verse; also `verse`, `poetry`; for songs `song`, `lyrics`',
    ),
    form(
      '::: texts\nAnn: a\n:::',
      '<p class="message theirs"><b class="speaker">Ann:</b> a</p>',
      'text messages; [pages.md](pages.md#verse-letters-messages) has all that may stand between such lines: chats, e-mails, posts, cuttings, signs, telegrams, letters, plays, people',
    ),
    form(
      '::: quote\na\n:::',
      '<blockquote>\n<p>a</p>\n</blockquote>',
      'a quotation; also `blockquote`, `excerpt`, `diary`, `aside`',
    ),
    form('::: note\na\n:::', '<div class="authors-note">\n<p>a</p></div>', 'a note of the author’s'),
    form('{aside}\n\na\n\n{/aside}', '<blockquote>\n<p>a</p>\n</blockquote>', 'Leanpub’s boxes are quotations'),
    form('```{.python .x}\na\n```', '<code class="language-python">a\n</code>', 'code in a language'),
    form(
      '```js\nlet a // b\n```',
      '<code class="language-js"><b>let</b> a <i>// b</i>\n</code>',
      'code whose keywords are bold and whose comments are italic; also Bash, C, C++, CSS, Go, HTML, Java, JSON, Python, Ruby, Rust, SQL, TypeScript, XML, YAML',
    ),
    form(
      '```{=html}\n<p class="x">a</p>\n```',
      '<p class="x">a</p>',
      'raw HTML; raw text for other formats is left out, with a hint',
    ),
    form(
      '\\newpage\n\na',
      '<p class="page-break">a</p>',
      'a new page; also `\\pagebreak`, `\\clearpage`, `{pagebreak}`',
    ),
    form('<!-- pagebreak -->\n\na', '<p class="page-break">a</p>', 'a new page'),
    form('<div style="page-break-after: always"></div>\n\na', '<p class="page-break">a</p>', 'a new page'),
    form('\\vspace{1em}\n\na', '<p>a</p>', 'TeX that lays out pages is left out, with a hint'),
    form('%%\na\n\nb\n%%\n\nc', '<p>c</p>', 'a comment of several paragraphs'),
  ],
  'At the start of a line': [
    form('A> a\nA> b', '<blockquote>\n<p>a\nb</p>\n</blockquote>', 'Leanpub’s lines with a letter are quotations'),
  ],
  'What is none of these': [
    form('a [b]{c} d', 'a [b]{c} d', 'braces without a class, an id or a key'),
    form('$5 and $10', '$5 and $10', 'dollars beside a blank, or before a figure'),
    form('漢字《中国》', '漢字《中国》', 'brackets around anything but kana: the title of a Chinese book'),
    form('a \\[b]{.c} d', 'a [b]{.c} d', 'a backslash before a mark'),
    form('a == b == c', 'a == b == c', 'equals signs between spaces'),
    form('a ~b~ and ^c^', 'a ~b~ and ^c^', 'tildes and carets that follow no letter: `~fin~` ends a story'),
    form('a 100%% b', 'a 100%% b', 'one pair of per cent signs'),
    form('`^[a]` and `[b]{.c}`', '<code>^[a]</code> and <code>[b]{.c}</code>', 'all that stands in code'),
    form('[[so, she thought]]', '[[so, she thought]]', 'brackets that name no file of the manuscript'),
    form('::: a\nb', '<p>::: a\nb</p>', 'a block without its end'),
  ],
};

/** The tables, each under its heading. */
export function markdownTables(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const code = (text: string) => {
    const runs = (text.match(/`+/g) ?? []).map(({ length }) => length);
    const fence = '`'.repeat(Math.max(0, ...runs) + 1); // longer than any within
    const pad = fence.length > 1 ? ' ' : '';
    return `${fence}${pad}${text.replaceAll('\n', '⏎')}${pad}${fence}`;
  };
  const rows = (group: readonly Form[]) =>
    group.map(({ typed, about }) => `| ${cell(code(typed))} | ${cell(about)} |`).join('\n');
  return Object.entries(forms)
    .map(([group, own]) => `## ${group}\n\n| you type | the book has |\n| --- | --- |\n${rows(own)}`)
    .join('\n\n');
}
