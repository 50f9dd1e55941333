/** Covers that could be drawn for a book, to choose from. In: what the book says about itself. Out: small pictures, and what draws each. */
import type { OpenAsset } from '../book/assets.ts';
import type { CoverCache } from '../book/cover-cache.ts';
import { type CoverColours, type CoverComposition, coverColours, coverCompositions } from '../book/design.ts';
import type { Metadata } from '../book/metadata.ts';
import type { Templates } from '../book/publication.ts';
import { printTemplate } from '../templates/print-template.ts';
import { coloursOf, drawCover } from './draw-cover.ts';

/** A cover by what draws it; what is undefined need not be said. */
interface DrawableCover {
  readonly colours: CoverColours | undefined;
  readonly composition: CoverComposition | undefined;
  readonly jpeg: Uint8Array;
  readonly isChosen: boolean;
}

/** Of the small pictures, in pixels. */
const width = 320;

/** Every composition in the colours that the book has, then all other colours in its composition. `covers` keeps the small pictures. */
export async function drawableCovers(
  metadata: Metadata,
  templates: Templates,
  { open, covers }: { readonly open: OpenAsset; readonly covers?: CoverCache },
): Promise<readonly DrawableCover[]> {
  const { design, title } = metadata;
  const usual = { colours: coloursOf(title), composition: coverCompositions[0] };
  const { coverColours: colours = usual.colours, coverComposition: composition = usual.composition } = design;
  const cached = covers && { covers, tools: JSON.stringify([width, templates.get('cover.svg.ejs')]) };
  const found: DrawableCover[] = [];
  const kinds = [
    ...coverCompositions.map((each) => ({ colours, composition: each })),
    ...coverColours.flatMap((each) => (each === colours ? [] : [{ colours: each, composition }])),
  ];
  for (const kind of kinds) {
    const drawnAs = { ...design, coverColours: kind.colours, coverComposition: kind.composition };
    const { value } = await drawCover(
      { ...metadata, design: drawnAs },
      { print: (data) => printTemplate(templates, 'cover.svg.ejs', data), open, width, cached },
    );
    if (value)
      found.push({
        colours: kind.colours === usual.colours ? undefined : kind.colours,
        composition: kind.composition === usual.composition ? undefined : kind.composition,
        jpeg: value.bytes,
        isChosen: kind.colours === colours && kind.composition === composition,
      });
  }
  return found;
}
