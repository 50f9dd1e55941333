import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFiles } from '../../tools/folder.ts';
import { importFile } from '../../tools/import-file.ts';

interface Case {
  readonly site: string;
  readonly title?: string;
  readonly body: string;
  readonly facts: string;
  readonly files: Readonly<Record<string, string>>;
}

const menu = '<nav>Home</nav><div>Log in, 12 comments</div>';

const cases: readonly Case[] = [
  {
    site: 'Archive of Our Own, two chapters',
    body: `<dl class="work meta group"><dt>Rating:</dt><dd><a>Mature</a></dd><dt>Language:</dt><dd>English</dd></dl>
<div id="workskin"><div class="preface group"><h2 class="title heading">The Lamp</h2><h3 class="byline heading"><a rel="author">Ann</a></h3>
<div class="summary module"><h3>Summary:</h3><blockquote class="userstuff"><p>A lamp.</p></blockquote></div>
<div class="notes module"><h3>Notes:</h3><blockquote class="userstuff"><p>For Bea.</p></blockquote></div></div>
<div id="chapters"><div class="chapter" id="chapter-1"><div class="chapter preface group"><h3 class="title"><a>Chapter 1</a>: Dark</h3>
<div class="notes module"><h3>Notes:</h3><blockquote><p>Short.</p></blockquote></div></div>
<div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3><p>It was <span class="thought">dark</span>.</p></div>
<div class="chapter preface group"><div class="end notes module"><h3>Notes:</h3><blockquote><p>Sorry.</p></blockquote></div></div></div>
<div class="chapter" id="chapter-2"><div class="chapter preface group"><h3 class="title">Chapter 2</h3></div><div class="userstuff module" role="article"><p>Light.</p></div></div></div>
<div class="afterword preface group"><div id="work_endnotes" class="end notes module"><h3>Notes:</h3><blockquote><p>Thanks.</p></blockquote></div></div></div>`,
    facts: 'title: The Lamp\nauthor: Ann\nlang: en\nrating: Mature\n',
    files: {
      'chapter-1.md': '# Chapter 1: Dark\n\n:::note\nShort.\n:::\n\nIt was *dark*.\n\n:::note\nSorry.\n:::\n',
      'chapter-2.md': '# Chapter 2\n\nLight.\n',
      'notes.md': 'Thanks.\n',
      'preface.md': 'For Bea.\n',
      'summary.md': 'A lamp.\n',
    },
  },
  {
    site: 'FanFicFare',
    body: `<h1><a href="https://example.org/s/1">The Lamp</a> by <a class="authorlink" href="https://example.org/u/1">Ann</a></h1>
<table class="full"><tr><td><b>Category:</b></td><td>Lamps</td></tr><tr><td><b>Status:</b></td><td>Completed</td></tr><tr><td><b>Packaged:</b></td><td>2020-01-02</td></tr></table>
<a name="TOCTOP"><h2>Table of Contents</h2></a><p><a href="#section0001">1. Dark</a><br /><a href="#section0002">2. Light</a><br /></p>
<a name="section0001"><h2>1. Dark</h2></a><div class="story"><p>It was dark.</p><hr/><p>Very.</p></div><a name="section0002"><h2>2. Light</h2></a><p>Light.</p>`,
    facts:
      'title: The Lamp\nauthor: Ann\nlang: en\nsource: "https://example.org/s/1"\nfandoms: [Lamps]\nstatus: Completed\n',
    files: {
      'chapter-1.md': '# 1. Dark\n\nIt was dark.\n\n* * *\n\nVery.\n',
      'chapter-2.md': '# 2. Light\n\nLight.\n',
      'colophon.md': '**Packaged:** 2020-01-02\n',
    },
  },
  {
    site: 'Royal Road',
    body: `<div><h1 class="font-white">One: Dark</h1><h2 class="font-white">The Lamp</h2><h3>by <a href="/profile/1">Ann</a></h3></div>
<div class="portlet author-note-portlet"><div class="author-note"><p>Hello.</p></div></div><div class="chapter-inner chapter-content"><p>Dark.</p><p class="x9">Stolen.</p></div><div class="author-note"><p>Bye.</p></div><h1>Bio</h1>`,
    facts: 'title: The Lamp\nauthor: Ann\nlang: en\n',
    files: { 'chapter-1.md': '# One: Dark\n\n:::note\nHello.\n:::\n\nDark.\n\n:::note\nBye.\n:::\n' },
  },
  {
    site: 'XenForo with threadmarks',
    body: `<h1 class="p-title-value">The Lamp</h1>
<article class="message message--post hasThreadmark" data-author="Ann"><span class="threadmarkLabel">Dark</span><div class="message-body"><div class="bbWrapper">One<br><br>Two</div></div><footer>Like</footer></article>
<article class="message message--post" data-author="Bea"><div class="message-body"><div class="bbWrapper">Nice</div></div></article>
<article class="message message--post hasThreadmark" data-author="Ann"><span class="threadmarkLabel">Light</span><div class="message-body"><div class="bbWrapper">Three</div></div></article>`,
    facts: 'title: The Lamp\nauthor: Ann\nlang: en\n',
    files: { 'chapter-1.md': '# Dark\n\nOne\n\nTwo\n', 'chapter-2.md': '# Light\n\nThree\n' },
  },
  {
    site: 'FanFiction.Net',
    body: `<div id="profile_top"><b class="xcontrast_txt">The Lamp</b> By: <a class="xcontrast_txt" href="/u/1/Ann">Ann</a><div class="xcontrast_txt">A lamp.</div></div>
<select id="chap_select"><option>1. Dark</option><option selected>2. Light</option></select><div id="storytext"><p>Light.</p></div>`,
    facts: 'title: The Lamp\nauthor: Ann\nlang: en\ndescription: A lamp.\n',
    files: { 'chapter-1.md': '# 2. Light\n\nLight.\n', 'summary.md': 'A lamp.\n' },
  },
  {
    site: 'Wattpad',
    title: 'The Lamp - Dark - Wattpad',
    body: `<h1>Dark</h1><a href="/user/ann">Ann</a><pre><p data-p-id="1">It was <b>dark</b>.</p><p data-p-id="2">Very.</p></pre><p>More stories</p>`,
    facts: 'title: The Lamp\nauthor: Ann\nlang: en\n',
    files: { 'chapter-1.md': '# Dark\n\nIt was **dark**.\n\nVery.\n' },
  },
];

for (const { site, title = 'Page', body, facts, files } of cases)
  test(`a saved page of ${site} is its story and nothing beside it`, async () => {
    const style = '<style>#workskin .thought { font-style: italic } .x9 { display: none }</style>';
    const html = `<!DOCTYPE html><html lang="en"><head><title>${title}</title>${style}</head><body>${menu}${body}</body></html>`;
    const { value, problems } = await importFile(join(makeFiles({ 'page.html': html }), 'page.html'));
    assert.ok(value, JSON.stringify(problems));
    assert.equal(value.manuscript.bookFile?.text, facts);
    assert.deepEqual(Object.fromEntries(value.manuscript.files.map((each) => [each.path, each.text])), files);
    assert.ok(problems.some(({ rule }) => rule === 'import-left-out'));
  });
