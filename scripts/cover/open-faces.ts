/** Opens the typefaces of a cover: the theme’s, and others only where that has not all letters of the words. In: words. Out: measures and files. */
import type { OpenAsset } from '../book/assets.ts';
import type { ThemeName } from '../book/themes.ts';
import { type Measures, readMeasures } from '../codecs/open-type.ts';
import { type FaceName, type Family, familyOf, standIns } from './faces.ts';
import { printableText } from './printable-text.ts';

export interface OpenedFaces {
  /** What the words are set in: the first family that can print all of them, or that can print the title. */
  readonly family: Family;
  /** Of a face; what it lacks is measured as the typeface that prints it. */
  readonly measures: (name: FaceName) => Measures;
  /** The files of all that is set. */
  readonly used: () => readonly Uint8Array[];
  /** Whether all that is set in the family is installed. */
  readonly isWhole: () => boolean;
  /** The package whose typeface would print what these cannot. */
  readonly wanted: string | undefined;
}

/** Opens them for the words of a cover, the title first. */
export async function openFaces(
  theme: ThemeName,
  words: readonly string[],
  { lang, open }: { readonly lang: string; readonly open: OpenAsset },
): Promise<OpenedFaces> {
  const own = await openFamily(familyOf(theme), open);
  const printedBy =
    ({ measures }: Opened) =>
    (text: string) =>
      printableText(text, measures('text')) !== undefined;
  if (words.every(printedBy(own))) return { ...own, wanted: undefined };
  const others = await Promise.all(standIns(theme, words.join(' '), lang).map((each) => openFamily(each, open)));
  const all = [own, ...others.filter(({ isWhole }) => isWhole())];
  const chosen =
    all.find((each) => words.every(printedBy(each))) ??
    all.find((each) => words.slice(0, 1).every(printedBy(each))) ??
    own;
  // A letter that the chosen family lacks is drawn in the first typeface that has it, of all that are given.
  const rest = all.filter((each) => each !== chosen);
  return {
    family: chosen.family,
    measures: (name) => {
      const faces = [chosen.measures(name), ...rest.map(({ measures }) => measures('text'))];
      return { advance: (code) => faces.map(({ advance }) => advance(code)).find((width) => width !== undefined) };
    },
    used: () => [...chosen.used(), ...rest.flatMap(({ used }) => used().slice(0, 1))],
    isWhole: chosen.isWhole,
    wanted: others.find(({ isWhole }) => !isWhole())?.family.wanted,
  };
}

type Opened = Omit<OpenedFaces, 'wanted'>;

/** A family's typefaces; those that nothing is set in are not used. */
async function openFamily(family: Family, open: OpenAsset): Promise<Opened> {
  const { faces, wanted } = family;
  // Where files are fetched, nobody may answer for one that does not come with the press.
  const opening = (file: string) => (wanted === undefined ? open(file) : open(file).catch(() => undefined));
  const names = [...new Set(Object.values(faces).map(({ file }) => file))];
  const opened = names.map(async (file) => [file, await opening(file)] as const);
  const files = new Map(await Promise.all(opened));
  const used = new Map<string, Measures | undefined>();
  const measures = (name: FaceName): Measures => {
    const { file } = faces[name];
    const bytes = files.get(file);
    if (!used.has(file)) used.set(file, bytes && readMeasures(bytes));
    return used.get(file) ?? { advance: () => 0 };
  };
  measures('text'); // ornaments are set in it, whatever else is
  return {
    family,
    measures,
    used: () => [...used.keys()].flatMap((file) => files.get(file) ?? []),
    isWhole: () => [...used.values()].every((each) => each !== undefined),
  };
}
