/**
 * In: composed sections, and a way to read a picture. Out: the pictures as resources, every `img` pointing at one.
 * A picture that cannot be had leaves its alternative text in its place.
 */
import type { Element, Nodes } from 'hast';
import type { Picture } from '../book/book.ts';
import type { Resource } from '../book/publication.ts';
import { walk } from '../book/walk.ts';
import { type Outcome, type Place, type Problem, placeOf, problem } from '../report/problem.ts';
import type { Composed } from './section-to-hast.ts';

/** Reads the picture at a manuscript path; undefined with a problem where that fails. */
export type OpenPicture = (
  path: string,
  place: Place,
  /** Whether it is the cover, which shelves want large. */
  isCover?: boolean,
) => Promise<Outcome<Picture | undefined>>;

export interface Illustrated {
  readonly resources: readonly Resource[];
  /** Whether every picture in the text has alternative text. */
  readonly described: boolean;
  /** Media types of the pictures in the text. */
  readonly mediaTypes: ReadonlySet<string>;
}

export const extensions: Readonly<Record<Picture['mediaType'], string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};

/** Finds the pictures of all sections, in reading order; edits the `img` elements in place. */
export async function illustrate(sections: readonly Composed[], open: OpenPicture): Promise<Outcome<Illustrated>> {
  const problems: Problem[] = [];
  const resources = new Map<string, Resource>();
  const sizes = new Map<string, Picture>();
  const mediaTypes = new Set<string>();
  let described = true;
  for (const { section, heading, blocks, notes } of sections) {
    const images: Element[] = [];
    walk<Nodes>({ type: 'root', children: [...(heading ? [heading] : []), ...blocks, ...notes] }, (node) => {
      if (node.type === 'element' && node.tagName === 'img') images.push(node);
    });
    for (const image of images) {
      const place = placeOf(section.path, image);
      const source = String(image.properties['src'] ?? '');
      const path = manuscriptPath(source, section.path);
      if (path === undefined) {
        problems.push(
          problem(
            'picture-outside',
            place,
            `Unexpected picture “${shorten(source)}” from outside the manuscript, expected a file inside it`,
            'Copy the picture into the manuscript folder; nothing is ever fetched.',
          ),
        );
        replaceByWords(image);
        continue;
      }
      let resource = resources.get(path);
      if (!resource) {
        const { value: picture, problems: found } = await open(path, place);
        problems.push(...found);
        if (picture) {
          const number = resources.size + 1;
          resource = {
            id: `picture-${number}`,
            href: `images/picture-${number}.${extensions[picture.mediaType]}`,
            mediaType: picture.mediaType,
            properties: [],
            bytes: picture.bytes,
          };
          resources.set(path, resource);
          sizes.set(path, picture);
          mediaTypes.add(picture.mediaType);
        }
      }
      if (!resource) {
        replaceByWords(image);
        continue;
      }
      image.properties['src'] = resource.href;
      if ((sizes.get(path)?.width ?? 0) >= wide) image.properties['className'] = [...classesOf(image), 'wide'];
      if (!String(image.properties['alt'] ?? '').trim()) {
        image.properties['alt'] = '';
        described = false;
        problems.push(
          problem(
            'picture-without-alt',
            place,
            `Unexpected picture “${shorten(source)}” without alternative text, expected some words`,
            'Write what it shows between the brackets: ![An open door](door.jpg).',
          ),
        );
      }
    }
  }
  return { value: { resources: [...resources.values()], described, mediaTypes }, problems };
}

/** The manuscript path that a `src` means, from the folder of the file it stands in; undefined where it leads elsewhere. */
export function manuscriptPath(source: string, from: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^[/\\]|^$/i.test(source.trim())) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(source.trim().replace(/[?#].*$/s, ''));
  } catch {
    path = source.trim();
  }
  if (path === '' || path.includes('\0')) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.length ? steps.join('/') : undefined;
}

/** Turns an `img` into the words that stand for it. */
function replaceByWords(image: Element): void {
  const words = String(image.properties['alt'] ?? '').trim();
  image.tagName = 'span';
  image.properties = { className: ['missing-picture'] };
  image.children = words ? [{ type: 'text', value: words }] : [];
}

/** From this many pixels a picture fills the measure. */
const wide = 600;

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

const shorten = (source: string): string => (source.length > 60 ? `${source.slice(0, 57)}…` : source);
