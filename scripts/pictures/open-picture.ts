/**
 * The door to pictures. In: how files of the manuscript and of the press are opened. Out: what reads a picture, and loads what
 * that needs when there is one.
 */

import type { OpenAsset } from '../book/assets.ts';
import type { OpenPicture } from '../book/book.ts';
import type { Limits } from '../book/limits.ts';
import type { Manuscript } from '../book/manuscript.ts';

/** Makes a reader of a manuscript's pictures. */
export function pictureOpener({ open }: Pick<Manuscript, 'open'>, openAsset: OpenAsset, limits: Limits): OpenPicture {
  return async (path, place, isCover = false) => {
    const opened = open(path, place);
    if ('problem' in opened) return { value: undefined, problems: [opened.problem] };
    const { bytes, sha256 } = opened;
    const { preparePicture } = await import('./prepare-picture.ts');
    const { value, problems } = await preparePicture({ bytes, path, place, isCover }, openAsset, limits);
    return { value: value && { ...value, sha256 }, problems };
  };
}
