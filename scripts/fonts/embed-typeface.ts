/**
 * Puts a typeface into a book. In: a finished Publication and a typeface that fits. Out: the Publication with four faces cut
 * down to its own characters, their stylesheet and their licence.
 */
import type { OpenAsset } from '../book/assets.ts';
import { encodeUtf8 } from '../book/bytes.ts';
import { type FaceName, faceNames, faceTraits } from '../book/font-faces.ts';
import type { Publication, Resource } from '../book/publication.ts';
import type { Typeface } from '../book/themes.ts';
import { characterMap } from '../codecs/open-type.ts';
import type { OpenedTypeface } from './fit-typeface.ts';
import { printedText } from './printed-characters.ts';

/** Printable ASCII for numbers of lists and capitals of any kind, the hyphen of divided words, bullets, the blanks. */
const always = `${Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')}‐‑•◦▪‘’“”\u00A0\u2002\u2003\u2009\u200A\u202F`;

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

/** Embeds a typeface, if there is one for the book. */
export async function embedTypeface(
  publication: Publication,
  fitting: OpenedTypeface | undefined,
  open: OpenAsset,
): Promise<Publication> {
  if (!fitting) return publication;
  const { typeface, faces, licence } = fitting;
  const characters = wantedCharacters(printedText(publication.documents).characters.keys());
  const fonts: Resource[] = [];
  for (const name of faceNames) {
    const font = faces.get(name);
    if (!font) continue;
    const bytes = await subsetFace(font, characters, open);
    fonts.push({ id: `font-${name}`, href: faceHref(typeface, name), mediaType: 'font/ttf', properties: [], bytes });
  }
  const css = encodeUtf8(fontSheet(typeface));
  const resources: readonly Resource[] = [
    ...publication.resources,
    ...fonts,
    { id: 'font-licence', href: 'fonts/OFL.txt', mediaType: 'text/plain', properties: [], bytes: licence },
    { id: 'font-style', href: 'fonts.css', mediaType: 'text/css', properties: [], bytes: css },
  ];
  return { ...publication, resources, fontSheet: 'fonts.css' };
}

/** Both cases of each letter, for stylesheets that change it. */
function wantedCharacters(printed: Iterable<string>): string {
  const wanted = new Set(always);
  for (const character of printed)
    for (const each of [character, ...character.toUpperCase(), ...character.toLowerCase()]) wanted.add(each);
  return [...wanted].sort().join('');
}

/** Cuts a font down to characters, with what text needs; where HarfBuzz is not installed, it stays whole. It is loaded for books that hold a typeface. */
export async function subsetFace(font: Uint8Array, characters: string, open: OpenAsset): Promise<Uint8Array> {
  const { subsetFont } = await import('../codecs/subset-font.ts');
  return (await subsetFont(font, { characters, features, nameIds }, open)) ?? font;
}

/**
 * A face of a theme without what no book takes of it: cut down to a book’s characters, both give the same bytes. Covers find a
 * black face by the name of its family (names 16 and 17).
 */
export async function trimFace(font: Uint8Array, open: OpenAsset): Promise<Uint8Array> {
  const { subsetFont } = await import('../codecs/subset-font.ts');
  const characters = String.fromCodePoint(...characterMap(font));
  return (await subsetFont(font, { characters, features, nameIds: [...nameIds, 16, 17] }, open)) ?? font;
}

/** Where a face lies in the book, relative to its package document. */
function faceHref({ family }: Typeface, name: FaceName): string {
  return `fonts/${family.replaceAll(' ', '-').toLowerCase()}-${name}.ttf`;
}

/**
 * `@font-face` for each face and one rule for the body (CSS Fonts 3 §4; Kobo and Apple Books read no more). It stands
 * before the theme’s sheets, whose own families therefore win.
 */
function fontSheet(typeface: Typeface): string {
  const faces = faceNames.map(
    (name) =>
      `@font-face { font-family: "${typeface.family}"; ${faceTraits[name]} src: url("${faceHref(typeface, name)}"); }`,
  );
  return [...faces, `body { font-family: "${typeface.family}", ${typeface.generic}; }`, ''].join('\n');
}
