/**
 * What an import keeps of itself in the folder, so that a later one can be merged: `.fleuron/import.zip` (docs/growing.md). In: what it wrote.
 * Out: a ZIP, the same bytes for the same import on the same day; and back.
 */
import * as v from 'valibot';
import { encodeUtf8, parsedJson } from '../book/bytes.ts';
import { decodeText } from '../book/decode.ts';
import type { Limits } from '../book/limits.ts';
import { readZip } from '../zip/read-zip.ts';
import { zip } from '../zip/write-zip.ts';
import type { StoryFolder } from './story-folder.ts';

interface ImportRecord extends StoryFolder {
  /** The day of the import, YYYY-MM-DD. */
  readonly day: string;
}

const listPath = 'import.json';
const textsPath = 'texts/';

const list = v.object({
  format: v.literal(1),
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
  order: v.array(v.string()),
  /** SHA-256 of each text and picture as the import wrote it. */
  texts: v.record(v.string(), v.string()),
  pictures: v.record(v.string(), v.string()),
});

/** Packs; undefined where no ZIP can hold that many files. */
export function packRecord(
  { texts, order, pictures, day }: ImportRecord,
  hash: (text: string) => string,
): Uint8Array | undefined {
  const sums = Object.fromEntries([...texts].map(([path, text]) => [path, hash(text)]));
  const about: v.InferOutput<typeof list> = {
    format: 1,
    day,
    order: [...order],
    texts: sums,
    pictures: Object.fromEntries(pictures),
  };
  return zip([
    { name: listPath, bytes: encodeUtf8(`${JSON.stringify(about, undefined, 1)}\n`), stored: false },
    ...[...texts].map(([path, text]) => ({ name: textsPath + path, bytes: encodeUtf8(text), stored: false })),
  ]);
}

/** Unpacks; undefined where it is no record that this press can read, or is damaged. */
export function unpackRecord(
  bytes: Uint8Array,
  limits: Limits,
  hash: (text: string) => string,
): ImportRecord | undefined {
  const read = readZip(bytes, limits);
  if ('reason' in read) return undefined;
  const files = new Map<string, string>();
  for (const entry of read.entries) {
    const content = entry.read();
    const text = 'bytes' in content ? decodeText(content.bytes, entry.path).value : undefined;
    if (text === undefined) return undefined;
    files.set(entry.path, text);
  }
  const about = v.safeParse(list, parsedJson(files.get(listPath) ?? ''));
  if (!about.success) return undefined;
  const { day, order, texts: sums, pictures } = about.output;
  const texts = new Map<string, string>();
  for (const [path, sum] of Object.entries(sums)) {
    const text = files.get(textsPath + path);
    if (text === undefined || hash(text) !== sum) return undefined;
    texts.set(path, text);
  }
  return { day, order: order.filter((path) => texts.has(path)), texts, pictures: new Map(Object.entries(pictures)) };
}
