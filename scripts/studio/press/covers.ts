/** Covers to choose from. In: a book that was made. Out: each cover with the keys that draw it. */
import { drawnCoverHref } from '../../book/cover-alt.ts';
import type { CoverChoice } from '../protocol.ts';
import type { MadeStory } from './builds.ts';

/** The drawn cover that the book has; none of a book with a cover of its author's. */
export function coverChoices({ made }: MadeStory): readonly CoverChoice[] {
  const drawn = made.value?.publication.resources.find(({ href }) => href === drawnCoverHref);
  return drawn ? [{ changes: [], jpeg: drawn.bytes, isChosen: true }] : [];
}
