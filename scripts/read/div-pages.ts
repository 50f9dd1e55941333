/**
 * Divs that are pages of their own: `::: dedication` above a file's first heading, `::: acknowledgements` at the end of a book.
 * In: a file's blocks. Out: those pages, and the blocks between them.
 */
import type { RootContent } from 'mdast';
import type { DirectiveName } from '../book/directives.ts';
import { kindAmong, type Matter, type SectionKind, traitsOf } from '../book/sections.ts';
import type { SectionBlocks } from './split-sections.ts';

interface DivPages {
  readonly front: readonly SectionBlocks[];
  readonly blocks: readonly RootContent[];
  readonly back: readonly SectionBlocks[];
}

/** Takes the pages off. At the end only those of the book's last file are: in others they belong to their chapter. */
export function takeDivPages(blocks: readonly RootContent[], isLast: boolean): DivPages {
  const isPage = (block: RootContent | undefined, matter?: Matter) => {
    const kind = kindOfDiv(block);
    return kind !== undefined && (matter === undefined || traitsOf(kind).matter === matter);
  };
  let from = 0;
  while (isPage(blocks[from])) from++;
  // Where no heading follows, they may be part of a chapter.
  if (blocks[from]?.type !== 'heading') from = 0;
  let to = blocks.length;
  while (isLast && to > from && isPage(blocks[to - 1], 'backmatter')) to--;
  if (to <= from) to = blocks.length;
  return {
    front: blocks.slice(0, from).map(pageOf),
    blocks: from === 0 && to === blocks.length ? blocks : blocks.slice(from, to),
    back: blocks.slice(to).map(pageOf),
  };
}

/** The set piece that is a page of its own where it stands above a heading, and stays what it is there. */
const listed: DirectiveName = 'people';

function kindOfDiv(block: RootContent | undefined): SectionKind | undefined {
  if (block?.type !== 'containerDirective') return undefined;
  if (block.name === listed) return 'characters';
  const names = [block.name, ...(block.attributes?.['class'] ?? '').split(' ')];
  return kindAmong(names.filter((name) => name !== 'note'));
}

function pageOf(block: RootContent): SectionBlocks {
  const children: readonly RootContent[] = block.type === 'containerDirective' ? block.children : [block];
  const [first, ...rest] = children;
  const heading = first?.type === 'heading' ? first : undefined;
  const own = heading ? rest : children;
  const isListed = block.type === 'containerDirective' && block.name === listed;
  const blocks = isListed ? [{ ...block, children: own as typeof block.children }] : own;
  return { kind: kindOfDiv(block) ?? 'preface', heading, blocks, pieces: [] };
}
