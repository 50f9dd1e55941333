import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asStarted, forShell } from '../../scripts/commands/next-step.ts';

test('commands are written as the press was started', () => {
  const text = 'fleuron: nothing. Write: fleuron build a, or “fleuron <command> --help”.\nTry: fleuron --help';
  assert.equal(asStarted(text, {}), text);
  assert.equal(
    asStarted(text, { npm_lifecycle_event: 'npx' }),
    'fleuron: nothing. Write: npx fleuron build a, or “npx fleuron <command> --help”.\nTry: npx fleuron --help',
  );
  for (const other of ['fleuron 0.1.0', '/opt/fleuron build', 'my-fleuron book', 'Fleuron makes'])
    assert.equal(asStarted(other, { npm_lifecycle_event: 'npx' }), other);
});

const paths: readonly (readonly [path: string, sh: string, windows: string])[] = [
  ['my-story/chapter-1.md', 'my-story/chapter-1.md', 'my-story/chapter-1.md'],
  ['扉/Söhne', '扉/Söhne', '扉/Söhne'],
  ['My Story', "'My Story'", '"My Story"'],
  ["it's", "'it'\\''s'", `"it's"`],
  ['a&b', "'a&b'", '"a&b"'],
  ['a$b', "'a$b'", '"a$b"'],
  ['~x', "'~x'", '"~x"'],
  ['-o', './-o', './-o'],
  ['C:\\books', "'C:\\books'", 'C:\\books'],
  ['', "''", '""'],
];

for (const [path, sh, windows] of paths)
  test(`a shell takes “${path}” as ${sh}`, () => {
    assert.deepEqual([forShell(path, 'linux'), forShell(path, 'win32')], [sh, windows]);
  });
