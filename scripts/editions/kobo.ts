/**
 * The edition for Kobo's own reader, a kepub: every sentence in a span that bookmarks and highlights hold on to.
 * In: a publication. Out: the same words, to the character. Nothing documents the format but Kobo's books and those who
 * read them; the rules are docs/editions.md's.
 */
import type { Element, ElementContent } from 'hast';
import type { ContentDocument, Publication } from '../book/publication.ts';
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

function markSentences(document: ContentDocument): ContentDocument {
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
  const span = (child: ElementContent): Element => {
    begin();
    sentence += 1;
    const properties = { className: ['koboSpan'], id: `kobo.${paragraph}.${sentence}` };
    return { type: 'element', tagName: 'span', properties, children: [child] };
  };
  const mark = (node: ElementContent, lang: string): readonly ElementContent[] => {
    if (node.type === 'text') {
      begin();
      return node.value.trim() === '' ? [node] : sentencesOf(node.value, lang).map((value) => span({ ...node, value }));
    }
    if (node.type !== 'element' || untouched.has(node.tagName)) return [node];
    // A picture, and figures set upright among vertical lines, are counted as a paragraph each, and held as a whole.
    if (node.tagName === 'img' || isUpright(node)) {
      isNew = true;
      return [span(node)];
    }
    if (paragraphs.has(node.tagName)) isNew = true;
    const inner = String(node.properties['lang'] ?? node.properties['xmlLang'] ?? lang);
    const [only] = node.children;
    const isBlank =
      node.children.length === 1 && only?.type === 'text' && only.value.trim() === '' && only.value !== '';
    return [{ ...node, children: isBlank ? [span(only)] : node.children.flatMap((child) => mark(child, inner)) }];
  };
  return nodes.flatMap((node) => mark(node, documentLang));
}
