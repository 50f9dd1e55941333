/** Sets title and authors on the author's own cover picture. In: what a book says of itself, and the picture. Out: the cover, and what there is to say of it. */
import type { Picture } from '../book/book.ts';
import { sha256 as hash } from '../book/digest.ts';
import type { Metadata } from '../book/metadata.ts';
import { cropPicture } from '../pictures/crop-picture.ts';
import { colourCount, withProfileAndOrientation } from '../pictures/jpeg-segments.ts';
import { readPicture } from '../pictures/read-picture.ts';
import { type Outcome, type Place, problem } from '../report/problem.ts';
import { type Drawing, drawCover } from './draw-cover.ts';
import { coverSize } from './rasterise.ts';

/** Apple Books shows covers of 1400 pixels and more on the short side. */
const shortest = 1400;

/** The cover has the proportions of a drawn one, and no more pixels than the picture has; undefined with a hint where the words cannot be set on it. */
export async function titleOnPicture(
  metadata: Metadata,
  picture: Picture,
  place: Place,
  { cached, ...drawing }: Omit<Drawing, 'behind' | 'width'>,
): Promise<Outcome<Picture | undefined>> {
  const { mediaType, bytes, path, sha256 } = picture;
  const isJpeg = mediaType === 'image/jpeg';
  if (!isJpeg && mediaType !== 'image/png') {
    const kind = mediaType === 'image/gif' ? 'a GIF' : 'an SVG';
    const reason = `The title cannot be set on ${kind}; the book has the picture as it is.`;
    return { value: undefined, problems: [problem('cover-not-drawn', place, reason, 'Save it as JPEG or PNG.')] };
  }
  const { value: drawn, problems } = await drawCover(metadata, {
    ...drawing,
    cached: cached && { ...cached, tools: JSON.stringify([cached.tools, sha256 ?? hash(bytes)]) },
    behind: () => cropPicture(picture, coverSize, drawing.open),
  });
  const sized = drawn && readPicture(drawn.bytes, place, path).value;
  if (!sized) return { value: undefined, problems };
  const small = problem(
    'cover-small',
    place,
    `As a cover the picture has ${sized.width} × ${sized.height} pixels, fewer than ${shortest} on the short side; it is not enlarged, and shelves may show it small or soft.`,
    'Give it a picture of 1600 × 2400 pixels.',
  );
  const colours = isJpeg ? withProfileAndOrientation(sized.bytes, bytes, colourCount(bytes) === 3, 1) : sized.bytes;
  return {
    value: { ...sized, path, sha256, bytes: colours },
    problems: sized.width < shortest ? [...problems, small] : problems,
  };
}
