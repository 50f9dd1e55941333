/** Manuscripts of strings rendered and finished, for tests that look at what is printed. */
import type { Picture } from '../../scripts/book/book.ts';
import type {
  ContentDocument,
  Provenance,
  Publication,
  RenderedBook,
  Templates,
} from '../../scripts/book/publication.ts';
import { withForms } from '../../scripts/book/style-sheet.ts';
import { finishBook } from '../../scripts/finish/finish-book.ts';
import { printXhtml } from '../../scripts/html/print-xhtml.ts';
import { type RenderOptions, renderBook } from '../../scripts/render/render-book.ts';
import { type Problem, problem } from '../../scripts/report/problem.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { bytes } from '../pictures/make.ts';
import { read } from '../tools/manuscript.ts';
import { withoutIds } from '../tools/xml.ts';

export const ownTemplates: Templates = (await chooseTemplates(new Map())).value;

/** A document beside its markup. */
export interface PrintedDocument extends ContentDocument {
  readonly body: string;
}

interface PrintedPublication extends Publication {
  readonly documents: readonly PrintedDocument[];
}

export interface Rendering {
  readonly rendered: RenderedBook;
  readonly publication: PrintedPublication;
  readonly problems: readonly Problem[];
  /** Documents that were made from the manuscript. */
  readonly documents: readonly PrintedDocument[];
}

/** A picture that never was a file. */
export const picture = (path: string, rest: Partial<Picture> = {}): Picture => ({
  path,
  mediaType: 'image/png',
  width: 30,
  height: 20,
  bytes: bytes(path),
  ...rest,
});

const provenance: Provenance = { version: '0.0.0', files: new Map() };

/** Reads, renders and finishes a manuscript, without a colophon; what the reader noticed is left out. */
export async function render(
  files: Readonly<Record<string, string>>,
  pictures: readonly Picture[] = [],
  { templates = ownTemplates, ...options }: Partial<RenderOptions> & { readonly templates?: Templates } = {},
): Promise<Rendering> {
  const { book } = await read(files, { pictures: pictures.map(({ path }) => path) });
  const { design } = book.metadata;
  const plain = { ...book, metadata: { ...book.metadata, design: { ...design, hasColophon: false } } };
  const { value: rendered, problems } = await renderBook(plain, {
    openPicture: async (path, place) => {
      const value = pictures.find((each) => each.path === path);
      return { value, problems: value ? [] : [problem('picture-missing', place, `Unexpected path “${path}”`)] };
    },
    rehypePlugins: [],
    ...options,
  });
  const finished = finishBook(rendered, { templates: withForms(templates, rendered.forms), provenance });
  const documents = finished.value.documents.map(printed);
  return {
    rendered,
    publication: { ...finished.value, documents },
    problems: [...problems, ...finished.problems],
    documents: documents.filter(({ id }) => !['cover', 'title-page', 'contents'].includes(id)),
  };
}

/** A document with its markup. */
export const printed = (document: ContentDocument): PrintedDocument => ({
  ...document,
  body: withoutIds(printXhtml(document.content).markup),
});

/** The body of a manuscript's first section, and what was noticed. */
export async function body(text: string, pictures: readonly Picture[] = []): Promise<string> {
  const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': text }, pictures);
  return documents[0]?.body ?? '';
}

/** A body as a whole document, for XPath. */
export const asXml = (markup: string): string =>
  `<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${markup}</body>`;
