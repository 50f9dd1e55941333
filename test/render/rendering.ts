/** Manuscripts of strings rendered, for tests that look at what was printed. */
import type { Picture } from '../../scripts/book/book.ts';
import type { ContentDocument, Publication, Templates } from '../../scripts/book/publication.ts';
import { type RenderOptions, renderBook } from '../../scripts/render/render.ts';
import { type Problem, problem } from '../../scripts/report/problem.ts';
import { chooseTemplates } from '../../scripts/templates/choose-templates.ts';
import { bytes } from '../pictures/make.ts';
import { read } from '../tools/manuscript.ts';

export const ownTemplates: Templates = chooseTemplates(new Map()).value;

export interface Rendering {
  readonly publication: Publication;
  readonly problems: readonly Problem[];
  /** Documents that were made from the manuscript. */
  readonly documents: readonly ContentDocument[];
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

/** Reads and renders a manuscript; what the reader noticed is left out. */
export async function render(
  files: Readonly<Record<string, string>>,
  pictures: readonly Picture[] = [],
  options: Partial<RenderOptions> = {},
): Promise<Rendering> {
  const { book } = await read(files);
  const { value: publication, problems } = await renderBook(book, {
    templates: ownTemplates,
    openPicture: async (path, place) => {
      const value = pictures.find((each) => each.path === path);
      return { value, problems: value ? [] : [problem('picture-missing', place, `Unexpected path “${path}”`)] };
    },
    rehypePlugins: [],
    coverPath: undefined,
    ...options,
  });
  const generated = ['cover', 'title-page', 'contents'];
  return { publication, problems, documents: publication.documents.filter(({ id }) => !generated.includes(id)) };
}

/** The body of a manuscript's first section, and what was noticed. */
export async function body(text: string, pictures: readonly Picture[] = []): Promise<string> {
  const { documents } = await render({ 'book.yaml': 'title: T', 'a.md': text }, pictures);
  return documents[0]?.body ?? '';
}

/** A body as a whole document, for XPath. */
export const asXml = (markup: string): string =>
  `<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">${markup}</body>`;
