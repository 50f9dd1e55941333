/** Finds the cover picture and judges whether shelves will show it well. */
import type { Picture } from '../book/book.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Resource } from '../book/publication.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { extensions, type OpenPicture } from './illustrate.ts';

export interface Cover {
  readonly picture: Picture;
  readonly resource: Resource;
}

/** Apple Books shows covers of 1400 pixels and more on the short side. */
const shortest = 1400;

/** Reads the cover that the metadata names, or the file called `cover`. */
export async function readCover(
  metadata: Metadata,
  conventional: string | undefined,
  open: OpenPicture,
): Promise<Outcome<Cover | undefined>> {
  const path = metadata.cover?.replace(/^\.\//, '') ?? conventional;
  if (path === undefined) return { value: undefined, problems: [] };
  const place = metadata.coverPlace ?? { path };
  const outside = /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path);
  const { value: picture, problems } = outside ? { value: undefined, problems: [] } : await open(path, place);
  if (!picture) {
    const reasons: readonly Problem[] = problems.filter(({ severity }) => severity === 'error');
    return {
      value: undefined,
      problems: reasons.length
        ? reasons
        : [
            problem(
              'cover-missing',
              place,
              `Unexpected cover “${path}”, expected a picture inside the manuscript folder`,
            ),
          ],
    };
  }
  const found: Problem[] = [...problems];
  const short = Math.min(picture.width, picture.height);
  if (short < shortest)
    found.push(
      problem(
        'cover-small',
        place,
        `Unexpected cover of ${picture.width} × ${picture.height} pixels, expected ${shortest} on the short side`,
      ),
    );
  const resource: Resource = {
    id: 'cover-image',
    href: `images/cover.${extensions[picture.mediaType]}`,
    mediaType: picture.mediaType,
    properties: ['cover-image'],
    bytes: picture.bytes,
    size: { width: picture.width, height: picture.height },
  };
  return { value: { picture, resource }, problems: found };
}
