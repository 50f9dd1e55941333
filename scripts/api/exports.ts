/** What both doors of the press give to programs, in Node and in browsers. */
export type { EditionName } from '../book/editions.ts';
export type { HouseStyle } from '../book/house-styles.ts';
export type { LimitName, Limits } from '../book/limits.ts';
export type { Finding } from '../check/finding.ts';
export type { Outcome, Place, Problem } from '../report/problem.ts';
export type { Progress } from '../report/progress.ts';
export { check } from './check.ts';
export type * from './options.ts';
export { typeset } from './typeset.ts';
