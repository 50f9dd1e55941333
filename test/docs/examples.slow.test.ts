/**
 * Every example of the documents is run. A page is a folder: a block that names a file is that file; commands are run in order;
 * a book.yaml, a style sheet or Markdown without a name goes into a story. What came of each is compared with
 * `test/docs/results/`, and in a `console` block with the lines below the command. UPDATE=1 writes the results: read the
 * difference before you keep it.
 */
import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { build } from '../../scripts/index.ts';
import type { Problem } from '../../scripts/report/problem.ts';
import { readEpub } from '../tools/epub.ts';
import { filesBelow, makeFiles } from '../tools/folder.ts';
import { need, root } from '../tools/need.ts';
import { commandLines, documents, type Example, examplesOf } from './doc-pages.ts';
import { filesOfPages, isRun, preparations, storyFiles } from './example-files.ts';

/** Programs that lie first on the PATH: the command under both names that documents have for it. */
const programs = makeFiles({
  fleuron: `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'scripts/fleuron.cjs')}" "$@"\n`,
  npx: '#!/bin/sh\nexec "$@"\n',
});
for (const name of ['fleuron', 'npx']) chmodSync(join(programs, name), 0o755);

/** Blocks of a language that another test has: programs are compiled and run (test/package), help and messages are made (test/docs). */
const testedElsewhere: Readonly<Record<string, string>> = {
  'docs/api.md': 'ts',
  'docs/cli.md': 'text',
  'docs/rules.md': 'text',
};

/** Runs lines of one shell in a folder. Out: each line with what it printed, and its exit code if it is not 0. */
async function runLines(lines: readonly string[], folder: string): Promise<string> {
  const script = lines.map((line) => {
    const shown = `$ ${line}`.replaceAll("'", "'\\''");
    return `printf '%s\\n' '${shown}'\n{ ${line}\n} 2>&1; code=$?; [ $code = 0 ] || echo "[exit code $code]"`;
  });
  const home = join(folder, '.home');
  const { FLEURON_TRACE: _, SOURCE_DATE_EPOCH: __, ...env } = process.env;
  const ran = await runTool('bash', ['-c', `cd "$1"\n${script.join('\n')}`, 'bash', folder], {
    env: {
      ...env,
      HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      FLEURON_OFFICE: 'no',
      PATH: `${programs}${delimiter}${process.env['PATH']}`,
    },
    seconds: 240,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  assert.equal(ran.stderr, '');
  return settled(ran.stdout, folder);
}

/** What differs from version to version, or from folder to folder, made alike. */
const settled = (text: string, folder: string): string =>
  text
    .replaceAll(folder, '')
    .replace(/\b[0-9a-f]{40,}\b/g, '<checksum>')
    .replace(/\b\d[\d,.]* (kB|MB)/g, '… $1')
    .replace(/SHA256:\S+/, 'SHA256:<key>')
    .replace(/ \S+\/reader\/\S+/g, '') // the reader of a shelf: files that the bundler names
    .replace(/\d+ files were written/, '… files were written')
    .replaceAll(today, '<today>');

const today = new Date().toISOString().slice(0, 10);

const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ place, severity, rule, reason }) =>
    [[place?.path, place?.start?.line].filter(Boolean).join(':'), severity, rule, reason].join(' ').trim(),
  );

/** A book of a story with these files in it; its problems as lines. */
async function bookWith(files: Readonly<Record<string, string>>) {
  const { value, problems } = await build({ name: 'story', files: { ...storyFiles(), ...files } });
  const bytes = value?.editions[0]?.bytes;
  assert.ok(bytes, told(problems).join('\n'));
  const epub = readEpub(bytes);
  const names = epub.entries.map(({ name }) => name).filter((name) => name.startsWith('OEBPS/'));
  const text = (name: string): string => epub.text(name);
  const sheet = (): string =>
    names
      .filter((name) => name.endsWith('.css'))
      .map(text)
      .join('\n');
  return { lines: told(problems), names, text, sheet };
}

/** What becomes of an example that is no command and no file: lines to compare. */
const uses: Readonly<Record<string, (code: string) => Promise<readonly string[]>>> = {
  yaml: async (code) => {
    const { lines, names, text } = await bookWith({ 'book.yaml': code });
    const facts = text('OEBPS/content.opf').match(/<(?:dc:|meta property)[^>]*>[^<]+/g) ?? [];
    const chapter = names.find((name) => name.endsWith('.xhtml') && text(name).includes('for nobody'));
    const body = chapter === undefined ? '' : text(chapter).replace(/<head>[\s\S]*<\/head>|<[^>]*>/g, '');
    return [
      ...lines,
      ...facts.filter((fact) => !/schema:|dcterms:modified|ibooks:/.test(fact)),
      names.map((name) => basename(name)).join(' '),
      ...body
        .split(/\n+/)
        .map((line) => line.trim())
        .filter(Boolean),
    ];
  },
  css: async (code) => {
    const { lines, names, text, sheet } = await bookWith({ 'style.css': code });
    assert.deepEqual(
      lines.filter((line) => line.includes(' style-')),
      [],
    );
    const pages = names
      .filter((name) => name.endsWith('.xhtml'))
      .map(text)
      .join('\n');
    const classes = [...code.replace(/\{[^}]*\}/g, '').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      classes.filter((name) => !new RegExp(`class="[^"]*\\b${name}\\b`).test(pages)),
      [],
      'a class that no page has',
    );
    const others = await bookWith({});
    const known = new Set(others.sheet().split('\n'));
    return sheet()
      .split('\n')
      .filter((line) => !known.has(line));
  },
  markdown: async (code) => {
    const chapter = `${code.startsWith('#') ? '' : '# One\n\n'}${code}\nThe ferry waited.\n`;
    const { value, problems } = await build({
      name: 'story',
      files: { 'book.yaml': 'lang: en\n', 'chapter-1.md': chapter, 'book.css': '' },
    });
    const bytes = value?.editions[0]?.bytes;
    assert.ok(bytes);
    const body = /<body[^>]*>\n?([\s\S]*)<\/body>/.exec(readEpub(bytes).text('OEBPS/chapter-1.xhtml'));
    return [
      ...told(problems),
      ...(body?.[1] ?? '')
        .trim()
        .replace(/ id="_[^"]*"/g, '')
        .split('\n'),
    ];
  },
};

/** Runs an example in the folder of its page. Out: lines to compare. */
async function resultOf({ language, file, code, line }: Example, folder: string): Promise<readonly string[]> {
  if (file !== undefined) {
    if (file.endsWith('.yaml')) parseYaml(code);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
    return [];
  }
  if (language === 'console') {
    const [said, shown] = [await runLines(commandsOf(code), folder), code];
    assert.match(said, patternOf(shown), `line ${line}: what the command printed is\n${said}`);
    return [];
  }
  if (language === 'sh') {
    const before = new Set(filesBelow(folder).keys());
    const lines = commandLines(code);
    const said = await runLines(lines.filter(isRun), folder);
    const left = lines.filter((line) => !isRun(line)).map((line) => `not run: ${line}`);
    const made = [...filesBelow(folder).keys()]
      .filter((path) => !before.has(path) && !path.startsWith('.home/'))
      .sort();
    return [
      ...said.split('\n').filter(Boolean),
      ...left,
      ...(made.length > 0 ? [settled(`new: ${made.join(' ')}`, folder)] : []),
    ];
  }
  const use = uses[language];
  if (use) return use(code);
  return assert.fail(`line ${line}: no test knows what to do with a block of “${language}”`);
}

const commandsOf = (code: string): readonly string[] =>
  code
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));

/** A text in which an ellipsis stands for anything in its line, and alone in a line for lines. */
const patternOf = (text: string): RegExp => {
  const escaped = text.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/^ *…$/gm, '[\\s\\S]*').replaceAll('…', '.*')}\\n?$`);
};

const withExamples = documents.filter((document) => examplesOf(document).length > 0);

for (const document of withExamples)
  test(`the examples of ${document} do what it says`, { concurrency: true }, async (context) => {
    for (const tool of ['bash', 'sshKeygen'] as const) if ((await need(context, tool)) === undefined) return;
    const name = basename(document, '.md').toLowerCase();
    const folder = makeFiles({ '.home/x': '', ...filesOfPages });
    cpSync(join(root, 'manuscript'), join(folder, 'manuscript'), { recursive: true });
    await runLines(preparations[name] ?? [], folder);
    const results: string[] = [];
    for (const [at, example] of examplesOf(document).entries()) {
      if (example.language === testedElsewhere[document]) continue;
      const lines = await resultOf(example, folder);
      if (lines.length > 0) results.push(`## ${at + 1}: ${example.language}`, ...lines, '');
    }
    const path = join('test/docs/results', `${name}.txt`);
    const text = `${results.join('\n').trimEnd()}\n`;
    if (results.length === 0) return assert.ok(!existsSync(path), `${path} is of no use`);
    if (process.env['UPDATE']) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    assert.equal(text, readFileSync(path, 'utf8'), `${path} says what came of the examples before`);
  });

test('the examples of the rules have their problems, and the press says of them what docs/rules.md says', async () => {
  const script = `import { makeRules } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/docs.mjs')).href)}; process.stdout.write(await makeRules());`;
  const made = await runTool(process.execPath, ['--input-type=module', '-e', script], {
    env: process.env,
    seconds: 120,
  });
  assert.ok(!('failure' in made));
  assert.equal(made.stdout, readFileSync('docs/rules.md', 'utf8'), `run “npm run docs”\n${made.stderr}`);
});

test('documents with many examples were looked at', () => {
  assert.ok(withExamples.length > 15);
  assert.ok(withExamples.flatMap(examplesOf).length > 80);
});
