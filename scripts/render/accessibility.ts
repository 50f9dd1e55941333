/** States what is true of this book's accessibility: EPUB Accessibility 1.1 §2. Nothing is claimed that was not looked at. */
import type { Metadata } from '../book/metadata.ts';
import type { Accessibility, Resource } from '../book/publication.ts';
import { isPlate } from '../book/sections.ts';
import { classesOf } from '../html/hast-nodes.ts';
import type { RenderedSection } from './section-to-hast.ts';

/** Whether words on the page are joined to its picture. */
const isDescribed = (blocks: RenderedSection['blocks']): boolean =>
  blocks.some((block) => block.type === 'element' && classesOf(block).includes('description'));

interface Pictures {
  readonly resources: readonly Resource[];
  /** Whether every picture in the text has alternative text. */
  readonly described: boolean;
  readonly hasCover: boolean;
  /** Whether printed pages are marked and listed. */
  readonly hasPages?: boolean;
}

export function describeAccessibility(
  metadata: Metadata,
  sections: readonly RenderedSection[],
  { resources, described, hasCover, hasPages = false }: Pictures,
): Accessibility {
  const pictures = resources.length > 0;
  const notes = sections.some((each) => each.notes.length > 0);
  const headings = sections.some((each) => each.heading);
  // A GIF may move or flash; whether it does, nobody has looked at.
  const hazards = resources.some(({ mediaType }) => mediaType === 'image/gif') ? ['unknown'] : ['none'];
  const features = [
    'ARIA',
    ...(pictures && described ? ['alternativeText'] : []),
    'displayTransformability',
    ...(sections.some(({ section: { kind }, blocks }) => isPlate(kind) && isDescribed(blocks))
      ? ['longDescription']
      : []),
    ...(sections.some(({ forms }) => forms.has('formula')) ? ['MathML'] : []),
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    'readingOrder',
    ...(headings ? ['structuralNavigation'] : []),
    'tableOfContents',
  ];
  const words = [
    'The text can be reflowed and read aloud, has a table of contents, and follows the reading order.',
    ...(hasPages ? ['The pages of a printed edition are marked and listed.'] : []),
    ...(notes ? ['Notes are linked to and back.'] : []),
    ...(pictures
      ? [described ? 'Every picture has a text alternative.' : 'Some pictures have no text alternative.']
      : hasCover
        ? ['There are no pictures but the cover.']
        : ['There are no pictures.']),
  ];
  return {
    modes: ['textual', ...(pictures || hasCover ? ['visual'] : [])],
    sufficientModes: !pictures || described ? ['textual'] : ['textual,visual'],
    features,
    hazards,
    summary: words.join(' '),
    certifiedBy: metadata.accessibility?.certifiedBy,
  };
}
