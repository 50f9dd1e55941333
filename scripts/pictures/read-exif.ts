/** The two things in a picture's Exif that a book cares for: which side is up, and where it was taken (Exif 2.32, TIFF 6.0). */

export interface Exif {
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
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12); // SHORT
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** Whether an XMP packet says where a picture was taken. */
export const placeInXmp = (packet: Uint8Array): boolean =>
  /GPS(?:L(?:at|ong)itude|DestL|AreaInformation|Coordinates)|geo:(?:lat|long)/.test(
    Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength).toString('latin1'),
  );
