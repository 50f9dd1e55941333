/**
 * The edition for Kobo's own reader, a kepub: every sentence in a span that bookmarks and highlights hold on to.
 * In: a publication. Out: the same words, to the character. Nothing documents the format but Kobo's books and those who
 * read them; the rules are docs/editions.md's.
 */
import type { Element, ElementContent } from 'hast';
import { type KoboNumber, koboAttribute, readKoboNumbers } from '../book/kobo-numbers.ts';
import type { ContentDocument, Publication } from '../book/publication.ts';
import { attributeOf, isBlock } from '../html/hast-nodes.ts';
import { sentencesOf } from './sentences.ts';

/** Elements whose words begin a new count of sentences. */
const paragraphs: ReadonlySet<string> = new Set('p ol ul table h1 h2 h3 h4 h5 h6'.split(' '));
/** What is kept as it is: a span inside would change how it looks, or break it. */
const untouched: ReadonlySet<string> = new Set('pre svg math rp script style audio video'.split(' '));

const isUpright = ({ tagName, properties }: Element): boolean =>
  tagName === 'span' && [properties['className']].flat().includes('tcy');

/** Marks every sentence of a publication for Kobo. */
export function makeKobo(publication: Publication): Publication {
  return { ...publication, documents: publication.documents.map(markSentences) };
}

/** Marks every sentence of a page. A block whose numbers are given by its attribute has those; what follows is counted on from them. */
export function markSentences<Page extends Pick<ContentDocument, 'content' | 'lang'>>(document: Page): Page {
  const position = document.content[0]?.position;
  const division = (id: string, children: readonly ElementContent[]): Element => ({
    type: 'element',
    tagName: 'div',
    properties: { id },
    children: [...children],
    ...(position && { position }),
  });
  const inner = division('book-inner', withSpans(document.content, document.lang));
  return { ...document, content: [division('book-columns', [inner])] };
}

/** Wraps each sentence of each text, and each picture, in a span of its own. */
function withSpans(nodes: readonly ElementContent[], documentLang: string): readonly ElementContent[] {
  let paragraph = 0;
  let sentence = 0;
  // Counted on where there is text, white space too: an empty paragraph takes no number.
  let isNew = true;
  const begin = (): void => {
    if (isNew) paragraph += 1;
    if (isNew) sentence = 0;
    isNew = false;
  };
  const span = (child: ElementContent, given: KoboNumber[]): Element => {
    begin();
    const number = given.shift();
    paragraph = number?.paragraph ?? paragraph;
    sentence = number?.sentence ?? sentence + 1;
    const properties = { className: ['koboSpan'], id: `kobo.${paragraph}.${sentence}` };
    return { type: 'element', tagName: 'span', properties, children: [child] };
  };
  const mark = (node: ElementContent, lang: string, around: KoboNumber[]): readonly ElementContent[] => {
    if (node.type === 'text') {
      begin();
      return node.value.trim() === ''
        ? [node]
        : sentencesOf(node.value, lang).map((value) => span({ ...node, value }, around));
    }
    if (node.type !== 'element' || untouched.has(node.tagName)) return [node];
    // A picture, and figures set upright among vertical lines, are counted as a paragraph each, and held as a whole.
    if (node.tagName === 'img' || isUpright(node)) {
      isNew = true;
      return [span(node, around)];
    }
    if (paragraphs.has(node.tagName)) isNew = true;
    const inner = String(node.properties['lang'] ?? node.properties['xmlLang'] ?? lang);
    const [only] = node.children;
    const isBlank =
      node.children.length === 1 && only?.type === 'text' && only.value.trim() === '' && only.value !== '';
    const given = isBlock(node) ? [...readKoboNumbers(attributeOf(node, koboAttribute) ?? '')] : around;
    const { [koboAttribute]: _, ...properties } = node.properties;
    const children = isBlank ? [span(only, given)] : node.children.flatMap((child) => mark(child, inner, given));
    return [{ ...node, properties, children }];
  };
  return nodes.flatMap((node) => mark(node, documentLang, []));
}
