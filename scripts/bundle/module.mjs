/** What Node programs import, as `build/index.js`: a door to the command's bundle beside it, which holds the whole press. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const path = fileURLToPath(new URL('fleuron.cjs', import.meta.url));
const unit = { exports: {} };
// As the launcher runs it: a script, with what modules have.
new Script(readFileSync(path, 'latin1'), { filename: path })
  .runInThisContext()
  .call(unit.exports, unit.exports, createRequire(path), unit, path, dirname(path), (name) => import(name));

export const { build, check, importStory, typeset } = await unit.exports.api();
