import type { Labels } from './labels.ts';

/** What a cover is described by. */
export interface CoverFacts {
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

/** The file of a cover that the press drew, beside the author’s own at `images/cover.jpg`: an import leaves it out. */
export const drawnCoverHref = 'images/drawn-cover.jpg';
