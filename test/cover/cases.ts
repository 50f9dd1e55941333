/** Typefaces and books for the tests of the cover. */
import type { Design } from '../../scripts/book/design.ts';
import type { Metadata } from '../../scripts/book/metadata.ts';
import { type Measures, readMeasures } from '../../scripts/codecs/open-type.ts';
import { type Colour, contrastOf, luminance } from '../../scripts/cover/contrast.ts';
import { type FaceName, familyOf } from '../../scripts/cover/faces.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';

/** The typeface that a theme sets a face in. */
export async function faceOf(theme: Design['theme'], name: FaceName): Promise<Measures> {
  const typeface = readMeasures((await openAsset(familyOf(theme).faces[name].file)) ?? new Uint8Array());
  if (!typeface) throw new Error(`The typeface of ${theme} is not installed.`);
  return typeface;
}

/** The typeface that a theme sets titles in. */
export const titleFace = (theme: Design['theme']): Promise<Measures> => faceOf(theme, 'title');

/** A typeface whose every letter is half an em wide; it has Latin letters only. */
export const monospaced: Measures = { advance: (code) => (code < 0x250 ? 0.5 : undefined) };

/** What a book says of itself, as far as a cover shows it. */
export function metadata(facts: Partial<Metadata>, theme: Design['theme'] = 'classic'): Metadata {
  return {
    title: 'Untitled',
    contributors: [],
    lang: 'en',
    ...facts,
    design: { theme, embedsFonts: false, drawsCover: true },
  } as unknown as Metadata;
}

export const author = (name: string) => ({ name, role: 'author' }) as const;

/** A font that has these characters, each an em wide, as far as its measures go: nothing is drawn with it. */
export function fontWith(text: string): Uint8Array {
  const codes = [...new Set(text)].map((sign) => sign.codePointAt(0) ?? 0).sort((one, other) => one - other);
  const u16 = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 255]);
  const u32 = (...values: number[]) => values.flatMap((value) => u16(value >>> 16, value & 0xffff));
  const groups = codes.flatMap((code, at) => u32(code, code, at + 1));
  const tables: readonly (readonly [string, readonly number[]])[] = [
    ['cmap', [...u16(0, 1, 3, 10), ...u32(12), ...u16(12, 0), ...u32(16 + groups.length, 0, codes.length), ...groups]],
    ['head', [...Array<number>(18).fill(0), ...u16(1000), ...Array<number>(34).fill(0)]],
    ['hhea', [...Array<number>(34).fill(0), ...u16(1)]],
    ['hmtx', u16(1000, 0)],
  ];
  let at = 12 + 16 * tables.length;
  const directory = tables.flatMap(([tag, bytes]) => {
    const entry = [...[...tag].map((letter) => letter.charCodeAt(0)), ...u32(0, at, bytes.length)];
    at += bytes.length;
    return entry;
  });
  return Uint8Array.from([
    ...u32(0x10000),
    ...u16(tables.length, 0, 0, 0),
    ...directory,
    ...tables.flatMap(([, bytes]) => bytes),
  ]);
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export const contrast = (one: Colour, other: Colour): number => contrastOf(luminance(one), luminance(other));
