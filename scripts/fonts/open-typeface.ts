/**
 * The files of a typeface. In: the typeface, and what opens files of the press’s packages. Out: its faces and its licence.
 */
import type { OpenAsset } from '../book/assets.ts';
import { type FaceName, faceNames, type Typeface } from '../book/typefaces.ts';
import { type Outcome, problem } from '../report/problem.ts';

/** A typeface as it is installed. */
export interface OpenedTypeface {
  readonly faces: ReadonlyMap<FaceName, Uint8Array>;
  readonly licence: Uint8Array;
}

/** Opens a typeface’s files; undefined, with a `typeface-missing`, where its package is not whole. */
export async function openTypeface(typeface: Typeface, open: OpenAsset): Promise<Outcome<OpenedTypeface | undefined>> {
  const faces = new Map<FaceName, Uint8Array>();
  for (const name of faceNames) {
    const face = await open(`${typeface.package}/${typeface.faces[name]}`);
    if (face) faces.set(name, face);
  }
  const licence = await open(`${typeface.package}/${typeface.licence}`);
  if (licence && faces.size === faceNames.length) return { value: { faces, licence }, problems: [] };
  const reason = `Unexpected press without the files of ${typeface.family}, expected the package ${typeface.package}`;
  const hint = 'Install the press again (npm ci), or leave out embed-fonts.';
  return { value: undefined, problems: [problem('typeface-missing', undefined, reason, hint)] };
}
