/**
 * Finds out what somebody gave: a manuscript in Markdown, or a story in another format. In: files. Out: a Manuscript, its texts
 * decoded, or what an importer has to read first.
 */
import { decodeForeign, decodeText } from '../book/decode.ts';
import { isForeignMarkdown, isMarkdownName, isProjectFile, orderAmong } from '../book/dialect-signs.ts';
import { isPictureFile } from '../book/file-names.ts';
import type { GivenFiles, LoadedForeign, Unread } from '../book/given-files.ts';
import { type LimitName, type Limits, printLimit } from '../book/limits.ts';
import type { Manuscript, SourceFile } from '../book/manuscript.ts';
import { mixedStory, textsAmong } from '../book/mixed-folder.ts';
import { besideOf } from '../book/opener.ts';
import { raiseLimit } from '../book/raise-limit.ts';
import { madeFromPath } from '../book/source-list.ts';
import { asidesAmong } from '../read/other-files.ts';
import { collector } from '../report/collector.ts';
import { guessed, hasErrors, type Outcome, type Problem, problem } from '../report/problem.ts';

/** What may hold a part of a story that no book is made of as it is. */
const isTextFile = (name: string) =>
  /\.(?:txt|text|docx?|odt|rtf|html?|xhtml|pages|tex|rst|adoc|asciidoc|org|fountain)$/i.test(name) &&
  !/(?:^|\/)(?:templates\/|node_modules\/|(?:readme|licen[cs]e|copying|todo|changelog)\.[^/]*$)/i.test(name);
const isNamedByStyles = (name: string) => isPictureFile(name) || /\.(?:ttf|otf|woff2?|eot|ttc|txt)$/i.test(name);

/** A story in another format stands for a whole manuscript; the caller imports it, with what lies beside it in its folder. */
export type Loaded =
  | { readonly manuscript: Manuscript; readonly foreign?: undefined; readonly omnibus?: undefined }
  | {
      readonly manuscript?: Manuscript;
      readonly foreign: LoadedForeign;
      /** Texts that make one book with it, each a chapter or more. */
      readonly others?: readonly LoadedForeign[];
      readonly omnibus?: undefined;
    }
  /** A book.yaml that seems to list works; they are read one by one. */
  | { readonly manuscript?: undefined; readonly foreign?: undefined; readonly omnibus: SourceFile };

/** What is known of works that a book.yaml may list. */
type How = 'alone' | 'apart';

/**
 * Loads a folder of Markdown, one Markdown file, or a story in another format. A folder that is known to hold no works is loaded
 * `alone`; the files beside works `apart` from them, and there may be no text among them.
 */
export function loadManuscript(given: GivenFiles, limits: Limits, how?: How): Outcome<Loaded | undefined> {
  const { names, isFolder } = given;
  const isProject = names.some(isProjectFile) && !names.some((name) => /^book\.ya?ml$/i.test(name));
  return isFolder ? (isProject ? loadStory(given) : loadFolder(given, limits, how)) : loadFile(given);
}

interface ReadText extends Outcome<string | undefined> {
  /** Of the bytes as they lay there, in hexadecimal. */
  readonly sha256?: string;
  /** How many bytes they are. */
  readonly size?: number;
}

/** Reads a listed file as text: plain text in any encoding, all else as UTF-8. */
export function readText(given: GivenFiles, path: string, limit: LimitName): ReadText {
  const read = given.read(path, limit);
  if ('reason' in read) return { value: undefined, problems: [unread(read, path)] };
  const { bytes, sha256 } = read;
  const decode = /(?:\.txt|\.text|^[^.]*)$/i.test(path.split('/').at(-1) ?? '') ? decodeForeign : decodeText;
  return { ...decode(bytes, path), sha256, size: bytes.length };
}

const unread = ({ reason, rule, hint }: Unread, path: string): Problem =>
  problem(rule, { path }, `The file ${reason}, so there is no book.`, hint);

function loadFolder(given: GivenFiles, limits: Limits, how?: How): Outcome<Loaded | undefined> {
  const { names } = given;
  const problems: Problem[] = [...given.problems];
  if (names.length === 0 && hasErrors(problems)) return { value: undefined, problems };
  const fingerprints = new Map<string, string>();
  const open = (path: string, limit: 'text' | 'template') => {
    const opened = readText(given, path, limit);
    problems.push(...opened.problems);
    if (opened.sha256 !== undefined) fingerprints.set(path, opened.sha256);
    return opened;
  };
  let left = limits.texts;
  const read = (path: string): SourceFile | undefined => {
    if (left < 0) return undefined;
    const { value: text, size = 0 } = open(path, 'text');
    if (text === undefined) return undefined;
    left -= size;
    if (left < 0)
      problems.push(
        problem(
          'book-too-large',
          { path },
          `Up to this file the manuscript has more than ${printLimit('texts', limits.texts)} of text.`,
          `Part it into several books. ${raiseLimit('texts', limits)}`,
        ),
      );
    return { path, text };
  };
  const [bookFile, ...moreMetadata] = metadataFiles(names);
  const isOwn = bookFile !== undefined && /^book\./i.test(bookFile);
  if (!isOwn && orderAmong(names, (path) => readText(given, path, 'text').value) !== undefined) return loadStory(given);
  const book = bookFile === undefined ? undefined : read(bookFile);
  if (book && mayListWorks(book.text, how)) return { value: { omnibus: book }, problems };
  problems.push(...severalMetadata(bookFile, moreMetadata));
  const { markdown, asides } = markdownAmong(names, book?.text, isOwn);
  const plain = textsAmong(names);
  const templates = new Map<string, string>();
  for (const name of names.filter(
    (each) => /^templates\/(?:(?:legacy|options)\/)?[^/]+$/.test(each) && !isNamedByStyles(each),
  )) {
    const text = open(name, 'template').value;
    if (text !== undefined) templates.set(name.slice('templates/'.length), text);
  }
  const styleSheet = added(
    names.find((name) => /^style\.css$/i.test(name)),
    (path) => open(path, 'template').value,
  );
  const madeFrom = names.includes(madeFromPath) ? open(madeFromPath, 'template').value : undefined;
  fingerprints.delete(madeFromPath);
  const base = {
    madeFrom,
    name: given.name,
    templates,
    styleSheet,
    pictures: names.filter(isPictureFile),
    open: given.open,
    fingerprints,
  };
  const [sole, ...more] = plain;
  const isText = markdown.length > 0 || how === 'apart';
  if (!isText && sole !== undefined) {
    const name = more.length > 0 ? given.name : sole;
    const { value, problems: found } = loadTexts(given, plain, {
      ...base,
      name,
      files: [],
      ...(book && { bookFile: book }),
    });
    problems.push(...found);
    return { value: hasErrors(problems) ? undefined : value, problems };
  }
  if (!isText) {
    problems.push(
      problem(
        'manuscript-empty',
        { path: '.' },
        'There is no Markdown file in the folder, so there is no book.',
        mixedStory(names).length > 0
          ? 'What is here comes in by “fleuron import”, which takes the folder.'
          : 'Name your files like chapter-1.md.',
      ),
    );
    return { value: undefined, problems };
  }
  const files = markdown.flatMap((name) => read(name) ?? []);
  if (hasErrors(problems)) return { value: undefined, problems };
  const others = names.filter(isTextFile);
  const about = readmeOf(given, book, asides.about, fingerprints);
  const manuscript = { ...base, files, others, asides, about, ...(book && { bookFile: book }) };
  return { value: { manuscript }, problems };
}

/** The texts of a folder, and Markdown files that are none. */
function markdownAmong(names: readonly string[], named: string | undefined, isOwn: boolean) {
  const texts = names.filter((name) => isMarkdownName(name) && !name.startsWith('templates/'));
  const asides = asidesAmong(texts, named ?? '', isOwn);
  const aside = new Set([...asides.about, ...asides.beside]);
  const markdown = texts.filter((name) => !aside.has(name) && (texts.length > 1 || !/^readme\.md$/i.test(name)));
  return { markdown, asides };
}

/** What a folder says of itself; it may name the book where nothing else does. */
function readmeOf(
  given: GivenFiles,
  book: SourceFile | undefined,
  about: readonly string[],
  fingerprints: Map<string, string>,
): SourceFile | undefined {
  const path = book ? undefined : about.find((each) => /^readme\.[^.]+$/i.test(each));
  const read = path === undefined ? undefined : given.read(path, 'text');
  if (path === undefined || read === undefined || 'reason' in read) return undefined;
  if (read.sha256 !== undefined) fingerprints.set(path, read.sha256);
  return { path, text: new TextDecoder().decode(read.bytes).replaceAll('\r\n', '\n') };
}

/** The texts of a folder, with what is said of them there. */
function loadTexts(given: GivenFiles, names: readonly string[], manuscript: Manuscript): Outcome<Loaded | undefined> {
  const problems: Problem[] = [];
  const [foreign, ...others] = names.flatMap((name): readonly LoadedForeign[] => {
    const story = given.read(name, 'text');
    if ('bytes' in story) return [{ name, bytes: story.bytes, beside: besideOf(given.open, name) }];
    problems.push(unread(story, name));
    return [];
  });
  if (others.length > 0)
    problems.push(
      guessed(
        0.8,
        problem(
          'structure-guessed',
          { path: '.' },
          `The ${names.length} texts of the folder are taken as one story, in the order of their names.`,
          'If they are several, build each by its name.',
        ),
      ),
    );
  return { value: foreign && { foreign, others, manuscript }, problems };
}

/** Whether YAML may have the key `books`; what it has is told by who parses it. */
const mayListWorks = (yaml: string, how: How | undefined): boolean =>
  how === undefined && /(?:^|[{,])[ \t]*["']?books["']?[ \t]*:/im.test(yaml);

/** Files of metadata, by the names that people give them; the first is read. */
export const metadataFiles = (names: readonly string[]): readonly string[] =>
  ['book', 'metadata'].flatMap((stem) => names.filter((name) => new RegExp(`^${stem}\\.ya?ml$`, 'i').test(name)));

function severalMetadata(read: string | undefined, others: readonly string[]): readonly Problem[] {
  const [path] = others;
  if (path === undefined) return [];
  const reason = `There is more than one file of metadata: ${read} is read, and ${others.join(', ')} not.`;
  return [problem('metadata-several', { path }, reason, 'Put all keys into one of them.')];
}

/** The sheet that adds to the theme, if there is one and it can be read. */
function added(path: string | undefined, read: (path: string) => string | undefined): SourceFile | undefined {
  const text = path === undefined ? undefined : read(path);
  return path === undefined || text === undefined ? undefined : { path, text };
}

function loadFile(given: GivenFiles): Outcome<Loaded | undefined> {
  const { name, open } = given;
  if (!/[^.]\.[^.]+$/.test(name)) {
    const reason =
      'This is no directory, and a file without an ending does not say what it is, so no book was made of it.';
    const hint =
      'If it is a story, give it a name that ends in .txt, or in .md for Markdown; fleuron import takes it as it is.';
    return { value: undefined, problems: [problem('manuscript-missing', { path: name }, reason, hint)] };
  }
  if (!isMarkdownName(name)) return loadStory(given);
  const { problems, take } = collector();
  const fingerprints = new Map<string, string>();
  const read = (path: string, limit: 'text' | 'template') => {
    const { sha256, ...opened } = readText(given, path, limit);
    if (sha256 !== undefined) fingerprints.set(path, sha256);
    return take(opened);
  };
  const text = read(name, 'text');
  if (text === undefined) return { value: undefined, problems };
  if (isForeignMarkdown(name, text)) return loadStory(given);
  // “style.css” beside a file may be that of a web site: only a sheet of the same name is surely the story's.
  const sheetPath = name.replace(/\.[^.]*$/, '.css');
  const hasSheet = 'bytes' in open(sheetPath, { path: name });
  const styleSheet = added(hasSheet ? sheetPath : undefined, (path) => read(path, 'template'));
  if (hasErrors(problems)) return { value: undefined, problems };
  const manuscript = {
    name,
    files: [{ path: name, text }],
    templates: new Map<string, string>(),
    styleSheet,
    pictures: [],
    open,
    fingerprints,
  };
  return { value: { manuscript }, problems };
}

function loadStory({ asForeign }: GivenFiles): Outcome<Loaded | undefined> {
  const { value, problems } = asForeign();
  return { value: value && { foreign: value }, problems };
}
