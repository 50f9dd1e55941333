/** Opens what is compared. In: a path; that of an archive may end in `@2`, a version of it. Out: its files, or those of the manuscript that the archive keeps. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { givenVersion } from '../archive/compare-versions.ts';
import { filesAt, readBagFacts } from '../archive/rebuild.ts';
import { verifyBag } from '../archive/verify-bag.ts';
import type { GivenFiles } from '../book/given-files.ts';
import type { Limits } from '../book/limits.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { openBag } from './open-bag.ts';
import { openPath } from './open-path.ts';

/** The path of an archive without the version, and the version; the path as it is where something is there. */
export function versionOf(path: string): readonly [path: string, version: string | undefined] {
  const [, named = path, version] = existsSync(path) ? [] : (/^(.+)@(\d{1,9})$/.exec(path) ?? []);
  return [named, version];
}

/** Opens a path; of an archive the newest version where none is named. One that is damaged is not read. */
export function openVersion(path: string, limits: Limits, read: Set<string>): Outcome<GivenFiles | undefined> {
  const [named, version] = versionOf(path);
  if (!isArchive(named)) return openPath(path, limits, read);
  const refuse = (...problems: readonly Problem[]) => ({ value: undefined, problems });
  const { value: bag, problems } = openBag(named, limits);
  if (!bag) return refuse(...problems);
  const damage = verifyBag(bag, limits);
  if (damage.length > 0) return refuse(...damage);
  const factsAt = (base: string) =>
    readBagFacts(filesAt(bag, base, (name) => name === 'metadata.json').get('metadata.json'));
  const newest = factsAt('data/');
  const isNewest = version === undefined || Number(version) === newest?.version;
  const base = isNewest ? 'data/' : `data/versions/${Number(version)}/`;
  const facts = factsAt(base);
  if (facts)
    return {
      value: givenVersion(
        filesAt(bag, base, (name) => /^(?:manuscript|shared)\//.test(name)),
        facts,
        limits,
      ),
      problems: [],
    };
  const reason = newest
    ? `The archive has no version ${version}; the newest is ${newest.version}.`
    : 'Fleuron did not make this archive, so it does not say where its manuscript is.';
  return refuse(problem('version-missing', { path }, reason, newest && `Type: ${named}@${newest.version}`));
}

const isArchive = (path: string): boolean =>
  existsSync(join(path, 'bagit.txt')) ||
  (/\.zip$/i.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true);
