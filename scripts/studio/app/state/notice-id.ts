/** A name for a notice that stays from build to build as long as its words stand where they stood. */
import type { Problem } from '../../../report/problem.ts';

export function noticeId({ rule, reason, place }: Problem): string {
  return [rule, place?.path, place?.start?.line, place?.start?.column, reason].join('|');
}
