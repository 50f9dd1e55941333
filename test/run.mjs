/**
 * Runs the tests under Node's own runner, on every Node from 20: compiles each `*.test.ts` beside its sources
 * first, because Node 20 reads no TypeScript. Arguments narrow the run: `npm test -- quotes` runs files with that in their path.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const wanted = process.argv.slice(2);
const sources = readdirSync(here, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.test.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
if (sources.length === 0) {
  console.error(`No test file matches ${wanted.join(' ')}.`);
  process.exit(1);
}

const out = resolve(root, 'build', wanted.length ? `test-${process.pid}` : 'test');
rmSync(out, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: sources.map((name) => join(here, name)),
  outdir: out,
  outbase: here,
  format: 'esm',
  splitting: true,
  sourcemap: true,
  outExtension: { '.js': '.mjs' },
  packages: 'external',
});
const files = sources.map((name) => relative(root, join(out, name.replace(/\.ts$/, '.mjs'))));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
  cwd: root,
  stdio: 'inherit',
});
if (wanted.length) rmSync(out, { recursive: true, force: true });
process.exit(status ?? 1);
