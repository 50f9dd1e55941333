/** States what is true of this book's accessibility: EPUB Accessibility 1.1 §2. Nothing is claimed that was not looked at. */

import type { Metadata } from '../book/metadata.ts';
import type { Accessibility } from '../book/publication.ts';
import type { Illustrated } from './embed-images.ts';
import type { Composed } from './section-to-hast.ts';

export function describeAccessibility(
  metadata: Metadata,
  sections: readonly Composed[],
  { resources, described, mediaTypes }: Illustrated,
  cover: boolean,
): Accessibility {
  const pictures = resources.length > 0;
  const notes = sections.some((each) => each.notes.length > 0);
  const headings = sections.some((each) => each.heading);
  // A GIF may move or flash; whether it does, nobody has looked at.
  const hazards = mediaTypes.has('image/gif') ? ['unknown'] : ['none'];
  const features = [
    'ARIA',
    ...(pictures && described ? ['alternativeText'] : []),
    'displayTransformability',
    'readingOrder',
    ...(headings ? ['structuralNavigation'] : []),
    'tableOfContents',
  ];
  const words = [
    'The text can be reflowed and read aloud, has a table of contents, and follows the reading order.',
    ...(notes ? ['Notes are linked to and back.'] : []),
    ...(pictures
      ? [described ? 'Every picture has a text alternative.' : 'Some pictures have no text alternative.']
      : cover
        ? ['There are no pictures but the cover.']
        : ['There are no pictures.']),
  ];
  return {
    modes: ['textual', ...(pictures || cover ? ['visual'] : [])],
    sufficientModes: !pictures || described ? ['textual'] : ['textual,visual'],
    features,
    hazards,
    summary: words.join(' '),
    certifiedBy: metadata.accessibility?.certifiedBy,
  };
}
