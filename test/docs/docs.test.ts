import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bookKeys } from '../../scripts/book/metadata-schema.ts';
import { rules } from '../../scripts/report/rules.ts';

test('the documents made from tables are those of today’s tables', () => {
  const script = `import { makeDocs } from ${JSON.stringify(pathToFileURL(join(process.cwd(), 'scripts/docs.mjs')).href)}; process.stdout.write(JSON.stringify(await makeDocs()));`;
  const made = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as Record<string, string>;
  assert.deepEqual(Object.keys(made), [
    'docs/book.schema.json',
    'docs/cli.md',
    'docs/fleuron.1',
    'docs/limits.md',
    'docs/markdown.md',
    'docs/metadata.md',
    'docs/typography.md',
  ]);
  for (const [path, text] of Object.entries(made))
    assert.equal(readFileSync(path, 'utf8'), text, `${path} is stale: run “npm run docs”`);
});

test('every rule has its place in docs/rules.md, and no other has', () => {
  const named = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^### (.*)$/gm)].map(([, name]) => name);
  assert.deepEqual(named, Object.keys(rules), 'run “npm run docs”');
});

test('every rule is named by a test', () => {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  const words = new Set(
    tests.flatMap((path) => readFileSync(join('test', path), 'utf8').match(/[a-z\d]+(?:-[a-z\d]+)*/g)),
  );
  assert.deepEqual(
    Object.keys(rules).filter((rule) => !words.has(rule)),
    [],
  );
});

const schema = JSON.parse(readFileSync('docs/book.schema.json', 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly description: string; readonly anyOf: readonly unknown[] }>>;
};

test('every key of book.yaml is in the schema with words about it, and may be left without a value', () => {
  assert.deepEqual(Object.keys(schema.properties), Object.keys(bookKeys));
  for (const [key, { description, anyOf }] of Object.entries(schema.properties)) {
    assert.notEqual(description, '', key);
    assert.deepEqual(anyOf.at(-1), { type: 'null' }, key);
  }
});

test('where the schema wants text it takes what editors read as numbers and booleans; no choice contradicts its type', () => {
  let choices = 0;
  let texts = 0;
  const look = (node: unknown, path: string): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, enum: allowed } = node as { readonly type?: unknown; readonly enum?: unknown };
    if (Array.isArray(allowed)) {
      choices += 1;
      for (const each of allowed) if (type !== undefined) assert.equal(typeof each, type, path);
      if (allowed.includes('true')) assert.ok(allowed.includes(true), path);
    } else if (type === 'string') assert.fail(`${path} refuses “1984” typed without quotes`);
    else if (Array.isArray(type) && type.includes('string')) texts += 1;
    for (const [key, value] of Object.entries(node)) look(value, `${path}/${key}`);
  };
  look(schema.properties, '');
  assert.ok(choices > 4 && texts > 20);
});
