/** Typefaces and books for the tests of the cover. */
import type { Design } from '../../scripts/book/design.ts';
import type { Metadata } from '../../scripts/book/metadata.ts';
import { type Measures, readMeasures } from '../../scripts/codecs/open-type.ts';
import { familyOf } from '../../scripts/cover/faces.ts';
import { openAsset } from '../../scripts/disk/package-assets.ts';

/** The typeface that a theme sets titles in. */
export async function titleFace(theme: Design['theme']): Promise<Measures> {
  const typeface = readMeasures((await openAsset(familyOf(theme).faces.title.file)) ?? new Uint8Array());
  if (!typeface) throw new Error(`The typeface of ${theme} is not installed.`);
  return typeface;
}

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
