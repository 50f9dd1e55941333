/**
 * A Scrivener project becomes a manuscript: its binder gives the order, and LibreOffice reads its documents, which are rich text. In: the folder
 * of a project. Out: parts and chapters, read as an EPUB of them would be; each word is counted in the documents.
 */
import { encodeUtf8 } from '../../book/bytes.ts';
import { decodeForeign } from '../../book/decode.ts';
import { escapeText } from '../../book/escape-xml.ts';
import { stemOf } from '../../book/file-names.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { readXml } from '../../html/read-xml.ts';
import { type Outcome, type Problem, problem } from '../../report/problem.ts';
import { type Guess, guessHint } from '../confidence.ts';
import { importForeignEpub } from '../epub/import-foreign-epub.ts';
import type { Item } from '../epub/package.ts';
import type { Foreign, ImportedBook } from '../imported.ts';
import { namesLeftOut, type OutlineSection, outlineSections } from '../outline.ts';
import { byOffice } from '../unread-formats.ts';
import { type DocxPage, lossesOf, readDocx } from '../word/import-docx.ts';
import { readBinder } from './binder.ts';

/** Imports the project. */
export async function importScrivener(foreign: Foreign): Promise<Outcome<ImportedBook | undefined>> {
  const { folder, name: own, beside, convert } = foreign;
  const refused = (reason: string, hint?: string): Outcome<undefined> => ({
    value: undefined,
    problems: [problem('import-refused', { path: folder?.name ?? own }, reason, hint)],
  });
  const path = folder?.isNamed ? (folder.names.find((name) => /^[^/]+\.scrivx$/.test(name)) ?? '') : own;
  const bytes = folder?.isNamed ? beside(path) : foreign.bytes;
  const root = bytes && readXml(decodeForeign(bytes, path).value ?? '');
  const settings = beside('Settings/compile.xml');
  const {
    nodes = [],
    title,
    author,
  } = root ? readBinder(root, settings && readXml(decodeForeign(settings, path).value ?? '')) : {};
  const sections = outlineSections(nodes);
  const rtf = new Map(
    sections
      .flatMap(({ contents }) => contents)
      .flatMap((paths) => {
        const found = paths.find((each) => beside(each) !== undefined);
        const text = found === undefined ? undefined : beside(found);
        return found !== undefined && text ? [[found, text] as const] : [];
      }),
  );
  if (rtf.size === 0) return refused('The draft of the Scrivener project has no text, so nothing is imported.');
  const docx = await convert?.(rtf);
  if (!docx)
    return refused('The texts of a Scrivener project are rich text, which Fleuron cannot read alone.', byOffice);
  const pages = new Map<string, DocxPage>();
  let placeholders = 0;
  for (const [at, name] of [...rtf.keys()].entries()) {
    const made = docx.get(name);
    const read = made && (await readDocx({ ...foreign, name, bytes: made, folder: undefined }, `s${at}-`));
    if (!read?.value) return refused(`LibreOffice could not read “${name}” of the project, so nothing is imported.`);
    const { page, count } = withoutPlaceholders(read.value);
    pages.set(name, page);
    placeholders += count;
  }
  const { value, problems } = assembled(sections, pages, { path, title, author });
  const left = 'Left out: what only Scrivener’s compiler fills, such as <$fullname>';
  const said = placeholders > 0 ? [problem('import-left-out', { path }, `${left}: ${placeholders}`)] : [];
  return { value, problems: [...problems, ...said] };
}

const placeholder = /<!?\$[\w:.-]+>/g;
const placeholderInPage = /&lt;!?\$[\w:.-]+&gt;/g;

/** A page without what only Scrivener’s compiler fills or reads, “<$fullname>”, “<$Scr_H::2>”, and how many there were; as it is where some are set apart. */
function withoutPlaceholders(page: DocxPage): { readonly page: DocxPage; readonly count: number } {
  const { html, plain } = page;
  const count = plain.visible.reduce((sum, line) => sum + (line.match(placeholder)?.length ?? 0), 0);
  if (count === 0 || html.match(placeholderInPage)?.length !== count) return { page, count: 0 };
  const visible = plain.visible.map((line) => line.replace(placeholder, ''));
  return { page: { ...page, html: html.replace(placeholderInPage, ''), plain: { ...plain, visible } }, count };
}

interface Known {
  readonly path: string;
  readonly title: string | undefined;
  readonly author: string | undefined;
}

/** The pages of an EPUB without a package document, one for each part and chapter. */
function assembled(
  sections: readonly OutlineSection<readonly string[]>[],
  pages: ReadonlyMap<string, DocxPage>,
  { path, title, author }: Known,
): Outcome<ImportedBook> {
  const files = new Map<string, Uint8Array>();
  const visible: string[] = [];
  const numbers = new Map([...pages.keys()].map((name, at) => [name, at]));
  const spine = sections.map((section, at): Item => {
    const scenes = section.contents.flatMap((paths) => {
      const name = paths.find((each) => pages.has(each));
      const page = name === undefined ? undefined : pages.get(name);
      if (!page || name === undefined) return [];
      const folder = `scene-${numbers.get(name)}`;
      for (const [file, bytes] of page.files) files.set(`${folder}/${file}`, bytes);
      visible.push(...page.plain.visible);
      return [page.html.replace(/(<img[^<>]*? src=")(?!data:)/g, `$1${folder}/`)];
    });
    visible.push(section.title);
    const type = section.kind === 'part' ? ' epub:type="part"' : '';
    const heading = section.title === '' ? '' : `<h1>${escapeText(section.title)}</h1>`;
    const name = `${at + 1}.xhtml`;
    files.set(
      name,
      encodeUtf8(`<body><section${type}>${heading}${scenes.filter(Boolean).join('<hr/>')}</section></body>`),
    );
    return { id: name, path: name, href: name, mediaType: 'application/xhtml+xml', properties: [] };
  });
  const element = (name: string, text: string): XmlElement => ({ name, attributes: {}, children: [text] });
  const children = [
    element('title', title ?? stemOf(path)),
    ...(author === undefined ? [] : [element('creator', author)]),
  ];
  const metadata: XmlElement = { name: 'metadata', attributes: {}, children };
  const items = new Map(spine.map((item) => [item.id, item]));
  const read = importForeignEpub({ path: '', root: metadata, metadata, items, spine }, files, path);
  const guesses: readonly Guess[] = [
    ...(title === undefined ? [{ taken: 'the title', words: stemOf(path), way: 'name of a file' as const }] : []),
    ...(author === undefined ? [] : [{ taken: 'the author', words: author, way: 'properties of a document' as const }]),
  ];
  const problems: readonly Problem[] = [
    ...guesses.map((guess) => guessHint(guess, { path })),
    ...read.problems,
    ...[...pages].flatMap(([name, { plain }]) => lossesOf(plain, name)),
    ...namesLeftOut(sections, path),
  ];
  return { value: { ...read.value, visible }, problems };
}
