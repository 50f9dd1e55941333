/** Prints a page that the press adds. In: its kind and what it shows. Out: a content document, which is no author's. */
import type { Labels } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument, Templates } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import { parseXhtml } from '../html/parse-xhtml.ts';
import { type Outcome, problem } from '../report/problem.ts';
import { printTemplate } from '../templates/print-template.ts';

/** The pages that the press makes, each by a template of its name. */
type PageKind = 'cover' | 'half-title' | 'title-page' | 'copyright' | 'contents' | 'about-this-copy' | 'colophon';

/** What every page is printed with. */
export interface PageSources {
  readonly metadata: Metadata;
  readonly labels: Labels;
  readonly templates: Templates;
  /** The work that the page belongs to, in a book of several. */
  readonly work?: string | undefined;
}

/** Prints a page by the template of its kind. Markup that is no XHTML is the problem `document-malformed`; the page is empty then. */
export function printPage(
  { metadata, labels, templates, work }: PageSources,
  kind: PageKind,
  title: string,
  data: Readonly<Record<string, unknown>>,
): Outcome<ContentDocument> {
  const template = `${kind}.xhtml.ejs` as const;
  const id = work === undefined ? kind : kind === 'title-page' ? work : `${work}-${kind}`;
  const { value, problems } = printTemplate(templates, template, { id, metadata, labels, ...data });
  const parsed = parseXhtml(value.trim());
  const href = `${id}.xhtml`;
  const page: ContentDocument = {
    id,
    href,
    title,
    lang: metadata.lang,
    dir: metadata.dir,
    kind,
    matter: work === undefined ? traitsOf(kind).matter : 'bodymatter',
    content: 'nodes' in parsed ? parsed.nodes : [],
    linear: true,
    ...(work !== undefined && { work }),
  };
  if ('nodes' in parsed) return { value: page, problems };
  const reason = `What the template prints for “${href}” is no XHTML: ${parsed.malformed}`;
  return {
    value: page,
    problems: [...problems, problem('document-malformed', { path: `templates/${template}` }, reason)],
  };
}
