/**
 * How well the press reads a novel that it has not learned from, and how well it knows where it errs.
 * In: the folder of novels. Out: plain figures per novel. Refuses to know: how they are printed.
 */
import { type Examined, leaveOneOut, prepare } from './learn.ts';
import { readNovels, type Score } from './novels.ts';

/** One novel, read with weights learned from the others. */
export interface HeldOut {
  readonly name: string;
  readonly american: Edition;
  readonly british: Edition;
}

export interface Edition {
  /** Quotation marks and apostrophes that print the wrong glyph. */
  readonly wrong: number;
  /** The margin of every mark that can be in doubt at all, and whether it was read wrongly. */
  readonly margins: readonly { readonly margin: number; readonly wrong: boolean }[];
}

/** Learns once per novel, which takes some ten seconds each. */
export function heldOut(folder: string, score: Score): readonly HeldOut[] {
  const { american, british } = readNovels(folder, score);
  return [...leaveOneOut(prepare([...american, ...british]))].map(([name, examined]) => ({
    name,
    american: editionOf(examined, 'double'),
    british: editionOf(examined, 'single'),
  }));
}

function editionOf({ slips, margins }: Examined, wanted: 'double' | 'single'): Edition {
  return {
    wrong: slips.filter(({ lattice }) => lattice.primary === wanted).length,
    margins: margins.filter(({ primary }) => primary === wanted),
  };
}
