import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeJpeg } from '../../scripts/codecs/jpeg-codec.ts';
import type { Pixels } from '../../scripts/codecs/pixels.ts';
import { encodePng } from '../../scripts/codecs/png-codec.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { cropPicture } from '../../scripts/pictures/crop-picture.ts';
import { withOrientation } from '../../scripts/pictures/jpeg-segments.ts';

type Colour = readonly [number, number, number, number?];

/** A picture painted point by point. */
function painted(width: number, height: number, paint: (x: number, y: number) => Colour): Pixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++)
    data.set(
      [...paint(at % width, Math.floor(at / width))].map((part) => part ?? 255),
      4 * at,
    );
  return { width, height, data };
}

const whole = <Value>(value: Value | undefined): Value => value ?? assert.fail('it is not installed');
const jpegOf = async (pixels: Pixels) => whole(await encodeJpeg(pixels, 95, openAsset));
const picture = ({ width, height }: Pixels, bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png' = 'image/jpeg') =>
  ({ path: 'a', mediaType, width, height, bytes }) as const;
const size = { width: 40, height: 60 };

/** Whether a point is red, or green, or neither. */
function hue({ width, data }: Pixels, x: number, y: number): 'red' | 'green' | 'dark' {
  const [red = 0, green = 0] = data.subarray(4 * (y * width + x));
  return red > 150 && green < 100 ? 'red' : green > 150 && red < 100 ? 'green' : 'dark';
}

// The corner that is red and the one beside it, green along the first row, as cameras store what they saw in eight ways.
for (const [orientation, red, green] of [
  [1, 'top left', 'top right'],
  [2, 'top right', 'top left'],
  [3, 'bottom right', 'bottom left'],
  [4, 'bottom left', 'bottom right'],
  [5, 'top left', 'bottom left'],
  [6, 'top right', 'bottom right'],
  [7, 'bottom right', 'top right'],
  [8, 'bottom left', 'top left'],
] as const)
  test(`a picture stored as Exif’s ${orientation} is upright`, async () => {
    const [across, down] = orientation > 4 ? [60, 40] : [40, 60];
    const stored = painted(across, down, (x, y) =>
      y < 16 && x < 16 ? [255, 0, 0] : y < 16 && x >= across - 16 ? [0, 255, 0] : [0, 0, 0],
    );
    const bytes = withOrientation(await jpegOf(stored), orientation);
    const seen = whole(await cropPicture(picture(stored, bytes), size, openAsset));
    assert.deepEqual([seen.width, seen.height], [40, 60]);
    const at = (corner: string) => hue(seen, corner.endsWith('left') ? 6 : 33, corner.startsWith('top') ? 6 : 53);
    assert.deepEqual([at(red), at(green)], ['red', 'green']);
  });

test('a wide picture keeps the part in which most goes on', async () => {
  for (const from of [0, 80, 160]) {
    const stripes = painted(200, 60, (x) => (x >= from && x < from + 40 && x % 8 < 4 ? [255, 0, 0] : [0, 0, 0]));
    const seen = whole(await cropPicture(picture(stripes, await jpegOf(stripes)), size, openAsset));
    const points = Array.from({ length: 40 }, (_, x) => hue(seen, x, 30)).filter((each) => each === 'red');
    assert.ok(points.length >= 14, `${from}: ${points.length}`);
  }
});

test('a picture in which nothing stands out keeps its middle', async () => {
  const plain = painted(200, 60, (x) => (x >= 96 && x < 104 ? [255, 0, 0] : [0, 0, 0]));
  const seen = whole(await cropPicture(picture(plain, await jpegOf(plain)), size, openAsset));
  assert.equal(hue(seen, 20, 30), 'red');
});

test('a picture is scaled down, and never up', async () => {
  const large = painted(300, 300, () => [9, 9, 9]);
  const { width, height } = whole(await cropPicture(picture(large, await jpegOf(large)), size, openAsset));
  assert.deepEqual([width, height], [40, 60]);
  const tiny = painted(20, 45, () => [9, 9, 9]);
  const kept = whole(await cropPicture(picture(tiny, await jpegOf(tiny)), size, openAsset));
  assert.deepEqual([kept.width, kept.height], [20, 30]);
  const odd = painted(31, 47, () => [9, 9, 9]);
  const even = whole(await cropPicture(picture(odd, await jpegOf(odd)), size, openAsset));
  assert.deepEqual([even.width, even.height], [30, 45]);
});

test('what can be seen through is on white', async () => {
  const clear = painted(40, 60, (x) => (x < 20 ? [255, 0, 0, 0] : [255, 0, 0, 255]));
  const bytes = whole(await encodePng(clear, openAsset));
  const seen = whole(await cropPicture(picture(clear, bytes, 'image/png'), size, openAsset));
  assert.deepEqual([...seen.data.subarray(0, 3)], [255, 255, 255]);
  assert.equal(hue(seen, 30, 30), 'red');
});

test('a drawing in SVG has no pixels', async () => {
  const svg = { path: 'a', mediaType: 'image/svg+xml', width: 4, height: 6, bytes: new Uint8Array() } as const;
  assert.equal(await cropPicture(svg, size, openAsset), undefined);
});
