/**
 * Puts a typeface into a book. In: a Publication and a typeface. Out: the Publication with four faces cut down to its own
 * characters, their stylesheet and their licence. Refuses to know: themes, templates, ZIP.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { Publication, Resource } from '../book/publication.ts';
import { faceNames, type Typeface } from '../book/typefaces.ts';
import { characterMap } from '../codecs/open-type.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { faceHref, fontSheet } from './font-sheet.ts';
import { openTypeface } from './open-typeface.ts';
import { type Printed, printedText } from './printed-characters.ts';
import { subsetFace } from './subset-face.ts';

/** Printable ASCII for numbers of lists and capitals of any kind, the hyphen of divided words, bullets, the blanks. */
const always = `${Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('')}‐‑•◦▪‘’“”\u00A0\u2002\u2003\u2009\u200A\u202F`;

/**
 * Embeds a typeface. Characters that it lacks are a hint, `typeface-lacks`; where most of the text is such, the book
 * stays without. A typeface that is not installed is the error `typeface-missing`.
 */
export async function embedFonts(
  publication: Publication,
  typeface: Typeface,
  open: OpenAsset,
): Promise<Outcome<Publication>> {
  const { value: opened, problems } = await openTypeface(typeface, open);
  const regular = opened?.faces.get('regular');
  if (!opened || !regular) return { value: publication, problems };
  // What the press prints of its own, ornaments say, is not the author’s to hear of.
  const written = printedText(publication.documents.filter(({ places }) => places.length > 0));
  const has = characterMap(regular);
  const lacking = [...written.characters].filter(([character]) => !has.has(character.codePointAt(0) ?? 0));
  const share = lacking.reduce((sum, [, { count }]) => sum + count, 0) / Math.max(1, written.length);
  const hints = lacking.length > 0 ? [lackingHint(lacking, share, typeface)] : [];
  if (share > 0.5) return { value: publication, problems: hints };

  const added = printedText(publication.documents.filter(({ places }) => places.length === 0));
  const characters = wantedCharacters([...written.characters.keys(), ...added.characters.keys()]);
  const faces: Resource[] = [];
  for (const name of faceNames) {
    faces.push({
      id: `font-${name}`,
      href: faceHref(typeface, name),
      mediaType: 'font/ttf',
      properties: [],
      bytes: await subsetFace(opened.faces.get(name) ?? regular, characters),
    });
  }
  const resources: readonly Resource[] = [
    ...publication.resources,
    ...faces,
    { id: 'font-licence', href: 'fonts/OFL.txt', mediaType: 'text/plain', properties: [], bytes: opened.licence },
    {
      id: 'font-style',
      href: 'fonts.css',
      mediaType: 'text/css',
      properties: [],
      bytes: Buffer.from(fontSheet(typeface)),
    },
  ];
  return { value: { ...publication, resources, fontSheet: 'fonts.css' }, problems: hints };
}

/** Both cases of each letter, for stylesheets that change it. */
function wantedCharacters(printed: readonly string[]): string {
  const wanted = new Set(always);
  for (const character of printed)
    for (const each of [character, ...character.toUpperCase(), ...character.toLowerCase()]) wanted.add(each);
  return [...wanted].sort().join('');
}

function lackingHint(lacking: readonly (readonly [string, Printed])[], share: number, { family }: Typeface): Problem {
  const often = [...lacking].sort(([, left], [, right]) => right.count - left.count);
  const named = often.slice(0, 5).map(([character]) => `${character} (${codePoint(character)})`);
  const rest = often.length > named.length ? ` and ${often.length - named.length} more` : '';
  const reason = `Unexpected characters that ${family} lacks: ${named.join(', ')}${rest}`;
  const hint =
    share > 0.5
      ? 'Most of the text is in them, so the typeface is not put into the book; the reader’s own shows it.'
      : 'The reader’s own typeface shows them.';
  return problem('typeface-lacks', lacking.find(([, { place }]) => place)?.[1].place, reason, hint);
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
