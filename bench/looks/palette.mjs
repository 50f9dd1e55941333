/** A PNG in 256 colours, a third of the size: for a sheet that goes into the repository. */
import { deflateSync } from 'node:zlib';

/** Reduces the picture at `address` in a page of a browser; answers with the bytes of an indexed PNG (PNG 3 §11.2). */
export async function withPalette(page, address) {
  const { width, height, palette, indices } = await page.evaluate(reduce, address);
  const pixels = Buffer.from(indices, 'base64');
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0
  for (let y = 0; y < height; y++) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32, which Node 20 has no function for. */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/** Runs in the page: the 256 most frequent of 4096 colours, each as the mean of its pixels; others take the nearest. */
async function reduce(address) {
  const image = await createImageBitmap(await (await fetch(address)).blob());
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const sums = new Float64Array(4096 * 4);
  const binAt = (at) => ((data[at] >> 4) << 8) | ((data[at + 1] >> 4) << 4) | (data[at + 2] >> 4);
  for (let at = 0; at < data.length; at += 4) {
    const bin = binAt(at) * 4;
    for (let channel = 0; channel < 3; channel++) sums[bin + channel] += data[at + channel];
    sums[bin + 3]++;
  }
  const bins = [...Array(4096).keys()].filter((bin) => sums[bin * 4 + 3] > 0);
  const chosen = bins.sort((left, right) => sums[right * 4 + 3] - sums[left * 4 + 3]).slice(0, 256);
  const colour = (bin) => [0, 1, 2].map((channel) => Math.round(sums[bin * 4 + channel] / sums[bin * 4 + 3]));
  const colours = chosen.map(colour);
  const distance = (one, other) => one.reduce((sum, value, channel) => sum + (value - other[channel]) ** 2, 0);
  const indexOf = new Uint8Array(4096);
  for (const bin of bins) {
    const own = colour(bin);
    let best = 0;
    for (let at = 1; at < colours.length; at++)
      if (distance(own, colours[at]) < distance(own, colours[best])) best = at;
    indexOf[bin] = best;
  }
  const indices = new Uint8Array(width * height);
  for (let at = 0; at < indices.length; at++) indices[at] = indexOf[binAt(at * 4)];
  let binary = '';
  for (let at = 0; at < indices.length; at += 0x8000)
    binary += String.fromCharCode(...indices.subarray(at, at + 0x8000));
  return { width, height, palette: colours.flat(), indices: btoa(binary) };
}
