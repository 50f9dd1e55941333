/**
 * Settles what stands between scenes. In: the book's design, composed sections. Out: the ornament in every scene break.
 * Refuses to know: how large it is shown; that is the stylesheet's.
 */
import type { Element, Nodes } from 'hast';
import { type Design, isPicturePath, themeOrnaments } from '../book/design.ts';
import type { Resource } from '../book/publication.ts';
import { walk } from '../book/walk.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { extensions, type OpenPicture } from './embed-images.ts';
import type { Composed } from './section-to-hast.ts';

export interface Ornament {
  /** What is printed, or read where the picture cannot be seen. */
  readonly text: string;
  readonly picture?: Resource | undefined;
}

/** The marks of a design: those it names, or its theme's. */
export function ornamentText({ ornament, theme }: Design): string {
  return ornament === undefined || isPicturePath(ornament) ? themeOrnaments[theme] : tied(ornament);
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
    const reasons = problems.filter(({ severity }) => severity === 'error');
    const missing = problem(
      'ornament-missing',
      place,
      `Unexpected ornament “${path}”, expected marks to print, or a picture inside the manuscript folder`,
    );
    return { value: { text: usual }, problems: reasons.length > 0 ? reasons : [missing] };
  }
  const resource: Resource = {
    id: 'ornament',
    href: `images/ornament.${extensions[picture.mediaType]}`,
    mediaType: picture.mediaType,
    properties: [],
    bytes: picture.bytes,
  };
  return { value: { text: usual, picture: resource }, problems };
}

/** Puts the picture into the scene breaks of all sections, in place; whether there was any. */
export function placeOrnament(sections: readonly Composed[], { picture, text }: Ornament): boolean {
  let placed = false;
  if (!picture) return placed;
  for (const { blocks, notes } of sections)
    walk<Nodes>({ type: 'root', children: [...blocks, ...notes] }, (node) => {
      if (node.type !== 'element' || !isSceneBreak(node)) return;
      node.children = [{ type: 'element', tagName: 'img', properties: { src: picture.href, alt: text }, children: [] }];
      placed = true;
    });
  return placed;
}

function isSceneBreak({ properties: { className, role } }: Element): boolean {
  return role === 'separator' && Array.isArray(className) && className.includes('scene-break');
}

/** On one line: `* * *` with spaces that do not break, and are as wide as typed. */
function tied(marks: string): string {
  return marks.replace(/ /g, '\u00A0\u00A0');
}
