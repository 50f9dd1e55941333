/** Mends what devices object to. In: an opened EPUB and objections. Out: a ZIP with the edits made, whose words are those that it had. */
import { encodeUtf8 } from '../book/bytes.ts';
import { type ZipFile, zip } from '../zip/write-zip.ts';
import type { EpubParts } from './epub-parts.ts';
import type { Edit, Objection } from './objection.ts';
import { unescaped, wordsBetween } from './scan-xml.ts';

interface Mended {
  readonly bytes: Uint8Array;
  readonly mended: readonly Objection[];
}

/** Undefined where nothing can be mended, or where the whole would be no ZIP that can be written. */
export function mendEpub(
  { files, pages, sheets, packageDocument }: EpubParts,
  objections: readonly Objection[],
): Mended | undefined {
  const mended = objections.filter(({ edits }) => edits !== undefined);
  if (mended.length === 0) return undefined;
  const texts = new Map([packageDocument, ...pages, ...sheets].map(({ path, text }) => [path, text]));
  const written = new Map(files);
  for (const [path, edits] of editsByPath(mended)) {
    const before = texts.get(path);
    if (before === undefined) continue;
    const after = applyEdits(before, edits);
    const isPage = pages.some((page) => page.path === path);
    if (isPage && !hasSameWords(before, after))
      throw new Error(`Unexpected change of words in ${path}, expected marks alone`);
    written.set(path, encodeUtf8(after));
  }
  for (const { added } of mended) for (const [path, text] of added ?? []) written.set(path, encodeUtf8(text));
  const bytes = zip(zipFiles(written));
  return bytes && { bytes, mended };
}

function editsByPath(objections: readonly Objection[]): ReadonlyMap<string, readonly Edit[]> {
  const byPath = new Map<string, Edit[]>();
  for (const { edits } of objections)
    for (const edit of edits ?? []) {
      const known = byPath.get(edit.path);
      if (known) known.push(edit);
      else byPath.set(edit.path, [edit]);
    }
  return byPath;
}

/** Makes edits from the first to the last; one within another, which two devices may ask for, is left out. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of [...edits].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    if (start < at) continue;
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Whether two pages have the same letters in the same order, whichever way a character is written. */
function hasSameWords(before: string, after: string): boolean {
  const plain = (text: string) => unescaped(wordsBetween(text)).replace(/\s+/g, '');
  return plain(before) === plain(after);
}

/** `mimetype` first and stored (OCF 3.3 §4.3); what is compressed already is stored too. */
function zipFiles(files: ReadonlyMap<string, Uint8Array>): readonly ZipFile[] {
  const rest = [...files].filter(([name]) => name !== 'mimetype');
  return [
    { name: 'mimetype', bytes: encodeUtf8('application/epub+zip'), stored: true },
    ...rest.map(([name, bytes]) => ({
      name,
      bytes,
      stored: /\.(?:jpe?g|png|gif|webp|woff2?|mp[34]|m4[av])$/i.test(name),
    })),
  ];
}
