/**
 * The official EPUBCheck over many books at once: its start costs ten CPU seconds, a small book a tenth of one.
 * In: books by name. Out: findings by name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../scripts/check/epubcheck-report.ts';
import type { Finding } from '../../scripts/check/finding.ts';
import { javaOptions } from '../../scripts/disk/epubcheck/find-epubcheck.ts';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';
import { root } from './need.ts';

/** Checks every book in one Java machine, with the jar that `need` found. */
export async function epubcheckMany(
  jar: string,
  books: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const folder = makeFolder();
  const files = [...books].map(([name, epub], index) => {
    const file = join(folder, `${index}.epub`);
    writeFileSync(file, epub);
    return [name, file] as const;
  });
  const program = join(root, 'test/tools/EpubcheckMany.java');
  const ran = await runTool('java', [...javaOptions, '-cp', jar, program, ...files.map(([, file]) => file)], {
    env: process.env,
    seconds: 900,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  if (ran.status !== 0) throw new Error(`EPUBCheck stopped: ${ran.stderr.slice(-2000)}`);
  return new Map(
    files.map(([name, file]) => {
      const findings = readReport(readFileSync(`${file}.json`, 'utf8'));
      if (!findings) throw new Error(`Unexpected report of EPUBCheck for ${name}, expected its JSON`);
      return [name, findings];
    }),
  );
}
