/** Takes stories through every command that needs neither a window nor another program. In: how the command is run. Out: what it wrote. */
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../scripts/book/digest.ts';
import { filesBelow, makeFiles } from '../tools/folder.ts';
import { root } from '../tools/need.ts';

/** Runs `fleuron` with these words in a folder, with that text on its standard input; answers with what it printed, or throws. */
export type Run = (words: readonly string[], folder: string, input?: string) => string;

const finnish =
  'Vanha mylly seisoi joen rannalla, eikä kukaan ollut nähnyt siellä valoa moneen vuoteen. Silti tytöt menivät sinne illalla.';

/** What is there: a manuscript with all that the press loads for few books, a story of Word, one that does not say its language. */
const manuscripts = {
  'Märchen 1/book.yaml': 'title: Ärger im Süden\nauthor: Zoë Öz\nlang: de\nembed-fonts: true\ntheme: plain\n',
  'Märchen 1/chapter-1.md':
    '# Das Licht\n\n"Spät", sagte sie. Es ist $a^2 + b^2$.\n\n```js\nconst a = 1;\n```\n\n<b>Aus</b>\n',
  'Word/story.docx': readFileSync(join(root, 'test/import/stories/word-by-hand/story.docx')),
  'tarina.txt': `Mylly\n\n${finnish}\n\n${finnish}\n`,
};

/** Words of a command line, and what it is to print. */
const lines: readonly (readonly [readonly string[], RegExp])[] = [
  [['--version'], /^fleuron \d/],
  [['help', 'build'], /^fleuron build/],
  [['completion', 'bash'], /complete -o default/],
  [['init', 'neu'], /^/],
  [['build', 'Märchen 1', '-o', 'books/', '--edition', 'all'], /kindle/],
  [['build', 'Word/story.docx', '-o', 'books/word.epub'], /word\.epub/],
  [['build', 'sample', '-o', 'books/', '--edition', 'all'], /kobo|kepub/],
  [['check', 'books/word.epub'], /^/],
  [['import', 'tarina.txt', '-o', 'tarina'], /^/],
  [['library', 'Word', '-o', 'shelf'], /^/],
  [['serve', 'books', '--static'], /^/],
  [['archive', 'Märchen 1', '-o', 'bag.zip'], /^/],
  [['verify', 'bag.zip'], /^/],
  [['compare', 'books/word.epub', 'Märchen 1'], /^/],
  [['preview', 'Märchen 1', '--once'], /^/],
  [['send', 'books/word.epub', '--to', 'reader'], /^/],
];

/** The folder that `everyCommand` is to get. The sample is in it, and the story of ../shared where that is. */
export function makeManuscripts(): string {
  const folder = makeFiles({ ...manuscripts, 'reader/keep': '' });
  cpSync(join(root, 'manuscript'), join(folder, 'sample'), { recursive: true });
  const story = join(root, '../shared/stories/a-better-world.txt');
  if (existsSync(story)) copyFileSync(story, join(folder, 'story.txt'));
  return folder;
}

/** Runs all of them; answers with the checksum of each book, page and archive, by its path. */
export function everyCommand(run: Run, folder: string): ReadonlyMap<string, string> {
  for (const [words, printed] of lines) assert.match(run(words, folder), printed, words.join(' '));
  assert.match(run(['typeset', '--lang', 'fr'], folder, '"Oui" !\n'), /^«\p{Zs}Oui\p{Zs}»/u);
  assert.match(readFileSync(join(folder, 'tarina/book.yaml'), 'utf8'), /^lang: fi$/m);
  const made = [...filesBelow(folder)].filter(([path]) => /\.(?:epub|html|zip)$/.test(path));
  return new Map(made.map(([path, bytes]) => [path, sha256(Buffer.from(bytes, 'latin1'))]));
}
