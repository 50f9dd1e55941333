/** Files with nothing in them. In: the pieces of a manuscript. Out: those that have a page, and a hint for each of the others. */
import type { RootContent } from 'mdast';
import { type SectionKind, traitsOf } from '../book/sections.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { PlacedPiece } from './divide-files.ts';

/** Files with nothing in them have no page, unless the press makes it: a part has its number, a contents page its list. */
export function withoutEmpty(pieces: readonly PlacedPiece[]): Outcome<readonly PlacedPiece[]> {
  // Pages of a site that have no more than a title are lists that its program makes.
  const isTitled = ({ piece: { kind, blocks }, file }: PlacedPiece): boolean =>
    kind === 'chapter' && blocks.length === 0 && file.text.trim() === '' && file.titlePlace !== undefined;
  const isLists = pieces.filter(isTitled).length > 1;
  const isEmpty = (placed: PlacedPiece): boolean => {
    const { kind, heading, blocks, pieces: held } = placed.piece;
    const isUntitled =
      !heading && blocks.every(isUnseen) && held.length === 0 && placed.file.values.title === undefined;
    return (isUntitled && !isMade(kind)) || (isLists && isTitled(placed));
  };
  const full = pieces.filter((each) => !isEmpty(each));
  if (full.length === 0) return { value: pieces, problems: [] };
  const problems = pieces
    .filter(isEmpty)
    .map(({ file: { path } }) =>
      problem(
        'section-empty',
        { path, start: { line: 1, column: 1 } },
        'There is nothing in this file, so the book has no page of it.',
        'Write something, or take the file out.',
      ),
    );
  return { value: full, problems };
}

/** Comments, and what a page’s head has. */
const isUnseen = (block: RootContent): boolean =>
  block.type === 'html' && block.value.replace(/<!--[\s\S]*?(?:-->|$)|<(?:link|meta)\b[^<>]*>/g, '').trim() === '';

const isMade = (kind: SectionKind): boolean =>
  !traitsOf(kind).listed || kind === 'part' || kind === 'also-by' || kind === 'whats-new';
