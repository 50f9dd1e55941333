/**
 * Tells whether a typeface fits a book. In: a book whose sections are rendered. Out: the files of the typeface that its
 * design asks for, where that has most of the book's characters.
 */
import type { OpenAsset } from '../book/assets.ts';
import { type FaceName, faceNames } from '../book/font-faces.ts';
import type { RenderedBook } from '../book/publication.ts';
import { type Typeface, themes } from '../book/themes.ts';
import { characterMap } from '../codecs/open-type.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { type PrintedCharacter, printedText } from './printed-characters.ts';

/** A typeface as it is installed. */
export interface OpenedTypeface {
  readonly typeface: Typeface;
  readonly faces: ReadonlyMap<FaceName, Uint8Array>;
  readonly licence: Uint8Array;
}

/**
 * The typeface for a book, undefined where its design asks for none. Characters of the text and of the title page that it
 * lacks are a hint, `typeface-lacks`; where most of them are such, it is undefined, and so it is, with the error
 * `typeface-missing`, where it is not installed.
 */
export async function fitTypeface(
  { documents, metadata }: Pick<RenderedBook, 'documents' | 'metadata'>,
  open: OpenAsset,
  typeface: Typeface = themes[metadata.design.theme].typeface,
): Promise<Outcome<OpenedTypeface | undefined>> {
  if (!metadata.design.embedsFonts) return { value: undefined, problems: [] };
  const { value: opened, problems } = await openTypeface(typeface, open);
  const regular = opened?.faces.get('regular');
  if (!opened || !regular) return { value: undefined, problems };
  const { title, subtitle = '', contributors } = metadata;
  const names = [title, subtitle, ...contributors.map(({ name }) => name)];
  const titlePage = { content: names.map((value) => ({ type: 'text' as const, value })) };
  const { characters, length } = printedText([...documents, titlePage]);
  const has = characterMap(regular);
  const lacking = [...characters].filter(([character]) => !has.has(character.codePointAt(0) ?? 0));
  if (lacking.length === 0) return { value: opened, problems };
  const share = lacking.reduce((sum, [, { count }]) => sum + count, 0) / Math.max(1, length);
  const isForeign = share > 0.5;
  return { value: isForeign ? undefined : opened, problems: [lackingHint(lacking, isForeign, typeface)] };
}

/** Opens a typeface’s files; undefined, with a `typeface-missing`, where its package is not whole. */
export async function openTypeface(typeface: Typeface, open: OpenAsset): Promise<Outcome<OpenedTypeface | undefined>> {
  const faces = new Map<FaceName, Uint8Array>();
  for (const name of faceNames) {
    const face = await open(`${typeface.package}/${typeface.faces[name]}`);
    if (face) faces.set(name, face);
  }
  const licence = await open(`${typeface.package}/${typeface.licence}`);
  if (licence && faces.size === faceNames.length) return { value: { typeface, faces, licence }, problems: [] };
  const reason = `The files of ${typeface.family} are not installed (${typeface.package}).`;
  const hint = 'Install Fleuron anew, or leave out embed-fonts.';
  return { value: undefined, problems: [problem('typeface-missing', undefined, reason, hint)] };
}

function lackingHint(
  lacking: readonly (readonly [string, PrintedCharacter])[],
  isForeign: boolean,
  { family }: Typeface,
): Problem {
  const often = [...lacking].sort(([, left], [, right]) => right.count - left.count);
  const named = often.slice(0, 5).map(([character]) => `${character} (${codePoint(character)})`);
  const rest = often.length > named.length ? ` and ${often.length - named.length} more` : '';
  const reason = `${family} lacks ${named.join(', ')}${rest}.`;
  const hint = isForeign
    ? 'Most of the text is in them, so the typeface is not put into the book; the reader’s own shows it.'
    : 'The reader’s own typeface shows them.';
  return problem('typeface-lacks', lacking.find(([, { place }]) => place)?.[1].place, reason, hint);
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
