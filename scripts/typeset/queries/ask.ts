/**
 * The queries of a proofreader: what is shown to the author and not changed.
 * In: located passages in reading order, and the files' texts to find places in. Out: hints.
 */
import { follows, type Typography } from '../../book/house-styles.ts';
import type { Problem } from '../../report/problem.ts';
import { balanceQueries } from './balance.ts';
import { consistencyQueries } from './consistency.ts';
import { doubtQueries } from './doubts.ts';
import { emphasisQueries } from './emphatic.ts';
import { interruptionQueries } from './interruptions.ts';
import { type LocatedPassage, locator } from './located-passage.ts';

/** Everything to be asked of a text, as far as its typography wants to be asked. */
export function queriesOf(
  locatedPassages: readonly LocatedPassage[],
  typography: Typography,
  sources: ReadonlyMap<string, string>,
): readonly Problem[] {
  const locate = locator(sources);
  const doubts = follows(typography, 'doubts') ? doubtQueries(locatedPassages, locate) : [];
  const doubted = new Set(doubts.map(placeOf));
  const found = [
    ...doubts,
    ...(follows(typography, 'doubts') && follows(typography, 'interruptions')
      ? interruptionQueries(locatedPassages, locate)
      : []),
    // A mark in doubt is asked about once: what settles it also says whether a quotation is open.
    ...(follows(typography, 'balance')
      ? balanceQueries(locatedPassages, locate).filter((each) => !doubted.has(placeOf(each)))
      : []),
    ...(follows(typography, 'consistency') ? consistencyQueries(locatedPassages, locate) : []),
    ...(follows(typography, 'emphatic-marks') ? emphasisQueries(locatedPassages, locate) : []),
  ];
  return found.length < 2 ? found : inReadingOrder(found, locatedPassages);
}

const placeOf = ({ place }: Problem): string => `${place?.path} ${place?.start?.line}:${place?.start?.column}`;

/** Problems by the order of the files that located passages are from, then by line and column. */
function inReadingOrder(problems: readonly Problem[], locatedPassages: readonly LocatedPassage[]): readonly Problem[] {
  const ranks = new Map<string, number>();
  for (const { path } of locatedPassages) if (!ranks.has(path)) ranks.set(path, ranks.size);
  const key = ({ place }: Problem): readonly number[] => [
    ranks.get(place?.path ?? '') ?? 0,
    place?.start?.line ?? 0,
    place?.start?.column ?? 0,
  ];
  return problems
    .map((each) => [key(each), each] as const)
    .sort(([[a = 0, b = 0, c = 0]], [[x = 0, y = 0, z = 0]]) => a - x || b - y || c - z)
    .map(([, each]) => each);
}
