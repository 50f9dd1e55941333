/**
 * What stands in a JPEG before its first scan, segment by segment. In: a JPEG that was found whole. Out: the same without
 * what says where it was taken, or with segments of another; never another pixel.
 */
import { concatBytes, decodeLatin1, encodeLatin1 } from '../book/bytes.ts';
import { orientationOnly, placeInXmp, readExif } from './read-exif.ts';

interface Segment {
  readonly marker: number;
  /** With its marker and length. */
  readonly bytes: Uint8Array;
}

const exifName = 'Exif\0\0';
const xmpNames = ['http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0'];
const profileName = 'ICC_PROFILE\0';

function partsOf(jpeg: Uint8Array): { readonly segments: readonly Segment[]; readonly rest: Uint8Array } {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    let body = at;
    while (jpeg[body + 1] === 0xff) body++; // fill bytes
    const marker = jpeg[body + 1] ?? 0xda;
    if (marker === 0xda || jpeg[at] !== 0xff) break;
    const length = body + 4 <= jpeg.length ? view.getUint16(body + 2) : 0;
    segments.push({ marker, bytes: jpeg.subarray(body, body + 2 + length) });
    at = body + 2 + length;
  }
  return { segments, rest: jpeg.subarray(at) };
}

const startsWith = ({ bytes }: Segment, name: string): boolean =>
  decodeLatin1(bytes.subarray(4, 4 + name.length)) === name;
const isExif = (segment: Segment): boolean => segment.marker === 0xe1 && startsWith(segment, exifName);
const exifOf = ({ bytes }: Segment) => readExif(bytes.subarray(4 + exifName.length));

function exifSegment(orientation: number): Uint8Array {
  const body = concatBytes([encodeLatin1(exifName), orientationOnly(orientation)]);
  return concatBytes([Uint8Array.of(0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff), body]);
}

/** The JPEG without what says where it was taken; undefined where nothing does. Which side is up is kept. */
export function jpegWithoutPlace(jpeg: Uint8Array): Uint8Array | undefined {
  const { segments, rest } = partsOf(jpeg);
  let found = false;
  const kept = segments.flatMap((segment): readonly Uint8Array[] => {
    if (isExif(segment)) {
      const { tellsPlace, orientation } = exifOf(segment);
      if (!tellsPlace) return [segment.bytes];
      found = true;
      return orientation === 1 ? [] : [exifSegment(orientation)];
    }
    const isXmp = segment.marker === 0xe1 && xmpNames.some((name) => startsWith(segment, name));
    if (!isXmp || !placeInXmp(segment.bytes)) return [segment.bytes];
    found = true;
    return [];
  });
  return found ? concatBytes([jpeg.subarray(0, 2), ...kept, rest]) : undefined;
}

/** Which side of a JPEG is up, from 1 to 8, as Exif counts. */
export function orientationOf(jpeg: Uint8Array): number {
  const exif = partsOf(jpeg).segments.find(isExif);
  return exif ? exifOf(exif).orientation : 1;
}

/** A newly made JPEG with the colour profile of the one it was made from, and the side that is up. */
export function withProfileAndOrientation(
  made: Uint8Array,
  from: Uint8Array,
  keepsProfile: boolean,
  orientation = orientationOf(from),
): Uint8Array {
  const profile = partsOf(from).segments.filter(
    (each) => keepsProfile && each.marker === 0xe2 && startsWith(each, profileName),
  );
  return withOrientation(
    made,
    orientation,
    profile.map(({ bytes }) => bytes),
  );
}

/** A newly made JPEG that says which side is up. */
export function withOrientation(made: Uint8Array, orientation: number, others: readonly Uint8Array[] = []): Uint8Array {
  const { segments, rest } = partsOf(made);
  const [first, ...more] = segments.map(({ bytes }) => bytes); // JFIF’s own comes first
  const own = orientation === 1 ? [] : [exifSegment(orientation)];
  return concatBytes([made.subarray(0, 2), ...(first ? [first] : []), ...own, ...others, ...more, rest]);
}

/** How many colours the JPEG has: 1 grey, 3 colour, 4 CMYK. */
export function colourCount(jpeg: Uint8Array): number {
  const frame = partsOf(jpeg).segments.find(({ marker }) => marker >= 0xc0 && marker <= 0xc2);
  return frame?.bytes[9] ?? 0;
}
