/** Verse, letters, chats, epigraphs and notes that the press has set, back to what an author types between `:::` lines. */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { classesOf, withoutClass } from '../../html/hast-nodes.ts';
import { blocksOf } from '../html/blocks.ts';
import type { HtmlReader } from '../html/html-reader.ts';
import { findElement, findElements } from '../html/parse-page.ts';
import { phrasesOf } from '../html/phrasing.ts';
import { linesOf, setPiece } from '../html/set-piece.ts';
import { visibleText } from '../html/visible.ts';

/** The set piece that an element is; undefined for any other. */
export function directiveOf(element: Element, reader: HtmlReader): ContainerDirective | undefined {
  const [name = ''] = classesOf(element);
  switch (`${element.tagName}.${name}`) {
    case 'div.verse':
      return setPiece('verse', linesAsParagraphs(element, reader, isStanza));
    case 'div.chat':
      return chatOf(element, reader);
    case 'blockquote.letter':
      return setPiece('letter', blocksOf(element.children.map(bare), reader));
    case 'blockquote.chapter-epigraph':
      return setPiece('epigraph', blocksOf(element.children.map(bare), reader));
    case 'div.authors-note':
      return setPiece('note', blocksOf(element.children, reader));
    default:
      return undefined;
  }
}

function chatOf(element: Element, reader: HtmlReader): ContainerDirective {
  const [, kind] = classesOf(element);
  const mine = findElement(
    element,
    (each) => classesOf(each).includes('mine') && findElement(each, isSpeaker) !== undefined,
  );
  const speaker = mine && findElement(mine, isSpeaker);
  const me =
    speaker &&
    visibleText([speaker], () => false)
      .trim()
      .replace(/:$/, '')
      .trim();
  const children = linesAsParagraphs(element, reader, () => false);
  return setPiece(kind === 'texts' ? 'texts' : 'chat', children, me === undefined ? {} : { me });
}

const isSpeaker = (element: Element): boolean => classesOf(element)[0] === 'speaker';
const isStanza = (element: Element): boolean => classesOf(element)[0] === 'stanza';
const isLine = (element: Element): boolean => /^(?:line|message|chat-notice)$/.test(classesOf(element)[0] ?? '');

/** Runs of lines become paragraphs with as many lines; what `parts` names holds a run of its own. */
function linesAsParagraphs(
  { children }: Element,
  reader: HtmlReader,
  parts: (element: Element) => boolean,
): readonly RootContent[] {
  const blocks: RootContent[] = [];
  let run: Element[] = [];
  const flush = () => {
    if (run.length > 0) blocks.push(paragraphOf(run, reader));
    run = [];
  };
  for (const node of children) {
    if (node.type === 'text' && node.value.trim() === '') continue;
    if (node.type === 'element' && isLine(node)) run.push(node);
    else {
      flush();
      if (node.type === 'element' && parts(node)) blocks.push(paragraphOf(findElements(node, isLine), reader));
      else blocks.push(...blocksOf([node], reader));
    }
  }
  flush();
  return blocks;
}

const paragraphOf = (lines: readonly Element[], reader: HtmlReader): Paragraph =>
  linesOf(
    lines.map((line) => ({
      phrases: phrasesOf(line.children.flatMap(unmarked), reader),
      steps: Number(
        classesOf(line)
          .find((name) => /^indent-\d$/.test(name))
          ?.slice(7) ?? 0,
      ),
    })),
  );

/** Without the spans around names and times. */
function unmarked(node: ElementContent): readonly ElementContent[] {
  const isMark =
    node.type === 'element' && node.tagName === 'span' && /^(?:speaker|time)$/.test(classesOf(node)[0] ?? '');
  return isMark ? node.children : [node];
}

/** A paragraph without what the press took it for. */
function bare(node: ElementContent): ElementContent {
  const known = /^(?:letter-head|salutation|closing|signature|postscript|attribution)$/;
  if (node.type !== 'element' || node.tagName !== 'p' || !known.test(classesOf(node)[0] ?? '')) return node;
  return withoutClass(node);
}
