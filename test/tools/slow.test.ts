import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('quick tests ask for no validator, no browser and no other Node: slow ones do', () => {
  const asked = (isSlow: boolean): readonly string[] => {
    const names = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.test.ts') && name.endsWith('.slow.test.ts') === isSlow,
    );
    const tools = names.flatMap((name) =>
      [...readFileSync(join('test', name), 'utf8').matchAll(/\bneed\(\w+, ([^)]*)\)/g)].map(([, tool = '']) => tool),
    );
    return [...new Set(tools)].sort();
  };
  assert.deepEqual(asked(false), ["'bash'", "'fish'", "'shared'", "'zsh'"]);
  assert.ok(asked(true).length > 9);
});
