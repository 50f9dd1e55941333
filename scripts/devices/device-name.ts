/**
 * Names of books on a reader's drive, which is FAT: no letter case, and some signs are not allowed (Microsoft, FAT32 File System
 * Specification 1.03, *Long Directory Entries*). Kobos read no file whose path has more than 185 characters.
 */

const longestPath = 185;

/** Where a Kobo has its drive: that is a part of the path. */
const onDevice = '/mnt/onboard/';

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name for a book: its title, without what FAT does not allow, cut so that the path stays short enough. `folder` is where it goes,
 * from the root of the drive.
 */
export const deviceName = (title: string, ending: string, folder: string): string =>
  deviceStem(title, longestPath - onDevice.length - folder.length - 1 - ending.length) + ending;

/** The same without an ending, for a file or a folder, cut to so many characters. */
export function deviceStem(title: string, longest: number): string {
  const plain = title
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .replace(/[":*/<>?\\|\u{10000}-\u{10FFFF}]+/gu, '-')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  return (reserved.test(plain) ? `${plain}-` : plain) || 'book';
}

/** Whether two names are one on a drive without letter case. */
export const isSameName = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
