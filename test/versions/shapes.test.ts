/** Stories in the shapes that people have them in, from one version to the next: pages and downloads of sites, and what programs make of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadedForeign } from '../../scripts/book/given-files.ts';
import { usualLimits } from '../../scripts/book/limits.ts';
import type { Manuscript } from '../../scripts/book/manuscript.ts';
import { wordCounts } from '../../scripts/book/word-list.ts';
import { type ImportedManuscript, importStories, importStory } from '../../scripts/pipeline/import.ts';
import { updateManuscript } from '../../scripts/pipeline/update.ts';
import { packZip } from '../tools/zip.ts';

interface Chapter {
  readonly title: string;
  /** What the site knows it by. */
  readonly id: number;
  readonly paragraphs: readonly string[];
}

const paragraph = (name: string, at: number): string =>
  `${name} ${at}: ${Array.from({ length: 14 }, (_, word) => `${name.toLowerCase()}${at}x${word}`).join(' ')}.`;
const chapter = (title: string, id: number, name = title): Chapter => ({
  title,
  id,
  paragraphs: Array.from({ length: 6 }, (_, at) => paragraph(name, at)),
});
const [fox, hare, owl, lynx] = [
  chapter('Fox', 11),
  chapter('Hare', 12),
  chapter('Owl', 13),
  chapter('Lynx', 14),
] as const;
const added = 'A paragraph that the site has put in here, with words of its own.';
/** A chapter is put in, one grew and has another name, one is gone, one was written anew. */
const newer: readonly Chapter[] = [
  fox,
  chapter('Mole', 15),
  { ...hare, title: 'The Hare', paragraphs: [...hare.paragraphs.slice(0, 2), added, ...hare.paragraphs.slice(2)] },
  chapter('The Lynx', 14, 'Panther'),
];
const older: readonly Chapter[] = [fox, hare, owl, lynx];

const html = ({ paragraphs }: Chapter): string => paragraphs.map((words) => `<p>${words}</p>`).join('\n');
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Beasts</title>${head}</head><body>${body}</body></html>`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, bytes: Uint8Array): LoadedForeign => ({ name, bytes, beside: () => undefined });

function epub(pages: Readonly<Record<string, string>>, metadata: string): Uint8Array {
  const names = Object.keys(pages);
  const items = names.map((name) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`);
  return packZip({
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>',
    'content.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Beasts</dc:title><dc:creator>Ann</dc:creator><dc:language>en</dc:language>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${names.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${name}.xhtml`, text])),
  });
}

const byNumber = (chapters: readonly Chapter[], print: (each: Chapter, at: number) => string) =>
  Object.fromEntries(chapters.map((each, at) => [`file${String(at + 1).padStart(4, '0')}`, print(each, at)]));

/** The preface and the afterword of the archive’s download. */
const download = (chapters: readonly Chapter[]) => ({
  preface: `<div id="preface"><div class="meta"><dl class="tags"><dt>Rating:</dt><dd>General Audiences</dd><dt>Stats:</dt><dd>Published: 2026-01-02 Words: 100 Chapters: ${chapters.length}/?</dd></dl><h1>Beasts</h1><div class="byline">by Ann</div></div></div>`,
  chapters: chapters.map(
    (each, at) =>
      `<div class="meta group"><h2 class="heading">Chapter ${at + 1}: ${each.title}</h2></div><div class="userstuff">${html(each)}</div>`,
  ),
  afterword: '<div id="afterword"><p class="message">Please drop by.</p></div>',
});

const shapes: Readonly<Record<string, (chapters: readonly Chapter[]) => readonly LoadedForeign[]>> = {
  'AO3, saved page': (chapters) => [
    file(
      'a.html',
      encode(
        page(
          `<dl class="work meta group"><dt>Rating:</dt><dd><a>Mature</a></dd></dl><div id="workskin"><div class="preface group"><h2 class="title heading">Beasts</h2><h3 class="byline heading"><a rel="author">Ann</a></h3></div><div id="chapters">${chapters
            .map(
              (each, at) =>
                `<div class="chapter" id="chapter-${at + 1}"><div class="chapter preface group"><h3 class="title"><a href="/works/7/chapters/${each.id}">Chapter ${at + 1}</a>: ${each.title}</h3></div><div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3>${html(each)}</div></div>`,
            )
            .join('')}</div></div>`,
        ),
      ),
    ),
  ],
  'AO3, HTML download': (chapters) => {
    const { preface, chapters: own, afterword } = download(chapters);
    return [file('a.html', encode(page(`${preface}<div id="chapters">${own.join('')}</div>${afterword}`)))];
  },
  'AO3, EPUB download': (chapters) => {
    const { preface, chapters: own, afterword } = download(chapters);
    const parts = own.map((text, at) => [`c${at + 1}`, page(`<div id="chapters">${text}</div>`)] as const);
    const pages = { preface: page(preface), ...Object.fromEntries(parts), afterword: page(afterword) };
    return [file('a.epub', epub(pages, ''))];
  },
  'FanFicFare, EPUB': (chapters) => {
    const log = `<div><b>Category:</b> Tales<br/><b>Status:</b> In-Progress<br/><b>Words:</b> ${chapters.length * 600}<br/></div>`;
    const pages = byNumber(chapters, (each) =>
      page(
        `<h3 class="fff_chapter_title">${each.title}</h3>${html(each)}`,
        `<meta name="chapterurl" content="https://example.org/s/7?a=1&amp;chapter=${each.id}"/>`,
      ).replace('<body>', '<body class="fff_chapter">'),
    );
    const front = { title_page: page(log).replace('<body>', '<body class="fff_titlepage">') };
    return [file('a.epub', epub({ ...front, ...pages }, '<dc:source>https://example.org/s/7</dc:source>'))];
  },
  WebToEpub: (chapters) => {
    const sources = chapters.map(
      ({ id }, at) => `<dc:source id="id.file000${at + 1}">https://example.org/story/chapter-${id}</dc:source>`,
    );
    return [
      file(
        'a.epub',
        epub(
          byNumber(chapters, (each) => page(`<h1>${each.title}</h1>${html(each)}`)),
          sources.join(''),
        ),
      ),
    ];
  },
  // The site numbers chapters anew where one is put in, in their addresses, too.
  'FanFiction.Net, a page for each chapter': (chapters) =>
    chapters.map((each, at) =>
      file(
        `${at + 1}.html`,
        encode(
          page(
            `<div id="profile_top"><b class="xcontrast_txt">Beasts</b> By: <a class="xcontrast_txt" href="/u/1/Ann">Ann</a></div><select id="chap_select">${chapters.map(({ title }, of) => `<option${of === at ? ' selected' : ''}>${of + 1}. ${title}</option>`).join('')}</select><div id="storytext">${html(each)}</div>`,
            `<link rel="canonical" href="//www.fanfiction.net/s/7/${at + 1}/Beasts">`,
          ),
        ),
      ),
    ),
};

async function imported(files: readonly LoadedForeign[]): Promise<ImportedManuscript> {
  const [first] = files;
  const { value, problems } =
    first && files.length === 1 ? await importStory(first, usualLimits) : await importStories(files, usualLimits);
  assert.ok(value, JSON.stringify(problems));
  return value;
}

/** The folder of an import, with other texts. */
function withTexts({ manuscript }: ImportedManuscript, texts: ReadonlyMap<string, string | Uint8Array>): Manuscript {
  const textOf = (path: string, old: string) => String(texts.get(path) ?? old);
  const known = new Set(manuscript.files.map(({ path }) => path));
  const others = [...texts].filter(([path]) => path.endsWith('.md') && !known.has(path));
  const { bookFile } = manuscript;
  return {
    ...manuscript,
    bookFile: bookFile && { ...bookFile, text: textOf(bookFile.path, bookFile.text) },
    files: [
      ...manuscript.files.map((each) => ({ ...each, text: textOf(each.path, each.text) })),
      ...others.map(([path, text]) => ({ path, text: String(text) })),
    ].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true })),
  };
}

const hasNoAddress = /download/;

for (const [shape, print] of Object.entries(shapes))
  test(`${shape}: chapters are known again, what I mended stays, and what is gone`, async () => {
    const [was, is] = [await imported(print(older)), await imported(print(newer))];
    const mended = new Map(
      was.manuscript.files.map(({ path, text }) => [
        path,
        text.replace('Hare 4:', 'Hare four:').replace('Fox 1:', 'Fox one:'),
      ]),
    );
    const mine = withTexts(was, mended);
    const given = { limits: usualLimits, day: '2026-11-28' };
    const { value, problems } = await updateManuscript({ manuscript: mine, imported: is, last: was, ...given });
    assert.ok(value, JSON.stringify(problems));
    const made = withTexts(was, new Map([...mended, ...value.files]));
    const fileWith = (words: string) => made.files.find(({ text }) => text.includes(words))?.path;

    const grown = made.files.find(({ text }) => text.includes('Hare four:'));
    assert.ok(grown?.text.includes(added), 'the chapter that grew is one, with what I mended');
    assert.equal(grown?.path, was.manuscript.files.find(({ text }) => text.includes('Hare 4:'))?.path);
    assert.match(made.files.find(({ text }) => text.includes('Owl 3:'))?.text ?? '', /^removed: /m);
    const rewritten = hasNoAddress.test(shape) || shape.startsWith('FanFiction.Net') ? 'another chapter' : 'the same';
    const lynx = was.manuscript.files.find(({ text }) => text.includes('Lynx 3:'))?.path;
    assert.equal(fileWith('Panther 3:') === lynx ? 'the same' : 'another chapter', rewritten);
    assert.deepEqual(
      value.changes.flatMap(({ conflicts }) => conflicts).filter(({ mine: own }) => /\d:/.test(own)),
      [],
    );

    const have = wordCounts(made.files.map(({ text }) => text));
    for (const [word, count] of wordCounts(newer.flatMap(({ paragraphs }) => paragraphs)))
      if (!/^(?:Hare|Fox|4|1)$/.test(word)) assert.ok((have.get(word) ?? 0) >= count, word);
    const again = await updateManuscript({ manuscript: made, imported: is, last: value.record, ...given });
    assert.deepEqual([[...(again.value?.files ?? [])], again.value?.changes], [[], []]);
  });
