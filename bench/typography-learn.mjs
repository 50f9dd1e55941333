/**
 * Learns the typesetter's tables: `node bench/typography-learn.mjs`. What they are worth, `npm run bench:typography -- --held-out` says.
 * Wants ../shared/corpus beside the repository, or its path as `--corpus=DIR`; each `--also=DIR` is a folder of further novels.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadBundled } from './typography/bundled.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const corpus = resolve(
  process.argv.find((each) => each.startsWith('--corpus='))?.slice(9) ?? join(root, '../shared/corpus'),
);
const also = process.argv.filter((each) => each.startsWith('--also=')).map((each) => resolve(each.slice(7)));
const { createTeacher } = await loadBundled(root, 'bench/typography/learn-main.ts');
const score = await import(pathToFileURL(join(corpus, 'score.mjs')).href);
const teach = createTeacher(
  [join(corpus, 'novels'), join(corpus, 'dialect'), ...also],
  join(root, 'bench/typography/phrases'),
  score,
);
for (const [name, table] of Object.entries(teach()))
  writeFileSync(join(root, 'scripts/typeset/quotes/data', name), table);
