/** Finds the cover picture and judges whether shelves will show it well. */
import { extensions, type OpenPicture, type Picture } from '../book/book.ts';
import { coverAlt, drawnCoverHref } from '../book/cover-alt.ts';
import type { Labels } from '../book/labels.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { Cover, DrawnCover, Resource } from '../book/publication.ts';
import { hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';

/** Apple Books shows covers of 1400 pixels and more on the short side. */
const shortest = 1400;

interface CoverSources {
  readonly drawn: DrawnCover | undefined;
  readonly open: OpenPicture;
}

/** Finds the cover that the metadata names; takes the drawn one where there is none, and where the author’s has its title from the press. */
export async function findCover(
  metadata: Metadata,
  labels: Labels,
  { drawn, open }: CoverSources,
): Promise<Outcome<Cover | undefined>> {
  const alt = coverAlt(
    {
      title: metadata.title,
      authors: authorNames(metadata.contributors),
      given: metadata.coverAlt,
      isDrawn: drawn !== undefined,
    },
    labels,
  );
  const path = metadata.cover?.replace(/^\.\//, '');
  if (path === undefined || drawn) {
    const href = drawn?.isAuthors === false ? drawnCoverHref(metadata.design) : 'images/cover.jpg';
    const value = drawn && { picture: drawn.picture, resource: resourceOf(drawn.picture, href), alt };
    return { value, problems: [] };
  }
  const place = metadata.coverPlace ?? { path };
  const outside = /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(path);
  const { value: picture, problems } = outside ? { value: undefined, problems: [] } : await open(path, place, 'cover');
  if (!picture) {
    const reasons = problems.filter(({ rule, severity }) => severity === 'error' || rule === 'picture-too-large');
    const near = problems.find(({ hint }) => hint?.includes('“'))?.hint;
    const missing = `There is no cover “${path}” in the manuscript folder.`;
    return {
      value: undefined,
      problems: hasErrors(reasons)
        ? reasons
        : [
            ...reasons,
            problem(
              'cover-missing',
              place,
              missing,
              near ?? 'Put the picture there, or take “cover:” out for a drawn one.',
            ),
          ],
    };
  }
  const found: Problem[] = [...problems];
  if (picture.mediaType !== 'image/jpeg' && picture.mediaType !== 'image/png')
    found.push(
      problem(
        'cover-format',
        place,
        `The cover is ${picture.mediaType === 'image/gif' ? 'a GIF' : 'an SVG'}, which many shelves do not show.`,
        'Save it as JPEG or PNG, 1600 × 2400 pixels.',
      ),
    );
  const short = Math.min(picture.width, picture.height);
  if (short < shortest)
    found.push(
      problem(
        'cover-small',
        place,
        `The cover has ${picture.width} × ${picture.height} pixels, fewer than ${shortest} on the short side; shelves may show it small or soft.`,
        'Give it a picture of 1600 × 2400 pixels.',
      ),
    );
  const resource = resourceOf(picture, `images/cover.${extensions[picture.mediaType]}`);
  return { value: { picture, resource, alt }, problems: found };
}

function resourceOf({ mediaType, bytes, width, height }: Picture, href: string): Resource {
  return { id: 'cover-image', href, mediaType, properties: ['cover-image'], bytes, size: { width, height } };
}
