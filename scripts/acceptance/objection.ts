/** Why a shop or a device does not take an EPUB as it is, as plain data. */

export const devices = {
  kindle: 'Send to Kindle',
  apple: 'Apple Books',
  kobo: 'Kobo',
  old: 'old devices',
} as const;

export type Device = keyof typeof devices;

/** Whose objection it is: what no reader takes, each device would object to. */
export const objectors = { ...devices, every: 'every reader' } as const;

export const deviceNames = Object.keys(devices) as readonly Device[];

/** A text that takes the place of another, by offsets. */
export interface Edit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Objection {
  /** Whether the book is refused or does not open; part of it is lost or shown wrong; or it could be better. */
  readonly weight: 'refused' | 'lost' | 'better';
  /** In the EPUB, with an offset in its text where one is known. */
  readonly path: string;
  readonly offset?: number | undefined;
  /** What is there, and what comes of it. */
  readonly reason: string;
  /** What to do. */
  readonly hint: string;
  /** What mends it without touching a word. */
  readonly edits?: readonly Edit[] | undefined;
  /** Files that mend it, with their edits. */
  readonly added?: ReadonlyMap<string, string> | undefined;
}
