/** Every command line that the documents print is one that the command understands, and what messages point to is in the package. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commands } from '../../scripts/commands/commands.ts';
import { parseWords } from '../../scripts/commands/parse-words.ts';
import { documents } from './doc-pages.ts';

/** The words behind `fleuron` in a line of a shell: up to a pipe, a redirection or a comment. */
function wordsOf(line: string): readonly string[] {
  const [own = ''] = line.replace(/^(?:npx )?fleuron ?/, '').split(/ (?:[|<>#]|&&)/);
  return [...own.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([whole, single, double]) => single ?? double ?? whole);
}

/** What is wrong with a command line; undefined where it is understood. */
async function faultOf(line: string): Promise<string | undefined> {
  const [name = '', ...words] = wordsOf(line);
  if (name === '' || /^--?(?:help|version)$/.test(name)) return undefined;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return `no command “${name}”`;
  const parsed = await parseWords(await load(), words, commands);
  // In a sentence a command may stand without the path or the value that it needs.
  return 'reason' in parsed && !/ needs an? | has no value/.test(parsed.reason) ? parsed.reason : undefined;
}

for (const document of [...documents, 'CONTRIBUTING.md', 'SECURITY.md'])
  test(`${document} prints command lines that are understood`, async () => {
    const text = readFileSync(document, 'utf8');
    const lines = text.match(/(?<=^(?:\$ )?|`)(?:npx )?fleuron [a-z-][^`\n]*/gm) ?? [];
    // Brackets and bars stand for what may be typed, in a table of all commands.
    for (const line of lines.filter((each) => !/[[\\]/.test(each))) assert.equal(await faultOf(line), undefined, line);
  });

test('a command line with a slip is found', async () => {
  assert.match(String(await faultOf('fleuron build story --editions kobo')), /no option/);
  assert.match(String(await faultOf('npx fleuron biuld story')), /no command/);
  assert.deepEqual(wordsOf("fleuron send s --password-command 'pass show mail'   # or so"), [
    'send',
    's',
    '--password-command',
    'pass show mail',
  ]);
});

test('the pages that messages and help name are in the package', () => {
  const sources = readdirSync('scripts', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const named = sources.flatMap(
    (name) => readFileSync(join('scripts', name), 'utf8').match(/\bdocs\/[\w.-]+\.(?:md|json)\b/g) ?? [],
  );
  assert.ok(named.length > 40);
  assert.deepEqual(
    [...new Set(named)].filter((path) => !existsSync(path) && path !== 'docs/contents.md'),
    [],
  );
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };
  for (const each of ['docs/*.md', 'docs/book.schema.json', 'SECURITY.md']) assert.ok(files.includes(each), each);
});
