/** Every path that the documents name is there: a document that names a file that has moved misleads. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const listed = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/'));

const folders = ['.ci', '.github', 'bench', 'docs', 'manuscript', 'scripts', 'templates', 'test'];
/** Files and folders of the project, each with a slash before it and a folder with one behind it. */
const ours = [...readdirSync('.'), ...folders.flatMap(listed)].map((path) => `/${path}/`);
const documents = [...readdirSync('.'), ...listed('docs'), ...listed('.github')].filter((path) => path.endsWith('.md'));
/** These speak to developers: a file in them is one of ours, and may be named by the end of its path. */
const forDevelopers =
  /^(?:CONTRIBUTING\.md|SECURITY\.md|docs\/(?:architecture|dependencies)\.md|docs\/decisions\/.*|\.github\/.*)$/;

/** What a document names in code: paths from the root, and for developers all that has a slash or is a source. */
function namedIn(path: string, text: string): readonly string[] {
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span);
  const isOurs = forDevelopers.test(path)
    ? (span: string) => /^(?!\.\.)[\w.][\w./-]*(?:\/|\.(?:ts|mjs|cjs|ejs))$|^(?!\.\.)[\w.][\w.-]*\/[\w./-]+$/.test(span)
    : (span: string) => /^(?:scripts|test|docs|bench)\//.test(span);
  return spans.filter(isOurs);
}

/** What is made is not looked for: a fresh clone has none of it. */
const isMade = (span: string): boolean => /^(?:build|dist)\//.test(span);
const isThere = (span: string): boolean =>
  isMade(span) ||
  existsSync(span) ||
  ours.some((path) => path.includes(`/${span.replace(/^\.\//, '').replace(/\/$/, '')}/`));

for (const document of documents) {
  const text = readFileSync(document, 'utf8');
  const prose = text.replace(/^```[\s\S]*?^```|`[^`]*`/gm, '');
  const links = [...prose.matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const named = namedIn(document, text);
  if (named.length + links.length === 0) continue;
  test(`what ${document} names is there`, () => {
    assert.deepEqual(
      links.filter((link) => !existsSync(join(dirname(document), link))),
      [],
    );
    assert.deepEqual(
      named.filter((span) => !isThere(span)),
      [],
    );
  });
}

test('paths are looked for in the documents that have most of them', () => {
  const count = (path: string): number => namedIn(path, readFileSync(path, 'utf8')).length;
  assert.ok(count('docs/architecture.md') > 50);
  assert.ok(count('CONTRIBUTING.md') > 10);
  assert.ok(!isThere('render/html/') && !isThere('bring-in.ts') && !isThere('cover/typeface.ts'));
});
