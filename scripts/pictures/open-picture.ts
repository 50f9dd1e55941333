/**
 * The door to pictures. In: how files of the manuscript and of the press are opened. Out: what reads a picture, and loads what
 * that needs when there is one.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { OpenPicture } from '../book/book.ts';
import { dataOf, shortAddress } from '../book/data-address.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript, Opened } from '../book/manuscript.ts';
import { nearest } from '../report/nearest.ts';
import { type Place, type Problem, problem } from '../report/problem.ts';
import { formatOf } from './formats.ts';

/** Makes a reader of a manuscript's pictures, and of those that stand in a `data:` address. Nothing is fetched. */
export function pictureOpener(
  { open, pictures = [] }: Pick<Manuscript, 'open'> & Partial<Pick<Manuscript, 'pictures'>>,
  openAsset: OpenAsset,
  limits: Limits,
): OpenPicture {
  return async (address, place, use = 'page') => {
    const data = dataOf(address);
    const path = data ? shortAddress(address) : address;
    if (data && !formatOf(data)) return { value: undefined, problems: [noPicture(path, place)] };
    const opened: Opened = data ? { bytes: data } : open(path, place);
    if ('problem' in opened) {
      const { rule, hint = rule === 'picture-missing' ? meant(path, pictures) : undefined } = opened.problem;
      return { value: undefined, problems: [{ ...opened.problem, hint }] };
    }
    const { bytes, sha256 } = opened;
    const { preparePicture } = await import('./prepare-picture.ts');
    const { value, problems } = await preparePicture({ bytes, path, place, use }, openAsset, limits);
    return { value: value && { ...value, sha256 }, problems };
  };
}

/** What to do about a picture that is not there. */
function meant(path: string, pictures: readonly string[]): string {
  const guess = pictures.find((each) => each.toLowerCase() === path.toLowerCase());
  if (guess !== undefined) return `There is “${guess}”: capitals count.`;
  const nameOf = (each: string) => each.slice(each.lastIndexOf('/') + 1).toLowerCase();
  const near = pictures.find((each) => nameOf(each) === nameOf(path)) ?? nearest(path, pictures);
  return near === undefined ? 'Put the picture there, or mend its name.' : `Did you mean “${near}”?`;
}

const noPicture = (name: string, place: Place): Problem =>
  problem(
    'picture-missing',
    place,
    `“${name}” holds no picture; the book shows its description instead.`,
    'Put the picture into the manuscript folder, and name the file.',
  );
