/** What the examples of the documents need: files with the names that the documents use, and which commands are not run. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { themes } from '../../scripts/book/themes.ts';

const require = createRequire(import.meta.url);
const { package: from, faces } = themes.plain.typeface;
const typeface = readFileSync(require.resolve(`${from}/${faces.regular}`));
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n';

/** A story with one of each: what a style sheet can select is in it. */
export const storyFiles = (): Readonly<Record<string, string | Uint8Array>> => ({
  'book.yaml': 'title: The Ferry\nsubtitle: A Story\nauthor: Ann Lee\nlang: en\ndraw-cover: no\n',
  'chapter-1.md':
    '# Chapter One: The Lamp\n\n> A ferry waits for nobody.\n>\n> -- A Pilot\n\nThe lamp was lit long before anybody came.[^1]\n\n"No. 3, \'ooray," said Ann -- at 1/2 past six.\n\n* * *\n\n' +
    '![A lamp](lamp.svg "The lamp, that night")\n\n[A note]{.handwriting}.\n\n[^1]: At six.\n',
  'chapter-2.md':
    '# Chapter Two: Messages\n\nShe read all of them.\n\n:::verse\nThe ferry goes out\n  With a light at her bow\n:::\n\n:::letter\nDear Ann,\n\nCome home.\n\nYours,\n\nNell\n:::\n\n' +
    ':::texts{me=Ann}\nNell: Are you awake?\nAnn: No\n:::\n',
  'lamp.svg': drawing,
  'leaf.svg': drawing,
  'tower.svg': drawing,
  'pictures/leaf.png': readFileSync('manuscript/case.png'),
  'cover.jpg': readFileSync('manuscript/cover.jpg'),
  'one.md': '# One\n\nA word.\n',
  'two.md': '# Two\n\nA word.\n',
  ...Object.fromEntries(
    [
      'hand',
      'goudy',
      'Alegreya',
      'Alegreya-Regular',
      'Alegreya-Italic',
      'Alegreya-Bold',
      'Alegreya-BoldItalic',
      'Lato-Black',
    ].map((name) => [`fonts/${name}.ttf`, typeface]),
  ),
});

const book = 'title: The Door\nauthor: Ann Lee\nlang: en\ndraw-cover: no\n';
const chapter = (title: string, words: string): string => `# ${title}\n\n${words}\n`;
const html = (title: string, ...chapters: readonly string[]): string =>
  `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>by Ann Lee</p>${chapters
    .map((words, at) => `<h2>Chapter ${at + 1}</h2><p>${words}</p>`)
    .join('')}</body></html>\n`;
const lines = {
  one: 'The lamp was lit when she came back, and nobody had touched the letters on the table by the window.',
  two: 'In the morning the ferry was gone. She walked along the quay to the office, where the clerk slept.',
  three: 'Nobody had seen it leave, so they went down to the water together and looked at the empty rope.',
};

/** In the folder of each page. */
export const filesOfPages: Readonly<Record<string, string | Uint8Array>> = {
  'my-story/book.yaml': book,
  'my-story/chapter-1.md': chapter('One', '"Wait," she said -- and the door waited.'),
  'my-story/chapter-2.md': chapter('Two', 'It opened.'),
  'theirs/book.yaml': book,
  'theirs/chapter-1.md': chapter('One', 'A word.'),
  'with-a-slip/book.yaml': 'title: With a Slip\nauthor: Ann Lee\nlang: en\ndraw-cover: no\n',
  'with-a-slip/chapter-3.md': '# Three\n\nHe said so.\n\n[^1]: He never did.\n',
  'old-ways/book.yaml': 'title: Old Ways\nauthor: Ann Lee\nlang: en\ndraw-cover: no\n',
  'old-ways/chapter-1.md': `# One\n\n"We'll do it the 'owd way," he said.\n`,
  'stories/door/book.yaml': book,
  'stories/door/chapter-1.md': chapter('One', lines.one),
  'stories/ferry.txt': `The Ferry\nby Ann Lee\n\n${lines.two}\n`,
  'story.txt': `The Ferry\nby Ann Lee\n\nChapter One\n\n${lines.one}\n\nChapter Two\n\n${lines.two}\n`,
  'story.html': html('The Ferry', lines.one, lines.two),
  'old.html': html('The Ferry', lines.one, lines.two),
  'new.html': html('The Ferry', lines.one.replace('touched', 'moved'), lines.two, lines.three),
  'one.html': html('The First Tale', lines.one),
  'newer-one.html': html('The First Tale', lines.one, lines.three),
  'saltmarsh/first-tale/book.yaml': 'title: The First Tale\nauthor: Ann Lee\nlang: en\n',
  'saltmarsh/first-tale/chapter-1.md': chapter('One', lines.one),
  'saltmarsh/third.html': html('Third', lines.three),
  'two.html': html('The Second Tale', lines.two),
  '1.txt': `The First\n\n${lines.one}\n`,
  '2.txt': `The Second\n\n${lines.two}\n`,
  '3.html': html('The Third', lines.three),
  'vault/first note.md': chapter('First', lines.one),
  'book/SUMMARY.md': '# Summary\n\n- [One](one.md)\n',
  'book/one.md': chapter('One', lines.one),
  'author/book.yaml': 'author: Ann Lee\nlang: en\n',
  'author/about-the-author.md': '# About the Author\n\nAnn Lee lives by the sea.\n',
  'the-salt-road/map.jpg': readFileSync('manuscript/cover.jpg'),
  ...Object.fromEntries(
    [1, 12, 30].map((at) => [
      `the-salt-road/chapter-${at}.md`,
      chapter(`Chapter ${at}`, `${lines.two} ${lines.three}\n\nThere was Nell, and Ivo was with her.`),
    ]),
  ),
  'draft.md': '"Now," she said -- and it was.\n',
  'brouillon.md': '"Oui", dit-elle -- et puis...\n',
};

/** What KOReader and calibre export of one highlight. */
const koReader =
  'return { ["annotations"] = { [1] = { ["text"] = "the letters on the table", ["note"] = "Which?", ["page"] = 1, ["datetime"] = "2026-11-01 10:00:00", ["drawer"] = "lighten" } } }';
const calibre = JSON.stringify({
  type: 'calibre_highlights',
  version: 1,
  highlights: [
    { highlighted_text: 'the letters on the table', notes: 'Which?', timestamp: '2026-11-01T10:00:00Z', uuid: 'a' },
  ],
});

/** What is done in the folder of a page before its first example. */
export const preparations: Readonly<Record<string, readonly string[]>> = {
  readme: ['rm -r my-story'],
  archive: [
    'mkdir -p elsewhere .home/.ssh',
    'ssh-keygen -q -t ed25519 -N "" -f .home/.ssh/id_ed25519',
    'echo "ann@example.org $(cat .home/.ssh/id_ed25519.pub)" > allowed_signers',
    'fleuron build my-story -o book.epub',
  ],
  devices: [
    'fleuron build my-story -o book.epub',
    'fleuron build manuscript -o any.epub',
    'mkdir -p .home/Dropbox/Books',
  ],
  growing: [
    'fleuron import old.html -o story',
    'fleuron build story -o shelf/',
    'fleuron archive story -o keep/story',
    'cp -r story newer',
    'fleuron import new.html -o newer --update',
    'fleuron archive newer -o keep/story',
    'fleuron build newer -o new.epub',
    'cp shelf/the-ferry.epub old.epub',
    'mkdir staging && cp new.epub staging/story.epub',
    'sed -i "s/clerk slept/clerk was asleep/" story/chapter-2.md',
    'fleuron import old.html -o older && rm -r older/.fleuron',
    'fleuron build my-story -o saltmarsh/second-tale.epub',
    `echo '${koReader}' > metadata.epub.lua`,
    `echo '${calibre}' > highlights.json`,
  ],
  import: ['fleuron build my-story -o book.epub'],
  serve: ['fleuron build my-story -o books/'],
  limits: ['cp -r my-story encyclopaedia'],
};

/** Commands that no test of examples runs, each with the reason. That they are understood is looked at all the same. */
const notRun: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^npm |^npx fleuron preview|^docker /, 'installs packages, or is one of the checks that CI runs by itself'],
  [/^(?:npx )?fleuron (?:preview (?!.*--once)|worker\b)/, 'goes on until it is ended; test/commands starts it'],
  [/^fleuron serve (?!.*--static)/, 'goes on until it is ended; test/serve starts it'],
  [/^(?:npx )?fleuron send (?!.*--to ~)/, 'wants a reader that is connected, or a mail server; test/commands has them'],
  [/--queue/, 'wants Redis; test/queue has it'],
  [/^fanficfare /, 'is another program, and fetches'],
  [/^export /, 'is a secret of somebody'],
];

export const isRun = (line: string): boolean => !notRun.some(([pattern]) => pattern.test(line));
