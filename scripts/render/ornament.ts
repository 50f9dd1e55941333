/**
 * The pictures of a design. In: the book's design, rendered sections. Out: the ornament in every scene break and below numbers of
 * chapters, and a picture above the heading of each chapter. The stylesheet says how large they are shown.
 */
import type { Element } from 'hast';
import { extensions, type OpenPicture, type Picture, type Section } from '../book/book.ts';
import { type Design, isPicturePath, ornamentText } from '../book/design.ts';
import { manuscriptPath } from '../book/file-names.ts';
import type { Resource, ThemePictures } from '../book/publication.ts';
import { isNarrative } from '../book/sections.ts';
import { classesOf, elementOf, elementsIn } from '../html/hast-nodes.ts';
import { collector } from '../report/collector.ts';
import { hasErrors, type Outcome, type Place, problem } from '../report/problem.ts';
import { nodesOf, type RenderedSection } from './section-to-hast.ts';

interface Ornament {
  /** What is printed, or read where the picture cannot be seen. */
  readonly text: string;
  readonly picture?: Picture | undefined;
}

/** The ornament that a design asks for, or its theme's; a picture that cannot be had is a problem at its line in the metadata. */
export async function readOrnament(
  design: Design,
  open: OpenPicture,
  theme: Pick<ThemePictures, 'ornament'>,
): Promise<Outcome<Ornament>> {
  const { ornament } = design;
  const text = ornamentText(design);
  if (ornament === undefined) return { value: { text, picture: theme.ornament }, problems: [] };
  if (!isPicturePath(ornament)) return { value: { text }, problems: [] };
  const { value: picture, problems } = await openNamed(ornament, design.ornamentPlace, open, 'scene breaks');
  return { value: { text, picture }, problems };
}

/** Pictures above headings, each once in the book, and those of them that are the author's files. */
interface HeadingPictures {
  /** Of sections that a picture stands above, by their ids. */
  readonly above: ReadonlyMap<string, Resource>;
  readonly pictures: readonly Picture[];
}

/** The pictures above headings: a chapter's own, the one that a design asks for, or its theme's. */
export async function readHeadingPictures(
  sections: Iterable<Section>,
  { headingImage: ofBook, headingImagePlace }: Design,
  open: OpenPicture,
  theme: Pick<ThemePictures, 'heading'>,
): Promise<Outcome<HeadingPictures>> {
  const { problems, take } = collector();
  const opened = new Map<string | undefined, Picture | undefined>([['none', undefined]]);
  const resources = new Map<Picture, Resource>();
  const above = new Map<string, Resource>();
  for (const { id, kind, heading, headingImage: own, path, base = path } of sections) {
    if (!heading || !isNarrative(kind)) continue;
    const named = own === undefined || own === 'none' ? (own ?? ofBook) : (manuscriptPath(own, base) ?? own);
    if (!opened.has(named)) {
      const place = own === undefined ? headingImagePlace : { path };
      opened.set(named, named === undefined ? theme.heading : take(await openNamed(named, place, open, 'headings')));
    }
    const picture = opened.get(named);
    if (!picture) continue;
    const number = resources.size + 1;
    const resource =
      resources.get(picture) ?? designResource(number === 1 ? 'heading-image' : `heading-image-${number}`, picture);
    resources.set(picture, resource);
    above.set(id, resource);
  }
  return { value: { above, pictures: [...resources.keys()] }, problems };
}

async function openNamed(
  named: string,
  line: Place | undefined,
  open: OpenPicture,
  what: 'scene breaks' | 'headings',
): Promise<Outcome<Picture | undefined>> {
  const place = line ?? { path: named };
  const path = named.replace(/^\.\//, '');
  const outside = /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path);
  const { value: picture, problems } = outside ? { value: undefined, problems: [] } : await open(path, place);
  if (picture) return { value: picture, problems };
  const reasons = problems.filter(({ rule, severity }) => severity === 'error' || rule === 'picture-too-large');
  const [has, hint] =
    what === 'headings'
      ? ['picture', 'Name a picture of the folder, or “none”.']
      : ['ornament', 'Name a picture of the folder, or marks to print, as in “ornament: * * *”.'];
  const reason = `There is no picture “${path}” in the manuscript folder, so ${what} have no ${has}.`;
  const missing = problem('ornament-missing', place, reason, hint);
  return { value: undefined, problems: hasErrors(reasons) ? reasons : [...reasons, missing] };
}

/**
 * Puts the picture into the scene breaks of all sections, in place; undefined where there is no picture, or no scene break and no
 * title page that shows it.
 */
export function placeOrnament(
  sections: readonly RenderedSection[],
  { picture, text }: Ornament,
  isOnTitlePage: boolean,
): Resource | undefined {
  if (!picture) return undefined;
  const resource = designResource('ornament', picture);
  let isPlaced = isOnTitlePage;
  for (const section of sections)
    for (const element of elementsIn(nodesOf(section))) {
      const isBelowNumber = classesOf(element).includes('number-ornament');
      if (!isSceneBreak(element) && !isBelowNumber) continue;
      element.children = [elementOf('img', { src: resource.href, alt: isBelowNumber ? '' : text })];
      isPlaced = true;
    }
  return isPlaced ? resource : undefined;
}

/** A section with the picture above its heading, where its text begins; it says nothing that the heading does not say. */
export function withHeadPicture(rendered: RenderedSection, picture: Resource | undefined): RenderedSection {
  if (!picture || !rendered.heading) return rendered;
  const image = elementOf('img', { src: picture.href, alt: '' });
  return { ...rendered, headPicture: elementOf('p', { className: ['head-picture'], ariaHidden: 'true' }, [image]) };
}

/** The file of a design’s picture in the book. */
function designResource(id: string, { mediaType, bytes }: Picture): Resource {
  return { id, href: `images/${id}.${extensions[mediaType]}`, mediaType, properties: [], bytes };
}

function isSceneBreak(element: Element): boolean {
  return element.properties['role'] === 'separator' && classesOf(element).includes('scene-break');
}
