/**
 * Tells what a file is by what is in it, and calls its importer. In: bytes. Out: an imported book.
 * A name's ending is only a second opinion: a web page called .txt is a web page.
 */
import { decodeForeign } from '../book/decode.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { type Outcome, problem } from '../report/problem.ts';
import type { ImportedBook } from './imported.ts';
import { plainStory } from './plain-story.ts';
import { isZip, unzip } from './unzip.ts';

export interface Foreign {
  /** The file's own name; its path, where what lies around it belongs to it; the folder's name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Reads a file that lies beside it, by its relative path; undefined where there is none. */
  readonly beside: (path: string) => Uint8Array | undefined;
  /** The folder that it lies in, or is; absent for what stands alone. */
  readonly folder?: ForeignFolder | undefined;
  readonly limits: Limits;
}

export interface ForeignFolder {
  readonly name: string;
  /** Paths of the files in it, in natural order. */
  readonly names: readonly string[];
  /** Whether the folder itself was named. */
  readonly isNamed: boolean;
  /** Whether it is an Obsidian vault. */
  readonly isVault: boolean;
}

function tooLarge(name: LimitName, { path, bytes, limits }: Foreign): Outcome<undefined> {
  const [size, most] = [bytes.length, limits[name]].map((each) => printLimit(name, each));
  const reason = `Unexpected ${name} of ${size}, expected ${most} at most`;
  const hint = raiseLimit(name, limits, bytes.length);
  return { value: undefined, problems: [problem('file-too-large', { path }, reason, hint)] };
}

/** Imports a file of any kind that we know. */
export async function importForeign(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  const { path, bytes, beside, folder, limits } = foreign;
  if (folder?.isNamed) return importMarkdownLazily(foreign);
  if (isZip(bytes)) {
    const looked = unzip({ path, bytes, limits }, (name) => name === 'word/document.xml');
    if (!looked.value) return { value: undefined, problems: looked.problems };
    if (looked.value.size > 0) {
      const { importDocx } = await import('./word/import-docx.ts');
      return importDocx({ path, bytes, limits });
    }
    const { importEpub } = await import('./epub/import-epub.ts');
    return importEpub({ path, bytes, limits });
  }
  if (bytes.length > limits.text) return tooLarge('text', foreign);
  const decoded = decodeForeign(bytes, path, charsetOf(bytes));
  if (decoded.value === undefined) return { value: undefined, problems: decoded.problems };
  if (decoded.value.trim() === '')
    return {
      value: undefined,
      problems: [problem('import-refused', { path }, 'Unexpected file without a word, expected a story')],
    };
  if (isHtml(decoded.value)) {
    if (bytes.length > limits.page) return tooLarge('page', foreign);
    const { importHtml } = await import('./html/import-html.ts');
    const page = importHtml({ path, text: decoded.value, picture: (src) => pictureOf(src, beside) });
    return { value: page.value, problems: [...decoded.problems, ...page.problems] };
  }
  if (/\.(?:md|markdown|mdown|mkd)$|(?:^|\/)Book\.txt$/i.test(path)) return importMarkdownLazily(foreign);
  const story = plainStory({ path, text: decoded.value });
  return { value: story.value, problems: [...decoded.problems, ...story.problems] };
}

async function importMarkdownLazily({ path, bytes, beside, folder, limits }: Foreign) {
  const { deskOf } = await import('./markdown/source-folder.ts');
  const { importMarkdown } = await import('./markdown/import-markdown.ts');
  const read = (each: string) => (each === path && !folder?.isNamed ? bytes : beside(each));
  const desk = deskOf({ name: folder?.name ?? path, names: folder?.names ?? [path], beside: read, limits });
  return importMarkdown({ desk, named: folder?.isNamed ? undefined : path, isVault: folder?.isVault ?? false });
}

/** A page says so at its start; a story that speaks of tags does not open with one. */
function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(
    text.slice(0, 4000),
  );
}

/** What a page says of its encoding. */
function charsetOf(bytes: Uint8Array): string | undefined {
  return /<meta[^<>]{0,200}charset=["']?([\w-]{1,40})/i.exec(
    Buffer.from(bytes.subarray(0, 4000)).toString('latin1'),
  )?.[1];
}

/** A picture beside the page, or in its very address. Nothing is fetched. */
function pictureOf(src: string, beside: Foreign['beside']): Uint8Array | undefined {
  const data = /^data:image\/[\w.+-]+;base64,/i.exec(src);
  if (data) return Buffer.from(src.slice(data[0].length), 'base64');
  if (/^[a-z][a-z\d+.-]*:|^[/\\]/i.test(src)) return undefined;
  try {
    return beside(decodeURIComponent(src.replace(/[?#].*$/s, '')));
  } catch {
    return beside(src);
  }
}
