/**
 * Reads a picture's bytes. In: bytes as they lie in the manuscript. Out: a picture that a book can hold, with its true
 * type and size, or one problem that says why not.
 */
import type { Picture } from '../book/book.ts';
import { type Limits, usualLimits } from '../book/limits.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';
import { formatOf, photo } from './formats.ts';
import { type Fault, isFault } from './probe-result.ts';
import { readGif } from './read-gif.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readSvg } from './read-svg.ts';

const readers = { jpeg: readJpeg, png: readPng, gif: readGif, svg: readSvg } as const;
const mediaTypes = { jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', svg: 'image/svg+xml' } as const;

/** What is wrong with a picture, as an author is told. */
export function pictureProblem(fault: Fault, place: Place, path: string): Problem {
  if ('tooLarge' in fault)
    return problem('picture-too-large', place, `“${path}” is ${fault.tooLarge}, so it is not in the book.`, fault.hint);
  return 'corrupt' in fault
    ? problem(
        'picture-corrupt',
        place,
        `“${path}” is damaged: ${fault.corrupt}.`,
        'Open it in a picture editor and save it again, or copy it anew from where it came.',
      )
    : problem(
        'picture-refused',
        place,
        `“${path}” holds ${fault.refused}, which not every device can show.`,
        fault.hint,
      );
}

/** Reads a picture that a book refers to at `place`, by its manuscript path (EPUB 3.3 §3.2, core media types). */
export function readPicture(
  bytes: Uint8Array,
  place: Place,
  path: string,
  limits: Limits = usualLimits,
): Outcome<Picture | undefined> {
  const failed = (only: Problem): Outcome<undefined> => ({ value: undefined, problems: [only] });
  if (bytes.length === 0) return failed(pictureProblem({ corrupt: 'end of file: no bytes at all' }, place, path));
  const format = formatOf(bytes);
  if (format === undefined) {
    return failed(
      problem(
        'picture-missing', // a warning: a file that is no picture is as good as none
        place,
        `“${path}” is no picture; the book shows its description instead.`,
        'Name a JPEG, PNG, GIF, SVG, WebP or AVIF.',
      ),
    );
  }
  if (!('reader' in format)) {
    return failed(
      problem(
        'picture-refused',
        place,
        `“${path}” is ${format.name}, which no book may hold.`,
        'hint' in format ? format.hint : photo,
      ),
    );
  }
  const found = readers[format.reader](bytes, limits);
  if (isFault(found)) return failed(pictureProblem(found, place, path));
  const problems = found.lost?.length
    ? [
        problem(
          'picture-cleaned',
          place,
          `The drawing “${path}” has ${listed(found.lost)}, which no book may hold; the book has the rest of it.`,
          'There is nothing to do if it looks right.',
        ),
      ]
    : [];
  const { width, height } = found;
  return {
    value: { path, mediaType: mediaTypes[format.reader], width, height, bytes: found.bytes ?? bytes },
    problems,
  };
}

function listed(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
}
