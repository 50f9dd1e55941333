/** A cover of one colour, larger than a list shows it. */
import { encodePng } from '../../scripts/codecs/png-codec.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';

export async function drawnCover(): Promise<Uint8Array> {
  const [width, height] = [600, 900];
  const data = new Uint8Array(width * height * 4).fill(160);
  const png = await encodePng({ width, height, data }, openAsset);
  if (!png) throw new Error('Unexpected lack of a PNG');
  return png;
}
