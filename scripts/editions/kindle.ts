/**
 * The edition for Send to Kindle, which takes EPUB 3 and refuses or spoils some of what EPUB allows.
 * In: a publication. Out: one within those rules, and what an author should know. docs/editions.md lists the rules, and
 * what of them every edition keeps.
 */
import type { ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { decodeUtf8 } from '../book/bytes.ts';
import type { ContentDocument, NavEntry, Publication, Resource, Templates } from '../book/publication.ts';
import { styleSheet, withStyleSheet } from '../book/style-sheet.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import { type Outcome, type Problem, problem } from '../report/problem.ts';
import type { Edition } from './edition.ts';
import { formulaInWords } from './formula-words.ts';
import { countHidden, hiddenBy } from './kindle-hidden.ts';
import { checkCover, checkLanguage, checkPageTemplate, checkPicture, checkSize } from './kindle-problems.ts';
import { kindleInlineStyle, kindleLines, kindleStyle } from './kindle-style.ts';

/** As many hidden characters are taken. */
const mostHidden = 10_000;
/** Kindles show so many levels of contents. */
const deepest = 2;

/** Makes a publication fit for Send to Kindle. */
export function makeKindle(publication: Publication, templates: Templates): Outcome<Edition> {
  const { metadata, resources } = publication;
  const style = styleSheet(templates);
  const sheets = resources.filter(isStyleSheet).map(({ bytes }) => decodeUtf8(bytes));
  const cover = resources.find(({ properties }) => properties.includes('cover-image'));
  const kept = publication.documents.filter(
    (document) => !showsNothingBut(document, cover) || isLinkedTo(document, publication),
  );
  const hidden = [style, ...sheets].flatMap(hiddenBy);
  const hiddenCount = kept.reduce((sum, { content }) => sum + countHidden(content, hidden), 0);
  const problems: readonly Problem[] = [
    ...checkLanguage(metadata),
    ...checkCover(cover, metadata),
    ...resources.flatMap(checkPicture),
    ...checkPageTemplate(templates.get('page.xhtml.ejs') ?? ''),
    ...(hiddenCount > mostHidden ? [tooManyHidden(hiddenCount)] : []),
  ];
  const hrefs = new Set(kept.map(({ href }) => href));
  const made: Publication = {
    ...publication,
    documents: kept.map((document) => ({ ...document, content: document.content.flatMap(supportedNode) })),
    nav: flattenNav(publication.nav, 1),
    landmarks: publication.landmarks.filter(({ href }) => hrefs.has(href.split('#', 1)[0] ?? '')),
    resources: resources.map((each) =>
      isStyleSheet(each) ? { ...each, bytes: new TextEncoder().encode(kindleStyle(decodeUtf8(each.bytes))) } : each,
    ),
  };
  return {
    value: {
      publication: made,
      templates: withStyleSheet(templates, kindleStyle(style)),
      printStyle: kindleLines,
      judge: checkSize,
    },
    problems,
  };
}

function tooManyHidden(count: number): Problem {
  return problem(
    'kindle-refused',
    { path: 'templates/style.css' },
    `${count} characters are hidden with “display: none”; Kindle takes ${mostHidden} at most.`,
  );
}

/** Kindle shows the cover that the package names; a page with the same picture would be a second one. */
function showsNothingBut({ kind, content }: ContentDocument, cover: Resource | undefined): boolean {
  if (kind !== 'cover' || !cover || textOf(content).trim() !== '') return false;
  const pictures = elementsIn(content).filter(({ tagName }) => tagName === 'img');
  return pictures.length === 1 && pictures[0]?.properties['src'] === cover.href;
}

/** Whether a page of the author's making leads to a document. */
function isLinkedTo({ href }: ContentDocument, { documents }: Publication): boolean {
  return documents.some(({ content }) =>
    elementsIn(content).some(({ properties }) => String(properties['href']).split('#', 1)[0] === href),
  );
}

/** A node without the styles that Kindle refuses; a picture without a source is its alternative text. */
function supportedNode(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'math') return [formulaInWords(node)];
  const { style, ...others } = node.properties;
  if (node.tagName === 'img' && !others['src'])
    return others['alt'] ? [{ type: 'text', value: String(others['alt']) }] : [];
  const inline = style === undefined ? undefined : kindleInlineStyle(String(style));
  const properties = inline === undefined ? others : { ...others, style: inline };
  return [{ ...node, properties, children: node.children.flatMap(supportedNode) }];
}

/** Entries deeper than Kindles show follow the one that held them. */
function flattenNav(entries: readonly NavEntry[], level: number): readonly NavEntry[] {
  return entries.flatMap((entry): readonly NavEntry[] => {
    const inner = flattenNav(entry.entries, level + 1);
    return level < deepest ? [{ ...entry, entries: inner }] : [{ ...entry, entries: [] }, ...inner];
  });
}

const isStyleSheet = ({ mediaType }: Resource): boolean => mediaType === 'text/css';
