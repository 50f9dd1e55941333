/** The books that are looked at, as manuscripts: the sample, the story that came as plain text, a chapter of a novel. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';

/** The themes: folders of templates with a style sheet. */
export const themesIn = (root) =>
  readdirSync(join(root, 'templates'))
    .filter((name) => existsSync(join(root, 'templates', name, 'style.css')))
    .sort();

/** Name → path, of those that are here; the shared texts need not be. `folder` takes what has to be made. */
export function manuscripts(root, folder) {
  const story = resolve(root, '../shared/stories/a-better-world.txt');
  const novel = resolve(root, '../shared/corpus/novels/kenneth-grahame_the-wind-in-the-willows.md');
  return new Map([
    ['sample', join(root, 'manuscript')],
    ...(existsSync(story) ? [['story', story]] : []),
    ...(existsSync(novel) ? [['chapter', firstChapter(novel, join(folder, 'chapter'))]] : []),
  ]);
}

/** The first chapter of a novel in one file: `## I`, a line with its title, its text. */
function firstChapter(novel, folder) {
  const [, text = ''] = readFileSync(novel, 'utf8').split(/^## .*\n/m, 2);
  const [title, ...rest] = text.trim().split('\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'book.yaml'), 'title: The Wind in the Willows\nauthor: Kenneth Grahame\nlang: en-GB\n');
  writeFileSync(join(folder, 'chapter-1.md'), `# ${title}\n${rest.join('\n')}\n`);
  return folder;
}

/**
 * Presses a manuscript in a theme, with `files` laid over its own (`templates/style.css`, say), `keys` more in its book.yaml, in an
 * `edition`; answers with the EPUB’s bytes. The manuscript itself is not touched: a copy in `folder` is.
 */
export function press(root, { manuscript, theme, files = {}, folder, keys = '', edition = 'epub' }) {
  const command = (...words) => {
    const ran = spawnSync(process.execPath, [join(root, 'scripts/fleuron.cjs'), ...words], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${words.join(' ')}\n${ran.stderr}`);
  };
  const copy = join(folder, 'manuscript');
  if (statSync(manuscript).isDirectory()) cpSync(manuscript, copy, { recursive: true });
  else if (extname(manuscript) === '.md') cpSync(manuscript, join(copy, basename(manuscript)));
  else command('import', '-q', manuscript, '-o', copy);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
  const bookFile = join(copy, 'book.yaml');
  const own = existsSync(bookFile) ? readFileSync(bookFile, 'utf8').replace(/^theme:.*\n/m, '') : '';
  writeFileSync(bookFile, `${own}${own === '' || own.endsWith('\n') ? '' : '\n'}theme: ${theme}\n${keys}`);
  const epub = join(folder, 'book.epub');
  command('build', '-q', copy, '-o', epub, '--edition', edition);
  return readFileSync(epub);
}
