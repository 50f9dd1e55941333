/**
 * The edition for Kobo's own reader, a kepub: every sentence in a span that bookmarks and highlights hold on to.
 * In: a publication. Out: the same words, to the character. Refuses to know: how it is bound. Nothing documents the format
 * but Kobo's books and those who read them; the rules are docs/editions.md's.
 */
import type { ContentDocument, Publication } from '../book/publication.ts';
import { sentencesOf } from './sentences.ts';
import { type Node, printShapes, shapesOf } from './shapes.ts';

/** Elements whose words begin a new count of sentences. */
const paragraphs: ReadonlySet<string> = new Set('p ol ul table h1 h2 h3 h4 h5 h6'.split(' '));
/** What is kept as it is: a span inside would change how it looks, or break it. */
const untouched: ReadonlySet<string> = new Set('pre svg math script style audio video'.split(' '));

/** Marks every sentence of a publication for Kobo. */
export function makeKobo(publication: Publication): Publication {
  return { ...publication, documents: publication.documents.map(markSentences) };
}

function markSentences(document: ContentDocument): ContentDocument {
  const body = printShapes(withSpans(shapesOf(document.body), document.lang));
  return { ...document, body: `<div id="book-columns"><div id="book-inner">${body}</div></div>` };
}

/** Wraps each sentence of each text, and each picture, in a span of its own. */
function withSpans(nodes: readonly Node[], documentLang: string): readonly Node[] {
  let paragraph = 0;
  let sentence = 0;
  // Counted on only where there are words: an empty paragraph takes no number.
  let isNew = true;
  const span = (child: Node): Node => {
    if (isNew) {
      paragraph += 1;
      sentence = 0;
      isNew = false;
    }
    sentence += 1;
    return {
      name: 'span',
      attributes: { class: 'koboSpan', id: `kobo.${paragraph}.${sentence}` },
      children: [child],
    };
  };
  const mark = (node: Node, lang: string): readonly Node[] => {
    if (typeof node === 'string') return node.trim() === '' ? [node] : sentencesOf(node, lang).map(span);
    if (untouched.has(node.name)) return [node];
    if (node.name === 'img') {
      isNew = true;
      return [span(node)];
    }
    if (paragraphs.has(node.name)) isNew = true;
    const inner = node.attributes['lang'] ?? node.attributes['xml:lang'] ?? lang;
    return [{ ...node, children: node.children.flatMap((child) => mark(child, inner)) }];
  };
  return nodes.flatMap((node) => mark(node, documentLang));
}
