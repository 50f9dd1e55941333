/** Long runs of each sign that has a meaning somewhere: an import of them ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../../scripts/book/limits.ts';
import { importForeign } from '../../../scripts/import/import-foreign.ts';

const signs = [
  '%% a',
  '[[',
  ']]',
  '![[',
  '::: x',
  ':::',
  '^[',
  ']{.a}',
  '](',
  '{{#include ',
  '| ',
  '> [!n]',
  '==',
  'A> ',
  '{aside}',
  '`',
  '<!-- ',
  '[^1]',
  '[^1]: ',
  '# {#a',
  '\\',
  '~',
  '^',
];
for (const sign of signs)
  test(`a long run of ${JSON.stringify(sign)} is rewritten to its end`, async () => {
    for (const text of [sign.repeat(40_000), `${sign}\n`.repeat(15_000)]) {
      const bytes = Buffer.from(`% T\n\n[[x]] {{#include y}}\n\n${text}\n\n{mainmatter}\n`);
      const { value, problems } = await importForeign({
        name: 'a.md',
        bytes,
        beside: () => undefined,
        limits: usualLimits,
      });
      assert.ok(value || problems.some(({ severity }) => severity === 'error'));
    }
  });
