/**
 * What a library knows of its stories: `library.jsonl` in the output folder. In: lines. Out: a record of each story.
 *
 * Each line is one JSON object, a `ShelfRecord`; of several lines of one story the last counts (a run adds a line when a story’s books are
 * written, and makes the file anew at its end, in the order of the stories). A line that is cut short is passed over: its story is made again.
 * All paths have forward slashes: a story’s is relative to the library’s folder, a book’s to the output folder.
 */
import type { EditionName } from '../book/editions.ts';
import type { Archival, Contributor, Series } from '../book/metadata.ts';
import type { Problem } from '../report/problem.ts';

/** How the file is called. */
export const shelfFile = 'library.jsonl';

/** What a story says of itself, for a catalogue. */
export interface StoryFacts {
  /** The book’s main identifier (a URN or URL); it stays when the story grows. Two stories may have the same: copies of one. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Authors and all others, in the order of the title page. */
  readonly contributors: readonly Contributor[];
  readonly series?: Series | undefined;
  /** BCP 47. */
  readonly lang: string;
  readonly description?: string | undefined;
  /** When it was published and last changed, as the story says (W3CDTF). */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  /** `YYYY-MM-DDThh:mm:ssZ`, as the book has it in dcterms:modified. */
  readonly modified: string;
  readonly subjects: readonly string[];
  /** What archives of stories record: rating, fandoms, status. */
  readonly archival?: Archival | undefined;
  readonly publisher?: string | undefined;
  readonly rights?: string | undefined;
  readonly source?: string | undefined;
  readonly words: number;
  /** Chapters, prologues, interludes and epilogues. */
  readonly chapters: number;
  /** The cover: its path in the ZIP of the EPUB and of the editions for Kobo and Kindle. */
  readonly cover?: CoverFacts | undefined;
}

export interface CoverFacts {
  readonly path: string;
  readonly mediaType: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A book as it lies in the output folder. */
export interface ShelfBook {
  readonly path: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export type ShelfBooks = { readonly [Name in EditionName]?: ShelfBook | undefined };

export interface ShelfRecord {
  /** The story’s path in the library; of one in a ZIP, the ZIP’s and the path in it: `shelf.zip/story`. */
  readonly story: string;
  /** What its books were made from (`content-key.ts`); empty where the books that are there are those of an older version. */
  readonly key: string;
  /** Of a single file: what was looked for beside it, whether or not it was there. */
  readonly beside?: readonly string[] | undefined;
  /** The names that its books have, without ending; kept as long as the story is known. */
  readonly stem: string;
  readonly books: ShelfBooks;
  /** Undefined where the story never became a book. */
  readonly facts?: StoryFacts | undefined;
  /** What of its words tells copies of it (`word-sketch.ts`), in base64. */
  readonly sketch?: string | undefined;
  /** Why it could not be made when it was last tried; its books, if there are any, are those of the last version that could. */
  readonly errors?: readonly Problem[] | undefined;
  /** Whether the story is no longer in the library; its books are kept until somebody prunes them. */
  readonly isGone?: boolean | undefined;
}

/** Reads the file: records by story. What is no whole line of it is passed over. */
export function readShelf(text: string): ReadonlyMap<string, ShelfRecord> {
  const records = new Map<string, ShelfRecord>();
  for (const line of text.split('\n')) {
    const record = recordOf(line);
    if (record) records.set(record.story, record);
  }
  return records;
}

/** A record as a line. */
export const shelfLine = (record: ShelfRecord): string => `${JSON.stringify(record)}\n`;

/** Only whole lines are written, by this press or an older one: what has its main keys is a record. */
function recordOf(line: string): ShelfRecord | undefined {
  if (!line.startsWith('{') || !line.endsWith('}')) return undefined;
  try {
    const record = JSON.parse(line) as Partial<ShelfRecord>;
    const isWhole = [record.story, record.key, record.stem].every((each) => typeof each === 'string');
    return isWhole && typeof record.books === 'object' ? (record as ShelfRecord) : undefined;
  } catch {
    return undefined;
  }
}
