/**
 * The reading copy for a browser: one HTML file that needs nothing else, pictures and styles inside.
 * In: a publication and its style sheets. Out: HTML. Loads nothing, ever: a policy in its head forbids it.
 */
import type { Publication } from '../book/publication.ts';
import type { Shape } from '../book/shape.ts';
import { shapesOf } from './markup.ts';

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Prints the whole book as one page. */
export function readingHtml(publication: Publication, styles: readonly string[]): string {
  const { metadata, documents, resources } = publication;
  const pages = new Map(documents.map(({ href, id }) => [href, `page-${id}`]));
  const pictures = new Map(
    resources
      .filter(({ mediaType }) => mediaType.startsWith('image/'))
      .map(({ href, mediaType, bytes }) => [href, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`]),
  );
  const target = (value: string): string => {
    const [file = '', fragment] = value.split('#');
    const page = pages.get(file);
    return page === undefined ? value : `#${fragment ?? page}`;
  };
  const print = (node: Shape | string): string => {
    if (typeof node === 'string') return escapeHtml(node);
    const attributes = Object.entries(node.attributes)
      .filter(([name]) => !/^(epub:|xmlns|xml:)/.test(name))
      .map(([name, value]) => {
        const kept = pictures.get(value) ?? (/^(xlink:)?href$/.test(name) ? target(value) : value);
        return ` ${name}="${escapeHtml(kept)}"`;
      })
      .join('');
    const start = `<${node.name}${attributes}>`;
    return voids.has(node.name) ? start : `${start}${node.children.map(print).join('')}</${node.name}>`;
  };
  const body = documents.map(({ id, href, lang, dir, kind, body: markup }) => {
    const words = shapesOf(markup).map(print).join('');
    return `<div class="page ${kind}-page" id="${pages.get(href) ?? id}" lang="${escapeHtml(lang)}" dir="${dir}">\n${words}\n</div>\n`;
  });
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  return `<!DOCTYPE html>
<html lang="${escapeHtml(metadata.lang)}" dir="${metadata.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(metadata.title)}</title>
<style>
${[...styles, pageStyle].join('\n').replaceAll('</', '<\\/')}
</style>
</head>
<body>
<main>
${body.join('')}</main>
</body>
</html>
`;
}

const pageStyle = `body > main { max-width: 36em; margin: 0 auto; padding: 1em; }
.page + .page { margin-top: 5em; }`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
