/** The Nu HTML checker, which the W3C's own runs. In: HTML files by name. Out: its errors. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, object, optional, parse, string } from 'valibot';
import { runTool } from '../../scripts/disk/run-tool.ts';
import { makeFolder } from './folder.ts';

const report = object({
  messages: array(object({ type: string(), subType: optional(string()), url: optional(string()), message: string() })),
});

/** What the checker calls errors, each with the book's name, with the jar that `need` found. */
export async function runNu(jar: string, files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const folder = makeFolder();
  const names = new Map<string, string>();
  for (const [name, html] of files) {
    const file = `${names.size}.html`;
    writeFileSync(join(folder, file), html);
    names.set(file, name);
  }
  const paths = [...names.keys()].map((file) => join(folder, file));
  const ran = await runTool('java', ['-Xss16m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...paths], {
    env: process.env,
    seconds: 300,
  });
  if ('failure' in ran) throw new Error(ran.failure);
  const { messages } = parse(report, JSON.parse(ran.stderr));
  return messages
    .filter(({ type }) => type !== 'info')
    .map(({ url, message }) => `${names.get(url?.split('/').at(-1) ?? '')}: ${message}`);
}
