/**
 * What a manuscript may cost, in one table: how much by default, how much at most, and why there is a limit at all.
 * In: nothing. Out: limits as a value that the pipeline hands down. The command line sets them,
 * never a manuscript. `docs/limits.md` is made from this table.
 */
const kilobyte = 1024;
export const megabyte = 1024 * kilobyte;

export interface Limit {
  readonly unit: 'bytes' | 'count';
  /** Where nothing is said: far above any real book. */
  readonly usual: number;
  /** What can be allowed; beyond it something would break that no option mends. */
  readonly most: number;
  /** What is counted. */
  readonly of: string;
  /** What would happen without it. */
  readonly why: string;
  /** Why there is no more than `most`. */
  readonly end: string;
  /** About how much of Node’s heap each takes at the worst, in bytes, where that is what ends it. Measured. */
  readonly heap?: number;
}

const string = 'a text in JavaScript ends at 512 MB, and is written anew on the way';
const map = 'JavaScript holds no more in one table';
const buffer = 'Node reads and writes 2 GB in one piece, and a book is one';

export const limitTable = {
  // Files as they lie there
  files: { unit: 'count', usual: 10_000, most: 60_000, of: 'files in the folder of a manuscript, or in an EPUB or Word document that is imported', why: 'a folder chosen by mistake is walked to its end', end: 'a ZIP holds 65,535' },
  text: { unit: 'bytes', usual: 64 * megabyte, most: 256 * megabyte, of: 'one text: a Markdown file, a story to import, what `typeset` reads', why: 'a text is kept in memory several times over', end: string, heap: 8 },
  texts: { unit: 'bytes', usual: 64 * megabyte, most: 1024 * megabyte, of: 'all texts of a manuscript, or of an EPUB or Word document to import', why: 'so are all of them', end: 'a ZIP holds 4 GB, and a book its text more than once', heap: 8 },
  template: { unit: 'bytes', usual: megabyte, most: 2 * megabyte, of: 'one file of `templates/`', why: 'a style sheet goes into every book', end: 'the parser of style sheets counts to 16 MB, and reads two in one, with longer addresses in them' },
  picture: { unit: 'bytes', usual: 64 * megabyte, most: 1024 * megabyte, of: 'one picture', why: 'readers’ devices are small', end: buffer },
  pictures: { unit: 'bytes', usual: 400 * megabyte, most: 1024 * megabyte, of: 'all pictures of a book', why: 'pictures are in memory twice: as they are, and bound', end: buffer },
  metadata: { unit: 'bytes', usual: 192 * kilobyte, most: 16 * megabyte, of: '`book.yaml`, or the metadata block of a file', why: 'YAML takes a hundred times its size in memory', end: 'YAML of that size takes half a minute to read', heap: 256 },

  // What is in them
  nesting: { unit: 'count', usual: 200, most: 240, of: 'quotations, lists and emphases in one another; raw HTML that nests deeper loses its tags there', why: 'trees are walked by functions that call themselves', end: 'many readers (all that use libxml2) refuse a page nested 256 deep' },
  nodes: { unit: 'count', usual: 700_000, most: 16_000_000, of: 'paragraphs, emphases, links of a book, and the texts between them', why: 'each takes about 1 kB of memory with all that is made of it', end: map, heap: 1024 },
  sections: { unit: 'count', usual: 10_000, most: 30_000, of: 'sections of a book', why: 'each is a file, and readers open them one by one', end: 'a ZIP holds 65,535 files, and a book has more than its sections', heap: 32 * kilobyte },
  steps: { unit: 'count', usual: 100_000_000, most: 100_000_000_000, of: 'steps of reading tangled text, beyond what ordinary text takes', why: 'some tangles of marks take the square of their length; 100 million steps take 2 or 3 seconds', end: 'that is most of an hour' },
  marks: { unit: 'count', usual: 600_000, most: 16_000_000, of: 'marks, words and lines of one text that hang together: 40,000 items of one list', why: 'each takes 1 or 2 kB of memory until its text is done', end: map, heap: 1500 },
  pixels: { unit: 'count', usual: 64_000_000, most: 250_000_000, of: 'pixels of one picture', why: 'every reader’s device unpacks them all: 64 million take 256 MB', end: 'PNG’s deepest colours would not fit into memory' },
  drawing: { unit: 'bytes', usual: 5 * megabyte, most: 64 * megabyte, of: 'one drawing (SVG)', why: 'it is read as a tree', end: 'no reader draws more', heap: 48 },
  shapes: { unit: 'count', usual: 100_000, most: 1_000_000, of: 'elements of one drawing', why: 'readers draw them one by one', end: 'no reader draws more', heap: 1500 },

  // From elsewhere
  import: { unit: 'bytes', usual: 128 * megabyte, most: 1024 * megabyte, of: 'one file to import', why: 'it is read whole', end: 'Node reads 2 GB at once, and what is imported is held twice' },
  page: { unit: 'bytes', usual: 16 * megabyte, most: 64 * megabyte, of: 'one web page to import, or one document inside an EPUB or Word document', why: 'its tree takes a hundred times its size', end: 'a page of that size takes minutes', heap: 100 },
  unpacked: { unit: 'bytes', usual: 256 * megabyte, most: 1024 * megabyte, of: 'an EPUB or Word document to import, unpacked', why: 'a ZIP can hold a thousand times its size', end: 'Node reads 2 GB at once, and what is imported is held twice' },
  ratio: { unit: 'count', usual: 200, most: 1032, of: 'how many times its packed size a file above 1 MB unpacks to; prose gives 3', why: 'what is that empty is there to fill memory', end: 'Deflate shrinks no further' },

  // Archives
  archive: { unit: 'bytes', usual: 2047 * megabyte, most: 65_536 * megabyte, of: 'an archive, unpacked', why: 'every byte of it is read to prove it', end: 'nothing breaks there: it guards against a slip of the finger' },
  'archive-file': { unit: 'bytes', usual: 256 * megabyte, most: 2047 * megabyte, of: 'one file that an archive keeps', why: 'it is read whole', end: 'Node reads 2 GB at once' },
  'archive-files': { unit: 'count', usual: 60_000, most: 1_000_000, of: 'files of an archive; 65,534 where it is a ZIP', why: 'a folder chosen by mistake is walked to its end', end: 'the list of them is kept in memory' },
  zip: { unit: 'bytes', usual: 1024 * megabyte, most: 2047 * megabyte, of: 'an archive in one file, or a finished book to check or verify', why: 'it is read whole', end: 'Node reads 2 GB at once' },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limitTable;
export type Limits = Readonly<Record<LimitName, number>>;

export const limitNames = Object.keys(limitTable) as readonly LimitName[];

/** The limits where nobody sets any. */
export const usualLimits = Object.fromEntries(
  limitNames.map((name) => [name, limitTable[name].usual]),
) as unknown as Limits;

/** A limit's value as people write it: `64 MB`, `10,000`. */
export function printLimit(name: LimitName, value: number): string {
  if (limitTable[name].unit === 'count') return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
  if (value >= megabyte) return `${Math.round((10 * value) / megabyte) / 10} MB`;
  return value >= kilobyte ? `${Math.round((10 * value) / kilobyte) / 10} kB` : `${value} bytes`;
}
