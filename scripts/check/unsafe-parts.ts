/**
 * What keeps a book from EPUBCheck, which unpacks and expands whatever it is given. In: an EPUB’s bytes. Out: a finding for each part
 * that could take it for ever: one that cannot be unpacked within limits, or that declares entities beyond characters (XML 1.0 §4.2).
 */
import { decodeLatin1 } from '../book/bytes.ts';
import type { Limits } from '../book/limits.ts';
import { readZip } from '../zip/read-zip.ts';
import type { Finding } from './finding.ts';

/** An entity that stands for a short text without others in it. */
const harmless = /^<!ENTITY\s+[^\s%"'&]+\s+(?:"(?:[^"&%<]|&#){0,64}"|'(?:[^'&%<]|&#){0,64}')\s*>/;

/** The parts of a book that EPUBCheck is not given. */
export function unsafeParts(epub: Uint8Array, limits: Limits): readonly Finding[] {
  const zip = readZip(epub, limits);
  const unsafe = (reason: string, href?: string): Finding => ({
    engine: 'epubcheck',
    id: 'CHK-008',
    severity: 'fatal',
    message: `EPUBCheck was not given this book, because ${reason}`,
    ...(href !== undefined && { href }),
  });
  // What is no ZIP at all is refused by EPUBCheck itself, at once.
  if ('reason' in zip) return zip.tooLarge ? [unsafe(`it ${zip.reason}`)] : [];
  return zip.entries.flatMap((entry) => {
    const read = entry.read();
    if ('reason' in read) return [unsafe(`a part of it ${read.reason}`, entry.path)];
    const text = textOf(read.bytes);
    for (let at = text.indexOf('<!ENTITY'); at >= 0; at = text.indexOf('<!ENTITY', at + 1))
      if (!harmless.test(text.slice(at, at + 300)))
        return [
          unsafe(
            'a part of it declares entities that lead to others or to files, and may grow without end',
            entry.path,
          ),
        ];
    return [];
  });
}

/** Enough of a text to find a declaration in it, whatever it is called. */
function textOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  return first === 0xfe || first === 0 ? new TextDecoder('utf-16be').decode(bytes) : decodeLatin1(bytes);
}
