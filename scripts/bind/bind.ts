/**
 * The last stage, and the one door to epub-gen-memory. In: a Publication and templates. Out: the bytes of an EPUB,
 * the same for the same publication on every machine. Refuses to know: the book model, disks, the network.
 */
import { type Chapter, EPub, type Options } from 'epub-gen-memory';
import { type Zippable, zipSync } from 'fflate';
import { contributorRoles } from '../book/metadata.ts';
import type { Publication, TemplateName, Templates } from '../book/publication.ts';
import { printSourceList, sourceListPath } from '../book/source-list.ts';
import { zipDate } from '../book/zip-date.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { Sheaf } from './sheaf.ts';

/** As many as a ZIP without ZIP64 holds, which few readers know; the press adds some to those of the book. */
const zipParts = 65_534;
const ownParts = 10;

/** Binds a publication (OCF 3.3). The bytes are undefined where a template fails. */
export async function bindEpub(
  publication: Publication,
  templates: Templates,
): Promise<Outcome<Uint8Array | undefined>> {
  const parts = publication.documents.length + publication.resources.length + ownParts;
  if (parts > zipParts) {
    const reason = `Unexpected book of ${parts} parts, expected ${zipParts} at most: its container is a ZIP`;
    return {
      value: undefined,
      problems: [problem('book-too-large', undefined, reason, 'Part it into several books.')],
    };
  }
  const template = (name: TemplateName) => templates.get(name) ?? '';
  // Nothing of the author's goes in by a name of his own: EJS would take some names for its options.
  const chapters = publication.documents.map((page): Chapter & { readonly page: typeof page } => ({
    title: page.id,
    filename: page.href,
    content: '',
    page,
  }));
  const people = publication.metadata.contributors.map((each) => ({ ...each, relator: contributorRoles[each.role] }));
  const options: Options & { readonly publication: Publication; readonly people: typeof people } = {
    title: 'book',
    date: publication.metadata.modified,
    prependChapterTitles: false,
    version: 3,
    chapterXHTML: template('page.xhtml.ejs'),
    contentOPF: template('package.opf.ejs'),
    tocNCX: template('toc.ncx.ejs'),
    tocXHTML: template('nav.xhtml.ejs'),
    css: template('style.css'),
    verbose: () => {},
    publication,
    people,
  };
  try {
    const press = new Press(options, chapters, publication, template('com.apple.ibooks.display-options.xml'));
    return { value: await press.genEpub(), problems: [] };
  } catch (error) {
    const failure = templateFailure(error, templates);
    if (!failure) throw error;
    return { value: undefined, problems: [failure] };
  }
}

/** epub-gen-memory with every path to the network and to the clock closed. */
class Press extends EPub {
  readonly #sheaf = new Sheaf();
  readonly #publication: Publication;
  readonly #displayOptions: string;

  constructor(options: Options, chapters: readonly Chapter[], publication: Publication, displayOptions: string) {
    super(options, chapters);
    // JSZip would hand every byte through streams: a fifth of a short build. A sheaf takes them as they are.
    this.zip = this.#sheaf as unknown as typeof this.zip;
    this.#sheaf.file('mimetype', 'application/epub+zip');
    this.#publication = publication;
    this.#displayOptions = displayOptions;
  }

  protected override async downloadAllFonts(): Promise<void> {
    this.#sheaf.file('META-INF/com.apple.ibooks.display-options.xml', this.#displayOptions);
    const { provenance } = this.#publication;
    if (provenance) this.#sheaf.file(sourceListPath, printSourceList(provenance));
  }

  protected override async downloadAllImages(): Promise<void> {
    for (const { href, bytes } of this.#publication.resources) this.#sheaf.file(`OEBPS/${href}`, bytes);
  }

  protected override async makeCover(): Promise<void> {
    // The cover is one of the resources.
  }

  /** The container (OCF 3.3 §4.3): `mimetype` first and stored, no folders, one date, pictures not compressed twice. */
  override async genEpub(): Promise<Buffer> {
    await this.render();
    const files: Zippable = {};
    for (const [name, bytes] of [...this.#sheaf.files].sort(([left], [right]) => byPlace(left, right))) {
      const stored = name === 'mimetype' || /\.(jpg|png|gif)$/.test(name);
      files[name] = [bytes, { level: stored ? 0 : 6, mtime: zipDate }];
    }
    const bytes = zipSync(files);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

/** `mimetype`, then what describes the book, then the book; names in code point order among equals. */
function byPlace(left: string, right: string): number {
  const rank = (name: string) =>
    name === 'mimetype' ? 0 : name.startsWith('META-INF/') ? 1 : name.endsWith('.opf') ? 2 : 3;
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

/** EJS says on which line a template failed, not which template: the line's own text tells. */
function templateFailure(error: unknown, templates: Templates): Problem | undefined {
  const message = error instanceof Error ? error.message : '';
  const line = /^[^\n]*:(\d+)\n/.exec(message)?.[1];
  const shown = /^ >> \d+\| (.*)$/m.exec(message)?.[1];
  const sentence = message.trim().split('\n').at(-1) ?? '';
  for (const name of ['page.xhtml.ejs', 'package.opf.ejs', 'toc.ncx.ejs', 'nav.xhtml.ejs'] as const) {
    const text = templates.get(name) ?? '';
    const isHere = shown !== undefined && line !== undefined ? text.split('\n')[Number(line) - 1] === shown : false;
    if (isHere)
      return problem(
        'template-failed',
        { path: `templates/${name}`, start: { line: Number(line), column: 1 } },
        `Unexpected failure of a template: ${sentence}`,
      );
  }
  if (/while compiling ejs|Could not find matching close tag/.test(message)) {
    return problem(
      'template-failed',
      { path: 'templates' },
      `Unexpected template that is not EJS: ${message.split('\n')[0]}`,
    );
  }
  return undefined;
}
