/**
 * Lays a newer version of a story beside the older ones. In: the payload of its bag, and what was bound now. Out: a
 * payload that holds all of them, a record of what changed, and a list of all versions; undefined where nothing did. Loses no file, ever.
 */
import { concatBytes, encodeUtf8 } from '../book/bytes.ts';
import { sha512 } from '../book/digest.ts';
import type { Limits } from '../book/limits.ts';
import { lookUp } from '../book/look-up.ts';
import { type Archived, type BagFacts, payloadOf, printJson } from './archive-book.ts';
import type { Files } from './bag.ts';
import { changedChapters, listVersion, versionLines, versionsUntil } from './compare-versions.ts';

/** The payload with one more version at its top; the one that lay there moves into `versions/` as it was. */
export async function addVersion(
  older: Files,
  facts: BagFacts,
  archived: Archived,
  limits: Limits,
): Promise<Files | undefined> {
  const newer = payloadOf(archived, facts.version + 1);
  const current = new Map([...older].filter(([path]) => !path.startsWith('versions/')));
  const folder = `versions/${facts.version}`;
  const files = compare(current, newer, folder);
  if (files.added.length + files.changed.length + files.removed.length === 0) return undefined;
  const chapters = await changedChapters(current, facts, archived, limits);
  const { modified } = archived.publication.metadata;
  const versions = [...versionsUntil(current, facts), listVersion(facts.version + 1, modified, chapters)];
  const record = {
    version: facts.version + 1,
    since: facts.version,
    olderVersion: `data/${folder}`,
    ...files,
    metadata: compareMetadata(facts.metadata, parsed(newer.get('metadata.json'))),
    chapters,
    versions,
  };
  return new Map([
    ...[...older].filter(([path]) => path.startsWith('versions/')),
    ...[...current].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const),
    ...newer,
    ['READ-ME.txt', concatBytes([newer.get('READ-ME.txt') ?? new Uint8Array(), encodeUtf8(versionLines(versions))])],
    ['changes.json', encodeUtf8(printJson(record))],
  ]);
}

/** What differs in the manuscript and in the book. */
function compare(before: Files, after: Files, folder: string) {
  const isTold = (path: string) => /^(?:manuscript|shared)\//.test(path) || /^[^/]+\.epub$/.test(path);
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
