/**
 * A Word document becomes an imported book, by way of HTML. In: its bytes. Out: the book, or one clear problem.
 * Its words are counted in the document itself, not in the HTML that was made of it.
 */

import { encodeUtf8 } from '../../book/bytes.ts';
import { languageOf } from '../../book/language-names.ts';
import type { Facts } from '../../book/metadata-schema.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { type Outcome, problem } from '../../report/problem.ts';
import { zip } from '../../zip/write-zip.ts';
import { guessHint } from '../html/guesses.ts';
import { importHtml } from '../html/import-html.ts';
import type { ImportedBook } from '../imported.ts';
import { elementsIn, elementsNamed, ownText, rawText, readXml } from '../read-xml.ts';
import { isSceneBreak } from '../story-marks.ts';
import { type Files, type Packed, unzip } from '../unzip.ts';
import { typeRules } from './drawn-rules.ts';

/** Styles beyond those that mammoth knows: headings, lists and notes it maps itself. */
const styles = [
  "p[style-name='Title'] => h1.book-title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Horizontal Line'] => hr:fresh",
  "p[style-name='Source Code'] => pre > code:separator('\\n')",
];

/** Imports a document. */
export async function importDocx(packed: Packed): Promise<Outcome<ImportedBook | undefined>> {
  const { name: path } = packed;
  const opened = unzip(packed, () => true); // mammoth unpacks all of it: so all of it is measured first
  if (!opened.value) return { value: undefined, problems: opened.problems };
  const document = opened.value.get('word/document.xml') ?? new Uint8Array();
  const { xml, unplaced } = typeRules(new TextDecoder().decode(document));
  const parts = new Map([...opened.value, ['word/document.xml', encodeUtf8(xml)]]);
  const packedAnew = zip([...parts].map(([name, bytes]) => ({ name, bytes, stored: true })));
  if (!packedAnew) return refused(path);
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    // Node's mammoth takes the one, a browser's the other; it reads both alike.
    const source = { buffer: packedAnew as Buffer, arrayBuffer: packedAnew.buffer };
    const options = { styleMap: styles, transformDocument: quoteIndented };
    ({ value: html } = await mammoth.convertToHtml(source, options));
  } catch {
    return refused(path);
  }
  const page = importHtml({ path, text: `<body>${html}</body>`, beside: () => undefined, hasLines: false });
  const drawn =
    unplaced === 0
      ? []
      : [
          problem(
            'import-left-out',
            { path },
            `Left out: lines drawn beside words: ${unplaced}`,
            'Type * * * where they part scenes.',
          ),
        ];
  const { facts, guesses } = withProperties(page.value.facts, xmlOf(opened.value, 'docProps/core.xml'), path);
  const visible = ['document', 'footnotes', 'endnotes'].flatMap((name) =>
    paragraphsOf(xmlOf(opened.value, `word/${name}.xml`)),
  );
  return { value: { ...page.value, facts, visible }, problems: [...guesses, ...page.problems, ...drawn] };
}

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
  const lang = facts.lang ?? languageOf(property('language') ?? '');
  return { facts: { ...facts, title: facts.title ?? title, ...authors, lang }, guesses };
}

function refused(path: string): Outcome<undefined> {
  const reason = 'Unexpected Word document that cannot be read, expected a whole one';
  return { value: undefined, problems: [problem('import-refused', { path }, reason)] };
}

function xmlOf(files: Files | undefined, name: string): XmlElement | undefined {
  const bytes = files?.get(name);
  return bytes && readXml(new TextDecoder().decode(bytes));
}

/** The text of each paragraph, as it stands in the document; what was struck out while tracking changes is gone. */
function paragraphsOf(root: XmlElement | undefined): readonly string[] {
  const paragraphs: string[] = [];
  const visit = (element: XmlElement, parts: string[] | undefined): void => {
    const { name } = element;
    if (name === 'del' || name === 'moveFrom' || name === 'Choice') return;
    if (name === 't') parts?.push(rawText(element));
    else if (name === 'tab' || name === 'br' || name === 'cr') parts?.push(' ');
    else if (name === 'p') {
      const own: string[] = [];
      for (const child of elementsIn(element)) visit(child, own);
      const line = own.join('');
      if (!isSceneBreak(line)) paragraphs.push(line);
    } else for (const child of elementsIn(element)) visit(child, parts);
  };
  if (root) visit(root, undefined);
  return paragraphs;
}

/** Word processors name what has no name yet. */
function titleIn(title: string | undefined): string | undefined {
  return title !== undefined && /^(?:untitled|document|microsoft word|dokument)\b(?:[\s\d-]*|.*\.docx?)$/is.test(title)
    ? undefined
    : title;
}

interface WordParagraph {
  readonly indent?: { readonly start?: string | null };
  readonly numbering?: unknown;
  readonly styleName?: string | null;
}

/** Paragraphs that were moved in by hand, where most are not, are quotations: letters, notices, verse. */
function quoteIndented(document: unknown): unknown {
  const isDeep = ({ indent, numbering, styleName }: WordParagraph): boolean =>
    Number(indent?.start ?? 0) >= 360 &&
    !numbering &&
    /^(?:normal|standard|text body|body text)?$/i.test(styleName ?? '');
  const all: WordParagraph[] = [];
  const look = (node: WordNode): void => {
    if (node.type === 'paragraph') all.push(node);
    for (const child of node.children ?? []) look(child);
  };
  look(document as WordNode);
  if (all.filter(isDeep).length > all.length * 0.4) return document;
  const quote = (node: WordNode): WordNode => ({
    ...node,
    ...(node.children && { children: node.children.map(quote) }),
    ...(node.type === 'paragraph' && isDeep(node) && { styleId: 'Quote', styleName: 'Quote' }),
  });
  return quote(document as WordNode);
}

interface WordNode extends WordParagraph {
  readonly type?: string;
  readonly children?: readonly WordNode[];
}

/** What its properties say; the document's own lines know better, for these may name the machine's owner. */
function authorsIn(creator = ''): Facts {
  const names = creator
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 1 ? { authors: names } : { author: names[0] };
}
