/**
 * The books that the validators judge: the sample, every manuscript in test/samples, some that are easier made than
 * kept, and the shared story and novel where they are.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { forms } from '../../scripts/docs/markdown-forms.ts';
import { makeFiles } from '../tools/folder.ts';
import { root } from '../tools/need.ts';
import { bookOf } from '../tools/press.ts';

const shared = resolve(root, '../shared');

/** The story that came as plain text. */
export const sharedStory = join(shared, 'stories/a-better-world.txt');

/** A novel of some hundred thousand words, in one file. */
export const sharedNovel = join(shared, 'corpus/novels/kenneth-grahame_the-wind-in-the-willows.md');

export const sample = join(root, 'manuscript');

/** The path of a manuscript in test/samples. */
export function sampleCase(name: string): string {
  return join(root, 'test/samples', name, 'manuscript');
}

const sentence = 'It was a long chapter, longer than any file that old readers open, and it said so at length. ';

/** A chapter of 600 kB with a note in every twentieth paragraph and a link from its end to its beginning. */
function longChapter(): string {
  const paragraphs = Array.from({ length: 1000 }, (_, index) => {
    const note = index % 20 === 0 ? `[^${index}]\n\n[^${index}]: Note ${index} of the long chapter.` : '';
    return sentence.repeat(6).trim() + note;
  });
  const text = ['# Long', '## The beginning', ...paragraphs, '[To the beginning](#the-beginning)'].join('\n\n');
  return makeFiles({ 'book.yaml': 'title: Long\nauthor: Ada Sample\nlang: en\n', 'chapter.md': text });
}

/** Every feature again as an old Windows editor would leave it: a byte order mark and CR LF. */
function windowsLineEnds(): string {
  const from = sampleCase('every-feature');
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  const files = names.map((name) => {
    const bytes = readFileSync(join(from, name));
    const text = /\.(md|yaml)$/.test(name) ? `\uFEFF${bytes.toString('utf8').replaceAll('\n', '\r\n')}` : bytes;
    return [name.replaceAll('\\', '/'), text] as const;
  });
  return makeFiles(Object.fromEntries(files));
}

function singleFile(): string {
  return join(
    makeFiles({ 'my-story.md': '# My Story\n\n## One\n\nIt began.\n\n## Two\n\nIt ended.\n' }),
    'my-story.md',
  );
}

/** Every form of docs/markdown.md, by itself, in a quotation and in a list; formulas that Temml gives styles; a wide table; Japanese from top to bottom. */
function everyForm(): string {
  const typed = Object.values(forms)
    .flat()
    .map((form) => form.typed);
  const wide = ['|', '|', '|']
    .map((bar, row) => `${bar}${' 1,234,567 |'.repeat(row === 1 ? 0 : 8)}${row === 1 ? '---|'.repeat(8) : ''}`)
    .join('\n');
  const formulas = [
    '\\begin{aligned}a&=b\\\\c&=d\\end{aligned}',
    '\\sqrt[3]{\\color{red}x} \\binom{n}{k} \\overline{AB} \\boxed{y}',
    '\\frac{1',
  ];
  const blocks = [...typed, ...formulas.map((tex) => `$$${tex}$$`), wide];
  return makeFiles({
    'book.yaml': 'title: Forms\nauthor: Ada Sample\nlang: ja\nwriting-mode: vertical-rl\n',
    'chapter-1.md': `# Forms\n\n${blocks.join('\n\nWords 12.\n\n')}\n`,
    'chapter-2.md': `# Quoted\n\n${blocks.map((each) => `> ${each.replaceAll('\n', '\n> ')}`).join('\n\nWords.\n\n')}\n`,
    'chapter-3.md': `# Listed\n\n${blocks.map((each) => `- ${each.replaceAll('\n', '\n  ')}`).join('\n')}\n`,
  });
}

/** Every page that book.yaml asks for, that books share, or that is a picture, and names that lead to what a list says of them. */
function madePages(): string {
  const drawing = (width: number, height: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path d="M9 9L${width} ${height}" stroke="black"/></svg>`;
  const lead = 'Nobody at the crossing could remember such a tide. '.repeat(3);
  const folder = makeFiles({
    'author/book.yaml': 'author: Ada Sample\npublisher: Sample Press\nlang: en\ncopyright-page: yes\n',
    'author/about-the-author.md':
      '# About the Author\n\n![Ada, at her press.](pictures/ada.svg)\n\nAda lives by the sea.\n',
    'author/acknowledgements.md': '# Thanks\n\nTo all.[^1]\n\n[^1]: And to you.\n',
    'author/pictures/ada.svg': drawing(300, 400),
    'road/book.yaml':
      'title: The Road\nshared: ../author\nhalf-title: yes\ndate: 2026-11-23\nrights: All rights reserved\nlicence: CC BY-SA 4.0\ncontributors: [{name: Bea, role: illustrator}]\nisbn: {epub: 978-0-306-40615-7, print: 978-1-4028-9462-6}\nalso-by: [{series: Roads, books: [The Road, The Way]}, Alone]\n',
    'road/dedication.md': 'For Ann.\n',
    'road/map.md':
      '# The Marsh\n\n![The marsh from above.](map.svg "In the year of the flood")\n\nThe road leads north.\n',
    'road/map.svg': drawing(1600, 1000),
    'road/family-tree.md': '# The Cardews\n\n![Ann had Nell.](tree.svg)\n',
    'road/tree.svg': drawing(800, 1200),
    'road/plate.md': '![The ferry.](map.svg)\n',
    'road/characters.md':
      '---\nlink-names: yes\n---\n# People\n\nNell Cardew / Nell\n: The ferryman’s daughter.\n: (from chapter 2) She has the key.\n\n- **Ivo**: A printer.\n  - (from chapter 2) He has a press.\n',
    'road/glossary.md': '---\nlink-names: yes\n---\n# Glossary\n\nstaithe\n: A landing place.\n',
    'road/chapter-1.md': `# One\n\n${lead}Nell and Ivo came to the staithe.[^1] Nell *sang*.\n\n[^1]: A song.\n`,
    'road/chapter-2.md': `# Two\n\n${lead}Nell Cardew ran, and Ivo.\n`,
    'road/excerpt.md': '# An Excerpt from *The Way*\n\n## Chapter One\n\nIt rained.\n',
  });
  return join(folder, 'road');
}

/** Manuscripts by name. Those of ../shared are left out where it is missing; each test that wants it says so itself. */
export function manuscripts(): ReadonlyMap<string, string> {
  const cases = readdirSync(join(root, 'test/samples')).sort();
  return new Map([
    ['the sample', sample],
    ...cases.map((name) => [name, sampleCase(name)] as const),
    ['a single file', singleFile()],
    ['a long chapter', longChapter()],
    ['Windows line ends', windowsLineEnds()],
    ['every form of Markdown', everyForm()],
    ['every page that is made', madePages()],
    ...(existsSync(sharedStory) ? ([['the shared story', sharedStory]] as const) : []),
    ...(existsSync(sharedNovel) ? ([['a novel', sharedNovel]] as const) : []),
  ]);
}

/** A version in which a chapter that was put in, the second part of another, and front matter stand in files of the version before. */
async function sharedFiles(): Promise<Uint8Array> {
  const chapter = (name: string, from = 0, to = 20) => {
    const words = Array.from({ length: to - from }, (_, at) =>
      `${name} came ${from + at} and ${name} went so.`.repeat(3),
    );
    return `# ${name}\n\n${name} began.[^1]\n\n${words.join('\n\n')}\n\n[^1]: Of ${name}.\n`;
  };
  const files = {
    'book.yaml': 'title: Shared\nauthor: Ada Sample\nlang: en\nwhats-new: yes\n',
    'whats-new.md': 'All of it: [Two](chapter-2.md).\n',
    'chapter-1.md': chapter('One'),
    'chapter-2.md': chapter('Two'),
    'chapter-3.md': chapter('Three'),
  };
  const previous = join(makeFiles({ 'old.epub': Buffer.from(await bookOf(makeFiles(files))) }), 'old.epub');
  const newer = makeFiles({
    ...files,
    'dedication.md': 'For all.\n',
    'foreword.md': '# Foreword\n\nBefore it all.\n',
    'chapter-2.md': chapter('Two', 0, 8),
    'chapter-2a.md': chapter('Two', 8).replace('# Two', '# Two B'),
    'chapter-2b.md': `${chapter('Fresh')}\n## Deeper\n\n[Back](chapter-1.md#one)\n`,
  });
  return bookOf(newer, { args: ['--previous', previous] });
}

/** Builds every book with the built command. */
export async function buildAll(): Promise<ReadonlyMap<string, Uint8Array>> {
  const books = new Map([['a version that shares files', await sharedFiles()]]);
  for (const [name, manuscript] of manuscripts()) books.set(name, await bookOf(manuscript));
  return books;
}
