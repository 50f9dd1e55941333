/** The two things in a picture's Exif that a book cares for: which side is up, and where it was taken (Exif 2.32, TIFF 6.0). */
import { decodeLatin1 } from '../book/bytes.ts';

interface Exif {
  /** 1 to 8, as Exif counts; 1 is upright. */
  readonly orientation: number;
  /** Whether it says where the picture was taken. */
  readonly tellsPlace: boolean;
}

const orientationTag = 0x0112;
const placeTag = 0x8825;

/** Reads Exif, given as TIFF; what is damaged is passed over, with the place taken to be in it. */
export function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  let orientation = 1;
  let tellsPlace = false;
  try {
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    for (let entry = 0; entry < view.getUint16(directory, little); entry++) {
      const at = directory + 2 + 12 * entry;
      const tag = view.getUint16(at, little);
      if (tag === placeTag) tellsPlace = true;
      if (tag === orientationTag) orientation = view.getUint16(at + 8, little);
    }
  } catch {
    tellsPlace = true;
  }
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, tellsPlace };
}

/** Exif that says nothing but which side is up, as TIFF. */
export function orientationOnly(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x4d4d002a); // “MM”: the most significant byte first
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, orientationTag);
  view.setUint16(12, 3); // SHORT
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** Whether an XMP packet says where a picture was taken. */
export const placeInXmp = (packet: Uint8Array): boolean =>
  /GPS(?:L(?:at|ong)itude|DestL|AreaInformation|Coordinates)|geo:(?:lat|long)/.test(decodeLatin1(packet));
