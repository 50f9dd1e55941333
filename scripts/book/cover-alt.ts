import { coverColours, coverCompositions, type Design } from './design.ts';
import type { Labels } from './labels.ts';

/** What a cover is described by. */
interface CoverFacts {
  readonly title: string;
  readonly authors: readonly string[];
  /** What the author says it shows. */
  readonly given?: string | undefined;
  readonly isDrawn: boolean;
}

/** Alternative text of a cover: the author’s, or what it is a cover of; a drawn one shows the authors’ names too. */
export function coverAlt({ title, authors, given, isDrawn }: CoverFacts, { coverOf }: Labels): string {
  return given || [`${coverOf} ${title}`, ...(isDrawn ? authors : [])].join(', ');
}

/**
 * The file of a cover that the press drew, beside the author’s own at `images/cover.jpg`: an import leaves it out, and takes from
 * its name what the author chose.
 */
export function drawnCoverHref({ coverColours, coverComposition }: DrawnAs): string {
  return `images/${['drawn-cover', coverColours, coverComposition].filter(Boolean).join('-')}.jpg`;
}

type DrawnAs = Pick<Design, 'coverColours' | 'coverComposition'>;

/** What the name of a drawn cover tells; undefined of any other file. */
export function drawnAs(href: string): DrawnAs | undefined {
  const words = /^images\/drawn-cover((?:-[a-z]+){0,2})\.jpg$/.exec(href)?.[1]?.split('-');
  return (
    words && {
      coverColours: coverColours.find((each) => words.includes(each)),
      coverComposition: coverCompositions.find((each) => words.includes(each)),
    }
  );
}
