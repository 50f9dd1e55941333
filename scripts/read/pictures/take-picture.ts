/**
 * Takes a picture into a book. In: bytes as they lie in the manuscript, which stay as they are. Out: the picture as the book
 * has it, and what was done to it. A picture that every device can show, and that does not tell where it was taken, passes
 * byte for byte.
 */
import type { Picture } from '../../book/book.ts';
import { type Limits, usualLimits } from '../../book/limits.ts';
import type { PressFiles } from '../../book/press-files.ts';
import { type Outcome, type Place, type Problem, problem } from '../../report/problem.ts';
import { readAvif } from './avif.ts';
import type { Source } from './convert.ts';
import { formatOf } from './formats.ts';
import { type Fault, mostShown } from './found.ts';
import { coloursOf, jpegWithoutPlace } from './jpeg-segments.ts';
import { pngWithoutPlace } from './png-chunks.ts';
import { pictureProblem, readPicture } from './read-picture.ts';
import { readWebp } from './webp.ts';

export interface Given {
  readonly bytes: Uint8Array;
  /** Its path in the manuscript. */
  readonly path: string;
  /** Where the manuscript refers to it. */
  readonly place: Place;
}

/** More than this is not decoded, or a gigabyte of memory would not hold it; of CMYK, which is decoded in JavaScript, half. */
const mostDecoded = 40_000_000;

/** Reads a picture, and makes it one that a book can hold where that can be done. */
export async function takePicture(
  given: Given,
  open: PressFiles,
  limits: Limits = usualLimits,
): Promise<Outcome<Picture | undefined>> {
  const { bytes, path, place } = given;
  const format = formatOf(bytes);
  if (format && 'converter' in format) {
    const found = format.converter === 'webp' ? readWebp(bytes, limits) : readAvif(bytes, limits);
    if ('corrupt' in found || 'refused' in found)
      return { value: undefined, problems: [pictureProblem(found, place, path)] };
    const animated = found.isAnimated ? ', of which the first picture is kept' : '';
    const { exif, isLossless, width, height } = found;
    if (width * height > mostDecoded)
      return { value: undefined, problems: [pictureProblem(tooLarge(width, height), place, path)] };
    return converted(given, { format: format.converter, bytes: found.bytes, exif, isLossless }, open, [
      problem(
        'picture-converted',
        place,
        `Unexpected ${format.name} in “${path}”${found.isAnimated ? ', animated' : ''}, expected JPEG, PNG, GIF or SVG; the book has it converted${animated}`,
      ),
    ]);
  }
  const read = readPicture(bytes, place, path, limits);
  const picture = read.value;
  if (!picture || (picture.mediaType !== 'image/jpeg' && picture.mediaType !== 'image/png')) return read;
  const isJpeg = picture.mediaType === 'image/jpeg';
  const isCmyk = isJpeg && coloursOf(bytes) === 4;
  const problems: Problem[] = [...read.problems];
  const { width, height } = picture;
  if (isJpeg ? isCmyk && width * height > mostDecoded / 2 : width * height > mostDecoded)
    return { value: undefined, problems: [pictureProblem(tooLarge(width, height), place, path)] };
  if (width * height > mostShown.pixels)
    problems.push(
      problem(
        'picture-scaled',
        place,
        `Unexpected size of “${path}”, ${width} × ${height} pixels, expected ${mostShown.pixels / 1e6} million at most; the book has it scaled down`,
      ),
    );
  else if (bytes.length > mostShown.bytes)
    problems.push(
      problem(
        'picture-scaled',
        place,
        `Unexpected size of “${path}”, ${(bytes.length / 1e6).toFixed(1)} MB, expected ${mostShown.bytes / 1e6} MB at most; the book has it smaller`,
      ),
    );
  if (isCmyk)
    problems.push(
      problem(
        'picture-converted',
        place,
        `Unexpected CMYK in “${path}”, expected RGB; the book has it converted`,
        'Colours may differ a little: a picture editor converts them with more care.',
      ),
    );
  if (problems.length > read.problems.length)
    return converted(given, { format: isJpeg ? 'jpeg' : 'png', bytes }, open, problems);
  const cleaned = isJpeg ? jpegWithoutPlace(bytes) : pngWithoutPlace(bytes);
  if (!cleaned) return read;
  problems.push(
    problem(
      'picture-place',
      place,
      `Unexpected word of where “${path}” was taken; the book has the picture without it`,
    ),
  );
  return { value: { ...picture, bytes: cleaned }, problems };
}

const tooLarge = (width: number, height: number): Fault => ({
  refused: `a picture of ${width} × ${height} pixels, which is too large to be scaled here,`,
  hint: 'Make it smaller; 1600 × 2400 pixels fill any page.',
});

async function converted(
  { path, place }: Given,
  source: Source,
  open: PressFiles,
  problems: readonly Problem[],
): Promise<Outcome<Picture | undefined>> {
  const { convertPicture } = await import('./convert.ts');
  try {
    const value = await convertPicture(source, open);
    if (value) return { value: { path, ...value }, problems };
  } catch {
    // What decoders throw is about their insides.
    return { value: undefined, problems: [pictureProblem({ corrupt: 'fault among the pixels' }, place, path)] };
  }
  const lacking = {
    refused: 'picture that is to be converted',
    hint: 'Install Fleuron anew, or convert it to JPEG or PNG.',
  };
  return { value: undefined, problems: [pictureProblem(lacking, place, path)] };
}
