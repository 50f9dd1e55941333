/**
 * A font cut down to the characters of one book. In: a TrueType font and characters. Out: a smaller one, the same bytes
 * on every machine: HarfBuzz does it, compiled to WebAssembly.
 */

/**
 * What text needs: ligatures, kerning, marks, a language’s own forms, small capitals, figures of every kind, fractions,
 * ordinals. Swashes, historic and stylistic forms would double the file, and no theme asks for them.
 */
const features =
  'kern liga clig calt ccmp rlig locl mark mkmk smcp c2sc case onum lnum pnum tnum frac numr dnom ordn sups subs'.split(
    ' ',
  );

/** Trademark, licence and its address stay in the name table (OpenType `name`), beside copyright and family. */
const nameIds = [7, 13, 14];

/** Cuts a font down. Characters that it lacks are passed over. */
export async function subsetFace(font: Uint8Array, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(Buffer.from(font.buffer, font.byteOffset, font.byteLength), characters, {
    targetFormat: 'sfnt',
    keepFeatures: features,
    preserveNameIds: nameIds,
  });
}
