/** What a story can be taken away as, in the order of who asks for it most, and what is done with the file then. */
import type { TakeWhat } from '../state/studio.ts';

export interface Taking {
  readonly what: TakeWhat;
  /** For whom, or for which device. */
  readonly name: string;
  /** What the button says. */
  readonly action: string;
  /** What to do with the file, a device to a line. */
  readonly how: readonly { readonly device?: string; readonly steps: string }[];
}

export const takings: readonly Taking[] = [
  {
    what: 'epub',
    name: 'Apple Books, PocketBook, Tolino, phones and tablets',
    action: 'Take the EPUB',
    how: [
      { device: 'iPhone, iPad, Mac', steps: 'open the file, and it lies in Books.' },
      { device: 'PocketBook, Tolino, Boox', steps: 'copy it over the cable, or send it with the maker’s app.' },
      { device: 'Android, Windows, Linux', steps: 'open it with any reading app: it is an EPUB 3 that suits all.' },
    ],
  },
  {
    what: 'kobo',
    name: 'Kobo',
    action: 'Take it for a Kobo',
    how: [
      {
        steps:
          'Connect the Kobo by its cable and copy the file to the root of its drive, beside the folders. Page numbers and highlights work as in bought books.',
      },
    ],
  },
  {
    what: 'kindle',
    name: 'Kindle',
    action: 'Take it for a Kindle',
    how: [
      {
        steps:
          'Send it with Send to Kindle: the web page, the app, or as an attachment to your Kindle’s own mail address. Over a cable a Kindle opens no EPUB.',
      },
    ],
  },
  {
    what: 'legacy',
    name: 'Old readers',
    action: 'Take it for an old reader',
    how: [{ steps: 'For devices from before about 2012, and where the EPUB does not open: copy it over the cable.' }],
  },
  {
    what: 'large-print',
    name: 'Weak eyes',
    action: 'Take it in large print',
    how: [
      {
        steps:
          'An EPUB in large letters, lines apart, for every reading app and e-reader: copy or send it as any other.',
      },
    ],
  },
  {
    what: 'web',
    name: 'A web page',
    action: 'Take the page',
    how: [
      {
        steps:
          'One file that every browser opens, pictures and all: to mail to somebody, or to put on a site of your own.',
      },
    ],
  },
];

export const keepings: readonly Taking[] = [
  {
    what: 'manuscript',
    name: 'Your manuscript',
    action: 'Take the manuscript',
    how: [
      {
        steps:
          'The text, book.yaml and pictures as a ZIP: to go on with on another machine, or to keep beside the book.',
      },
    ],
  },
  {
    what: 'archive',
    name: 'An archive',
    action: 'Take the archive',
    how: [
      {
        steps:
          'Manuscript, book, copies to read and checksums in one bag (BagIt): for a library, or for twenty years from now.',
      },
    ],
  },
];
