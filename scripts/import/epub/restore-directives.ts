/** Set pieces as the press has printed them, back to what an author types between `:::` lines. */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { directiveNames, setPieces } from '../../book/directives.ts';
import { classesOf, withoutClass } from '../../html/hast-nodes.ts';
import { blocksOf } from '../html/blocks.ts';
import type { HtmlReader } from '../html/html-reader.ts';
import { findElement, findElements } from '../html/parse-page.ts';
import { phrasesOf } from '../html/phrasing.ts';
import { linesOf, setPiece } from '../html/set-piece.ts';
import { visibleText } from '../html/visible.ts';

/** The set piece that an element is; undefined for any other. */
export function directiveOf(element: Element, reader: HtmlReader): ContainerDirective | undefined {
  const classes = classesOf(element);
  const name = directiveNames.findLast((each) => {
    const { element: tagName, className } = setPieces[each];
    return tagName === element.tagName && className?.every((own, at) => classes[at] === own);
  });
  if (name === undefined) return undefined;
  if (setPieces[name].isProse) return setPiece(name, blocksOf(element.children, reader));
  const me = setPieces[name].className?.includes('chat') ? senderOf(element) : undefined;
  return setPiece(
    name,
    linesAsParagraphs(element, reader, setPieces[name].titles === 'headings'),
    me === undefined ? {} : { me },
  );
}

/** Who stands on the other side of a chat. */
function senderOf(element: Element): string | undefined {
  const mine = findElement(
    element,
    (each) => classesOf(each).includes('mine') && findElement(each, isSpeaker) !== undefined,
  );
  const speaker = mine && findElement(mine, isSpeaker);
  return (
    speaker &&
    visibleText([speaker], () => false)
      .trim()
      .replace(/:$/, '')
      .trim()
  );
}

const isOf = (names: RegExp) => (element: Element) => names.test(classesOf(element)[0] ?? '');
const isSpeaker = isOf(/^speaker$/);
const isGroup = isOf(/^(?:stanza|fields|persons)$/);
const hasLine = isOf(
  /^(?:line|verse-label|message|chat-notice|receipt|field|post|post-head|speech|stage-direction|person)$/,
);
const isLine = (element: Element): boolean => /^(?:p|li)$/.test(element.tagName) && hasLine(element);
const isMark = isOf(/^(?:speaker|label|time|receipt|direction)$/);
const isPart = isOf(/^(?:letter-head|salutation|closing|signature|postscript|attribution|piece-title|piece-line)$/);

/** Runs of lines become paragraphs with as many lines; a group of lines is a paragraph of its own. */
function linesAsParagraphs({ children }: Element, reader: HtmlReader, headsTitles: boolean): readonly RootContent[] {
  const isTitle = (node: ElementContent) =>
    headsTitles && node.type === 'element' && classesOf(node)[0] === 'piece-title';
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
      if (node.type === 'element' && isGroup(node)) blocks.push(paragraphOf(findElements(node, isLine), reader));
      else blocks.push(...blocksOf([bare(node)], reader).map((block) => (isTitle(node) ? headed(block) : block)));
    }
  }
  flush();
  return blocks;
}

/** A title in bold as the heading that it was; other titles are lines. */
function headed(block: RootContent): RootContent {
  const [only, ...others] = block.type === 'paragraph' ? block.children : [];
  return only?.type === 'strong' && others.length === 0
    ? { type: 'heading', depth: 3, children: only.children }
    : block;
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

/** Without what the press has put around names and times. */
function unmarked(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'element' || !isMark(node)) return [node];
  return node.tagName === 'strong' ? [withoutClass(node)] : node.children;
}

/** A paragraph without what the press took it for. */
function bare(node: ElementContent): ElementContent {
  return node.type === 'element' && node.tagName === 'p' && isPart(node) ? withoutClass(node) : node;
}
