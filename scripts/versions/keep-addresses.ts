/**
 * Addresses that stay: by which reading programs find a reader’s place, notes and highlights again. In: a rendered book, and its earlier version.
 * Out: the book, in which all that has not changed has the identifier, files, ids and numbers that it had; what is new has those that nothing had.
 */
import { isParagraphId } from '../book/paragraph-id.ts';
import type { ContentDocument, Publication, RenderedBook } from '../book/publication.ts';
import { attributeOf, elementsIn } from '../html/hast-nodes.ts';
import { giveParagraphIds } from '../html/paragraph-ids.ts';
import { type TextBlock, textBlocks } from '../html/text-blocks.ts';
import type { EarlierBook, EarlierPage, MarkSentences } from './earlier-book.ts';
import { keepFiles } from './keep-files.ts';
import { keepLeadIn } from './keep-lead-in.ts';
import { giveNumbers } from './keep-numbers.ts';
import { type BlockPairs, type PlacedBlock, pairBlocks, pairPlaces, placedBlocks, sectionsOf } from './pair-blocks.ts';
import { renameIds } from './rename-ids.ts';

export interface KeptBook {
  readonly rendered: RenderedBook;
  /** Keeps the files, and the numbers of sentences in them, when the pages that the press adds are there. */
  readonly withFiles: (finished: Publication) => Publication;
}

/** Keeps addresses; undefined where the two have next to nothing in common. The content is edited in place. */
export function keepAddresses(rendered: RenderedBook, earlier: EarlierBook, mark: MarkSentences): KeptBook | undefined {
  const written = earlier.pages.flatMap(({ sections }) => sections.filter(({ isAuthors }) => isAuthors));
  const older = sectionsOf(written);
  const newer = sectionsOf(rendered.documents);
  const { pairs, partners, isSameStory } = pairBlocks(older, newer);
  if (!isSameStory) return undefined;
  const taken = written.flatMap(({ content }) => elementsIn(content).flatMap((each) => attributeOf(each, 'id') ?? []));
  const named = renameIds(rendered, { partners, pairs, taken });
  keepParagraphs(named.documents, pairs);
  giveParagraphIds(
    named.documents.map(({ content }) => content),
    taken,
  );
  const { metadata } = named;
  const identifier = metadata.hasOwnIdentifier ? metadata.identifier : (earlier.identifier ?? metadata.identifier);
  return {
    rendered: { ...named, metadata: { ...metadata, identifier } },
    withFiles: (finished) => withFiles(finished, earlier, { written: named.documents, pairs, mark }),
  };
}

/** Gives paragraphs the ids that they had, and the spans around their first words. */
function keepParagraphs(documents: readonly ContentDocument[], pairs: BlockPairs['pairs']): void {
  const given = new Set<string | undefined>();
  for (const block of documents.flatMap(({ content }) => textBlocks(content))) {
    const own = pairs.get(block.element)?.earlier.block;
    if (!own) continue;
    const id = attributeOf(own.element, 'id');
    if (isParagraphId(id) && !given.has(id) && attributeOf(block.element, 'id') === undefined)
      block.element.properties = { id, ...block.element.properties };
    given.add(id);
    keepLeadIn(own, block);
  }
}

interface Keeping extends Pick<BlockPairs, 'pairs'> {
  /** Pages that the press did not add. */
  readonly written: readonly ContentDocument[];
  readonly mark: MarkSentences;
}

function withFiles(finished: Publication, { pages }: EarlierBook, { written, pairs, mark }: Keeping): Publication {
  const sections = pages.flatMap((page) => page.sections);
  const kept = keepFiles(finished, {
    hrefs: new Set(pages.map(({ href }) => href)),
    byId: new Map([...sections].reverse().map(({ id, href }) => [id, href])),
    byWords: ({ content }) =>
      mostOf(textBlocks(content).flatMap(({ element }) => pairs.get(element)?.earlier.href ?? [])),
  });
  const byHref = new Map(pages.map((page) => [page.href, page]));
  const authors = new Set(written.flatMap(elementsOf));
  for (const document of kept.documents) {
    const page = byHref.get(document.href);
    const blocks = textBlocks(document.content);
    if (!page || !blocks.some(({ element }) => authors.has(element))) continue;
    const ofPress = pairPlaces(
      { blocks: blocksOfPress(page) },
      {
        blocks: placedBlocks(
          blocks.filter(({ element }) => !authors.has(element)),
          page.href,
        ),
      },
    );
    const before = new Map(ofPress.map(({ older, newer }) => [newer.block.element, older]));
    const earlierOf = ({ element }: TextBlock): TextBlock | undefined => {
      const found = pairs.get(element)?.earlier ?? before.get(element);
      return found?.href === page.href ? found.block : undefined;
    };
    giveNumbers(blocks, textBlocks(mark(document).content), {
      before: blocks.map(earlierOf),
      page: textBlocks(page.content),
    });
  }
  return kept;
}

const elementsOf = ({ content }: ContentDocument) => textBlocks(content).map(({ element }) => element);

const blocksOfPress = ({ href, sections }: EarlierPage): readonly PlacedBlock[] =>
  sections.flatMap(({ isAuthors, content }) => (isAuthors ? [] : placedBlocks(textBlocks(content), href)));

/** What is there most often; the first of several. */
function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
