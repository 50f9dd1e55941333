/**
 * A Word document becomes an imported book, by way of HTML. In: its bytes. Out: the book, or one clear problem.
 * Its words are counted in the document that mammoth is given (`plain-document.ts`), not in the HTML that it makes of it.
 */

import { languageOf } from '../../book/language-names.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsNamed, ownText, readXml } from '../../html/read-xml.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import { zip } from '../../zip/write-zip.ts';
import { guessHint } from '../confidence.ts';
import { missingPictures } from '../html/collect-pictures.ts';
import { importHtml } from '../html/import-html.ts';
import type { Foreign, ImportedBook } from '../imported.ts';
import { isNoName } from '../no-name.ts';
import { isChapterHeading } from '../story-marks.ts';
import { type Files, unzip } from '../unzip.ts';
import { type LeftOut, mathStyles, rubyStyles } from './element-readers.ts';
import { type PlainDocument, plainDocument } from './plain-document.ts';
import { documentPath, readPart } from './word-parts.ts';

/** Styles beyond those that mammoth knows: headings, lists and notes it maps itself. */
const styles = [
  'p.FleuronTitle => h1.book-title.by-looks:fresh',
  'p.FleuronSubtitle => p.subtitle.by-looks:fresh',
  'p.FleuronAuthor => p.author.by-looks:fresh',
  "p[style-name='Title'] => h1.book-title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Horizontal Line'] => hr:fresh",
  "p[style-name='Source Code'] => pre > code:separator('\\n')",
  'small-caps => span.small-caps',
  ...['center', 'right', 'rtl', 'center-rtl'].map((set) => `p.fleuron-${set} => p.${set.replace('-', '.')}:fresh`),
  `r.${rubyStyles.base} => ruby`,
  `r.${rubyStyles.text} => ruby > rt`,
  `r.${mathStyles.inline} => code.fleuron-tex:fresh`,
  `r.${mathStyles.display} => code.fleuron-tex.display:fresh`,
];

/** A document as a page: what it shows, and what its words are counted by. */
export interface DocxPage {
  readonly html: string;
  readonly plain: PlainDocument;
  readonly files: Files;
}

/** What the classes mean that these styles give. */
const looks =
  '.small-caps{font-variant:small-caps}.center{text-align:center}.right{text-align:right}.rtl{direction:rtl}';

/** Names of styles that mean something already. */
const named = /^(?:title|subtitle|author|quot|block text|intense|horizontal|source|heading|list|toc|foot|end|caption)/i;

/** Imports a document; `beside` finds the pictures that it only links to. */
export async function importDocx(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  const { name: path, beside } = foreign;
  const read = await readDocx(foreign);
  if (!read.value) return { value: undefined, problems: read.problems };
  const { html, plain, files } = read.value;
  const page = importHtml({
    path,
    text: `<style>${looks}</style><body>${html}</body>`,
    beside: (address) => files.get(address) ?? beside(address),
    hasLines: false,
  });
  const { facts, guesses, likelyLang } = withProperties(page.value.facts, xmlOf(files, 'docProps/core.xml'), path);
  const value = { ...page.value, facts, likelyLang, visible: plain.visible };
  const headings = plain.headings.map((words) =>
    guessHint({ taken: 'a chapter’s heading', words, way: 'line in bold' }, { path }),
  );
  return { value, problems: [...guesses, ...page.problems, ...headings, ...lossesOf(plain, path)] };
}

/** What could not come in of it. */
export const lossesOf = ({ missing, leftOut }: PlainDocument, path: string): readonly Problem[] => [
  ...missingPictures(new Map(missing.map((address) => [address, { path }]))),
  ...leftOutOf(leftOut, path),
];

/** Reads a document. One of several that make a book has a prefix for the ids in its page, and no title page. */
export async function readDocx(foreign: Foreign, idPrefix = ''): Promise<Outcome<DocxPage | undefined>> {
  const { name: path, beside } = foreign;
  const opened = unzip(foreign, () => true);
  if (!opened.value) return { value: undefined, problems: opened.problems };
  const files = opened.value;
  const document = readPart(files, documentPath(files));
  if (!document) return refused(path);
  // Both are CommonJS: a bundle of them has no export by name.
  const [{ default: mammoth }, { default: dingbats }] = await Promise.all([
    import('mammoth'),
    import('dingbat-to-unicode'),
  ]);
  const plain = plainDocument(files, document, {
    hasFront: idPrefix === '',
    creators: creatorsIn(files),
    beside,
    symbolAt: dingbats.codePoint,
  });
  const packed = zip([...plain.files].map(([name, bytes]) => ({ name, bytes, stored: true })));
  if (!packed) return refused(path);
  try {
    // Node's mammoth takes the one, a browser's the other; it reads both alike.
    const source = { buffer: packed as Buffer, arrayBuffer: packed.buffer };
    const convertImage = mammoth.images.imgElement(async (image) => {
      const [, number, alt = ''] = /^(\d+) (.*)$/s.exec(altTextOf(image)) ?? [];
      return { src: plain.pictures[Number(number)] ?? '', alt };
    });
    const options = { styleMap: styles, transformDocument: withLooks, convertImage, idPrefix };
    const { value: html } = await mammoth.convertToHtml(source, options);
    return { value: { html, plain, files }, problems: [] };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return refused(path);
  }
}

/** What mammoth knows of a picture, and its types do not tell. */
const altTextOf = (image: object): string => ('altText' in image ? String(image.altText) : '');

/** A hint for each sort of thing that was left out, with its number. */
function leftOutOf(counts: ReadonlyMap<LeftOut, number>, path: string): readonly Problem[] {
  return [...counts].map(([what, count]) => {
    const { called, hint } = sorts[what];
    return problem('import-left-out', { path }, `Left out: ${called}: ${count}`, hint);
  });
}

const sorts: Readonly<Record<LeftOut, { readonly called: string; readonly hint?: string }>> = {
  chunks: {
    called: 'files set into the document, with all their words',
    hint: 'Open the document in Word and save it: Word puts their words into it. Then import it again.',
  },
  contents: { called: 'lines of a list of contents; the press makes one' },
  diagrams: {
    called: 'diagrams (SmartArt), with their words',
    hint: 'Save each as a picture, and add it to the manuscript.',
  },
  charts: { called: 'charts', hint: 'Save each as a picture, and add it to the manuscript.' },
  comments: { called: 'comments', hint: 'Nothing to do, unless they belong in the book.' },
  formulas: {
    called: 'signs of formulas that TeX has no word for; their letters stand in the text',
    hint: 'Look for them in the document, and type them in TeX.',
  },
  symbols: { called: 'symbols of a font that is not known', hint: 'Type them as characters in the document.' },
  notes: { called: 'numbers of notes that are not there', hint: 'Look for them in the document.' },
  lines: { called: 'lines drawn beside words', hint: 'Type * * * where they part scenes.' },
};

/** Facts, with what the document’s properties say where its own lines say nothing: these may name the machine’s owner. */
function withProperties(facts: Facts, core: XmlElement | undefined, path: string) {
  const property = (name: string) => (core && elementsNamed(core, name).slice(0, 1).map(ownText).join()) || undefined;
  const title = facts.title === undefined ? titleIn(property('title')) : undefined;
  const authors = facts.author === undefined && facts.authors === undefined ? authorsIn(property('creator')) : {};
  const way = 'properties of a document';
  const guesses = [
    ...(title === undefined ? [] : [guessHint({ taken: 'the title', words: title, way }, { path })]),
    ...Object.values(authors).flatMap((names) =>
      names === undefined ? [] : [guessHint({ taken: 'the author', words: String(names), way }, { path })],
    ),
  ];
  const likelyLang = languageOf(property('language') ?? '');
  return { facts: { ...facts, title: facts.title ?? title, ...authors }, guesses, likelyLang };
}

function refused(path: string): Outcome<undefined> {
  const reason = 'The Word document is damaged and cannot be read. Open it in a word processor and save it again.';
  return { value: undefined, problems: [problem('import-refused', { path }, reason)] };
}

function xmlOf(files: Files | undefined, name: string): XmlElement | undefined {
  const bytes = files?.get(name);
  return bytes && readXml(new TextDecoder().decode(bytes));
}

/** Word processors name what has no name yet. */
function titleIn(title: string | undefined): string | undefined {
  return title !== undefined &&
    /^(?:(?:untitled|document|microsoft word|dokument)\b(?:[\s\d-]*|.*\.docx?)|normal|.*\.dot[mx]?)$/is.test(title)
    ? undefined
    : title;
}

interface WordParagraph {
  readonly indent?: { readonly start?: string | null };
  readonly numbering?: unknown;
  /** As `settingOf` says it. */
  readonly alignment?: string | null;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
}

/** Paragraphs that were moved in by hand, where most are not, are quotations: letters, notices, verse; what is aligned has a class that says so. */
function withLooks(document: unknown): unknown {
  const isDeep = ({ indent, numbering, styleId, styleName }: WordParagraph): boolean =>
    !styleId?.startsWith('Fleuron') &&
    Number(indent?.start ?? 0) >= 360 &&
    !numbering &&
    /^(?:normal|standard|text body|body text)?$/i.test(styleName ?? '');
  const all: WordParagraph[] = [];
  const look = (node: WordNode): void => {
    if (node.type === 'paragraph') all.push(node);
    for (const child of node.children ?? []) look(child);
  };
  look(document as WordNode);
  const isMostly = all.filter(isDeep).length > all.length * 0.4;
  const quote = (node: WordNode): WordNode => ({
    ...node,
    ...(node.children && { children: node.children.map(quote) }),
    ...(node.type === 'paragraph' &&
      (isSet(node) ? setAs(node) : isDeep(node) && !isMostly && !isChapterHeading(wordsIn(node)) && quoted)),
  });
  return quote(document as WordNode);
}

const wordsIn = ({ value = '', children = [] }: WordNode): string => value + children.map(wordsIn).join('');

const quoted = { styleId: 'Quote', styleName: 'Quote' };

const isSet = ({ alignment, numbering, styleName }: WordParagraph): boolean =>
  Boolean(alignment) && !numbering && !named.test(styleName ?? '');

const setAs = ({ alignment }: WordParagraph) => ({ styleId: `fleuron-${alignment}`, styleName: null });

interface WordNode extends WordParagraph {
  readonly type?: string;
  readonly value?: string;
  readonly children?: readonly WordNode[];
}

/** What its properties say; the document’s own lines know better, for these may name the machine’s owner. */
function authorsIn(creator = ''): Facts {
  const names = namesIn(creator);
  return names.length > 1 ? { authors: names } : { author: names[0] };
}

const namesIn = (creator: string): string[] =>
  creator
    .split(';')
    .map((name) => name.trim().replace(/^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}.’'-]+)$/u, '$2 $1')) // “Lee, Ann” in a catalogue
    .filter((name) => name !== '' && !isNoName(name));

function creatorsIn(files: Files): readonly string[] {
  const core = xmlOf(files, 'docProps/core.xml');
  return core ? elementsNamed(core, 'creator').flatMap((each) => namesIn(ownText(each))) : [];
}
