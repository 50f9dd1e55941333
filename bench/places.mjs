/** Starts `places/main.ts`, which says what it measures. */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { shared } from '../scripts/bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, `build/bench-places-${process.pid}.mjs`);
await build({
  ...shared,
  entryPoints: [join(root, 'bench/places/main.ts')],
  outfile: bundle,
  format: 'esm',
  packages: 'external',
});
try {
  await import(bundle);
} finally {
  rmSync(bundle);
}
