/**
 * Prepares a picture for a book. In: bytes as they lie in the manuscript, which stay as they are. Out: the picture as the book
 * has it, and what was done to it. A picture that every device can show, and that does not tell where it was taken, passes
 * byte for byte.
 */
import type { OpenAsset } from '../book/assets.ts';
import type { Picture, PictureUse } from '../book/book.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import type { Converted, Source } from './convert.ts';
import { formatOf } from './formats.ts';
import { colourCount, jpegWithoutPlace } from './jpeg-segments.ts';
import { pngWithoutPlace } from './png-chunks.ts';
import { type Fault, isFault, mostShown } from './probe-result.ts';
import { readAvif } from './read-avif.ts';
import { pictureProblem, readPicture } from './read-picture.ts';
import { readWebp } from './read-webp.ts';

interface Given {
  readonly bytes: Uint8Array;
  /** Its path in the manuscript. */
  readonly path: string;
  /** Where the manuscript refers to it. */
  readonly place: Place;
  readonly use?: PictureUse;
}

/** More than this is not decoded, or a gigabyte of memory would not hold it. A JPEG is scaled while it is decoded, CMYK is decoded in JavaScript. */
const mostDecoded = { png: 64_000_000, foreign: 40_000_000, cmyk: 20_000_000, jpeg: Number.POSITIVE_INFINITY } as const;

/** Apple Books shows covers of 1400 pixels and more on the short side. */
const coverSide = 1400;

/** Reads a picture, and makes it one that a book can hold where that can be done; a cover also as large as shelves want it. */
export async function preparePicture(
  given: Given,
  open: OpenAsset,
  limits: Limits = usualLimits,
): Promise<Outcome<Picture | undefined>> {
  const prepared = await prepareAsItIs(given, open, limits);
  const picture = prepared.value;
  const format = picture?.mediaType === 'image/jpeg' ? 'jpeg' : picture?.mediaType === 'image/png' ? 'png' : undefined;
  const short = picture ? Math.min(picture.width, picture.height) : 0;
  if (given.use !== 'cover' || !picture || !format || short >= coverSide) return prepared;
  const { enlargePicture } = await import('./convert.ts');
  try {
    const larger = await enlargePicture({ format, bytes: picture.bytes }, coverSide, open);
    if (!larger) return prepared;
    const { width, height } = picture;
    const hint = problem(
      'cover-enlarged',
      given.place,
      `The cover has ${width} × ${height} pixels; the book has it enlarged to ${coverSide} on the short side.`,
      short < coverSide / 2
        ? 'More than twice as large it looks soft: give it a picture of 1600 × 2400 pixels.'
        : 'A picture that has as many pixels is sharper.',
    );
    return { value: { ...picture, ...larger }, problems: [...prepared.problems, hint] };
  } catch {
    return prepared; // a decoder found what its reader did not; the cover stays as it is, and small
  }
}

async function prepareAsItIs(given: Given, open: OpenAsset, limits: Limits): Promise<Outcome<Picture | undefined>> {
  const found = formatOf(given.bytes);
  if (found && 'converter' in found) return convertForeign(given, found, { open, limits });
  const read = readPicture(given.bytes, given.place, given.path, limits);
  const picture = read.value;
  if (picture?.mediaType !== 'image/jpeg' && picture?.mediaType !== 'image/png') return read;
  const { bytes, path, place } = given;
  const format = picture.mediaType === 'image/jpeg' ? 'jpeg' : 'png';
  const isCmyk = format === 'jpeg' && colourCount(bytes) === 4;
  const wanting = [...(given.use === 'ground' ? [] : sizeHints(given, picture)), ...(isCmyk ? [cmykHint(given)] : [])];
  const problems: Problem[] = [];
  if (wanting.length > 0) {
    const isDecoded = picture.width * picture.height <= mostDecoded[isCmyk ? 'cmyk' : format];
    const made = isDecoded ? await tryConvert({ format, bytes }, open) : undefined;
    if (made && made !== 'undecodable') return { value: { path, ...made }, problems: wanting };
    const [what, done] = isCmyk ? ['in CMYK', 'converted'] : ['very large', 'scaled'];
    const reason = `“${path}” is ${what} and cannot be ${done} here; the book has it as it is.`;
    const hint = 'Save it anew in a picture editor, in RGB; 1600 × 2400 pixels fill any page.';
    problems.push(problem('picture-kept', place, reason, hint));
  }
  const cleaned = format === 'jpeg' ? jpegWithoutPlace(bytes) : pngWithoutPlace(bytes);
  if (cleaned)
    problems.push(problem('picture-place', place, `“${path}” tells where it was taken; the book has it without that.`));
  return { value: cleaned ? { ...picture, bytes: cleaned } : picture, problems };
}

/** Takes a picture of a kind that no book holds. */
async function convertForeign(
  { bytes, path, place }: Given,
  { converter, name }: { readonly converter: 'webp' | 'avif'; readonly name: string },
  { open, limits }: { readonly open: OpenAsset; readonly limits: Limits },
): Promise<Outcome<Picture | undefined>> {
  const failed = (fault: Fault) => ({ value: undefined, problems: [pictureProblem(fault, place, path)] });
  const found = converter === 'webp' ? readWebp(bytes, limits) : readAvif(bytes, limits);
  if (isFault(found)) return failed(found);
  if (found.width * found.height > mostDecoded.foreign)
    return failed({
      tooLarge: `a picture of ${found.width} × ${found.height} pixels, which is too large to be scaled here`,
      hint: 'Make it smaller; 1600 × 2400 pixels fill any page.',
    });
  const made = await tryConvert({ ...found, format: converter }, open);
  if (made === 'undecodable') return failed({ corrupt: 'fault among the pixels' });
  if (!made)
    return failed({
      refused: 'a picture that is to be converted, and cannot be here',
      hint: 'Install Fleuron anew, or convert it to JPEG or PNG.',
    });
  const [animated, still] = found.isAnimated ? [', animated', ', of which the first picture is kept'] : ['', ''];
  const told = problem(
    'picture-converted',
    place,
    `“${path}” is ${name}${animated}, which no book may hold; the book has it converted${still}.`,
  );
  return { value: { path, ...made }, problems: [told] };
}

/** Converts; undefined where a package is not installed. */
async function tryConvert(source: Source, open: OpenAsset): Promise<Converted | 'undecodable' | undefined> {
  const { convertPicture } = await import('./convert.ts');
  try {
    return await convertPicture(source, open);
  } catch {
    return 'undecodable'; // what decoders throw is about their insides
  }
}

function sizeHints({ bytes, path, place }: Given, { width, height }: Picture): readonly Problem[] {
  const told = (size: string, most: string, made: string): readonly Problem[] => [
    problem(
      'picture-scaled',
      place,
      `“${path}” has ${size}, and a page shows ${most} at most; the book has it ${made}.`,
    ),
  ];
  if (width * height > mostShown.pixels)
    return told(`${width} × ${height} pixels`, `${mostShown.pixels / 1e6} million`, 'scaled down');
  return bytes.length > mostShown.bytes
    ? told(`${(bytes.length / 1e6).toFixed(1)} MB`, `${mostShown.bytes / 1e6} MB`, 'smaller')
    : [];
}

const cmykHint = ({ path, place }: Given): Problem =>
  problem(
    'picture-converted',
    place,
    `“${path}” is in CMYK, for print; the book has it in RGB.`,
    'Colours may differ a little: a picture editor converts them with more care.',
  );
