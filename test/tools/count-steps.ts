/**
 * How much work a call does, as a number that no load of the machine changes: how often V8 runs a block of code, ours
 * or a package's. Code that ran before this module was imported is not counted, nor what is no JavaScript.
 */
import { type Profiler, Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

function taken(): readonly Profiler.ScriptCoverage[] {
  let found: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    found = result;
  });
  return found;
}

/** The blocks that a call runs. */
export async function countSteps(call: () => unknown): Promise<number> {
  taken();
  await call();
  const ranges = taken().flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

/** How many times the work grows when the size is doubled: 2 where it grows with the size, 4 with its square. */
export async function growthOf(size: number, call: (size: number) => unknown): Promise<number> {
  await call(size); // what runs once for all
  return (await countSteps(() => call(2 * size))) / (await countSteps(() => call(size)));
}
