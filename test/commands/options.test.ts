import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Command, loadAll, type Options } from '../../scripts/commands/command.ts';
import { commands } from '../../scripts/commands/commands.ts';
import { commandHelp, generalHelp, optionRows } from '../../scripts/commands/help-pages.ts';
import { parseWords } from '../../scripts/commands/parse-words.ts';
import { fleuron } from '../tools/fleuron.ts';
import { makeFiles, makeFolder } from '../tools/folder.ts';

const all = await loadAll(commands);
const rows = optionRows(all);

/** Why a command does not take some words. */
async function refusal(command: Command, ...words: readonly string[]): Promise<string> {
  const parsed = await parseWords(command, words, commands);
  return 'reason' in parsed ? parsed.reason : 'nothing is wrong';
}

const build = await commands['build']?.();
assert.ok(build);

test('a row of the table is called as its command calls itself', () => {
  assert.deepEqual(
    Object.keys(commands),
    all.map(({ name }) => name),
  );
});

for (const command of all)
  test(`${command.name} takes its own options and refuses those of others, naming who has them`, async () => {
    const paths = Array.from({ length: command.positionals.least }, () => 'path');
    for (const { name, option } of rows) {
      const value = option.type === 'string' ? [option.choices?.[0] ?? 'text=1'] : [];
      const owners = all.filter(({ options }) => Object.hasOwn(options, name)).map((each) => each.name);
      const names = option.short === undefined ? [`--${name}`] : [`--${name}`, `-${option.short}`];
      for (const typed of names) {
        const reason = await refusal(command, ...paths, typed, ...value);
        if (owners.includes(command.name)) assert.equal(reason, 'nothing is wrong');
        else {
          assert.ok(reason.startsWith(`The command “${command.name}” has no option “${typed}”`), reason);
          for (const owner of owners) assert.match(reason, new RegExp(`option of .*\\b${owner}\\b`));
        }
      }
    }
  });

test('what is read of a command line has the types that are declared', async () => {
  const words = ['a', '-qo', 'b', '--edition', 'kobo', '--edition=web', '--limit=text=1', '--', '--json'];
  const parsed = await parseWords({ ...build, positionals: { ...build.positionals, most: 2 } }, words, commands);
  assert.ok('values' in parsed);
  assert.deepEqual({ ...parsed.values }, { quiet: true, output: 'b', edition: ['kobo', 'web'], limit: ['text=1'] });
  assert.deepEqual(parsed.paths, ['a', '--json']);
});

/** Words after `fleuron build`, and why they are refused. */
const refused: readonly (readonly [readonly string[], RegExp])[] = [
  [['--jsno'], /no option “--jsno”, so nothing was done\. Did you mean “--json”\?$/],
  [['--frobnicate'], /no option “--frobnicate”, so nothing was done\. → fleuron build --help lists its options$/],
  [['--constructor'], /no option “--constructor”/],
  [['-x'], /no option “-x”/],
  [['-o'], /“-o” has no value, so nothing was done\. → Write: --output=PATH$/],
  [['-o', '--json'], /“-o” has no value/],
  [['--edition'], /“--edition” has no value/],
  [['--json=yes'], /“--json” takes no value, so nothing was done\. → Write: --json$/],
  [['--edition', 'indle'], /^There is no edition “indle”, only epub, .* and all\. Did you mean “kindle”\?$/],
  [['--edition', 'kobo', '--edition', ''], /^There is no edition “”/],
  [['a', 'b'], /^“b” is one too many: the command “build” takes one path\.$/],
  [['-o', '-'], /^nothing is wrong$/],
  [['--output=--json'], /^nothing is wrong$/],
];
for (const [words, reason] of refused)
  test(`fleuron build ${words.join(' ')}: ${reason.source}`, async () => {
    assert.match(await refusal(build, ...words), reason);
  });

test('where no path is given, and the usual folder is not there, a line says what to write', async () => {
  const send = await commands['send']?.();
  assert.ok(send);
  const folder = makeFiles({ 'My Story/book.yaml': 'title: A' });
  const before = process.cwd();
  try {
    process.chdir(folder);
    assert.equal(await refusal(build), "There is no folder “manuscript” here. → Write: fleuron build 'My Story'");
    process.chdir('My Story');
    const reason = 'There is no folder “manuscript” here; this folder is a story itself. → Write: fleuron send .';
    assert.equal(await refusal(send), reason);
    assert.equal(await refusal(send, '--list'), 'nothing is wrong');
    process.chdir(makeFolder());
    assert.match(await refusal(build), /“manuscript” here\. → Write: fleuron build my-story$/);
  } finally {
    process.chdir(before);
  }
});

test('a path that is never read is refused', async () => {
  const typeset = await commands['typeset']?.();
  assert.ok(typeset);
  assert.match(await refusal(typeset, 'a.md'), /“a\.md” was not read\. → Write: fleuron typeset < in\.md > out\.md$/);
});

test('the help of a command has all its options, and the first page all commands', () => {
  const first = generalHelp(all);
  for (const command of all) {
    assert.ok(first.includes(`fleuron ${command.name}`), command.name);
    assert.ok(first.includes(command.summary), command.summary);
    const page = commandHelp(command);
    assert.ok(page.startsWith(`fleuron ${command.name}`));
    for (const name of Object.keys(command.options satisfies Options))
      assert.match(page, new RegExp(`^ {2}(?: {4}|-\\w, )--${name}\\b`, 'm'));
    const tooLong = page.split('\n').filter((line) => line.length > 100 && !line.startsWith('  '));
    assert.deepEqual(tooLong, []);
  }
  for (const line of first.split('\n')) assert.ok(line.length <= 110, line);
  assert.match(first, /^ {2}-q, --quiet /m);
  assert.doesNotMatch(first, /--smtp/);
});

test('init does not take an edition, and says who does', async () => {
  const { status, stderr, stdout } = await fleuron(['init', '/nowhere/at/all', '--edition', 'kobo']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.equal(
    stderr,
    'fleuron: The command “init” has no option “--edition”, so nothing was done. → It is an option of build, check, library and send\n',
  );
});

test('options may stand before the command', async () => {
  const { status, stdout } = await fleuron(['--json', 'build', '/nowhere/at/all']);
  assert.equal(status, 1);
  assert.match(stdout, /manuscript-missing/);
  assert.match((await fleuron(['-h', 'verify'])).stdout, /^fleuron verify </);
});

test('options without a command are not understood', async () => {
  const { status, stderr } = await fleuron(['--json']);
  assert.equal(status, 2);
  assert.match(stderr, /^fleuron: There is no command after “--json”/);
});
