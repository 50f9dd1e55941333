/**
 * The edition for Send to Kindle, which takes EPUB 3 and refuses or spoils some of what EPUB allows.
 * In: a publication. Out: one within those rules, and what an author should know. docs/editions.md lists the rules, and
 * what of them every edition keeps.
 */

import type { ContentDocument, NavEntry, Publication, Resource, Templates } from '../book/publication.ts';
import { styleSheet, withStyleSheet } from '../book/style-sheet.ts';
import type { Shape } from '../book/xml-element.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import { hiddenBy, hiddenIn } from './kindle-hidden.ts';
import { kindleSize } from './kindle-size.ts';
import { kindleInlineStyle, kindleStyle } from './kindle-style.ts';
import type { Made } from './make-edition.ts';
import { type Node, printShapes, shapesOf, wordsIn } from './shapes.ts';

/** Languages that Kindle says it reads; a book in another may be refused, or read as if it were English. */
const languages: ReadonlySet<string> = new Set(
  'af gsw ar eu nb br ca zh kw co da nl stq en fi fr fy gl de gu hi is ga it ja lb mr ml gv frr no nn pl pt oc rm sco gd es sv ta cy'.split(
    ' ',
  ),
);
/** As many hidden characters are taken. */
const mostHidden = 10_000;
/** The cover that Kindle’s shelves want, in pixels. */
const coverWidth = 1600;
const coverHeight = 2560;
/** Kindles show so many levels of contents. */
const deepest = 2;

/** Makes a publication fit for Send to Kindle. */
export function makeKindle(publication: Publication, templates: Templates): Outcome<Made> {
  const { metadata, nav, landmarks, resources } = publication;
  const style = styleSheet(templates);
  const sheets = resources.filter(({ mediaType }) => mediaType === 'text/css').map(({ bytes }) => decode(bytes));
  const hidden = [style, ...sheets].flatMap(hiddenBy);
  const cover = resources.find(({ properties }) => properties.includes('cover-image'));
  const problems: Problem[] = [
    ...languageAdvice(metadata.lang),
    ...coverAdvice(cover, metadata.coverPlace),
    ...resources.flatMap(refusedPicture),
    ...refusedPage(templates.get('page.xhtml.ejs') ?? ''),
  ];
  let hiddenCount = 0;
  const documents = publication.documents
    .filter((document) => !showsNothingBut(document, cover) || isLinkedTo(document, publication))
    .map((document) => {
      const shapes = shapesOf(document.body);
      hiddenCount += hiddenIn(shapes, hidden);
      return { ...document, body: printShapes(shapes.flatMap(fitted)) };
    });
  if (hiddenCount > mostHidden)
    problems.push(
      problem(
        'kindle-refused',
        { path: 'templates/style.css' },
        `Unexpected ${hiddenCount} characters hidden with “display: none”, expected at most ${mostHidden}, for Kindle`,
      ),
    );
  const kept = new Set(documents.map(({ href }) => href));
  const made: Publication = {
    ...publication,
    documents,
    nav: flattened(nav, 1),
    landmarks: landmarks.filter(({ href }) => kept.has(href.split('#', 1)[0] ?? '')),
    resources: resources.map((each) =>
      each.mediaType === 'text/css' ? { ...each, bytes: Buffer.from(kindleStyle(decode(each.bytes))) } : each,
    ),
  };
  return {
    value: {
      publication: made,
      templates: withStyleSheet(templates, kindleStyle(style)),
      judge: kindleSize,
    },
    problems,
  };
}

/** Kindle shows the cover that the package names; a page with the same picture would be a second one. */
function showsNothingBut({ kind, body }: ContentDocument, cover: Resource | undefined): boolean {
  if (kind !== 'cover' || !cover) return false;
  const shapes = shapesOf(body);
  const pictures: Shape[] = [];
  const gather = (node: Node): void => {
    if (typeof node === 'string') return;
    if (node.name === 'img') pictures.push(node);
    node.children.forEach(gather);
  };
  shapes.forEach(gather);
  return wordsIn(shapes).trim() === '' && pictures.length === 1 && pictures[0]?.attributes['src'] === cover.href;
}

/** Whether a page of the author's making leads to a document. */
function isLinkedTo({ href }: ContentDocument, { documents }: Publication): boolean {
  return documents.some(({ body }) => body.includes(`href="${href}"`) || body.includes(`href="${href}#`));
}

function fitted(node: Node): readonly Node[] {
  if (typeof node === 'string') return [node];
  const { style, ...others } = node.attributes;
  if (node.name === 'img' && !others['src']) return others['alt'] ? [others['alt']] : [];
  const inline = style === undefined ? undefined : kindleInlineStyle(style);
  const attributes = inline === undefined ? others : { ...others, style: inline };
  return [{ ...node, attributes, children: node.children.flatMap(fitted) }];
}

/** Entries deeper than Kindles show follow the one that held them. */
function flattened(entries: readonly NavEntry[], level: number): readonly NavEntry[] {
  return entries.flatMap((entry): readonly NavEntry[] => {
    const inner = flattened(entry.entries, level + 1);
    return level < deepest ? [{ ...entry, entries: inner }] : [{ ...entry, entries: [] }, ...inner];
  });
}

function languageAdvice(lang: string): readonly Problem[] {
  if (languages.has(lang.split('-', 1)[0]?.toLowerCase() ?? '')) return [];
  return [
    problem(
      'kindle-advice',
      { path: 'book.yaml' },
      `Unexpected language “${lang}” for Kindle, expected one that it lists`,
      'Send to Kindle may refuse the book. It is still a sound EPUB for other readers.',
    ),
  ];
}

function coverAdvice(cover: Resource | undefined, place: Problem['place']): readonly Problem[] {
  if (!cover)
    return [
      problem(
        'kindle-advice',
        { path: 'book.yaml' },
        'Unexpected book without a cover, expected one for Kindle’s shelf',
      ),
    ];
  const { size } = cover;
  if (!size || (size.width >= coverWidth && size.height >= coverHeight)) return [];
  return [
    problem(
      'kindle-advice',
      place ?? { path: cover.href },
      `Unexpected cover of ${size.width} × ${size.height} pixels, expected ${coverWidth} × ${coverHeight} for Kindle’s shelf`,
    ),
  ];
}

function refusedPicture({ href, mediaType }: Resource): readonly Problem[] {
  if (!/^image\//.test(mediaType) || /^image\/(?:jpeg|png|gif|svg\+xml)$/.test(mediaType)) return [];
  return [
    problem(
      'kindle-refused',
      { path: href },
      `Unexpected picture of the type ${mediaType}, expected JPEG, PNG, GIF or SVG`,
    ),
  ];
}

/** Send to Kindle takes a file without it for one in Windows’ letters; and it loses links to a body. */
function refusedPage(page: string): readonly Problem[] {
  const place = { path: 'templates/page.xhtml.ejs' };
  const lacks = /<\?xml\s[^>]*\bencoding\s*=/i.test(page)
    ? []
    : [
        problem(
          'kindle-refused',
          place,
          'Unexpected page without an encoding, expected <?xml version="1.0" encoding="UTF-8"?>',
        ),
      ];
  return /<body\b[^>]*\sid\s*=/i.test(page)
    ? [
        ...lacks,
        problem(
          'kindle-refused',
          place,
          'Unexpected id of a body, which Kindle loses; expected it on an element inside',
        ),
      ]
    : lacks;
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
