/**
 * Formats that stories come in and that are not read, or by way of LibreOffice alone, so that a person learns what a file is and how its words come in. In: bytes,
 * and the names in them if they are a ZIP. Out: a problem where they are of such a format.
 */
import { decodeLatin1 } from '../book/bytes.ts';
import { type Problem, problem } from '../report/problem.ts';

interface UnreadFormat {
  readonly called: string;
  readonly hint: string;
  /** Whether LibreOffice reads it. */
  readonly isOffice?: boolean;
  readonly matches: (content: UnreadContent) => boolean;
}

interface UnreadContent {
  readonly bytes: Uint8Array;
  /** The first of them, a character for each. */
  readonly head: string;
  readonly entries: ReadonlySet<string> | undefined;
}

export const asDocx = 'Open it in a word processor, save it as a Word document (.docx), and import that.';

/** Where there is no LibreOffice to be found. */
export const byOffice = `Install LibreOffice, which Fleuron then asks for the words (not with --untrusted); or ${asDocx.charAt(0).toLowerCase()}${asDocx.slice(1)}`;

const unreadFormats: readonly UnreadFormat[] = [
  {
    called: 'a document of Word or Office with a password',
    hint: 'Open it in Word, take the password off (File, Info, Protect Document), save it as .docx, and import that.',
    matches: ({ bytes, head }) => isCompound(head) && hasStream(bytes, 'EncryptedPackage'), // [MS-OFFCRYPTO] §2.3.4.4
  },
  {
    called: 'a Word document of the form that was usual before 2007 (.doc)',
    hint: byOffice,
    isOffice: true,
    matches: ({ bytes, head }) => isCompound(head) && hasStream(bytes, 'WordDocument'), // [MS-DOC] §2.1.1
  },
  { called: 'a file of an old office program', hint: asDocx, matches: ({ head }) => isCompound(head) },
  { called: 'rich text (.rtf)', hint: byOffice, isOffice: true, matches: ({ head }) => head.startsWith('{\\rtf') },
  {
    called: 'a text of LibreOffice or OpenOffice (.odt)',
    hint: byOffice,
    isOffice: true,
    // OpenDocument 1.3, Part 2, §3.1, §4.2
    matches: ({ entries }) => entries?.has('content.xml') === true && entries.has('META-INF/manifest.xml'),
  },
  {
    called: 'a document of Apple Pages (.pages)',
    hint: 'In Pages, choose File, Export To, Word or EPUB, and import that.',
    matches: ({ entries }) => entries?.has('Index/Document.iwa') === true || entries?.has('Index.zip') === true,
  },
  {
    called: 'a PDF (printed pages, not paragraphs)',
    hint: 'Import what it was made from, such as a Word document; or open the PDF in Word, look it through, and save it as .docx.',
    matches: ({ head }) => head.startsWith('%PDF-'),
  },
  {
    called: 'a Kindle book (.mobi, .azw3)',
    hint: 'Ask for the book as an EPUB; or make one of it with a program such as calibre, and import that.',
    // The type and the creator in the header of a Palm database.
    matches: ({ head }) => ['BOOKMOBI', 'TEXtREAd'].includes(head.slice(60, 68)),
  },
  {
    called: 'a FictionBook (.fb2)',
    hint: 'Make an EPUB of it with a program such as calibre, and import that.',
    matches: ({ head }) => /<FictionBook[\s>]/.test(head),
  },
  {
    called: 'a picture',
    hint: 'To show it in a story, put it into the story’s folder and type ![What it shows](name.jpg); for a cover, “cover: name.jpg” in book.yaml. Of a photographed or scanned page, type the words.',
    // JPEG, PNG, GIF, TIFF, BMP; WebP; HEIF and AVIF (ISO/IEC 14496-12 §4.3)
    matches: ({ head }) =>
      /^(?:\xFF\xD8\xFF|\x89PNG|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|msf1|avif))/s.test(
        head,
      ),
  },
  {
    called: 'a packed file',
    hint: 'Unpack it, and name the file or folder that was in it.',
    matches: ({ head }) => /^(?:Rar!|7z\xBC\xAF|\x1F\x8B)/.test(head),
  },
];

export interface Unread {
  readonly problem: Problem;
  readonly isOffice: boolean;
}

/** What a file is that is not read, and how its words come in. */
export function unreadFormat(path: string, bytes: Uint8Array, entries?: ReadonlySet<string>): Unread | undefined {
  const content = { bytes, head: decodeLatin1(bytes.subarray(0, 1024)), entries };
  const format = unreadFormats.find(({ matches }) => matches(content));
  if (!format) return undefined;
  const reason = `The file is ${format.called}, which Fleuron cannot read, so nothing is imported.`;
  return { problem: problem('import-refused', { path }, reason, format.hint), isOffice: format.isOffice ?? false };
}

/** [MS-CFB] §2.2 */
const isCompound = (head: string): boolean => head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1');

/** Whether a compound file has a stream; names stand in its directory in UTF-16 ([MS-CFB] §2.6.1). */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
  decodeLatin1(bytes).includes([...name].map((letter) => `${letter}\0`).join(''));
