/**
 * The last stage, and the one door to epub-gen-memory. In: a Publication and templates. Out: the bytes of an EPUB,
 * the same for the same publication on every machine.
 */
import { type Chapter, EPub, type Options } from 'epub-gen-memory';
import { contributorRoles } from '../book/metadata.ts';
import type { BoundDocument, Publication, TemplateName, Templates } from '../book/publication.ts';
import { printSourceList, sourceListPath } from '../book/source-list.ts';
import { styleSheet } from '../book/style-sheet.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { templateProblem } from '../templates/print-template.ts';
import { type ZipFile, zip, zipCapacity } from '../zip/write-zip.ts';
import { linesOf, type Page, type PrintedPage, printPage } from './print-page.ts';
import { ZipShim } from './zip-shim.ts';

/** The templates of a book's parts, by the standard it is bound to. EPUB 2 has no nav; epub-gen-memory prints one all the same. */
const parts = {
  'EPUB 3.3': { page: 'page.xhtml.ejs', package: 'package.opf.ejs', ncx: 'toc.ncx.ejs', nav: 'nav.xhtml.ejs' },
  'EPUB 2.0.1': {
    page: 'legacy/page.xhtml.ejs',
    package: 'legacy/package.opf.ejs',
    ncx: 'legacy/toc.ncx.ejs',
    nav: 'nav.xhtml.ejs',
  },
} as const satisfies Record<string, Readonly<Record<string, TemplateName>>>;

const beyondZip = problem('book-too-large', undefined, 'The book has 4 GB or more; no more fit into an EPUB.');
/** The press adds some to the parts of the book. */
const ownParts = 10;

/** An EPUB before it is packed. */
interface PrintedEpub {
  /** The entries of its container (OCF 3.3 §4.3) in their order: `mimetype` first and stored, pictures not compressed twice. */
  readonly files: readonly ZipFile[];
  /** Pages that an author's file is behind. */
  readonly documents: readonly BoundDocument[];
  /** What templates printed its pages with. */
  readonly pages: readonly Page[];
}

/** Packs an EPUB; undefined where a ZIP cannot hold it. */
export function packEpub({ files }: Pick<PrintedEpub, 'files'>): Outcome<Uint8Array | undefined> {
  const value = zip(files);
  return { value, problems: value ? [] : [beyondZip] };
}

/** Prints a publication as an EPUB has it. It is undefined where a template fails, or where it has more parts than a ZIP holds. */
export async function printEpub(
  publication: Publication,
  templates: Templates,
): Promise<Outcome<PrintedEpub | undefined>> {
  const count = publication.documents.length + publication.resources.length + ownParts;
  if (count > zipCapacity.files) {
    const reason = `The book has ${count} parts; an EPUB holds ${zipCapacity.files}.`;
    return {
      value: undefined,
      problems: [problem('book-too-large', undefined, reason, 'Part it into several books.')],
    };
  }
  const template = (name: TemplateName) => templates.get(name) ?? '';
  const own: Readonly<Record<'page' | 'package' | 'ncx' | 'nav', TemplateName>> =
    parts[publication.standard ?? 'EPUB 3.3'];
  const pages = publication.documents.map(printPage);
  // Nothing of the author's goes in by a name of his own: EJS would take some names for its options.
  const { fontSheet, addedSheet } = publication;
  const chapters = pages.map(({ page }): Chapter & PageData => ({
    title: page.id,
    filename: page.href,
    content: '',
    page,
    fontSheet,
    addedSheet,
  }));
  const people = publication.metadata.contributors.map((each) => ({ ...each, relator: contributorRoles[each.role] }));
  const options = {
    title: 'book',
    date: publication.metadata.modified,
    prependChapterTitles: false,
    version: 3,
    chapterXHTML: template(own.page),
    contentOPF: template(own.package),
    tocNCX: template(own.ncx),
    tocXHTML: template(own.nav),
    css: styleSheet(templates),
    verbose: () => {},
    publication: { ...publication, documents: pages.map(({ page }) => page) },
    people,
  } satisfies Options & { readonly publication: Publication; readonly people: typeof people };
  try {
    const press = new Press(options, chapters, { publication, pages, template });
    const files = await press.print();
    return { value: { files, documents: press.documents, pages: pages.map(({ page }) => page) }, problems: [] };
  } catch (error) {
    const failure = templateFailure(error, templates, Object.values(own));
    if (!failure) throw error;
    return { value: undefined, problems: [failure] };
  }
}

/** What the template of a page prints. */
interface PageData {
  readonly page: Page;
  readonly fontSheet: string | undefined;
  readonly addedSheet: string | undefined;
}

interface Bindable {
  readonly publication: Publication;
  readonly pages: readonly PrintedPage[];
  readonly template: (name: TemplateName) => string;
}

/** epub-gen-memory with every path to the network and to the clock closed. */
class Press extends EPub {
  readonly documents: BoundDocument[] = [];
  readonly #zip: ZipShim;
  readonly #publication: Publication;
  readonly #displayOptions: string;

  constructor(options: Options, chapters: readonly Chapter[], { publication, pages, template }: Bindable) {
    super(options, chapters);
    const byPath = new Map(pages.map((printed) => [`OEBPS/${printed.page.href}`, printed]));
    // JSZip would hand every byte through streams: a fifth of a short build. The shim takes them as they are.
    this.#zip = new ZipShim((path, text) => {
      const printed = byPath.get(path);
      const bound = printed && linesOf(printed, text);
      if (bound) this.documents.push(bound);
    });
    this.zip = this.#zip as unknown as typeof this.zip;
    this.#zip.file('mimetype', 'application/epub+zip');
    this.#publication = publication;
    this.#displayOptions = template('com.apple.ibooks.display-options.xml');
  }

  protected override async downloadAllFonts(): Promise<void> {
    this.#zip.file('META-INF/com.apple.ibooks.display-options.xml', this.#displayOptions);
    const { provenance } = this.#publication;
    if (provenance) this.#zip.file(sourceListPath, printSourceList(provenance));
  }

  protected override async downloadAllImages(): Promise<void> {
    for (const { href, bytes } of this.#publication.resources) this.#zip.file(`OEBPS/${href}`, bytes);
  }

  protected override async makeCover(): Promise<void> {
    // The cover is one of the resources.
  }

  async print(): Promise<readonly ZipFile[]> {
    await this.render();
    if (this.#publication.standard === 'EPUB 2.0.1') this.#zip.files.delete('OEBPS/toc.xhtml');
    const files = [...this.#zip.files].sort(([left], [right]) => byPlace(left, right));
    return files.map(([name, bytes]) => ({
      name,
      bytes,
      stored: name === 'mimetype' || /\.(jpg|png|gif)$/.test(name),
    }));
  }
}

/** `mimetype`, then what describes the book, then the book; names in code point order among equals. */
function byPlace(left: string, right: string): number {
  const rank = (name: string) =>
    name === 'mimetype' ? 0 : name.startsWith('META-INF/') ? 1 : name.endsWith('.opf') ? 2 : 3;
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

/** EJS says on which line a template failed, not which template: the line's own text tells. */
function templateFailure(error: unknown, templates: Templates, names: readonly TemplateName[]): Problem | undefined {
  const message = error instanceof Error ? error.message : '';
  const line = Number(/^[^\n]*:(\d+)\n/.exec(message)?.[1]);
  const shown = /^ >> \d+\| (.*)$/m.exec(message)?.[1];
  const name = names.find((each) => shown !== undefined && templates.get(each)?.split('\n')[line - 1] === shown);
  if (name) return templateProblem(name, error);
  if (!/while compiling ejs|Could not find matching close tag/.test(message)) return undefined;
  const reason = `A template is not EJS: ${message.split('\n')[0]}`;
  return problem('template-failed', { path: 'templates' }, reason);
}
