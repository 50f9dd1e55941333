/** Finds e-readers that are connected as a drive. Nothing of a drive is read but the names at its root. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type ReaderName, readerOf } from '../devices/readers.ts';

export interface FoundReader {
  readonly kind: ReaderName;
  /** The root of its drive. */
  readonly path: string;
}

/** The readers among drives, by default all that are mounted. */
export function findReaders(roots: readonly string[] = mountedDrives(process.platform)): readonly FoundReader[] {
  return roots.flatMap((path) => {
    const kind = readerAt(path);
    return kind ? [{ kind, path }] : [];
  });
}

/** Which reader a folder is the root of; undefined where it is none, or cannot be read. */
export function readerAt(path: string): ReaderName | undefined {
  try {
    return readerOf({ name: basename(resolve(path)), names: readdirSync(path) });
  } catch {
    return undefined;
  }
}

function mountedDrives(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'linux') return mountPoints(readFileSync('/proc/self/mountinfo', 'utf8'));
  if (platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(existsSync);
  const volumes = '/Volumes';
  return existsSync(volumes) ? readdirSync(volumes).map((name) => join(volumes, name)) : [];
}

/** File systems that a drive on a cable may have. A disk of the network is not looked at: it may never answer. */
const ofDrives = new Set(['vfat', 'msdos', 'exfat', 'fuseblk', 'ntfs3', 'ext2', 'ext3', 'ext4', 'hfsplus', 'tmpfs']);

/** The mount points of drives in what Linux prints of them (proc_pid_mountinfo(5)), where a sign may be three octal digits. */
export function mountPoints(mountinfo: string): readonly string[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [fields = '', system = ''] = line.split(' - ');
    const point = fields.split(' ')[4];
    if (point === undefined || point === '/' || !ofDrives.has(system.split(' ')[0] ?? '')) return [];
    const bytes = point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    return [bytes];
  });
}

/** The number of the drive that a folder lies on; undefined where it is gone. */
export const driveOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.dev;
