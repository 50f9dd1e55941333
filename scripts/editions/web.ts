/**
 * The edition for a browser: one HTML file that needs nothing else, pictures, typefaces and styles inside.
 * In: a publication and its templates. Out: HTML. Loads nothing, ever: a policy in its head forbids it.
 */
import type { ElementContent } from 'hast';
import { decodeUtf8, encodeBase64, utf8Length } from '../book/bytes.ts';
import { escapeAttribute, escapeText } from '../book/escape-xml.ts';
import { contributorRoles, type Metadata } from '../book/metadata.ts';
import type { ContentDocument, Publication, Resource, Templates } from '../book/publication.ts';
import { styleSheet } from '../book/style-sheet.ts';
import { webHead } from '../book/web-head.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import { propertiesWithoutPlace } from '../html/paragraph-ids.ts';
import { printHtml } from '../html/print-xhtml.ts';
import { plainContent } from './html-content.ts';

/** What a browser opens at all. */
const most = 1_000_000_000;

/**
 * Prints the whole book as one page (HTML Living Standard), the same for the same publication; undefined where it would be
 * larger than a gigabyte, because a picture is in it wherever it is shown.
 */
export function makeWeb(publication: Publication, templates: Templates): Uint8Array | undefined {
  const { metadata, documents, resources } = publication;
  const prefix = freePrefix(documents);
  const pages = new Map(documents.map(({ href, id }) => [href, prefix + id]));
  const dataUrls = new Map(
    resources
      .filter(({ mediaType }) => mediaType !== 'text/css')
      .map(({ href, mediaType, bytes }) => [href, `data:${mediaType};base64,${encodeBase64(bytes)}`]),
  );
  const addressOf = (value: string): string => {
    const [file = '', fragment] = value.split('#', 2);
    const page = pages.get(file);
    return dataUrls.get(value) ?? (page === undefined ? value : `#${fragment ?? page}`);
  };
  const sheets = resources.filter(({ mediaType }) => mediaType === 'text/css');
  const isLast = ({ href }: Resource) => href === publication.addedSheet;
  const styles = [
    styleSheet(templates),
    ...sheets.filter((sheet) => !isLast(sheet)).map(({ bytes }) => decodeUtf8(bytes)),
    templates.get('web.css') ?? '',
    ...sheets.filter(isLast).map(({ bytes }) => decodeUtf8(bytes)),
  ].map((style) => withoutFetching(style, dataUrls));
  // No string holds the whole: V8's are shorter than a book of pictures may be.
  const parts: string[] = [headOf(metadata, styles.join('\n'))];
  for (const { id, href, lang, dir, kind, content } of documents) {
    const page = escapeAttribute(pages.get(href) ?? id);
    parts.push(`<div class="page ${kind}-page" id="${page}" lang="${escapeAttribute(lang)}" dir="${dir}">\n`);
    for (const part of printHtml(withAddresses(plainContent(content), addressOf))) parts.push(part);
    parts.push('\n</div>\n');
  }
  parts.push('</main>\n</body>\n</html>\n');
  const size = parts.reduce((sum, part) => sum + utf8Length(part), 0);
  return size > most ? undefined : encoded(parts, size);
}

/** The page up to its first document. */
function headOf(metadata: Metadata, style: string): string {
  const { title, lang, dir, identifier, description, contributors } = metadata;
  const metas = [
    ...contributors.filter(({ role }) => contributorRoles[role] === 'aut').map(({ name }) => ['author', name] as const),
    ...(description ? ([['description', description.replace(/\s+/g, ' ')]] as const) : []),
    ['dcterms.identifier', identifier] as const,
  ];
  return `${webHead(escapeAttribute(lang), dir)}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
${metas.map(([name, content]) => `<meta name="${name}" content="${escapeAttribute(content)}">\n`).join('')}<style>
${style}
</style>
</head>
<body>
<main>
`;
}

/** Nodes whose links and pictures lead to other addresses; what keeps places in a chapter is left out. */
function withAddresses(nodes: readonly ElementContent[], addressOf: (value: string) => string): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const properties = propertiesWithoutPlace(node);
    for (const name of ['src', 'href', 'xlink:href'])
      if (properties[name] !== undefined) properties[name] = addressOf(String(properties[name]));
    return { ...node, properties, children: withAddresses(node.children, addressOf) };
  });
}

/** Texts as UTF-8, one behind the other, of a size that is known. */
function encoded(parts: readonly string[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const utf8 = new TextEncoder();
  let at = 0;
  for (const part of parts) at += utf8.encodeInto(part, bytes.subarray(at)).written;
  return bytes;
}

/** What begins the id of a page, and of nothing else in the book. */
function freePrefix(documents: readonly ContentDocument[]): string {
  const ids = documents.flatMap(({ content }) => elementsIn(content).map(({ properties }) => String(properties['id'])));
  let prefix = 'page-';
  while (ids.some((id) => id.startsWith(prefix))) prefix = `${prefix}-`;
  return prefix;
}

/** Strings and comments, which stay as they are, and addresses. */
const stringOrUrl =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*'|\/\*[\s\S]*?\*\/|url\(\s*(["']?)([^"'()\s]+)\1\s*\)/gi;

/** A style sheet whose pictures and typefaces are in it, and that cannot end its element; what it may not hold is out of it already. */
function withoutFetching(style: string, inside: ReadonlyMap<string, string>): string {
  return style
    .replace(stringOrUrl, (whole, _, address: string | undefined) => {
      const data = inside.get(address ?? '');
      return data === undefined ? whole : `url("${data}")`;
    })
    .replaceAll('</', '<\\/');
}
