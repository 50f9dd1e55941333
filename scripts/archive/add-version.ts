/**
 * Lays a newer version of a story beside the older ones. In: the payload of its bag, and what was bound now. Out: a
 * payload that holds all of them, and a record of what changed; undefined where nothing did. Loses no file, ever.
 */
import { encodeUtf8 } from '../book/bytes.ts';
import { sha512 } from '../book/digest.ts';
import { lookUp } from '../book/look-up.ts';
import { type Archived, type BagFacts, payloadOf, printJson } from './archive-book.ts';
import type { Files } from './bag.ts';

/** The payload with one more version at its top; the one that lay there moves into `versions/` as it was. */
export function addVersion(older: Files, facts: BagFacts, archived: Archived): Files | undefined {
  const newer = payloadOf(archived, facts.version + 1);
  const current = new Map([...older].filter(([path]) => !path.startsWith('versions/')));
  const folder = `versions/${facts.version}`;
  const files = compare(current, newer, folder);
  if (files.added.length + files.changed.length + files.removed.length === 0) return undefined;
  const record = {
    version: facts.version + 1,
    since: facts.version,
    olderVersion: `data/${folder}`,
    ...files,
    metadata: compareMetadata(facts.metadata, parsed(newer.get('metadata.json'))),
  };
  return new Map([
    ...[...older].filter(([path]) => path.startsWith('versions/')),
    ...[...current].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
    ...newer,
    ['changes.json', encodeUtf8(printJson(record))],
  ]);
}

/** What differs in the manuscript and in the book. */
function compare(before: Files, after: Files, folder: string) {
  const isTold = (path: string) => path.startsWith('manuscript/') || /^[^/]+\.epub$/.test(path);
  const told = (files: Files) => new Map([...files].filter(([path]) => isTold(path)));
  const [old, fresh] = [told(before), told(after)];
  return {
    added: [...fresh].filter(([path]) => !old.has(path)).map(([path, bytes]) => ({ path, sha512: sha512(bytes) })),
    changed: [...fresh].flatMap(([path, bytes]) => {
      const was = old.get(path);
      const sums = was && { path, before: sha512(was), after: sha512(bytes) };
      return sums && sums.before !== sums.after ? [sums] : [];
    }),
    removed: [...old]
      .filter(([path]) => !fresh.has(path))
      .map(([path, bytes]) => ({ path, sha512: sha512(bytes), keptAt: `data/${folder}/${path}` })),
  };
}

function compareMetadata(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => JSON.stringify(lookUp(before, key)) !== JSON.stringify(lookUp(after, key)))
    .map((key) => ({ key, before: lookUp(before, key) ?? null, after: lookUp(after, key) ?? null }));
}

const parsed = (bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> =>
  (JSON.parse(new TextDecoder().decode(bytes)) as BagFacts).metadata;
