/** Loads a package that only one command wants and that a plain install does not bring. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its module, from where the press is installed or from the folder that the command is run in; undefined where it is not installed. */
export async function loadOptional(name: string): Promise<unknown> {
  for (const from of [process.argv[1] ?? '', join(process.cwd(), 'package.json')]) {
    const path = resolved(name, from);
    if (path !== undefined) return import(pathToFileURL(path).href);
  }
  return undefined;
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
