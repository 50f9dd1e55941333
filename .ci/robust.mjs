/**
 * Runs the hostile manuscripts that lie beside the project against the built command: `node .ci/robust.mjs a,d,f,g,h`.
 * Every case must be clean: a valid book with every word, or one problem that names its file; nothing leaked, nothing left.
 * Wants Linux, root, Debian's epubcheck, a JDK, strace and iproute2.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shared = resolve(root, '../shared/robust');
const classes = process.argv[2] ?? 'a,d,f,g,h';

if (!existsSync(shared)) {
  console.error('The hostile manuscripts are not there: expected ../shared/robust beside the project.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'fleuron-robust-'));
try {
  // Some cases build as nobody, who may not be able to read the clone: the press is put where all can.
  chmodSync(folder, 0o755);
  for (const path of [
    'build/assets',
    'build/packages',
    'build/fleuron.cjs',
    'build/user-cache.cjs',
    'scripts/fleuron.cjs',
    'package.json',
  ])
    cpSync(join(root, path), join(folder, 'press', path), { recursive: true });
  const harness = join(folder, 'harness');
  cpSync(realpathSync(shared), harness, { recursive: true });
  run('chmod', ['-R', 'u+w', harness]);
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], harness);
  // Some cases lay a file that is no book where the book goes, to see that it is replaced whole or not at all.
  const build = `${process.execPath} ${join(folder, 'press/scripts/fleuron.cjs')} build {in} -o {out} --force`;
  run(
    process.execPath,
    ['robust.mjs', '--build', build, '--name', 'ci', '--only', classes, '--quiet', '--work', join(folder, 'work')],
    harness,
  );

  const [file] = readdirSync(join(harness, 'results')).filter((name) => name.startsWith('ci.'));
  const { rows, results } = JSON.parse(readFileSync(join(harness, 'results', file ?? ''), 'utf8'));
  const unclean = results.filter((each) => !each.clean);
  for (const { cls, id, verdict, flags, note } of unclean)
    console.error(`${cls} ${id}: ${verdict} ${flags.join(', ')} ${String(note ?? '').slice(0, 300)}`);
  const short = rows.filter((row) => row.clean !== row.cases).map((row) => row.class);
  if (results.length === 0 || short.length > 0) {
    console.error(`Not every hostile manuscript came out clean: ${short.join(', ') || 'none was tried'}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, args, cwd = root) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}`);
}
