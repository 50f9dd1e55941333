/**
 * Makes an archive again. In: the files of a bag whose checksums are right. Out: problems where a book, a reading copy or a record is not
 * what the kept manuscripts give, or where a version is missing. Runs no code of the manuscript. What it takes from the bag, and so
 * cannot prove, are the manuscripts themselves, what they were called, and the date of a book that states none.
 */
import type { OpenAsset } from '../book/assets.ts';
import { equalBytes, parsedJson } from '../book/bytes.ts';
import { sha256 } from '../book/digest.ts';
import { comparePaths } from '../book/file-names.ts';
import type { Limits } from '../book/limits.ts';
import { madeFromPath } from '../book/source-list.ts';
import { version } from '../book/version.ts';
import { memoryFiles } from '../pipeline/memory-files.ts';
import { refusePlugins } from '../pipeline/plugins.ts';
import { type Problem, problem } from '../report/problem.ts';
import { addVersion } from './add-version.ts';
import { type Archived, archivedOf, type BagFacts, infoOf, payloadOf, previousIn } from './archive-book.ts';
import { type Files, tagFiles } from './bag.ts';
import { manuscriptIn } from './compare-versions.ts';
import { readEventSums } from './premis.ts';
import { type BagFile, fromCopy, payloadOxum, readBagFile } from './verify-bag.ts';
import { compareSources, readRecord, secondsOf } from './verify-book.ts';

interface Rebuilt {
  readonly problems: readonly Problem[];
  /** How many versions there are; where there is no problem, each came out the same, to the byte. */
  readonly versions: number;
}

export interface RebuildOptions {
  readonly limits: Limits;
  readonly openAsset: OpenAsset;
}

/** One version of a story as a bag keeps it. */
interface Kept {
  /** Where it lies: `data/`, or a folder below. */
  readonly base: string;
  readonly files: Files;
  readonly facts: BagFacts;
}

/** Makes every version again, from the first on, and compares all that lies in the bag. */
export async function rebuildBag(bag: readonly BagFile[], options: RebuildOptions): Promise<Rebuilt> {
  const top = readBagFacts(filesAt(bag, 'data/', (name) => name === 'metadata.json').get('metadata.json'));
  if (!top) {
    const reason =
      'There is no metadata.json of Fleuron’s, so nothing was made again: the files match their checksums.';
    return { problems: [skipped('data/', reason)], versions: 0 };
  }
  const problems: Problem[] = [];
  let older: Kept | undefined;
  let newest: Archived | undefined;
  let versions = 0;
  while (versions < top.version) {
    const base = versions + 1 === top.version ? 'data/' : `data/versions/${versions + 1}/`;
    const files = filesAt(bag, base, (name) => base !== 'data/' || !name.startsWith('versions/'));
    const facts = readBagFacts(files.get('metadata.json'));
    if (facts?.version !== versions + 1) {
      const reason = `The archive has ${top.version} versions, and version ${versions + 1} is not in it.`;
      problems.push(problem('version-missing', { path: `${base}metadata.json` }, reason, fromCopy));
      break;
    }
    const kept: Kept = { base, files, facts };
    const made = await rebuildVersion(kept, older, options);
    problems.push(...made.problems);
    newest = made.archived;
    older = kept;
    versions++;
  }
  for (const { path } of bag) {
    const number = /^data\/versions\/([^/]*)/.exec(path)?.[1];
    const isOlder = number !== undefined && /^[1-9]\d*$/.test(number) && Number(number) < top.version;
    if (number !== undefined && !isOlder)
      problems.push(notMade(path, `The file is of no version before ${top.version}, which are all that belong here.`));
  }
  if (newest) problems.push(...compareTags(bag, newest));
  return { problems, versions };
}

/** Files below a folder of the bag, by their paths there. */
export function filesAt(bag: readonly BagFile[], base: string, isWanted: (path: string) => boolean): Files {
  const files = new Map<string, Uint8Array>();
  for (const file of bag) {
    const path = file.path.slice(base.length);
    const read = file.path.startsWith(base) && isWanted(path) ? readBagFile(file) : undefined;
    if (read && 'bytes' in read) files.set(path, read.bytes);
  }
  return files;
}

/** Makes one version again; what came out is undefined where that could not be, or not all of it. */
async function rebuildVersion(
  kept: Kept,
  older: Kept | undefined,
  { limits, openAsset }: RebuildOptions,
): Promise<{ readonly problems: readonly Problem[]; readonly archived?: Archived }> {
  const { base, files, facts } = kept;
  const matches = (reason: string, hint?: string) => ({
    problems: [...compareRecords(kept, limits), skipped(base, reason, hint)],
  });
  if (facts.fleuron !== version)
    return matches(
      `The book was made by Fleuron ${facts.fleuron}, and this is ${version}, which may set it in another way, so it was not made again: its sources were compared with the lists in the book and in events.json.`,
      `To prove it, verify the archive with Fleuron ${facts.fleuron}.`,
    );
  const manuscript = manuscriptIn(files, facts);
  const { name, kind } = facts.manuscript;
  const isFolder = kind === 'folder';
  const modified = facts.metadata['modified'];
  const { buildBook } = await import('../pipeline/build.ts');
  const built = await buildBook(memoryFiles({ name, isFolder, files: manuscript }, limits), {
    sourceDate: typeof modified === 'string' ? secondsOf(modified) : undefined,
    loadPlugins: refusePlugins,
    openAsset,
    untrusted: true,
    limits,
    previous: (metadata) => ({
      value: older && previousIn(older.files, older.facts, metadata),
      problems: [],
    }),
  });
  if (built.problems.some(({ rule }) => rule === 'code-not-run'))
    return matches(
      'The kept manuscript has plug-ins or templates, which are code that is not run here, so the book was not made again.',
    );
  if (!built.value) {
    const error = built.problems.find(({ severity }) => severity === 'error');
    const reason = `The kept manuscript gives no book any more: ${error?.reason}`;
    return { problems: [problem('book-not-rebuilt', { path: `${base}${facts.book}` }, reason, error?.hint)] };
  }
  const archived = await archivedOf(built.value, { manuscript, name, isFolder });
  const joined = older && (await addVersion(older.files, older.facts, archived, limits));
  const made = joined ?? payloadOf(archived, facts.version);
  return { archived, problems: compare(kept, new Map([...made].filter(([path]) => !path.startsWith('versions/')))) };
}

/** Each file that is not what was made again. */
function compare({ base, files }: Kept, made: Files): readonly Problem[] {
  const paths = [...new Set([...files.keys(), ...made.keys()])].sort(comparePaths);
  return paths.flatMap((path) => {
    const [was, is] = [files.get(path), made.get(path)];
    if (was && is && equalBytes(was, is)) return [];
    const reason = !is
      ? 'The kept manuscript gives no such file.'
      : was
        ? 'The kept manuscript gives another file than this.'
        : 'The kept manuscript gives this file, and it is not there.';
    if (!path.endsWith('.epub')) return [notMade(`${base}${path}`, reason)];
    return [problem('book-not-rebuilt', { path: `${base}${path}` }, reason.replace('file', 'book'), compareCopy)];
  });
}

/** What can be compared where nothing is made again: the checksums in `events.json`, and those of its sources that the book records. */
function compareRecords({ base, files, facts }: Kept, limits: Limits): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [path, sum] of readEventSums(parsedJson(files.get('events.json'))) ?? []) {
    const bytes = files.get(path);
    if (!bytes || sha256(bytes) !== sum)
      problems.push(notMade(`${base}${path}`, 'There is no such file with the checksum that events.json has for it.'));
  }
  const epub = files.get(facts.book);
  const record = epub && readRecord(epub, `${base}${facts.book}`, limits);
  problems.push(...(record?.problems ?? []));
  const manuscript = manuscriptIn(files, facts);
  // A manuscript that was brought back from a book carries the list of that book's sources.
  if (record?.value && !manuscript.has(madeFromPath))
    problems.push(...compareSources(record.value.list, manuscript, `${base}manuscript/`));
  return problems;
}

/** The files beside `data/`: others may add to them, and nothing tells who did. */
function compareTags(bag: readonly BagFile[], newest: Archived): readonly Problem[] {
  const made = tagFiles(infoOf(newest), payloadOxum(bag));
  const tags = filesAt(bag, '', (name) => !/^(?:data\/|(?:tag)?manifest-)/.test(name));
  return [...tags].flatMap(([path, bytes]) => {
    const own = made.get(path);
    const reason = `Fleuron did not write ${own ? 'all of ' : ''}this file; it matches its checksum, and nothing more is proved.`;
    if (own && equalBytes(own, bytes)) return [];
    return [problem('bag-unproved', { path }, reason, 'Nothing to do, if you put it there.')];
  });
}

const compareCopy = 'Compare it with another copy of the archive: one of the two was changed.';

const notMade = (path: string, reason: string): Problem => problem('record-not-rebuilt', { path }, reason, compareCopy);

const skipped = (base: string, reason: string, hint?: string): Problem =>
  problem('rebuild-skipped', { path: `${base}metadata.json` }, reason, hint);

/** What metadata.json says, if it has the form that ours have; a stranger's bag may say anything. */
export function readBagFacts(bytes: Uint8Array | undefined): BagFacts | undefined {
  const facts = parsedJson(bytes) as Partial<BagFacts> | null | undefined;
  const isName = (name: unknown) => typeof name === 'string' && /^[^/\\\0]+$/.test(name) && !/^\.\.?$/.test(name);
  const isOurs =
    /^\S{1,40}$/.test(String(facts?.fleuron)) &&
    typeof facts?.fleuron === 'string' &&
    Number.isSafeInteger(facts.version) &&
    Number(facts.version) > 0 &&
    isName(facts.book) &&
    isName(facts.manuscript?.name) &&
    typeof facts.metadata === 'object' &&
    facts.metadata !== null;
  return isOurs ? (facts as BagFacts) : undefined;
}
