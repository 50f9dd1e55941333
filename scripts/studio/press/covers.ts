/** Covers to choose from. In: a book that was made. Out: each cover with the keys that draw it. */
import type { OpenAsset } from '../../book/assets.ts';
import { drawnAs } from '../../book/cover-alt.ts';
import type { CoverCache } from '../../book/cover-cache.ts';
import type { CoverChoice } from '../protocol.ts';
import type { MadeStory } from './builds.ts';

/** Covers that the press could draw; none of a book with a cover of its author's, or by a template of hers. */
export async function coverChoices(
  { made }: MadeStory,
  drawing: { readonly open: OpenAsset; readonly covers: CoverCache },
): Promise<readonly CoverChoice[]> {
  if (!made.value) return [];
  const { publication, styles } = made.value;
  if (!publication.resources.some(({ href }) => drawnAs(href))) return [];
  const { drawableCovers } = await import('../../cover/drawable-covers.ts');
  const covers = await drawableCovers(publication.metadata, styles.templates, drawing);
  return covers.map(({ colours, composition, jpeg, isChosen }) => ({
    changes: [
      { kind: 'key', key: ['cover-colours'], value: colours },
      { kind: 'key', key: ['cover-composition'], value: composition },
    ],
    jpeg,
    isChosen,
  }));
}
