/**
 * The formats that stories come in: one row each. A file is of the first format that knows it by what is in it; its name’s
 * ending decides only where the content cannot. To add a format, add a folder with its importer, and a row.
 */
import { isMarkdownName, isOrder } from '../book/dialect-signs.ts';
import type { LimitName } from '../book/limits.ts';
import type { Outcome } from '../report/problem.ts';
import type { Foreign, ImportedBook } from './imported.ts';

/** What a file is known by. */
export interface Content {
  /** The ending of its name, in small letters, without the dot; empty for a name without one. */
  readonly ending: string;
  /** The names in it, if it is a ZIP. */
  readonly entries: ReadonlySet<string> | undefined;
  /** Its text, if it is not; empty for a folder. */
  readonly text: string;
}

export interface Format {
  /** As a sentence calls it, with the usual ending. */
  readonly called: string;
  /** The endings of its files’ names, in small letters, without the dot. */
  readonly endings: readonly string[];
  /** How much of it is read. */
  readonly limit: LimitName;
  readonly matches: (content: Content, foreign: Foreign) => boolean;
  /** Its importer, which is loaded where it is wanted. */
  readonly read: (foreign: Foreign, text: string) => Promise<Outcome<ImportedBook | undefined>>;
}

const isKnown = (ending: string): boolean => formats.some(({ endings }) => endings.includes(ending));

export const formats: readonly Format[] = [
  {
    called: 'a Word document (.docx)',
    endings: ['docx'],
    limit: 'import',
    matches: ({ entries }) =>
      entries !== undefined &&
      (entries.has('word/document.xml') ||
        // A package may call its document otherwise, as its relationships say.
        (entries.has('[Content_Types].xml') && [...entries].some((name) => /^word\/document[^/]*\.xml$/.test(name)))),
    read: async (foreign) => (await import('./word/import-docx.ts')).importDocx(foreign),
  },
  {
    called: 'a project of Manuskript (.msk, or its folder)',
    endings: ['msk'],
    limit: 'import',
    matches: ({ entries, ending }) => ending === 'msk' || entries?.has('MANUSKRIPT') === true,
    read: async (foreign) => (await import('./markdown/import-manuskript.ts')).importManuskript(foreign),
  },
  {
    called: 'an EPUB (.epub)',
    endings: ['epub'],
    limit: 'import',
    // Word processors pack their files, too; a ZIP that is called as a story may be is a book whose maker forgot something.
    matches: ({ entries, ending }) =>
      entries !== undefined && (isKnown(ending) || entries.has('META-INF/container.xml')),
    read: async (foreign) => (await import('./epub/import-epub.ts')).importEpub(foreign),
  },
  {
    called: 'a web page (.html)',
    endings: ['html', 'htm', 'xhtml'],
    limit: 'page',
    // A page says so at its start, or is called one and opens with a tag; a story that speaks of tags does not open with one.
    matches: ({ text, ending }) =>
      (/^x?html?$/.test(ending) && /^\s*<[a-z][a-z0-9]*[\s>]/i.test(text.slice(0, 4000))) ||
      /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(
        text.slice(0, 4000),
      ),
    read: async ({ name, beside, together }, text) =>
      (await import('./html/import-html.ts')).importHtml({ path: name, text, beside, together }),
  },
  {
    called: 'a novelWriter project (nwProject.nwx)',
    endings: ['nwx'],
    limit: 'text',
    matches: ({ ending }, { folder }) =>
      ending === 'nwx' || (folder?.isNamed === true && folder.names.includes('nwProject.nwx')),
    read: async (foreign) => (await import('./novelwriter/import-novelwriter.ts')).importNovelWriter(foreign),
  },
  {
    called: 'a Scrivener project (.scriv)',
    endings: ['scrivx'],
    limit: 'text',
    matches: ({ ending }, { folder }) =>
      ending === 'scrivx' || (folder?.isNamed === true && folder.names.some((name) => /^[^/]+\.scrivx$/.test(name))),
    read: async (foreign) => (await import('./scrivener/import-scrivener.ts')).importScrivener(foreign),
  },
  {
    called: 'a Markdown file (.md)',
    endings: ['md', 'markdown', 'mdown', 'mkd', 'book'],
    limit: 'text',
    matches: (_, { name, folder }) =>
      folder?.isNamed === true || isMarkdownName(name) || isOrder(name.split('/').at(-1) ?? ''),
    read: async (foreign, text) => (await import('./markdown/import-markdown.ts')).importMarkdown(foreign, text),
  },
  {
    called: 'a plain-text file (.txt)',
    endings: ['txt', 'text', ''],
    limit: 'text',
    // What is called .epub, and is a text, is a story; what is called .pdf is none.
    matches: ({ ending }) => isKnown(ending),
    read: async ({ name }, text) => (await import('./text/import-plain-text.ts')).importPlainText({ path: name, text }),
  },
];
