import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { designOptions, ornamentColours, partsOf } from '../../scripts/book/design.ts';
import { withForms } from '../../scripts/book/style-sheet.ts';
import { themeNames } from '../../scripts/book/themes.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { root } from '../tools/need.ts';

test('each part that an option names is a file of templates/options, and each file is named', () => {
  const named = new Set(Object.values(designOptions).flatMap((values) => Object.values(values).flat()));
  const files = readdirSync(join(root, 'templates/options')).map((name) => name.replace(/(?:-modern)?\.css$/, ''));
  assert.deepEqual([...new Set(files)].sort(), [...named].sort());
});

test('parts come in the order of the table, whatever the order that an author typed', () => {
  assert.deepEqual(partsOf({ paragraphs: 'both', opening: 'none' }), ['no-initial', 'no-lead-in', 'space', 'indent']);
  assert.deepEqual(partsOf({ number: 'roman', 'number-place': 'above', 'ornament-colour': 'wine' }), []);
});

test('a theme’s sheets end with what options add, and are as they were without them', async () => {
  for (const theme of themeNames) {
    const { value: own } = await chooseTemplates(new Map(), { theme });
    const plain = withForms(own, new Set());
    const options = { alignment: 'ragged', 'ornament-colour': 'wine' } as const;
    const changed = withForms(own, new Set(), { options });
    for (const name of ['style.css', 'modern.css'] as const) assert.equal(plain.get(name), own.get(name));
    assert.equal(
      changed.get('style.css'),
      `${own.get('style.css')}\np { text-align: left; }\n.scene-break, .number-ornament, .book-ornament { color: #b0485a; }\n`,
    );
    assert.equal(changed.get('modern.css'), `${own.get('modern.css')}\n[dir="rtl"] p { text-align: start; }\n`);
  }
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

for (const [name, colour] of Object.entries(ornamentColours))
  test(`an ornament in ${name} is seen by day, on sepia and at night`, () => {
    for (const ground of ['#ffffff', '#f4ecd8', '#1a1a1a', '#000000']) {
      const [one, other] = [luminance(colour), luminance(ground)];
      assert.ok((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3, ground);
    }
  });
