/**
 * What the book can be looked at on: kinds of devices, none of them named for one that is sold. Each is a size, an edition that is
 * made, and what readers of that kind do to a book. To add one, add a row.
 */
import type { EditionName } from '../../../book/editions.ts';

interface Profile {
  readonly label: string;
  readonly edition: EditionName;
  /** In CSS pixels; one without takes the room there is. */
  readonly screen?: { readonly width: number; readonly height: number };
  /** The usual size of its type, in CSS pixels. */
  readonly type: number;
  /** The margins that it keeps at the sides, in hundredths of its width. */
  readonly margins: number;
  /** Shows shades of grey, and turns its pages without moving them. */
  readonly isPaper?: boolean;
  /** Can be turned, and shows two pages then. */
  readonly turns?: boolean;
  /** What readers of this kind leave out, or do in their own way: sentences. */
  readonly ignores: readonly string[];
}

const ink = { screen: { width: 600, height: 800 }, type: 23, margins: 7, isPaper: true } as const;

export const profiles = {
  phone: {
    label: 'Phone',
    edition: 'epub',
    screen: { width: 390, height: 780 },
    type: 18,
    margins: 7,
    ignores: [
      'Margins, colours and the size of the type are the reader’s own.',
      'Some apps show every book in a typeface that the reader chose.',
    ],
  },
  reader: {
    label: '6-inch reader',
    edition: 'epub',
    ...ink,
    ignores: ['The screen has no colours: pictures and covers are shades of grey.', 'Margins are the reader’s own.'],
  },
  tablet: {
    label: 'Tablet',
    edition: 'epub',
    screen: { width: 820, height: 1120 },
    type: 21,
    margins: 9,
    turns: true,
    ignores: ['Margins, colours and the size of the type are the reader’s own.'],
  },
  desktop: {
    label: 'Desktop',
    edition: 'epub',
    type: 20,
    margins: 8,
    ignores: ['Windows have all sizes: no page has the same lines twice.'],
  },
  kobo: {
    label: 'Kobo’s edition',
    edition: 'kobo',
    ...ink,
    ignores: [
      'This edition marks each sentence, so that the device counts pages and keeps highlights; nothing else differs.',
      'No Kobo runs here: this is how a reading app shows the same file.',
    ],
  },
  kindle: {
    label: 'Kindle’s rules',
    edition: 'kindle',
    ...ink,
    margins: 8,
    ignores: [
      'The device sets its own margins, and shows the cover that the package names.',
      'Custom properties and max-width in style sheets do nothing there; this edition leaves them out.',
      'Contents deeper than two levels are shown as two.',
      'No Kindle runs here, and what Send to Kindle makes of the file cannot be seen before.',
    ],
  },
  old: {
    label: 'Old readers',
    edition: 'legacy',
    ...ink,
    type: 22,
    ignores: [
      'They know EPUB 2 and CSS 2.1: what is newer is left out of this edition.',
      'Notes do not pop up; they are links to the end of the chapter and back.',
      'Formulas are words, and a list that does not begin at 1 has its numbers written out.',
    ],
  },
  large: {
    label: 'Large print',
    edition: 'large-print',
    ...ink,
    ignores: [
      'Slanted, small and capital letters, initials and justified lines are not in this edition; its sizes are the reader’s, half as large again.',
    ],
  },
  web: {
    label: 'Web page',
    edition: 'web',
    type: 20,
    margins: 8,
    ignores: ['One file without pages. It is dark where the system is dark.'],
  },
} as const satisfies Record<string, Profile>;

type ProfileName = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly ProfileName[];

/** How the person wants to see the book. */
export interface Look {
  readonly profile: ProfileName;
  readonly night: 'light' | 'sepia' | 'night';
  readonly size: 0 | 1 | 2 | 3;
  /** In hundredths of the page’s width, for the profile’s. */
  readonly ownMargins?: number | undefined;
  readonly spread: 'auto' | 'one';
}

export const usualLook: Look = { profile: 'desktop', night: 'light', size: 1, spread: 'auto' };

/** How much larger than usual the type is, by the look’s size. */
export const typeSizes = [0.85, 1, 1.2, 1.5] as const;

export const profileOf = (look: Look): Profile => profiles[look.profile];

/** Pages beside each other take this much room, in CSS pixels. */
export const spreadFrom = 660;

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** How much smaller it is shown than it is, so that its lines break where they do on the device. */
  readonly scale: number;
}

/** The frame of a page in the room that there is. */
export function frameIn(look: Look, room: { readonly width: number; readonly height: number }): Frame {
  const { screen, turns } = profileOf(look);
  if (!screen) {
    const widest = look.profile === 'web' || look.spread === 'one' ? 760 : 1240;
    return { width: Math.min(room.width, widest), height: Math.min(room.height, 940), scale: 1 };
  }
  const lies = turns && look.spread === 'auto' && room.width > room.height;
  const { width, height } = lies ? { width: screen.height, height: screen.width } : screen;
  return { width, height, scale: Math.min(1, room.width / width, room.height / height) };
}
