/**
 * A library of stories beside pandoc and calibre: `npm run bench:library -- [--stories 1000] [--covers 100] [--peers 40]`.
 * Stories of 1 to 20 kB are cut from the corpus. Fleuron makes all of them, with one job and with two, then all of them again, unchanged, and some with drawn covers; pandoc, and calibre’s
 * `ebook-convert` with the options that the Archive of Our Own gives it, take a sample of the same stories, one process each, as they are used.
 * `--large` makes 10,000 stories, too, and looks at the memory on the way; `--unchanged 1000,10000,100000` runs over so many that are as they were (their books are made
 * first, which takes long).
 * CPU is user and system time, children’s too, by GNU time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cutStories } from './library/cut.mjs';
import { measure } from './run/measure.mjs';
import { table } from './run/table.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    covers: { type: 'string', default: '100' },
    peers: { type: 'string', default: '40' },
    large: { type: 'boolean' },
    unchanged: { type: 'string' },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const corpus = join(root, '../shared/corpus/novels');
const launcher = join(root, 'scripts/fleuron.cjs');
const [time, sheet] = ['/usr/bin/time', '/usr/share/calibre/viewer/blank.css'];
if (!existsSync(corpus) || !existsSync(time)) {
  console.log('bench: skipped, because there is no ../shared beside the project, or no GNU time');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'fleuron-library-'));
const notes = join(folder, 'time');
const at = (...names) => join(folder, ...names);

/** Runs the library over stories, into a shelf that is there or not. */
const fleuron = (stories, shelf, jobs) =>
  measure(time, [process.execPath, launcher, 'library', stories, '-o', shelf, '--jobs', `${jobs}`, '--quiet'], notes);

const rows = [['', 'stories', 'CPU ms/story', 'wall ms/story', 'MB']];
function row(name, count, { cpu, wall, memory }) {
  const cells = [(1000 * cpu) / count, (1000 * wall) / count];
  rows.push([name, `${count}`, ...cells.map((cell) => cell.toFixed(cell < 1 ? 2 : 1)), memory.toFixed(0)]);
  return { cpu: cpu / count, wall: wall / count, memory };
}

/** One process for each story; the largest memory of them. */
function each(stories, command) {
  const all = stories.map((story, number) => measure(time, command(story, number), notes));
  const sum = (key) => all.reduce((total, one) => total + one[key], 0);
  return { cpu: sum('cpu'), wall: sum('wall'), memory: Math.max(...all.map(({ memory }) => memory)) };
}

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** What the Archive of Our Own says to calibre (otwarchive, `app/models/download_writer.rb`). */
function calibre({ path, title, author }, number) {
  const [page, zip] = [at(`page-${number}.html`), at(`page-${number}.zip`)];
  spawnSync('pandoc', ['-s', '-f', 'markdown', '-t', 'html', path, '-o', page]);
  spawnSync('zip', ['-q', '-j', zip, page]);
  const chapter = "//h:body/h:div[@id='chapters']/h:h2[@class='toc-heading'] | //h:body/h:h1";
  const facts = [
    '--title',
    title,
    '--title-sort',
    title,
    '--authors',
    author,
    '--author-sort',
    author,
    '--tags',
    'Fanworks',
    '--language',
    'en',
    '--publisher',
    'Archive',
  ];
  const css = existsSync(sheet) ? ['--extra-css', sheet] : [];
  return [
    'ebook-convert',
    zip,
    at('calibre.epub'),
    '--input-encoding',
    'utf-8',
    '--toc-threshold',
    '0',
    '--use-auto-toc',
    ...facts,
    '--chapter',
    chapter,
    '--no-default-epub-cover',
    ...css,
  ];
}

try {
  spawnSync(process.execPath, [launcher, '--version'], { stdio: 'ignore' }); // a first start bundles the press
  const count = Number(values.stories);
  const stories = cutStories(corpus, at('stories'), count);
  const covered = cutStories(corpus, at('covered'), Number(values.covers), { cover: true, seed: 11 });
  const sample = stories.slice(0, Number(values.peers));
  const one = row('fleuron, 1 job', count, fleuron(at('stories'), at('one'), 1));
  const pandoc =
    has('pandoc') &&
    row(
      'pandoc',
      sample.length,
      each(sample, ({ path }) => ['pandoc', '-f', 'markdown', '-t', 'epub3', '--toc', path, '-o', at('pandoc.epub')]),
    );
  const two = row('fleuron, 2 jobs', count, fleuron(at('stories'), at('two'), 2));
  const other =
    has('ebook-convert') &&
    has('pandoc') &&
    row('calibre', Math.ceil(sample.length / 4), each(sample.slice(0, Math.ceil(sample.length / 4)), calibre));
  const covers = row('fleuron, new covers', covered.length, fleuron(at('covered'), at('covers'), 1));
  const same = row('fleuron, unchanged', count, fleuron(at('stories'), at('one'), 1));
  const isSame = stories.every(({ path }) => {
    const book = join(basename(dirname(path)), basename(path).replace(/md$/, 'epub'));
    return readFileSync(at('one', book)).equals(readFileSync(at('two', book)));
  });
  if (values.large) {
    cutStories(corpus, at('large'), 10_000, { seed: 13 });
    row('fleuron, 10,000', 10_000, fleuron(at('large'), at('large shelf'), 1));
  }
  for (const size of (values.unchanged ?? '').split(',').filter(Boolean).map(Number)) {
    cutStories(corpus, at('many'), size, { seed: 17 });
    fleuron(at('many'), at('many shelf'), 2);
    row(`unchanged, of ${size}`, size, fleuron(at('many'), at('many shelf'), 1));
  }
  console.log(table(rows));
  const ratios = [
    ['two jobs are as many times quicker as', one.wall / two.wall, '≥ 1.8'],
    ...(pandoc
      ? [
          ['CPU / pandoc, no covers', one.cpu / pandoc.cpu, '≤ 0.25'],
          ['CPU / pandoc, unchanged', same.cpu / pandoc.cpu, '≤ 0.02'],
        ]
      : []),
    ...(other
      ? [
          ['CPU / calibre, no covers', one.cpu / other.cpu, '≤ 0.03'],
          ['CPU / calibre, new covers', covers.cpu / other.cpu, '≤ 0.1'],
        ]
      : []),
  ];
  console.log(`\n${table([['', 'is', 'is to be'], ...ratios.map(([what, is, goal]) => [what, is.toFixed(3), goal])])}`);
  console.log(`The books of one job and of two are ${isSame ? 'the same' : 'DIFFERENT'}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
