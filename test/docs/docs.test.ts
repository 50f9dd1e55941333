import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

test('the documents made from tables are those of today’s tables', () => {
  const script = `import { makeDocs } from ${JSON.stringify(pathToFileURL(join(process.cwd(), 'scripts/docs.mjs')).href)}; process.stdout.write(JSON.stringify(await makeDocs()));`;
  const made = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as Record<string, string>;
  assert.deepEqual(Object.keys(made), ['docs/book.schema.json', 'docs/metadata.md', 'docs/rules.md']);
  for (const [path, text] of Object.entries(made))
    assert.equal(readFileSync(path, 'utf8'), text, `${path} is stale: run “npm run docs”`);
});
