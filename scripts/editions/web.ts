/**
 * The edition for a browser: one HTML file that needs nothing else, pictures, typefaces and styles inside.
 * In: a publication and its templates. Out: HTML. Loads nothing, ever: a policy in its head forbids it.
 */

import { contributorRoles } from '../book/metadata.ts';
import type { Publication, Templates } from '../book/publication.ts';
import { styleSheet } from '../book/style-sheet.ts';
import { plainContent } from './html-content.ts';
import { isForeign, type Node, shapesOf, voids } from './shapes.ts';

/** Only what the file itself holds is shown; nothing runs, nothing is fetched. */
const policy =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Every web edition begins so, and is known by it; where this changes, `isWebEdition` has to know the older form too. */
const opening = (lang: string, dir: string): string => `<!DOCTYPE html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
`;

/** Whether a text that begins so is a web edition that `makeWeb` printed. */
export function isWebEdition(head: string): boolean {
  const [, lang = '', dir = ''] = /^<!DOCTYPE html>\n<html lang="([^"]*)" dir="([a-z]*)">\n/.exec(head) ?? [];
  return head.startsWith(opening(lang, dir));
}

/** What a browser opens at all. */
const most = 1_000_000_000;

/**
 * Prints the whole book as one page (HTML Living Standard), the same for the same publication; undefined where it would be
 * larger than a gigabyte, because a picture is in it wherever it is shown.
 */
export function makeWeb(publication: Publication, templates: Templates): Uint8Array | undefined {
  const { metadata, documents, resources } = publication;
  const bodies = documents.map(({ body }) => plainContent(shapesOf(body)));
  const prefix = freePrefix(bodies);
  const pages = new Map(documents.map(({ href, id }) => [href, prefix + id]));
  const inside = new Map(
    resources
      .filter(({ mediaType }) => mediaType !== 'text/css')
      .map(({ href, mediaType, bytes }) => [href, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`]),
  );
  const target = (value: string): string => {
    const [file = '', fragment] = value.split('#', 2);
    const page = pages.get(file);
    return inside.get(value) ?? (page === undefined ? value : `#${fragment ?? page}`);
  };
  // No string holds the whole: V8's are shorter than a book of pictures may be.
  const parts: string[] = [];
  const print = (node: Node, inForeign = false): void => {
    if (typeof node === 'string') {
      parts.push(escapeHtml(node));
      return;
    }
    const { name, attributes, children } = node;
    parts.push(`<${name}`);
    for (const key in attributes) {
      if (/^(?:epub:|xmlns|xml:)/.test(key)) continue;
      const value = attributes[key] ?? '';
      parts.push(` ${key}="`, escapeHtml(/^(?:src|(?:xlink:)?href)$/.test(key) ? target(value) : value), '"');
    }
    parts.push('>');
    const own = inForeign || isForeign(node);
    if (!own && voids.has(name)) return;
    // HTML passes over the first line's end in these.
    if (name === 'pre' && typeof children[0] === 'string' && children[0].startsWith('\n')) parts.push('\n');
    for (const child of children) print(child, own);
    parts.push(`</${name}>`);
  };
  const styles = [
    styleSheet(templates),
    ...resources.filter(({ mediaType }) => mediaType === 'text/css').map(({ bytes }) => decode(bytes)),
    templates.get('web.css') ?? '',
  ];
  const authors = metadata.contributors.filter(({ role }) => contributorRoles[role] === 'aut');
  const metas = [
    ...authors.map(({ name }) => ['author', name] as const),
    ...(metadata.description ? ([['description', metadata.description.replace(/\s+/g, ' ')]] as const) : []),
    ['dcterms.identifier', metadata.identifier] as const,
  ];
  parts.push(`${opening(escapeHtml(metadata.lang), metadata.dir)}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(metadata.title)}</title>
${metas.map(([name, content]) => `<meta name="${name}" content="${escapeHtml(content)}">\n`).join('')}<style>
${styles.map((style) => withoutFetching(style, inside)).join('\n')}
</style>
</head>
<body>
<main>
`);
  documents.forEach(({ id, href, lang, dir, kind }, at) => {
    parts.push(
      `<div class="page ${kind}-page" id="${escapeHtml(pages.get(href) ?? id)}" lang="${escapeHtml(lang)}" dir="${dir}">\n`,
    );
    for (const node of bodies[at] ?? []) print(node);
    parts.push('\n</div>\n');
  });
  parts.push('</main>\n</body>\n</html>\n');
  const size = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  return size > most ? undefined : encoded(parts, size);
}

/** Texts as UTF-8, one behind the other, of a size that is known. */
function encoded(parts: readonly string[], size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  let at = 0;
  for (const part of parts) at += bytes.write(part, at);
  return bytes;
}

/** What begins the id of a page, and of nothing else in the book. */
function freePrefix(bodies: readonly (readonly Node[])[]): string {
  const ids = new Set<string>();
  const gather = (node: Node): void => {
    if (typeof node === 'string') return;
    if (node.attributes['id'] !== undefined) ids.add(node.attributes['id']);
    node.children.forEach(gather);
  };
  for (const body of bodies) body.forEach(gather);
  let prefix = 'page-';
  while ([...ids].some((id) => id.startsWith(prefix))) prefix = `${prefix}-`;
  return prefix;
}

/** A style sheet whose pictures and typefaces are in it, and that cannot end its element. */
function withoutFetching(style: string, inside: ReadonlyMap<string, string>): string {
  return style
    .replace(/@(?:import|charset)\b[^;{}@]*;/gi, '')
    .replace(/url\(\s*(["']?)([^"'()\s]+)\1\s*\)/gi, (whole, _, address: string) => {
      const data = inside.get(address);
      return data === undefined ? whole : `url("${data}")`;
    })
    .replaceAll('</', '<\\/');
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
