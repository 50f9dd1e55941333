/**
 * Learns the typesetter's tables: `node bench/typography-learn.mjs [--report] [--write]`.
 * Wants ../shared/corpus beside the repository, or its path as `--corpus=DIR`.
 */
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const corpus = resolve(
  process.argv.find((each) => each.startsWith('--corpus='))?.slice(9) ?? join(root, '../shared/corpus'),
);
const outfile = join(root, `build/typography-learn-${process.pid}.mjs`);
await build({
  ...shared,
  entryPoints: [join(root, 'bench/typography/learn-main.ts')],
  outfile,
  format: 'esm',
  packages: 'external',
});
try {
  const { learnFrom } = await import(pathToFileURL(outfile).href);
  const score = await import(pathToFileURL(join(corpus, 'score.mjs')).href);
  learnFrom(join(corpus, 'novels'), score, {
    report: process.argv.includes('--report'),
    write: process.argv.includes('--write') ? join(root, 'scripts/typeset/quotes/data') : undefined,
  });
} finally {
  rmSync(outfile, { force: true });
}
