import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendYaml } from '../../scripts/metadata/mend-yaml.ts';

const long = 150_000;
/** Lines that a careless pattern would walk again and again. */
const hostile: readonly string[] = [
  ' '.repeat(long),
  '\t'.repeat(long),
  `title:${' '.repeat(long)}#1 x`,
  `title: a${' '.repeat(long)}b #1 #${' '.repeat(long)}`,
  `title: ${'a:'.repeat(long)}`,
  `title: ${'“'.repeat(long)}`,
  `tags: [${'“,'.repeat(long)}`,
  `tags: [${' '.repeat(long)}“`,
  `title: "${'\\'.repeat(long)}`,
  `title: '${"''".repeat(long)}`,
  `${'- '.repeat(long)}a`,
  'a'.repeat(long),
  `${'a\n'.repeat(long)}`,
  `title: x\n${' y\n'.repeat(long)}`,
];

for (const [at, text] of hostile.entries())
  test(`reads hostile text ${at} to its end`, () => {
    for (const isBroken of [false, true]) {
      const { text: mended } = mendYaml(text, isBroken);
      assert.equal(mended.split('\n').length, text.split('\n').length);
    }
  });

test('text that YAML reads as it is meant stays to the byte', () => {
  const text =
    'title: "A: B"\ntags: [a, "b #1"]\nauthor:\n  - name: x\n    role: editor\ndescription: >-\n  “q”\n# remark #2\n';
  assert.deepEqual(mendYaml(text, false), { text, slips: [] });
});
