import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { readPicture } from '../../scripts/pictures/read-picture.ts';
import { bytes, chunk, gif, jpeg, png, segment, signature, svg } from './make.ts';

const place = { path: 'chapter.md', start: { line: 3, column: 1 } };
const read = (data: Uint8Array) => readPicture(data, place, 'p/a.png');
const text = (value: string) => new TextEncoder().encode(value);

/** Two rows of three pixels, each with the filter that its first byte names. */
const rowsOfKinds = (...kinds: readonly number[]): Uint8Array =>
  bytes(...kinds.map((kind) => [kind, ...new Uint8Array(9)]));

const good: readonly [string, Uint8Array, string, number, number][] = [
  ['a PNG', png(), 'image/png', 3, 2],
  ['a PNG of the last of its kinds of rows', png({ raw: rowsOfKinds(4, 4) }), 'image/png', 3, 2],
  ['a grey PNG of one bit', png({ width: 9, depth: 1, type: 0 }), 'image/png', 9, 2],
  ['a PNG with a palette', png({ type: 3, extra: [chunk('PLTE', [0, 0, 0])] }), 'image/png', 3, 2],
  ['an interlaced PNG', png({ width: 9, height: 9, interlace: 1, raw: new Uint8Array(262) }), 'image/png', 9, 9],
  [
    'a PNG with a palette of 256 colours',
    png({ type: 3, extra: [chunk('PLTE', new Uint8Array(768))] }),
    'image/png',
    3,
    2,
  ],
  ['a PNG with text in it', png({ extra: [chunk('tEXt', [...Buffer.from('Title\0x')])] }), 'image/png', 3, 2],
  ['a PNG with something after its end', bytes(png(), 'more'), 'image/png', 3, 2],
  ['a baseline JPEG', jpeg(), 'image/jpeg', 8, 8],
  ['a progressive JPEG', jpeg(0xc2, 300, 200), 'image/jpeg', 300, 200],
  ['a GIF', gif(), 'image/gif', 2, 2],
  ['an animated GIF', gif(3), 'image/gif', 2, 2],
  ['an SVG', svg('<rect width="5" height="5"/>'), 'image/svg+xml', 10, 20],
];
for (const [name, data, mediaType, width, height] of good) {
  test(`reads ${name} by its content, whatever its name`, () => {
    const { value, problems } = read(data);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [value?.mediaType, value?.width, value?.height, value?.path],
      [mediaType, width, height, 'p/a.png'],
    );
    if (mediaType !== 'image/svg+xml') assert.equal(value?.bytes, data);
  });
}

/** In which pass a pixel of each eight by eight comes (PNG §8.2, Adam7). */
const passes = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777'];

/** The lengths of an interlaced picture's rows, in bytes with their filters, pass by pass, of RGB pixels. */
function interlacedRows(width: number, height: number): readonly number[] {
  return [...'1234567'].flatMap((pass) =>
    Array.from({ length: height }, (_, y) => {
      const row = passes[y % 8] ?? '';
      return Array.from({ length: width }, (_, x) => row[x % 8]).filter((each) => each === pass).length;
    }).flatMap((pixels) => (pixels > 0 ? [1 + 3 * pixels] : [])),
  );
}

for (const [width, height] of [
  [1, 1],
  [2, 3],
  [5, 1],
  [1, 5],
  [4, 9],
  [17, 10],
] as const)
  test(`knows each row of an interlaced PNG of ${width} × ${height}, to the last`, () => {
    const rows = interlacedRows(width, height);
    const size = rows.reduce((sum, length) => sum + length, 0);
    const picture = (raw: Uint8Array) => read(png({ width, height, interlace: 1, raw }));
    const last = rows.at(-1) ?? 0;
    assert.deepEqual(picture(new Uint8Array(size)).problems, []);
    assert.deepEqual(
      picture(new Uint8Array(size - 1)).problems.map(({ rule }) => rule),
      ['picture-corrupt'],
    );
    for (let at = 0, row = 0; row < rows.length; at += rows[row] ?? 0, row++) {
      assert.deepEqual(picture(new Uint8Array(size).fill(4, at, at + 1)).problems, [], `row ${row}`);
      assert.equal(picture(new Uint8Array(size).fill(5, at, at + 1)).problems.length, 1, `row ${row}`);
    }
    assert.deepEqual(picture(new Uint8Array(size).fill(9, size - last + 1)).problems, [], 'pixels are no kinds');
  });

const flipped = (data: Uint8Array, at: number) =>
  Uint8Array.from(data, (byte, index) => (index === at ? byte ^ 0xff : byte));
/** A PNG of one pixel: its header’s last five bytes, its other chunks, and the bytes of its row. */
const pngOf = (header: readonly number[], row: number, ...chunks: readonly Uint8Array[]): Uint8Array =>
  bytes(
    signature,
    chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, ...header]),
    ...chunks,
    chunk('IDAT', deflateSync(new Uint8Array(row))),
    chunk('IEND', []),
  );
const rgb = [8, 2, 0, 0, 0];
const palette = (bytesLong: number): Uint8Array => chunk('PLTE', new Uint8Array(bytesLong));

/** Every depth of every kind of colour (PNG §4.1.1), with the bytes of a row of one pixel. */
const depths: readonly (readonly [number, readonly number[]])[] = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
];
for (const [type, known] of depths)
  test(`a PNG of colour type ${type} has the depths ${known.join(', ')} and no other`, () => {
    const pixel = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type] ?? 1;
    for (const depth of [0, 1, 2, 3, 4, 8, 16, 32]) {
      const row = 1 + Math.ceil((depth * pixel) / 8);
      const { problems } = read(pngOf([depth, type, 0, 0, 0], row, ...(type === 3 ? [palette(3)] : [])));
      const expected = known.includes(depth) ? [] : ['picture-corrupt'];
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        expected,
        `depth ${depth}`,
      );
    }
  });

const bad: readonly [string, Uint8Array, string, RegExp][] = [
  ['nothing', bytes(), 'picture-corrupt', /no bytes/],
  ['half a PNG signature', bytes(signature.slice(0, 5)), 'picture-corrupt', /signature/],
  ['a PNG sent as text', bytes([0x89, 0x50, 0x4e, 0x47, 10, 26, 10, 0]), 'picture-corrupt', /signature/],
  ['a PNG cut in its header', png().subarray(0, 20), 'picture-corrupt', /end of file/],
  ['a PNG cut in its pixels', png().subarray(0, 45), 'picture-corrupt', /end of file/],
  ['a PNG without its end', png().subarray(0, -12), 'picture-corrupt', /end of file/],
  ['a PNG with a wrong checksum', flipped(png(), 20), 'picture-corrupt', /checksum of the IHDR/],
  ['a PNG with too few pixels', png({ raw: new Uint8Array(5) }), 'picture-corrupt', /5 of 20 bytes/],
  ['a PNG with a row of no kind', png({ raw: rowsOfKinds(4, 5) }), 'picture-corrupt', /kind of row/],
  [
    'a PNG whose pixels are no zlib data',
    bytes(
      signature,
      chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
      chunk('IDAT', [1, 2, 3]),
      chunk('IEND', []),
    ),
    'picture-corrupt',
    /unpacked/,
  ],
  [
    'a PNG whose pixels stand in two places',
    bytes(png().subarray(0, -12), chunk('tEXt', [...Buffer.from('Title\0x')]), chunk('IDAT', [0]), chunk('IEND', [])),
    'picture-corrupt',
    /pixels in two places/,
  ],
  ['a PNG of a colour type that is none', pngOf([8, 5, 0, 0, 0], 9), 'picture-corrupt', /header/],
  ['a PNG packed in another way', pngOf([8, 2, 1, 0, 0], 4), 'picture-corrupt', /header/],
  ['a PNG filtered in another way', pngOf([8, 2, 0, 1, 0], 4), 'picture-corrupt', /header/],
  ['a PNG interlaced in another way', pngOf([8, 2, 0, 0, 2], 4), 'picture-corrupt', /header/],
  ['a PNG whose header is long', pngOf([...rgb, 0], 4), 'picture-corrupt', /IHDR chunk before the header/],
  ['a PNG that begins with its end', bytes(signature, chunk('IEND', [])), 'picture-corrupt', /IEND chunk before/],
  [
    'a PNG that begins with thirteen bytes of text',
    bytes(signature, chunk('tEXt', new Uint8Array(13)), png().subarray(8)),
    'picture-corrupt',
    /tEXt chunk before the header/,
  ],
  [
    'a PNG with two headers',
    pngOf(rgb, 4, chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, ...rgb])),
    'picture-corrupt',
    /second header/,
  ],
  ['a PNG with an empty palette', pngOf(rgb, 4, palette(0)), 'picture-corrupt', /palette/],
  ['a PNG with a palette of four bytes', pngOf(rgb, 4, palette(4)), 'picture-corrupt', /palette/],
  ['a PNG with a palette of 257 colours', pngOf(rgb, 4, palette(771)), 'picture-corrupt', /palette/],
  ['a PNG with two palettes', pngOf(rgb, 4, palette(3), palette(3)), 'picture-corrupt', /palette/],
  ['a grey PNG with a palette', pngOf([8, 0, 0, 0, 0], 2, palette(3)), 'picture-corrupt', /palette/],
  ['a grey and transparent PNG with a palette', pngOf([8, 4, 0, 0, 0], 3, palette(3)), 'picture-corrupt', /palette/],
  [
    'a PNG with a palette after its pixels',
    bytes(png().subarray(0, -12), palette(3), chunk('IEND', [])),
    'picture-corrupt',
    /palette/,
  ],
  ['a PNG that wants something unknown', pngOf(rgb, 4, chunk('NEED', [])), 'picture-corrupt', /critical chunk NEED/],
  ['a PNG with a chunk of no name', pngOf(rgb, 4, chunk('a1b2', [])), 'picture-corrupt', /chunk name at byte 37/],
  [
    'a PNG cut in a chunk of no name',
    bytes(png().subarray(0, 33), [0, 0, 9, 9], 'a1b2', [0, 0, 0, 0]),
    'picture-corrupt',
    /end of file in the next chunk/,
  ],
  ['a PNG with a palette of none', png({ type: 3 }), 'picture-corrupt', /palette/],
  ['a PNG of no size', png({ width: 0 }), 'picture-corrupt', /0 × 2/],
  [
    'a PNG of more pixels than any page',
    png({ width: 50_000, height: 50_000, raw: new Uint8Array(9) }),
    'picture-too-large',
    /50000 × 50000/,
  ],
  ['a PNG that unpacks to more than it says', png({ raw: new Uint8Array(5_000_000) }), 'picture-corrupt', /unpacked/],
  ['the start of a JPEG', bytes([0xff, 0xd8]), 'picture-corrupt', /end of file/],
  ['a JPEG cut in its scan', jpeg().subarray(0, -4), 'picture-corrupt', /end of file/],
  ['a JPEG without its end', jpeg().subarray(0, -2), 'picture-corrupt', /end of file/],
  [
    'a JPEG whose segment has no length',
    bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe1]),
    'picture-corrupt',
    /segment length/,
  ],
  [
    'a JPEG without pixels',
    bytes([0xff, 0xd8], segment(0xe0, [1]), [0xff, 0xd9]),
    'picture-corrupt',
    /before its pixels/,
  ],
  ['a JPEG of no size', jpeg(0xc0, 0, 8), 'picture-corrupt', /0 × 8/],
  ['a lossless JPEG', jpeg(0xc3), 'picture-refused', /lossless/],
  ['a GIF cut short', gif(1).subarray(0, -4), 'picture-corrupt', /end of file/],
  ['a GIF of nothing', gif(0), 'picture-corrupt', /before any pixels/],
  ['a GIF of the future', bytes('GIF99a', new Array(20).fill(0)), 'picture-corrupt', /version/],
  ['WebP', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'picture-refused', /WebP/],
  ['AVIF', bytes([0, 0, 0, 28], 'ftypavif'), 'picture-refused', /AVIF/],
  ['HEIC', bytes([0, 0, 0, 28], 'ftypheic'), 'picture-refused', /HEIC/],
  ['TIFF', bytes('II*\0'), 'picture-refused', /TIFF/],
  ['BMP', bytes('BM', new Array(60).fill(0)), 'picture-refused', /BMP/],
  ['a web page', text('<!DOCTYPE html><html><body><svg></svg>'), 'picture-refused', /HTML/],
  ['a script', text('<script>alert(1)</script>'), 'picture-refused', /HTML/],
  ['Markdown', text('# One\n'), 'picture-missing', /no picture/],
  ['an archive', text('PK'), 'picture-refused', /ZIP/],
  ['packed SVG', bytes([0x1f, 0x8b, 8]), 'picture-refused', /gzip/],
];
for (const [name, data, rule, words] of bad) {
  test(`says what is wrong with ${name}, once, at its place`, () => {
    const { value, problems } = read(data);
    assert.equal(value, undefined);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.rule, rule);
    assert.match(problems[0]?.reason ?? '', words);
    assert.match(problems[0]?.reason ?? '', /“p\/a\.png”/);
    assert.deepEqual(problems[0]?.place, place);
  });
}

test('gives back to a GIF the last byte that its program forgot', () => {
  assert.deepEqual(Array.from(read(gif(2, false)).value?.bytes ?? []), Array.from(gif(2)));
});

test('tells what to convert a foreign format to', () => {
  assert.match(read(bytes([0, 0, 0, 28], 'ftypheic')).problems[0]?.hint ?? '', /JPEG.*PNG/);
});

test('never throws, and answers a picture or one reason why not, for any damage to any picture', () => {
  const whole = good.map(([, data]) => data);
  fc.assert(
    fc.property(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 4 }),
      fc.nat(400),
      (data, changes, cut) => {
        const damaged = data.slice(0, Math.max(1, data.length - (cut % data.length)));
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
        const { value, problems } = read(damaged);
        const left = ['picture-missing', 'picture-too-large'];
        const fatal = problems.filter(({ severity, rule }) => severity === 'error' || left.includes(rule));
        assert.equal(fatal.length, value ? 0 : 1);
        if (value) assert.ok(value.width > 0 && value.height > 0);
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
});
