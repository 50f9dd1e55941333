/** Pages as sites save them: teasers, bars of buttons, ways back, chapters that are a page each, plays in two languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importHtml } from '../../../scripts/import/html/import-html.ts';
import { importStory } from '../../../scripts/pipeline/import.ts';

const line =
  'The rain came down upon the roof of the mill, and the two brothers sat by the fire until the clock struck eleven.';
const prose = Array.from({ length: 8 }, () => `<p>${line}</p>`).join('\n');

function imported(body: string, { title = 'Page', lang = 'en' } = {}) {
  const text = `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title></head><body>${body}</body></html>`;
  const { value, problems } = importHtml({ path: 'page.html', text, beside: () => undefined });
  return {
    title: value.facts.title,
    lang: [value.facts.lang, value.likelyLang],
    sections: value.sections.map(({ kind, text: own }) => `${kind} ${/^#+ (.*)/m.exec(own)?.[1] ?? ''}`.trim()),
    texts: value.sections.map(({ text: own }) => own),
    reasons: problems.map(({ reason }) => reason),
  };
}

test('a page that is one chapter is called after its story, not after the chapter', () => {
  for (const [typed, heading, title] of [
    ['The Grave — Capitolo 1', 'Capitolo 1', 'The Grave'],
    ['Chapter 1: The Oaths — Sea of Ash', 'The Oaths', 'Sea of Ash'],
    ['Kapitel 1 — Ein Unfall? | Cassandra', 'Ein Unfall?', 'Cassandra'],
    ['第一章 廃墟 — 赤い桜', '第一章 廃墟', '赤い桜'],
    ['Chapter 1 - The Meeting', 'Chapter 1: The Meeting', undefined],
  ] as const) {
    const page = imported(`<h1>${heading}</h1>${prose}`, { title: typed });
    assert.deepEqual([page.title, page.sections.length], [title, 1], typed);
  }
});

test('sections of a chapter are no chapters, and a line above its heading has no page of its own', () => {
  const { sections, texts } = imported(
    `<p>The Sea</p><p>Chapter 3 of 17</p><h1>Chapter 3: The Oaths</h1><h2>One</h2>${prose}<h2>Two</h2>${prose}`,
    { title: 'Chapter 3 — The Sea' },
  );
  assert.deepEqual(sections, ['chapter Chapter 3: The Oaths']);
  assert.match(texts[0] ?? '', /^# Chapter 3: The Oaths\n\nChapter 3 of 17\n\n## One\n/);
});

test('teasers with their heading, bars of buttons, hidden boxes and ways to other chapters are left out, and counted', () => {
  const teasers = Array.from(
    { length: 8 },
    (_, at) => `<article><h3><a href="https://example.org/${at}">A flood in the valley of the mills</a></h3></article>`,
  ).join('');
  const links = Array.from({ length: 16 }, (_, at) => `<a href="https://example.org/m${at}">Menu</a>`).join(' ');
  const { texts, reasons } = imported(
    `<a href="index.html">Back</a><div><span>Text</span><button>A+</button><button>A-</button></div><div style="display: none">Alert</div>
<h1>The Mill</h1>${prose}<div><p>Read also: <a href="https://example.org/x">How the mill came to the river</a></p></div>${prose}
<section><h2>Most read</h2><div>${teasers}</div></section><div><span>3 / 17</span> <a href="4.html">Chapter 4</a></div><footer>${links}</footer>`,
  );
  const all = texts.join('\n');
  for (const words of ['Back', 'Text', 'Alert', 'How the mill', 'Most read', 'A flood', 'Chapter 4'])
    assert.ok(!all.includes(words), words);
  assert.equal(all.match(/two brothers/g)?.length, 16);
  assert.ok(reasons.some((each) => /^Left out: \d+ words of menus/.test(each)));
});

test('a page that says English is asked for its words, another is believed', () => {
  assert.deepEqual(imported(`<h1>One</h1>${prose}`).lang, [undefined, 'en']);
  assert.deepEqual(imported(`<h1>One</h1>${prose}`, { lang: 'fr' }).lang, ['fr', 'fr']);
});

test('a play is divided at its acts, the headings of two languages as one', () => {
  const act = (one: string, other: string) =>
    `<h3>${one}</h3><h4>ERSTE SCENE.</h4><h3>${other}</h3><h4>SCENE I.</h4>${prose}${prose}${prose}`;
  const { sections, texts } = imported(
    `<h1>LIBRETTO</h1><p>With a translation.</p><h1>FLYING DUTCHMAN</h1><p>A play.</p>${Array.from(
      { length: 4 },
      (_, at) => act(`${at + 1}. AKT.`, `ACT ${at + 1}.`),
    )
      .join('')
      .repeat(2)}`,
  );
  assert.deepEqual(sections.slice(0, 3), ['chapter LIBRETTO', 'part FLYING DUTCHMAN', 'chapter 1. AKT. / ACT 1.']);
  assert.match(texts[2] ?? '', /\n## ERSTE SCENE\. \/ SCENE I\.\n/);
});

test('a story in a pre is paragraphs, and code stays code', () => {
  const typed = Array.from({ length: 12 }, () => line).join('\n\n');
  assert.match(imported(`<h1>One</h1><pre>${typed}</pre>`).texts[0] ?? '', /eleven\.\n\nThe rain/);
  assert.match(imported(`<h1>One</h1><pre>${'a = [b, {c: d}];\n\n'.repeat(60)}</pre>`).texts[0] ?? '', /```\na = /);
});

test('a list of contents may have the names of parts between its links, and a heading that breaks is one line', () => {
  const list = (part: string, from: number) =>
    `<h3>${part}</h3><ul>${[0, 1, 2].map((at) => `<li><a href="#c${from + at}">Tale ${from + at}</a></li>`).join('')}</ul>`;
  const { sections } = imported(
    `<h2>CONTENTS</h2>${list('AT SEA', 1)}${list('ON LAND', 4)}${[1, 2, 3, 4, 5, 6].map((at) => `<h2 id="c${at}"><i>TALE<br>${at}</i></h2>${prose}`).join('')}<h2>THE END</h2>`,
  );
  assert.deepEqual(
    sections.map((each) => each.replaceAll('*', '')),
    [1, 2, 3, 4, 5, 6].map((at) => `chapter TALE ${at}`),
  );
});

test('a title that goes on behind a comma is whole, and one to share is without its site', () => {
  const tags = '<p><a href="/t/ghosts">Ghosts</a> <a href="/t/mills">Mills</a></p>';
  const page = (title: string, head = '') =>
    imported(`<article>${prose}</article>${tags}`, { title: `${title}</title>${head}<title>` }).title;
  assert.equal(page('Ghosts, Spooks &amp; Mills (#5) – A Cabinet'), 'Ghosts, Spooks & Mills (#5) – A Cabinet');
  const shared = '<meta property="og:title" content="Ghosts, Spooks &amp; Mills (#5)">';
  assert.equal(page('Ghosts, Spooks &amp; Mills (#5) – A Cabinet', shared), 'Ghosts, Spooks & Mills (#5)');
  assert.equal(
    page('Other: Mills at Night | x', '<meta property="og:title" content="Mills at Night">'),
    'Mills at Night',
  );
});

test('who prepared a page is not its author', () => {
  const of = (words: string) => {
    const body = `<p>${words} <a href="https://example.org/a">Ann Lee,</a></p><h1>The Mill</h1>${prose}`;
    const text = `<html><head><title>The Mill</title></head><body>${body}</body></html>`;
    return importHtml({ path: 'page.html', text, beside: () => undefined }).value.facts.author;
  };
  assert.deepEqual(['By', 'A story by', '1999 · by:', 'Prepared by'].map(of), [
    'Ann Lee',
    'Ann Lee',
    'Ann Lee',
    undefined,
  ]);
});

const menu = Array.from(
  { length: 12 },
  (_, at) => `<li><a href="https://example.org/m${at}">Another story</a></li>`,
).join('');

test('a story in short lines of Chinese is found beside the header of its site', () => {
  const lines = ['山上的雲很低，路很滑。', '他停下來，看著遠方的燈。', '風又起了，雨也來了。'];
  const story = lines.map((each) => `<div>${each.repeat(3)}</div>`).join('');
  const about = '這裡是我們的天地，喜歡山，喜歡海，喜歡慢慢走的日子，也喜歡寫下來。'.repeat(2);
  const { texts } = imported(
    `<div><h2>${about}</h2><ul>${menu}</ul></div><div><div>${story}</div></div><ul>${menu}</ul>`,
    {
      lang: 'zh',
    },
  );
  assert.match(texts.join('\n'), /山上的雲很低/);
});

test('the box that a blog has for its posts is the story, in a table as well', () => {
  const menus = `<td><ul>${menu}</ul></td>`;
  for (const body of [
    `<div>Posted in <a href="/x">Mills</a></div><div class="post-body entry-content">${prose}</div><div>Labels and more</div>`,
    `<table><tr>${menus}<td>${prose}</td>${menus}</tr></table>`,
  ]) {
    const { texts } = imported(body);
    const all = texts.join('\n');
    assert.equal(all.match(/two brothers/g)?.length, 8);
    assert.doesNotMatch(all, /Another story|Labels|Posted/);
  }
});

test('a number and a name in headings of one level are one chapter, under no heading that repeats the title', () => {
  const numbers = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
  const chapters = numbers.map((each) => `<h3>${each}</h3><h3>The Day of ${each}</h3>${prose}${prose}`).join('');
  const { sections, texts } = imported(`<h1>The Mill</h1><h2>The Mill</h2>${chapters}`, { title: 'The Mill' });
  assert.deepEqual(sections.slice(0, 2), ['chapter I', 'chapter II']);
  assert.equal(sections.length, 12);
  assert.match(texts[0] ?? '', /^# I\n\n## The Day of I\n/);
});

test('numbered scenes of stories are no chapters', () => {
  const scenes = ['I', 'II', 'III'].map((each) => `<h3>${each}</h3>${prose}`).join('');
  const { sections } = imported(`<h2>The Mill</h2>${scenes}<h2>The Sea</h2>${scenes}`, { title: 'Tales' });
  assert.deepEqual(sections, ['chapter The Mill', 'chapter The Sea']);
});

test('what a blog says of a post, and the way back to the contents, are no text of the story', () => {
  const chapters = ['One', 'Two', 'Three']
    .map((each) => `<h2>${each}</h2><p><a href="#toc">ToC</a></p>${prose}`)
    .join('');
  const meta = '<div class="entry-meta">Posted on Friday by Ann</div>';
  const { texts, reasons } = imported(`<div class="entry-content"><p id="toc">x</p>${chapters}${meta}</div>`);
  assert.doesNotMatch(texts.join('\n'), /ToC|Posted/);
  assert.ok(reasons.some((each) => /^Left out: \d+ words/.test(each)));
});

test('a number that opens a text counts on where it stands alone again; another number in a line is text', () => {
  const { sections, title } = imported(`<p><b>1.</b></p>${prose}<p>2.</p>${prose}<p>7</p><p>3.</p>${prose}`, {
    title: '',
  });
  assert.deepEqual(sections, ['chapter 1.', 'chapter 2.', 'chapter 3.']);
  assert.equal(title, undefined);
});

test('a short line between the title and a byline is the subtitle, a sentence is none', () => {
  const front = (line: string) =>
    importHtml({
      path: 'page.html',
      text: `<h1>The Mill</h1><p>${line}</p><p>By Ann Lee</p><h2>Chapter 1</h2>${prose}<h2>Chapter 2</h2>${prose}`,
      beside: () => undefined,
    }).value.facts;
  const { title, subtitle, author } = front('A Story of Rain, and Stones');
  assert.deepEqual([title, subtitle, author], ['The Mill', 'A Story of Rain, and Stones', 'Ann Lee']);
  assert.equal(front('It rained.').subtitle, undefined);
});

test('what editors put where no title was typed is none', () => {
  for (const title of ['Page Title', 'Untitled Document', 'Título de la página'])
    assert.equal(imported(prose, { title }).title, undefined);
});

test('a whole text that is set as a heading is a text', () => {
  const { texts } = imported(`<h1>The Mill</h1><h2>${line.repeat(5)}</h2><h2>${line}</h2>${prose}`);
  assert.match(texts.join('\n'), /^The rain came down/m);
  assert.match(texts.join('\n'), /^#+ The rain came down/m);
});

test('a name that ends the page’s title, and stands below the story’s, is its author', () => {
  const story = (below: string): string => `<h1>The Mill</h1>${below}${prose}`;
  const authorOf = (below: string): unknown => {
    const text = `<!DOCTYPE html><html><head><title>The Mill - Ann Lee</title></head><body>${story(below)}</body></html>`;
    return importHtml({ path: 'page.html', text, beside: () => undefined }).value.facts.author;
  };
  assert.equal(authorOf('<p>Ann Lee</p>'), 'Ann Lee');
  assert.equal(authorOf('<p><a href="/">Ann Lee</a></p>'), undefined);
  assert.equal(authorOf(''), undefined);
});

test('notes of older pages, whose ids stand on empty anchors, are notes; their heading goes', () => {
  const reference = '<a name="FNanchor_1_1" id="FNanchor_1_1"></a><a href="#Footnote_1_1" class="fnanchor">[1]</a>';
  const note =
    '<div class="footnote"><p><a name="Footnote_1_1" id="Footnote_1_1"></a><a href="#FNanchor_1_1"><span class="label">[1]</span></a> Of oak.</p><p>And of iron.</p></div>';
  const body = `<h1>The Mill</h1><h2>I</h2><p>The wheel${reference} turned.</p>${prose}<h2>II</h2>${prose}<h2>FOOTNOTES:</h2>${note}`;
  const { texts, sections } = imported(body);
  assert.match(texts[0] ?? '', /The wheel\[\^1\] turned\./);
  assert.match(texts[0] ?? '', /\[\^1\]: Of oak\.\n\n {4}And of iron\./);
  assert.deepEqual(sections, ['chapter I', 'chapter II']);
});

test('a picture and its caption in a heading stand below it, and two line breaks in it are one space', () => {
  const heading = (above: string, name: string) =>
    `<h2>${above}<span class="caption">I hope.</span><br><br>${name}</h2>${prose}<p><a href="#c">x</a></p>`;
  const { sections, texts } = imported(
    `<h1>The Mill</h1>${heading('<a id="c"></a><img src="no.jpg" alt="">', 'CHAPTER I.<br><br>The Rain')}<h2>CHAPTER II.</h2>${prose}`,
  );
  assert.deepEqual(sections, ['chapter CHAPTER I. The Rain', 'chapter CHAPTER II.']);
  assert.match(texts[0] ?? '', /\n\nI hope\.\n/);
  assert.match(texts[0] ?? '', /\[x\]\(#chapter-i-the-rain\)/);
});

test('lists of one item that count on are one list; a list alone keeps its number', async () => {
  const items = [1, 2, 3].map((at) => `<ol start="${at}"><li>How would it change?</li></ol>`).join('\n');
  assert.match(imported(`<h1>The Mill</h1>${prose}${items}`).texts.join(''), /1\. How.*\n2\. How.*\n3\. How/);
  const text = `<html lang="en"><body><h1>The Mill</h1>${prose}<ol start="5"><li>How would it change?</li></ol></body></html>`;
  const bytes = new TextEncoder().encode(text);
  const { value, problems } = await importStory({ name: 'mill.html', bytes, beside: () => undefined }, usualLimits);
  assert.match(value?.manuscript.files[0]?.text ?? JSON.stringify(problems), /^5\. How would it change\?$/m);
});

test('how many pages there are, and a way back that leads nowhere, are no text of the story', () => {
  const foot = '<div><a href="#">← Back</a></div><span>1 / 17</span><div><a href="two.html">Chapter 2 →</a></div>';
  const { texts } = imported(`<main><span>Chapter 1 of 17</span><h1>The Rain</h1><div>${prose}</div>${foot}</main>`);
  assert.doesNotMatch(texts.join('\n'), /17|Back/);
});

test('notes that each chapter of a page counts from one go to their own chapters', () => {
  const chapter = (name: string, says: string) =>
    `<h2>${name}</h2>${prose}<p>The wheel<a href="#_ftn1" id="_ftnref1">[1]</a> turned.</p><p><a href="#_ftnref1" id="_ftn1">[1]</a> ${says}</p>`;
  const { texts } = imported(`<h1>The Mill</h1>${chapter('Rain', 'Of oak.')}${chapter('Snow', 'Of iron.')}`);
  assert.match(texts[0] ?? '', /wheel\[\^1\] turned[\s\S]*\[\^1\]: Of oak/);
  assert.match(texts[1] ?? '', /wheel\[\^1\] turned[\s\S]*\[\^1\]: Of iron/);
});

test('a way back in each heading, a link to the comments and the words of Project Gutenberg before a title are left out', () => {
  const chapter = (name: string) => `<h2>${name}<span class="totoc"><a href="#toc">ToC</a></span></h2>${prose}`;
  const body = `<a id="toc"></a><p><a href="/mill/#comments">To the comments</a></p>${['I', 'II', 'III'].map(chapter).join('')}`;
  const { title, sections, texts } = imported(body, { title: 'The Project Gutenberg eBook of The Mill' });
  assert.equal(title, 'The Mill');
  assert.deepEqual(sections.slice(-3), ['chapter I', 'chapter II', 'chapter III']);
  assert.doesNotMatch(texts.join('\n'), /comments|ToC/);
});
