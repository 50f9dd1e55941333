/** One side of a measurement. In: a message `parse` or `import` with a path, as often as wanted. Out: user CPU seconds of each call, and the most memory so far. */
import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { importPaths } from '../../scripts/commands/from-disk.ts';

process.on('message', async ({ side, path }: { readonly side: string; readonly path: string }) => {
  const text = readFileSync(path, 'utf8');
  const begin = process.cpuUsage();
  if (side === 'parse') parse(text, { sourceCodeLocationInfo: true });
  else if (!(await importPaths([path])).value) throw new Error(`${path} was not imported`);
  const { user } = process.cpuUsage(begin);
  process.send?.({ seconds: user / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 });
});
