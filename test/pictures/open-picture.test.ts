import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualLimits } from '../../scripts/book/limits.ts';
import { pictureOpener } from '../../scripts/pictures/open-picture.ts';
import { problem } from '../../scripts/report/problem.ts';
import { tell } from '../tools/manuscript.ts';
import { bytes, png, svg } from './make.ts';

const base64 = (content: Uint8Array): string => Buffer.from(content).toString('base64');
const open = pictureOpener(
  { open: (path) => assert.fail(`${path.slice(0, 40)} was looked for in the manuscript`) },
  () => assert.fail('nothing of the press is needed'),
  usualLimits,
);
const place = { path: 'a.md', start: { line: 1, column: 1 } };

for (const [how, address, mediaType] of [
  ['in base 64', `data:image/png;base64,${base64(png())}`, 'image/png'],
  ['whatever it says it is', `data:image/jpeg;base64,${base64(png())}`, 'image/png'],
  [
    'in percent signs',
    `data:image/svg+xml,${encodeURIComponent(Buffer.from(svg('<path d="M0 0"/>')).toString())}`,
    'image/svg+xml',
  ],
] as const) {
  test(`a picture in its address, ${how}, is told by its bytes`, async () => {
    const { value, problems } = await open(address, place);
    assert.deepEqual([value?.mediaType, value?.sha256, problems], [mediaType, undefined, []]);
  });
}

test('a drawing in an address is cleaned as any is', async () => {
  const { value, problems } = await open(
    `data:,${encodeURIComponent(String(Buffer.from(svg('<script>x</script>'))))}`,
    place,
  );
  assert.deepEqual(problems.map(tell), ['a.md:1:1 picture-cleaned']);
  assert.doesNotMatch(Buffer.from(value?.bytes ?? []).toString(), /script/);
});

for (const address of [
  'data:',
  'data:image/png;base64,AAAA',
  'data:,%',
  `data:;base64,${base64(bytes('x'.repeat(9999)))}`,
]) {
  test(`${address.slice(0, 30)} is no picture, and told in a short line`, async () => {
    const { value, problems } = await open(address, place);
    assert.equal(value, undefined);
    assert.deepEqual(problems.map(tell), ['a.md:1:1 picture-missing']);
    assert.ok((problems[0]?.reason.length ?? 0) < 120);
  });
}

for (const [asked, hint] of [
  ['map.jpg', 'There is “Map.JPG”: capitals count.'],
  ['Maap.JPG', 'Did you mean “Map.JPG”?'],
  ['pictures/map.jpg', 'Did you mean “Map.JPG”?'],
  ['door.png', 'Put the picture there, or mend its name.'],
] as const) {
  test(`${asked}, which is not there, is told with what was meant: ${hint}`, async () => {
    const missing = problem('picture-missing', place, 'R');
    const manuscript = { open: () => ({ problem: missing }), pictures: ['Map.JPG'] };
    const { problems } = await pictureOpener(manuscript, () => assert.fail(), usualLimits)(asked, place);
    assert.deepEqual(problems, [{ ...missing, hint }]);
  });
}
