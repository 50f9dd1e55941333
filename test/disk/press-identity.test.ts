import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressIdentity } from '../../scripts/disk/press-identity.ts';

/** A press beside which these packages are installed, by name and version. */
const pressWith = (packages: Readonly<Record<string, string>>) =>
  pressIdentity(async (path) => {
    const version = packages[path.replace(/\/package\.json$/, '')];
    return version === undefined ? undefined : Buffer.from(JSON.stringify({ version }));
  });

test('a press is another one once a typeface for covers is installed beside it, or another version of it', async () => {
  const japanese = '@expo-google-fonts/noto-serif-jp';
  const identities = await Promise.all([
    pressWith({}),
    pressWith({ [japanese]: '0.4.3' }),
    pressWith({ [japanese]: '0.4.4' }),
    pressWith({ '@expo-google-fonts/noto-serif-kr': '0.4.3' }),
  ]);
  assert.equal(new Set(identities).size, identities.length);
  assert.equal(await pressWith({ 'left-pad': '1.0.0' }), identities[0]);
});
