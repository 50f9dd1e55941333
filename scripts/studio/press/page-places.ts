/** Places. */
import type { Place } from '../../report/problem.ts';
import type { PagePlace } from '../protocol.ts';
import type { Build } from './builds.ts';

export interface Places {
  inPage(place: Place): PagePlace | undefined;
  inText(place: PagePlace): Place | undefined;
}

export function createPlaces(): (build: Build) => Places {
  return () => ({ inPage: () => undefined, inText: () => undefined });
}
