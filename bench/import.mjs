/**
 * What an import costs beside the parser alone: `npm run bench:import -- [--rounds 5]`. A page of 2 MB, and one that is rich in markup, are parsed by parse5 and imported, and a
 * text of 2 MB imported, in processes of their own that take turns; user CPU of the first call, and the median of the later ones, when the code is compiled.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';
import { median, table } from './run/table.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, `build/bench-import-${process.pid}.mjs`);
const folder = mkdtempSync(join(tmpdir(), 'fleuron-import-'));
const most = 2_000_000;

const words = 'the lamp burned low and nobody in the harbour said a word about it until morning'.split(' ');
const sentence = (at) =>
  `“${words.map((_, step) => words[(at * 7 + step * 3) % words.length]).join(' ')},” she said. He did not answer.`;

/** A story of so many letters, made of chapters by one function and of paragraphs by another. */
function story(chapter, paragraph) {
  let [text, count] = ['', 0];
  while (text.length < most) text += count++ % 60 === 0 ? chapter(count / 60 + 1) : paragraph(count);
  return text;
}
const page = story(
  (at) => `<h2 id="c${Math.floor(at)}" class="heading">Chapter ${Math.floor(at)}</h2>\n`,
  (at) =>
    `<p class="text">${sentence(at)} ${at % 3 ? sentence(at + 1) : `It was <em>very ${words[at % words.length]}</em>.`} ${at % 9 ? sentence(at + 2) : `<a href="#c1">${sentence(at)}</a>`}</p>\n`,
);
/** Rich in markup: spans, links, italics, classes and quotations, as sites and word processors write. */
const rich = story(
  (at) => `<h2 id="r${Math.floor(at)}" class="heading"><span class="title">Chapter ${Math.floor(at)}</span></h2>\n`,
  (at) =>
    `<p class="text p${at % 7}"><span class="s1">${sentence(at)}</span> <i>${sentence(at + 1)}</i> <span style="font-style: italic">${words[at % words.length]}</span> <b>said</b> <a href="#r1" class="l">${words[(at + 3) % words.length]}</a>.</p>\n` +
    (at % 10 ? '' : `<blockquote class="q"><p>${sentence(at)}<br/>${sentence(at + 2)}</p></blockquote>\n`),
);
const plain = story(
  (at) => `Chapter ${Math.floor(at)}\n\n`,
  (at) => `${sentence(at)} _${sentence(at + 1)}_ ${sentence(at + 2)}\n\n`,
);
writeFileSync(
  join(folder, 'page.html'),
  `<!DOCTYPE html><html lang="en"><head><title>Lamp</title></head><body>${page}</body></html>`,
);
writeFileSync(
  join(folder, 'rich.html'),
  `<!DOCTYPE html><html lang="en"><head><title>Lamp</title><style>.s1 { color: black } .q { margin: 1em }</style></head><body>${rich}</body></html>`,
);
writeFileSync(join(folder, 'plain.txt'), plain);

const sides = {
  'parse5 alone, page': { side: 'parse', path: join(folder, 'page.html') },
  'import, page': { side: 'import', path: join(folder, 'page.html') },
  'parse5 alone, rich page': { side: 'parse', path: join(folder, 'rich.html') },
  'import, rich page': { side: 'import', path: join(folder, 'rich.html') },
  'import, text': { side: 'import', path: join(folder, 'plain.txt') },
};
try {
  await build({
    ...shared,
    entryPoints: [join(root, 'bench/import/child.ts')],
    outfile: bundle,
    format: 'esm',
    packages: 'external',
  });
  const runs = Object.entries(sides).map(([name, message]) => ({
    ...{ name, message, found: [] },
    child: fork(bundle, { execArgv: ['--single-threaded-gc'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
  }));
  for (let round = 0; round <= Number(values.rounds); round++)
    for (const { child, message, found } of runs)
      found.push(await new Promise((resolve) => child.once('message', resolve).send(message)));
  for (const { child } of runs) child.kill();
  const later = ({ found }) => median(found.slice(1).map(({ seconds }) => seconds));
  /** The parser beside each import: that of the same page, and for the text that of the first. */
  const parserOf = (at) => runs.slice(0, at + 1).findLast(({ message }) => message.side === 'parse') ?? runs[0];
  console.log(
    table([
      ['', 'first call', '× parse5', 'later', '× parse5', 'peak memory'],
      ...runs.map((run, at) => [
        run.name,
        `${run.found[0].seconds.toFixed(2)} s`,
        (run.found[0].seconds / parserOf(at).found[0].seconds).toFixed(1),
        `${later(run).toFixed(2)} s`,
        (later(run) / later(parserOf(at))).toFixed(1),
        `${Math.round(run.found[0].megabytes)} MB`,
      ]),
    ]),
  );
} finally {
  rmSync(bundle, { force: true });
  rmSync(folder, { recursive: true });
}
