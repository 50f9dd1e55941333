/** How the books of a story are called in the output folder: as the story is in its own, in names that every drive takes. */
import { sha256 } from '../book/digest.ts';
import { deviceStem } from '../devices/device-name.ts';

/** So much of 185 characters (`devices/device-name.ts`) is left to the folder that the library's books are copied to. */
const longestName = 60;
const longestFolder = 40;
const longestFolders = 80;

/**
 * The name without ending, with the folders before it; `isTaken` is asked without letter case, as FAT compares names. A name that is taken
 * gets some digits that only the story's path decides.
 */
export function stemOf(story: string, isTaken: (stem: string) => boolean): string {
  const names = story.split('/');
  const own = names.pop() ?? '';
  const name = deviceStem(own.replace(/(?:\.(?:kepub|kindle|legacy|large-print))?\.[a-z\d]{1,8}$/i, ''), longestName);
  const mark = sha256(story).slice(0, 6);
  const whole = names.map((each) => deviceStem(each, longestFolder)).join('/');
  const folders = whole.length <= longestFolders ? whole : `${deviceStem(names.at(-1) ?? '', longestFolder)}-${mark}`;
  const stem = folders ? `${folders}/${name}` : name;
  return isTaken(comparable(stem)) ? `${stem}-${mark}` : stem;
}

/** A name as it is compared with others. */
export const comparable = (stem: string): string => stem.normalize('NFC').toLowerCase();
