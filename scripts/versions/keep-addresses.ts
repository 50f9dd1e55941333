/**
 * Addresses that stay: by which reading programs find a reader’s place, notes and highlights again. In: a rendered book, and its earlier version.
 * Out: the book, in which all that has not changed has the identifier, files, ids and numbers that it had; what is new has those that nothing had.
 */
import { isParagraphId } from '../book/paragraph-id.ts';
import type { RenderedBook } from '../book/publication.ts';
import { attributeOf, elementsIn } from '../html/hast-nodes.ts';
import { giveParagraphIds } from '../html/paragraph-ids.ts';
import { type TextBlock, textBlocks } from '../html/text-blocks.ts';
import type { EarlierBook, MarkSentences } from './earlier-book.ts';
import { keepLeadIn } from './keep-lead-in.ts';
import { giveNumbers } from './keep-numbers.ts';
import { pairBlocks, sectionsOf } from './pair-blocks.ts';
import { renameIds } from './rename-ids.ts';

/** Keeps addresses; undefined where the two have next to nothing in common. The content is edited in place. */
export function keepAddresses(
  rendered: RenderedBook,
  earlier: EarlierBook,
  mark: MarkSentences,
): RenderedBook | undefined {
  const older = sectionsOf(earlier.pages.map((page) => (isMarked(page.content) ? page : mark(page))));
  const newer = sectionsOf(rendered.documents);
  const { pairs, partners, isSameStory } = pairBlocks(older, newer);
  if (!isSameStory) return undefined;
  const pages = new Map<string, TextBlock[]>(earlier.pages.map(({ href }) => [href, []]));
  for (const { block, href } of older.flatMap(({ blocks }) => blocks)) pages.get(href)?.push(block);
  const taken = earlier.pages.flatMap(({ content }) =>
    elementsIn(content).flatMap((each) => attributeOf(each, 'id') ?? []),
  );
  const named = renameIds(rendered, { partners, pairs, taken });
  const given = new Set<string | undefined>();
  const known = named.documents.flatMap((document) => {
    const page = pages.get(document.href);
    if (!page) return [];
    const blocks = textBlocks(document.content);
    const before = blocks.map(({ element }) => {
      const one = pairs.get(element)?.earlier;
      return one?.href === document.href ? one.block : undefined;
    });
    for (const [at, block] of blocks.entries()) {
      const own = before[at];
      if (!own) continue;
      const id = attributeOf(own.element, 'id');
      if (isParagraphId(id) && !given.has(id) && attributeOf(block.element, 'id') === undefined)
        block.element.properties = { id, ...block.element.properties };
      given.add(id);
      keepLeadIn(own, block);
    }
    return [{ document, page, blocks, before }];
  });
  giveParagraphIds(
    named.documents.map(({ content }) => content),
    taken,
  );
  for (const { document, page, blocks, before } of known)
    giveNumbers(blocks, textBlocks(mark(document).content), { before, page });
  const { metadata } = named;
  const identifier = metadata.hasOwnIdentifier ? metadata.identifier : (earlier.identifier ?? metadata.identifier);
  return { ...named, metadata: { ...metadata, identifier } };
}

const isMarked = (content: EarlierBook['pages'][number]['content']): boolean =>
  textBlocks(content).some(({ sentences }) => sentences.length > 0);
