/**
 * In: rendered sections, and a way to read a picture. Out: the pictures as resources, every `img` pointing at one.
 * A picture that cannot be had leaves its alternative text in its place.
 */
import type { Element } from 'hast';
import { extensions, type OpenPicture, type Picture } from '../book/book.ts';
import { shortAddress } from '../book/data-address.ts';
import { manuscriptPath } from '../book/file-names.ts';
import type { Resource } from '../book/publication.ts';
import { isPlate } from '../book/sections.ts';
import { classesOf, elementsIn } from '../html/hast-nodes.ts';
import { collector } from '../report/collector.ts';
import { type Outcome, type Place, type Problem, placeOf, problem } from '../report/problem.ts';
import { widthOnPlate } from './plate.ts';
import { nodesOf, type RenderedSection } from './section-to-hast.ts';

interface EmbeddedImages {
  readonly resources: readonly Resource[];
  readonly pictures: readonly Picture[];
  /** Whether every picture in the text has alternative text. */
  readonly described: boolean;
}

interface Embedded {
  readonly picture: Picture;
  readonly resource: Resource;
}

/** Finds the pictures of all sections, in reading order; edits the `img` elements in place. */
export async function embedImages(
  sections: readonly RenderedSection[],
  open: OpenPicture,
): Promise<Outcome<EmbeddedImages>> {
  const { problems, take, add } = collector();
  const embedded = new Map<string, Embedded>();
  const embed = async (path: string, place: Place): Promise<Embedded | undefined> => {
    const known = embedded.get(path);
    if (known) return known;
    const picture = take(await open(path, place));
    if (!picture) return undefined;
    const made = { picture, resource: resourceOf(picture, embedded.size + 1) };
    embedded.set(path, made);
    return made;
  };
  let described = true;
  for (const section of sections) {
    const { path: from, base = from } = section.section;
    for (const image of elementsIn(nodesOf(section)).filter(({ tagName }) => tagName === 'img')) {
      const place = placeOf(from, image);
      const source = String(image.properties['src'] ?? '');
      const path = /^\s*data:/i.test(source) ? source.trim() : manuscriptPath(source, base);
      if (path === undefined) add([outside(source, place)]);
      const found = path === undefined ? undefined : await embed(path, place);
      if (!found) {
        replaceByWords(image);
        continue;
      }
      image.properties['src'] = found.resource.href;
      const size = sizeOf(found.picture, section);
      if (size !== undefined) image.properties['className'] = [...new Set([...classesOf(image), size])];
      if (String(image.properties['alt'] ?? '').trim()) continue;
      image.properties['alt'] = '';
      described = false;
      add([undescribed(source, place)]);
    }
  }
  const all = [...embedded.values()];
  const value = {
    resources: all.map(({ resource }) => resource),
    pictures: all.map(({ picture }) => picture),
    described,
  };
  return { value, problems };
}

function resourceOf({ mediaType, bytes }: Picture, number: number): Resource {
  const href = `images/picture-${number}.${extensions[mediaType]}`;
  return { id: `picture-${number}`, href, mediaType, properties: [], bytes };
}

function outside(source: string, place: Place): Problem {
  return problem(
    'picture-outside',
    place,
    `The picture “${shortAddress(source)}” is not in the manuscript, and nothing is fetched; the book shows its description instead.`,
    'Save it in the manuscript folder, and name that file.',
  );
}

function undescribed(source: string, place: Place): Problem {
  return problem(
    'picture-without-alt',
    place,
    `The picture “${shortAddress(source)}” has no description; who cannot see it learns nothing of it.`,
    'Write what it shows between the brackets: ![An open door](door.jpg).',
  );
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

/** The class that says how wide a picture stands: as the page, if it is large; as a plate that is higher than wide, so that it stands on one page. */
function sizeOf({ width, height }: Picture, { section, forms }: RenderedSection): string | undefined {
  const part = isPlate(section.kind) ? widthOnPlate(width, height) : undefined;
  if (part !== undefined) forms.add('layout');
  return part !== undefined ? `width-${part}` : width >= wide ? 'wide' : undefined;
}
