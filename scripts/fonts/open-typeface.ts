/**
 * The one door to the typefaces’ files. In: a typeface. Out: the bytes of its faces and of its licence.
 * Refuses to know: what they are wanted for, and every file that is not of a typeface’s package.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FaceName, faceNames, type Typeface } from '../book/typefaces.ts';
import { type Outcome, problem } from '../report/problem.ts';

/** The files of a typeface as they are installed. */
export interface OpenedTypeface {
  readonly faces: ReadonlyMap<FaceName, Uint8Array>;
  readonly licence: Uint8Array;
}

/** Reads a typeface’s files; undefined, with a `typeface-missing`, where its package is not whole. */
export function openTypeface(typeface: Typeface): Outcome<OpenedTypeface | undefined> {
  const resolve = createRequire(import.meta.filename).resolve;
  const open = (file: string): Uint8Array => new Uint8Array(readFileSync(resolve(`${typeface.package}/${file}`)));
  try {
    const faces = new Map(faceNames.map((name) => [name, open(typeface.faces[name])] as const));
    return { value: { faces, licence: open(typeface.licence) }, problems: [] };
  } catch (error) {
    // Another fault than a file’s (of the machine, say) is not for an author to mend.
    if (!isMissing(error)) throw error;
    const reason = `Unexpected press without the files of ${typeface.family}, expected the package ${typeface.package}`;
    const hint = 'Install the press again (npm ci), or leave out embed-fonts.';
    return { value: undefined, problems: [problem('typeface-missing', undefined, reason, hint)] };
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'MODULE_NOT_FOUND' || code === 'ENOENT' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED';
}
