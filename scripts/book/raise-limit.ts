/** In: a limit that a manuscript passes. Out: the hint that tells how to allow more. */
import { type LimitName, type Limits, limitTable, megabyte, printLimit } from './limits.ts';

/** Words for a problem's hint: twice as much as now, or what is `needed`, as the command line takes it. */
export function raiseLimit(name: LimitName, limits: Limits, needed = 0): string {
  const { most, unit } = limitTable[name];
  if (limits[name] >= most || needed > most)
    return `The limit “${name}” can be set to ${printLimit(name, most)} at most.`;
  const wanted = Math.min(most, Math.max(2 * limits[name], needed));
  const size = unit === 'bytes' && wanted >= megabyte ? `${Math.ceil(wanted / megabyte)}MB` : String(wanted);
  return `Where this is meant, allow more with --limit ${name}=${size}`;
}
