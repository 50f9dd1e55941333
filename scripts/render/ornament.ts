/**
 * Finds what stands between scenes. In: the book's design, rendered sections. Out: the ornament in every scene break.
 * The stylesheet says how large it is shown.
 */
import type { Element } from 'hast';
import { extensions, type OpenPicture, type Picture } from '../book/book.ts';
import { type Design, isPicturePath, ornamentText } from '../book/design.ts';
import type { Resource } from '../book/publication.ts';
import { classesOf, elementsIn } from '../html/hast-nodes.ts';
import { hasErrors, type Outcome, problem } from '../report/problem.ts';
import type { RenderedSection } from './section-to-hast.ts';

export interface Ornament {
  /** What is printed, or read where the picture cannot be seen. */
  readonly text: string;
  readonly picture?: Picture | undefined;
}

/** The ornament that a design asks for; a picture that cannot be had is a problem at its line in the metadata. */
export async function readOrnament(design: Design, open: OpenPicture): Promise<Outcome<Ornament>> {
  const { ornament } = design;
  const usual = ornamentText(design);
  if (ornament === undefined || !isPicturePath(ornament)) return { value: { text: usual }, problems: [] };
  const place = design.ornamentPlace ?? { path: ornament };
  const path = ornament.replace(/^\.\//, '');
  const outside = /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path);
  const { value: picture, problems } = outside ? { value: undefined, problems: [] } : await open(path, place);
  if (!picture) {
    const reasons = problems.filter(({ rule, severity }) => severity === 'error' || rule === 'picture-too-large');
    const missing = problem(
      'ornament-missing',
      place,
      `There is no picture “${path}” in the manuscript folder, so scene breaks have no ornament.`,
      'Name a picture of the folder, or marks to print, as in “ornament: * * *”.',
    );
    return { value: { text: usual }, problems: hasErrors(reasons) ? reasons : [...reasons, missing] };
  }
  return { value: { text: usual, picture }, problems };
}

/** Puts the picture into the scene breaks of all sections, in place; undefined where there is no picture or no scene break. */
export function placeOrnament(sections: readonly RenderedSection[], { picture, text }: Ornament): Resource | undefined {
  if (!picture) return undefined;
  const { mediaType, bytes } = picture;
  const href = `images/ornament.${extensions[mediaType]}`;
  let isPlaced = false;
  for (const { blocks, notes } of sections)
    for (const element of elementsIn([...blocks, ...notes])) {
      if (!isSceneBreak(element)) continue;
      element.children = [{ type: 'element', tagName: 'img', properties: { src: href, alt: text }, children: [] }];
      isPlaced = true;
    }
  return isPlaced ? { id: 'ornament', href, mediaType, properties: [], bytes } : undefined;
}

function isSceneBreak(element: Element): boolean {
  return element.properties['role'] === 'separator' && classesOf(element).includes('scene-break');
}
