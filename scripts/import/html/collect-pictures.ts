/** Gathers the pictures that a page shows. In: a way to read one. Out: a `src` reader that names each in `pictures/`, once. */

import { dataOf } from '../../book/data-address.ts';
import { formatOf } from '../../pictures/formats.ts';
import { type Place, type Problem, problem } from '../../report/problem.ts';

export interface Pictures {
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The manuscript path of a picture; undefined where it cannot be had. */
  readonly src: (src: string) => string | undefined;
}

/** Makes a collector. Names keep letters, digits and hyphens; two pictures of one name are told apart by a number. */
export function collectPictures(read: (src: string) => Uint8Array | undefined): Pictures {
  const pictures = new Map<string, Uint8Array>();
  const known = new Map<string, string>();
  const src = (address: string): string | undefined => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const bytes = read(address);
    const ending = bytes && pictureEnding(bytes);
    if (!bytes || ending === undefined) return undefined;
    const stem = /^data:/i.test(address) ? 'picture' : nameOf(address);
    let path = `pictures/${stem}.${ending}`;
    for (let at = 2; pictures.has(path); at++) path = `pictures/${stem}-${at}.${ending}`;
    pictures.set(path, bytes);
    known.set(address, path);
    return path;
  };
  return { pictures, src };
}

/** A picture beside the page, or in its very address. Nothing is fetched. */
export function readPicture(src: string, beside: (path: string) => Uint8Array | undefined): Uint8Array | undefined {
  const data = dataOf(src);
  if (data) return data;
  if (/^[a-z][a-z\d+.-]*:|^[/\\]/i.test(src)) return undefined;
  try {
    return beside(decodeURIComponent(src.replace(/[?#].*$/s, '')));
  } catch {
    return beside(src);
  }
}

/** A warning for the pictures that lie elsewhere, and one for those that are not there: their descriptions stand in their places. */
export function missingPictures(missing: ReadonlyMap<string, Place>): readonly Problem[] {
  const all = [...missing];
  const outside = all.filter(([address]) => isOutside(address));
  const absent = all.filter(([address]) => !isOutside(address));
  return [
    ...countedMissing(
      outside,
      'elsewhere',
      'Save the pictures beside the text, where it names them, and import it again.',
    ),
    ...countedMissing(
      absent,
      'not there, or of a kind that no book holds',
      'Put a JPEG, PNG, GIF, SVG, WebP or AVIF in the place of each, and import again.',
    ),
  ];
}

const isOutside = (address: string): boolean => !/^data:/i.test(address) && /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address);

function countedMissing(
  missing: readonly (readonly [string, Place])[],
  where: string,
  hint: string,
): readonly Problem[] {
  const [first] = missing;
  if (!first) return [];
  const [address, place] = first;
  const name = /^data:/i.test(address) ? 'in the page itself' : `“${address.slice(0, 120)}”`;
  const reason =
    missing.length === 1
      ? `The picture ${name} is ${where}: the book shows its description instead.`
      : `${missing.length} pictures are ${where}, the first of them ${name}: the book shows their descriptions instead.`;
  return [problem('picture-left-out', place, reason, hint)];
}

function nameOf(address: string): string {
  let name =
    address
      .replace(/[?#].*$/s, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // A percent sign that escapes nothing stands for itself.
  }
  const plain = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^[-_]+|(?<!-)-+$/g, '');
  return plain.slice(0, 60) || 'picture';
}

/** The ending by what the bytes are; undefined for what no book can hold, nor the press convert. */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const format = formatOf(bytes);
  if (!format || !('reader' in format || 'converter' in format)) return undefined;
  const name = 'reader' in format ? format.reader : format.converter;
  return name === 'jpeg' ? 'jpg' : name;
}
