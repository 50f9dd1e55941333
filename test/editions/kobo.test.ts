import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPath } from '../../scripts/commands/from-disk.ts';
import { makeKobo } from '../../scripts/editions/kobo.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { refusePlugins } from '../../scripts/pipeline/plugins.ts';
import { render } from '../render/rendering.ts';
import { readEpub } from '../tools/epub.ts';
import { find } from '../tools/xml.ts';
import { edit, parsed, printed, wordsOf } from './editing.ts';

const namespaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** How many sentences each paragraph of a body has, by its spans; each span's number must be the next. */
function counts(body: string): readonly number[] {
  const found: number[] = [];
  for (const { attributes } of find(`<body ${namespaces}>${body}</body>`, '//h:span[@class="koboSpan"]')) {
    const [, paragraph = 0, sentence = 0] = /^kobo\.(\d+)\.(\d+)$/.exec(attributes['id'] ?? '')?.map(Number) ?? [];
    // The line end before the first element takes a number.
    if (paragraph === found.length + 2) found.push(0);
    assert.equal(paragraph, found.length + 1);
    assert.equal(sentence, (found[paragraph - 2] ?? 0) + 1);
    found[paragraph - 2] = sentence;
  }
  return found;
}

/**
 * Counted by hand in the manuscript, by the rules of docs/editions.md: a number for each heading, paragraph, list and
 * table that has words, in it one for each sentence, and one more wherever emphasis, code, a link or a note parts it.
 */
const sample: Readonly<Record<string, readonly number[]>> = {
  // Two lines of two paragraphs, neither with a mark at its end.
  'dedication.xhtml': [1, 1],
  // The line, and who said it.
  'epigraph.xhtml': [1, 1],
  // The heading; “… is anybody. | Any likeness …”; “… are real. | None was harmed.”
  'disclaimer.xhtml': [1, 2, 2],
  // “… to be typeset. | Everything … in a row… and if” (a small letter goes on); “… trouble. | A machine that sees | ’Tis |
  // at the start …” (code parts it); “… civilisation. | I’ve never minded it. | It’s put …”
  'notes.xhtml': [1, 2, 4, 3],
  // One sentence, in which “Mr.” ends nothing.
  'acknowledgements.xhtml': [1, 1],
  'chapter-3.xhtml': [
    3, // Chapter Three | : | The Greengrocer’s Apostrophe
    2, // “I’d wondered,” (the lead-in parts it) | said Mr. Pomfret, …
    2, // He’d opened … slippers. | He was …
    5, // My grandfather … | He’d a little … | And in 1926 … | He’d put … | But he’d …
    2, // He pulled out a drawer. | It wanted …
    1, // “One hundredweight,” said Mr. Pomfret.
    2, // They lay … | I put …
    11, // back. | room. | with it. | nearly. | Nell. | they do. | to point.” | kindly. | call for it. | need these. | use it.”
    2, // I asked … | I could …
    2, // … said Mr. Pomfret. | “Why, …?”
    1, // the scene break
    7, // September. | to front. | The Captain … the | Marigold | , with … the | Two Sisters | , that … a word.
    3, // “An’ did she?” | I said. | “Marry you?”
    6, // “She did. | She says … ’em all. | Just … the one.’” | He squared … | “Forty-four year. | She never …”
    3, // … apostrophes. | I know … one. | the note’s 1
    1, // the scene break
    1, // There’s just one thing more.
    3, // … on the stone, | the note’s 2 | Miss Pike … stopped.
    6, // … counted in | the first chapter | . | What with … short. | But the rest … | We were …
    1, // “I’ll run,” I said.
    1, // “Stop a bit,” said the Captain.
    4, // … to look. | … underneath. | … go home. | And what he’d written was:
    2, // “Aye,” I says. | “’Tis all.”
    2, // … long while. | Outside, …
    1, // “Put it in full,” said Captain Thrupp.
    2, // So we did. | It’s there still, …
    1, // fin
    2, // 1. | Mr. Pomfret had …
    6, // 2. | Not that sort … with | quoins | . | A quoin … wedge. | It’s a good name …
  ],
};

test('the sentences of the sample are as many as a person counts', async () => {
  const { value } = await buildPath('manuscript', { loadPlugins: refusePlugins });
  assert.ok(value);
  const { documents } = makeKobo(value.publication);
  for (const [href, expected] of Object.entries(sample))
    assert.deepEqual(counts(printed(documents.find((each) => each.href === href)?.content)), expected, href);
});

/** Markdown, and the body of the section that Kobo gets, as its spans alone: `[P.S words]`. The line end before the section is number 1, the heading 2. */
const table: readonly (readonly [string, string])[] = [
  ['One. Two.', '<p>[3.1 One. ][3.2 Two.]</p>'],
  ['One *two. Three* four.', '<p>[3.1 One ]<em>[3.2 two. ][3.3 Three]</em>[3.4  four.]</p>'],
  ['`a. b` c', '<p><code>[3.1 a. b]</code>[3.2  c]</p>'],
  ['- One. Two.\n- Three.', '<ul>\n<li>[3.1 One. ][3.2 Two.]</li>\n<li>[3.3 Three.]</li>\n</ul>'],
  [
    'One.\n\n| a | b |\n|---|---|\n| Come. Do. | e |\n\nTwo.',
    '<p>[3.1 One.]</p>\n<table>\n<thead>\n<tr>\n<th scope="col">[4.1 a]</th>\n<th scope="col">[4.2 b]</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>[4.3 Come. ][4.4 Do.]</td>\n<td>[4.5 e]</td>\n</tr>\n</tbody>\n</table>\n<p>[5.1 Two.]</p>',
  ],
  [
    '- One.\n\nTwo.\n\n1. Three.\n2. Four.',
    '<ul>\n<li>[3.1 One.]</li>\n</ul>\n<p>[4.1 Two.]</p>\n<ol>\n<li>[5.1 Three.]</li>\n<li>[5.2 Four.]</li>\n</ol>',
  ],
  ['```\nA. B.\n```', '<pre><code>A. B.\n</code></pre>'],
  [
    '<p>A <svg viewBox="0 0 1 1"><title>T. U.</title></svg> b.</p>',
    '<p>[3.1 A ]<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T. U.</title></svg>[3.2  b.]</p>',
  ],
  ['a<em> </em>b', '<p>[3.1 a]<em>[3.2  ]</em>[3.3 b]</p>'],
];

for (const [markdown, expected] of table) {
  test(`marks ${JSON.stringify(markdown)}`, async () => {
    const { publication } = await edit('kobo', {
      'book.yaml': 'title: T\nlang: en\n',
      'afterword.md': `# H\n\n${markdown}\n`, // no lead-in is set there
    });
    const body = printed(publication.documents.find(({ kind }) => kind === 'afterword')?.content);
    const inner = body.slice(body.indexOf('</header>\n') + '</header>\n'.length, body.lastIndexOf('\n</section>'));
    assert.equal(inner.replace(/<span class="koboSpan" id="kobo\.(\d+\.\d+)">([^<]*)<\/span>/g, '[$1 $2]'), expected);
  });
}

test('a picture is alone in a span, and what follows counts on from it', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# H\n\nA.\n' });
  const [first] = publication.documents;
  assert.ok(first);
  const body =
    '<section><p>One.</p><figure><img src="a.png" alt=""/><figcaption>Two.</figcaption></figure><p>Three.</p></section>';
  const made = makeKobo({ ...publication, documents: [{ ...first, content: parsed(body) }] });
  assert.equal(
    printed(made.documents[0]?.content),
    '<div id="book-columns"><div id="book-inner"><section><p><span class="koboSpan" id="kobo.1.1">One.</span></p>' +
      '<figure><span class="koboSpan" id="kobo.2.1"><img src="a.png" alt=""/></span>' +
      '<figcaption><span class="koboSpan" id="kobo.2.2">Two.</span></figcaption></figure>' +
      '<p><span class="koboSpan" id="kobo.3.1">Three.</span></p></section></div></div>',
  );
});

test('the lines of a body stay where they were, so that a finding leads back to the author', async () => {
  const files = { 'book.yaml': 'title: T\n', 'a.md': '# H\n\nOne. Two.\n\n> Three\nfour.\n\n    pre\n' };
  const { publication } = await render(files);
  const made = makeKobo(publication);
  made.documents.forEach((document, at) => {
    const before = publication.documents[at];
    const lines = (content = document.content) => printXhtml(content).sourceLines;
    assert.deepEqual(lines(), lines(before?.content));
    assert.equal(wordsOf(document.content), wordsOf(before?.content));
  });
});

test('the file says in its list of sources which edition it is', async () => {
  const { value } = await buildPath('manuscript', { loadPlugins: refusePlugins, editions: ['kobo'] });
  assert.match(
    readEpub(value?.epub ?? new Uint8Array()).text('META-INF/fleuron-sources.sha256'),
    /^# Made by Fleuron \S+ from these files \(SHA-256\), as its kobo edition\.\n/,
  );
});

test('figures set upright among vertical lines are one span, counted as a picture is', async () => {
  const { publication } = await render({ 'book.yaml': 'title: T\n', 'a.md': '# H\n\nA.\n' });
  const [first] = publication.documents;
  assert.ok(first);
  const body = '<section><p>一<span class="tcy">12</span>月。</p></section>';
  const made = makeKobo({ ...publication, documents: [{ ...first, content: parsed(body) }] });
  assert.match(
    printed(made.documents[0]?.content),
    /<p><span class="koboSpan" id="kobo\.1\.1">一<\/span><span class="koboSpan" id="kobo\.2\.1"><span class="tcy">12<\/span><\/span><span class="koboSpan" id="kobo\.2\.2">月。<\/span><\/p>/,
  );
});
