/**
 * The documentation as a site and as a book, made by the press itself. In: the Markdown of the documents and their pictures by path.
 * Out: the files of the site by name, the EPUB among them; no page asks for anything that is not beside it.
 */
import type { ElementContent } from 'hast';
import { toString as wordsOf } from 'mdast-util-to-string';
import type { OpenAsset } from '../../book/assets.ts';
import { encodeUtf8 } from '../../book/bytes.ts';
import { usualLimits } from '../../book/limits.ts';
import type { ContentDocument } from '../../book/publication.ts';
import { plainContent } from '../../editions/html-content.ts';
import { elementOf, elementsIn } from '../../html/hast-nodes.ts';
import { propertiesWithoutPlace } from '../../html/paragraph-ids.ts';
import { printHtml } from '../../html/print-xhtml.ts';
import { buildBook } from '../../pipeline/build.ts';
import { memoryFiles } from '../../pipeline/memory-files.ts';
import { hasErrors, type Problem } from '../../report/problem.ts';
import { linksToPages } from './links-to-pages.ts';
import { listedParts } from './parts.ts';
import { type SearchSection, sectionsOf } from './search-sections.ts';

export interface Site {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly problems: readonly Problem[];
}

/** What the template of a page is given. */
export interface PageNames {
  readonly title: string;
  readonly name: string;
  readonly content: string;
  /** The headings of the page below its title. */
  readonly headings: readonly { readonly id: string; readonly title: string }[];
  readonly parts: readonly {
    readonly title: string;
    readonly pages: readonly { readonly name: string; readonly title: string }[];
  }[];
}

export interface SiteOptions {
  readonly openAsset: OpenAsset;
  /** Prints the page around a document. */
  readonly page: (names: PageNames) => string;
}

/** What the press takes for a file about the manuscript, and not of it, has another name in the book. */
const readme = 'fleuron.md';
const index = 'docs/contents.md';
const manuscriptPath = (path: string): string =>
  path === 'README.md' ? readme : path === 'docs/README.md' ? index : path;

/** The book’s own file: nothing is set or read otherwise than GitHub shows it. */
const bookYaml = (order: readonly string[]): string =>
  `${JSON.stringify({
    title: 'Fleuron',
    subtitle: 'The documentation',
    author: 'The Fleuron project',
    lang: 'en-GB',
    identifier: 'urn:uuid:6f1d2b3e-9f0a-4a55-8c6b-0f7c1f5b7d20',
    typography: 'off',
    markdown: 'commonmark',
    theme: 'plain',
    plugins: { remark: ['links-to-pages'] },
    order,
  })}\n`;

/** Makes the site. A document that cannot become a page is a problem with the rule of the press that says so. */
export async function makeSite(
  given: ReadonlyMap<string, Uint8Array>,
  { openAsset, page }: SiteOptions,
): Promise<Site> {
  const documents = new Map([...given].map(([path, bytes]) => [manuscriptPath(path), bytes]));
  const text = (path: string): string => new TextDecoder().decode(documents.get(path));
  const parts = listedParts(text(index), documents);
  const pages = [index, readme, ...parts.flatMap((part) => part.paths)];
  const order = [index, readme, ...parts.flatMap((part, at) => [partPath(at), ...part.paths])];
  const pictures = [...documents].filter(([path]) => !path.endsWith('.md'));
  const files = new Map<string, Uint8Array>([
    ...pictures,
    ...pages.map((path) => [path, encodeUtf8(`---\nkind: chapter\n---\n\n${text(path)}`)] as const),
    ...parts.map((part, at) => [partPath(at), encodeUtf8(`# ${part.title}\n`)] as const),
    ['book.yaml', encodeUtf8(bookYaml(order))],
  ]);
  const manuscript = memoryFiles({ name: 'fleuron-docs', isFolder: true, files }, usualLimits);
  const plugin = linksToPages(pages);
  const loadPlugins = async (names: readonly string[]) => ({ value: names.map(() => plugin), problems: [] });
  const { value, problems } = await buildBook(manuscript, { openAsset, loadPlugins });
  if (!value || hasErrors(problems)) return { files: new Map(), problems };

  const own = value.publication.documents.filter(({ path }) => pages.includes(path ?? ''));
  const addresses = new Map(own.map(({ href, path = '' }) => [href, pageName(path)]));
  const names = new Map(own.map(({ path = '', title }) => [path, { name: pageName(path), title }]));
  const listed = parts.map((part) => ({
    title: part.title,
    pages: part.paths.flatMap((path) => names.get(path) ?? []),
  }));
  const made = own.map((document) => sitePage(document, addresses));
  const search: readonly SearchSection[] = made.flatMap(({ name, title, nodes }) => sectionsOf(name, title, nodes));
  return {
    problems,
    files: new Map<string, string | Uint8Array>([
      ...made.map(({ name, title, nodes, headings }) => {
        const content = printHtml(nodes).join('');
        return [name, page({ title, name, content, headings, parts: listed })] as const;
      }),
      ...value.publication.resources
        .filter(({ mediaType }) => mediaType.startsWith('image/'))
        .map(({ href, bytes }) => [href, bytes] as const),
      ['search-sections.js', `const searchSections = ${JSON.stringify(search)};\n`],
      ['fleuron-docs.epub', value.epub],
    ]),
  };
}

const partPath = (at: number): string => `parts/part-${at + 1}.md`;

/** Under which name a document lies in the site. */
const pageName = (path: string): string =>
  path === index
    ? 'index.html'
    : path === readme
      ? 'readme.html'
      : `${path.replace(/^.*\//, '').replace(/\.md$/, '').toLowerCase()}.html`;

/** A document with the addresses of the site in it, and its headings. */
function sitePage(document: ContentDocument, addresses: ReadonlyMap<string, string>) {
  const nodes = withAddresses(plainContent(document.content), addresses);
  const headings = elementsIn(nodes).flatMap((heading) => {
    if (heading.tagName !== 'h2') return [];
    const id = heading.properties['id'];
    return typeof id === 'string' ? [{ id, title: wordsOf(heading) }] : [];
  });
  return { name: pageName(document.path ?? ''), title: document.title, nodes, headings };
}

/** Nodes whose links lead to pages of the site. What may be wider than a window scrolls by itself, by keyboard too. */
function withAddresses(nodes: readonly ElementContent[], addresses: ReadonlyMap<string, string>): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const properties = propertiesWithoutPlace(node);
    const { href } = properties;
    if (typeof href === 'string') {
      const [file = '', fragment] = href.split('#', 2);
      const page = addresses.get(file);
      if (page !== undefined) properties['href'] = fragment === undefined ? page : `${page}#${fragment}`;
    }
    if (node.tagName === 'pre') properties['tabIndex'] = 0;
    const element = { ...node, properties, children: withAddresses(node.children, addresses) };
    if (node.tagName !== 'table') return element;
    return elementOf('div', { className: ['wide'], tabIndex: 0 }, [element]);
  });
}
