import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeJpeg, encodeJpeg } from '../../scripts/codecs/jpeg-codec.ts';
import type { Pixels } from '../../scripts/codecs/pixels.ts';
import { decodePng, encodePng } from '../../scripts/codecs/png-codec.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';
import { preparePicture } from '../../scripts/pictures/prepare-picture.ts';
import { bytes, chunk, gif, jpeg, png, segment, svg } from './make.ts';
import { animated, avif, cmyk, exif, gradient, webp } from './real.ts';

const place = { path: 'chapter.md', start: { line: 3, column: 1 } };
const take = (data: Uint8Array, open = openAsset) => preparePicture({ bytes: data, path: 'p/a.jpg', place }, open);
const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('Unexpected lack of a value');
  return value;
};
const jpegOf = async (pixels: Pixels) => must(await encodeJpeg(pixels, 90, openAsset));
const pngOf = async (pixels: Pixels) => must(await encodePng(pixels, openAsset));
const latin = (data: Uint8Array): string => Buffer.from(data).toString('latin1');

/** A picture of one colour. */
const flat = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8Array(4 * width * height).fill(255),
});

/** Whether two colours look the same. */
const near = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 14);

for (const [name, data] of [
  ['a JPEG', jpeg()],
  ['a JPEG that says which side is up, and no more', withExif(6, false)],
  ['a PNG', png()],
  ['a PNG with words of no place', png({ extra: [chunk('tEXt', [...Buffer.from('Author\0Ann')])] })],
  ['a GIF', gif(3)],
] as const)
  test(`${name} passes byte for byte`, async () => {
    const { value, problems } = await take(data);
    assert.deepEqual(problems, []);
    assert.equal(value?.bytes, data);
  });

function withExif(orientation: number, tellsPlace: boolean, little = false): Uint8Array {
  const app1 = segment(0xe1, [...Buffer.from('Exif\0\0'), ...exif(orientation, tellsPlace, little)]);
  const whole = jpeg();
  return bytes(whole.subarray(0, 2), app1, whole.subarray(2));
}

for (const little of [false, true])
  for (const orientation of [1, 6, 8])
    test(`a JPEG with side ${orientation} up loses its place only (${little ? 'little' : 'big'}-endian)`, async () => {
      const { value, problems } = await take(withExif(orientation, true, little));
      assert.deepEqual(
        problems.map(({ rule, severity }) => [rule, severity]),
        [['picture-place', 'hint']],
      );
      const expected = orientation === 1 ? jpeg() : withExif(orientation, false);
      assert.deepEqual([...must(value).bytes], [...expected]);
      assert.deepEqual((await take(must(value).bytes)).problems, [], 'and has none any more');
    });

const xmp = '<x:xmpmeta><rdf:Description exif:GPSLatitude="51,30N"/></x:xmpmeta>';
const packed = [...deflateSync(xmp)];
const told: readonly (readonly [string, Uint8Array])[] = [
  [
    'a JPEG with a place in XMP',
    bytes([0xff, 0xd8], segment(0xe1, [...Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)]), jpeg().subarray(2)),
  ],
  ['a JPEG with damaged Exif', bytes([0xff, 0xd8], segment(0xe1, [...Buffer.from('Exif\0\0MM')]), jpeg().subarray(2))],
  ['a PNG with a place in Exif', png({ extra: [chunk('eXIf', exif(1, true))] })],
  ['a PNG with a place in XMP', png({ extra: [chunk('iTXt', [...Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)])] })],
  [
    'a PNG with a place in packed XMP',
    png({ extra: [chunk('iTXt', [...Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), ...packed])] }),
  ],
  ['a PNG with a place in packed words', png({ extra: [chunk('zTXt', [...Buffer.from('Note\0\0'), ...packed])] })],
  [
    'a PNG with Exif written out',
    png({ extra: [chunk('tEXt', [...Buffer.from('Raw profile type exif\0\nexif\n 8\n4d4d')])] }),
  ],
  [
    'a PNG with packed words that nobody can read',
    png({ extra: [chunk('zTXt', [...Buffer.from('Note\0\0no zlib')])] }),
  ],
];
for (const [name, data] of told)
  test(`${name} goes on without it`, async () => {
    const { value, problems } = await take(data);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['picture-place'],
    );
    assert.deepEqual([...must(value).bytes], [...(value?.mediaType === 'image/png' ? png() : jpeg())]);
  });

test('WebP, AVIF and CMYK become JPEG, as their pixels were', async () => {
  const source = gradient(60, 40);
  for (const [name, data, at, expected] of [
    ['WebP', await webp(source), 4 * (20 * 60 + 30), [127, 127, 128]],
    ['AVIF', await avif(source), 4 * (20 * 60 + 30), [127, 127, 128]],
    ['CMYK', cmyk, 0, [0xc0, 0x20, 0x40]],
    ['WebP', animated(await webp(source), 60, 40), 4 * (20 * 60 + 30), [127, 127, 128]],
  ] as const) {
    const { value, problems } = await take(data);
    assert.deepEqual(
      problems.map(({ rule, severity }) => [rule, severity]),
      [['picture-converted', 'hint']],
    );
    assert.ok(problems[0]?.reason.includes(name));
    assert.equal(value?.mediaType, 'image/jpeg');
    const pixels = must(await decodeJpeg(must(value).bytes, 1e9, openAsset));
    assert.deepEqual([pixels.width, pixels.height], [value?.width, value?.height]);
    assert.ok(near([...pixels.data.subarray(at, at + 3)], expected), `${name}: ${pixels.data.subarray(at, at + 3)}`);
    const again = await take(must(value).bytes);
    assert.deepEqual([again.problems, again.value?.bytes], [[], value?.bytes], 'what was converted stays as it is');
  }
});

test('a transparent WebP and a drawn one become PNG', async () => {
  for (const data of [await webp(gradient(40, 30, (x) => (x < 20 ? 0 : 255))), await webp(gradient(40, 30), true)]) {
    const { value } = await take(data);
    assert.equal(value?.mediaType, 'image/png');
  }
  const { value } = await take(
    await webp(
      gradient(40, 30, (x) => (x < 20 ? 0 : 255)),
      true,
    ),
  );
  const pixels = must(await decodePng(must(value).bytes, openAsset));
  assert.deepEqual([pixels.data[3], pixels.data[4 * 30 + 3]], [0, 255]);
});

test('an animated WebP says that the first picture is kept', async () => {
  const { problems } = await take(animated(await webp(gradient(20, 20)), 20, 20));
  assert.match(problems[0]?.reason ?? '', /animated.*first picture/);
});

test('a wall of pixels is scaled in its proportions, and keeps its side and its profile', async () => {
  const wall = await jpegOf(gradient(3000, 2000));
  const profile = segment(0xe2, [...Buffer.from('ICC_PROFILE\0\x01\x01a profile of colours')]);
  const side = segment(0xe1, [...Buffer.from('Exif\0\0'), ...exif(6, true)]);
  const { value, problems } = await take(bytes(wall.subarray(0, 2), side, profile, wall.subarray(2)));
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['picture-scaled'],
  );
  assert.deepEqual([value?.mediaType, value?.width, value?.height], ['image/jpeg', 2898, 1932]);
  const text = latin(must(value).bytes);
  assert.ok(text.includes('a profile of colours') && text.includes('Exif\0\0MM'));
  const again = await take(must(value).bytes);
  assert.deepEqual([again.problems, again.value?.bytes], [[], value?.bytes]);
});

test('a PNG that is too large stays a PNG, with the meaning of its colours', async () => {
  const wall = await pngOf(flat(3000, 2000));
  const { value } = await take(bytes(wall.subarray(0, 33), chunk('gAMA', [0, 0, 0xb1, 0x8f]), wall.subarray(33)));
  assert.deepEqual([value?.mediaType, value?.width, value?.height], ['image/png', 2898, 1932]);
  assert.ok(latin(must(value).bytes).includes('gAMA'));
});

test('the same picture gives the same bytes everywhere', async () => {
  const hashes = [];
  for (const data of [
    await webp(gradient(60, 40), true),
    cmyk,
    await jpegOf(gradient(3000, 2000)),
    await pngOf(flat(3000, 2000)),
  ])
    hashes.push(
      createHash('sha256')
        .update(must((await take(data)).value).bytes)
        .digest('hex')
        .slice(0, 16),
    );
  assert.deepEqual(hashes, ['1c47317ea261c6dd', '72df4eaa61d251b5', '1c5fa5957870db7a', 'aaaad18b665406c4']);
});

const wholeWebp = webp(gradient(30, 30));
const broken: readonly (readonly [string, () => Promise<Uint8Array>, string])[] = [
  ['a WebP that ends too soon', async () => (await wholeWebp).subarray(0, 60), 'picture-corrupt'],
  ['a WebP without pixels', async () => bytes('RIFF', [12, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0]), 'picture-corrupt'],
  ['a WebP of rubbish', async () => Uint8Array.from(await wholeWebp, (byte, at) => (at > 40 ? at % 251 : byte)), ''],
  ['an AVIF that ends too soon', async () => (await avif(gradient(30, 30))).subarray(0, 200), 'picture-corrupt'],
  ['an AVIF without a size', async () => bytes([0, 0, 0, 16], 'ftypavif', [0, 0, 0, 0]), 'picture-corrupt'],
  [
    'a WebP of a wall of pixels',
    async () => bytes('RIFF', [22, 0, 0, 0], 'WEBPVP8L', [10, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0]),
    'picture-too-large',
  ],
];
for (const [name, data, rule] of broken)
  test(`${name} is told, and nothing is thrown`, async () => {
    const { value, problems } = await take(await data());
    if (rule === '') assert.ok(value || problems[0]?.rule === 'picture-corrupt');
    else assert.deepEqual([value, problems.map((each) => each.rule)], [undefined, [rule]]);
  });

test('without the packages that convert, a picture is refused with a way out', async () => {
  const { value, problems } = await take(await wholeWebp, async () => undefined);
  assert.equal(value, undefined);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['picture-refused'],
  );
  assert.match(problems[0]?.hint ?? '', /JPEG or PNG/);
});

test('a JPEG or PNG that cannot be mended is kept as it is, with a warning', async () => {
  const torn = Uint8Array.from(cmyk);
  torn.fill(0x55, -8, -2); // pixels that are none
  for (const [name, data, open] of [
    ['CMYK with torn pixels', torn, openAsset],
    ['a wall, without the packages', await jpegOf(gradient(3000, 2000)), async () => undefined],
    ['a wall of a PNG, without the packages', await pngOf(flat(3000, 2000)), async () => undefined],
  ] as const) {
    const { value, problems } = await take(data, open);
    assert.deepEqual(
      [name, problems.map(({ rule, severity }) => [rule, severity])],
      [name, [['picture-kept', 'warning']]],
    );
    assert.equal(value?.bytes, data);
  }
});

test('a drawing is read as ever', async () => {
  assert.equal((await take(svg('<rect width="5" height="5"/>'))).value?.mediaType, 'image/svg+xml');
});

test('whatever bytes stand where pictures tell things, one answer comes back', async () => {
  const app1 = fc.uint8Array({ maxLength: 60 }).map((data) => {
    const whole = jpeg();
    return bytes(whole.subarray(0, 2), segment(0xe1, [...Buffer.from('Exif\0\0MM\0*'), ...data]), whole.subarray(2));
  });
  const words = fc.uint8Array({ maxLength: 60 }).map((data) => png({ extra: [chunk('iTXt', data)] }));
  const riff = fc.uint8Array({ maxLength: 80 }).map((data) => bytes('RIFF', [data.length + 4, 0, 0, 0], 'WEBP', data));
  const boxes = fc.uint8Array({ maxLength: 80 }).map((data) => bytes([0, 0, 0, 12], 'ftypavif', data));
  await fc.assert(
    fc.asyncProperty(fc.oneof(app1, words, riff, boxes), async (data) => {
      const { value, problems } = await take(data);
      assert.ok(value !== undefined || problems.length === 1);
    }),
  );
});

test('a cover smaller than shelves want is enlarged; another picture is not', async () => {
  for (const [data, size] of [
    [await jpegOf(flat(700, 1000)), [1400, 2000]],
    [await pngOf(flat(1000, 900)), [1556, 1400]],
    [await jpegOf(flat(70, 100)), [1400, 2000]],
    [await pngOf(flat(10, 100)), [10, 100]], // it would be larger than a book’s pictures are
    [await jpegOf(flat(1400, 1500)), [1400, 1500]],
  ] as const) {
    const given = { bytes: data, path: 'cover.jpg', place };
    const { value, problems } = await preparePicture({ ...given, use: 'cover' }, openAsset);
    assert.deepEqual([value?.width, value?.height], size);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      value?.bytes.length === data.length ? [] : ['cover-enlarged'],
    );
    assert.equal((await preparePicture(given, openAsset)).value?.bytes, data);
    assert.deepEqual(
      await preparePicture({ ...given, use: 'cover' }, openAsset),
      { value, problems },
      'the same each time',
    );
  }
});
