/**
 * Makes one executable file of this Node and the press (Node’s “single executable applications”). In: the folder of a bundle that is
 * made, and the code that the executable starts. Out: the file, for the system that this runs on.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

/** What of the bundle a command needs. */
const parts = ['assets', 'packages', 'preview', 'fleuron.cjs', 'user-cache.cjs', 'licences.txt'];

/** The mark in Node’s own file behind which it looks for what was put in (Node.js, “Single executable applications”). */
const sentinelFuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Runs Node; what it says is shown only where it fails. */
const run = (...words) => execFileSync(process.execPath, words, { stdio: 'pipe' });

export function makeExecutable({ root, folder, code }) {
  const files = new Map([['scripts/fleuron.cjs', resolve(root, 'scripts/fleuron.cjs')]]);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).replaceAll('\\', '/'))
    .filter((name) => parts.includes(name.split('/')[0]))
    .sort();
  for (const name of names) files.set(`build/${name}`, join(folder, name));
  const licence = resolve(process.execPath, '../../LICENSE'); // where Node's own archives have it
  if (existsSync(licence)) files.set('build/node-licence.txt', licence);

  const digest = createHash('sha256');
  const sizes = {};
  for (const [name, path] of files) {
    const bytes = readFileSync(path);
    sizes[name] = bytes.length;
    digest.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  const work = mkdtempSync(join(folder, 'executable-'));
  try {
    const at = (name) => join(work, name);
    writeFileSync(at('contents.json'), JSON.stringify({ digest: digest.digest('hex'), sizes }));
    writeFileSync(at('main.cjs'), code);
    const config = {
      main: at('main.cjs'),
      output: at('blob'),
      disableExperimentalSEAWarning: true,
      assets: Object.fromEntries([...files, ['contents.json', at('contents.json')]]),
    };
    writeFileSync(at('config.json'), JSON.stringify(config));
    run('--experimental-sea-config', at('config.json'));
    const made = at('made');
    copyFileSync(process.execPath, made);
    chmodSync(made, 0o755);
    const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');
    run(postject, made, 'NODE_SEA_BLOB', at('blob'), '--sentinel-fuse', sentinelFuse);
    const target = join(folder, process.platform === 'win32' ? 'fleuron.exe' : 'fleuron');
    renameSync(made, target);
    return target;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
