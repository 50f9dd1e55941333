/**
 * Sets verse, letters, chats, epigraphs and notes. In: a container directive. Out: hast that makes sense without a
 * stylesheet: each line of verse and each message is a paragraph, and who speaks is said before what is said.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { setChat } from './chat.ts';
import { blockOf } from './handlers/section-context.ts';
import { setLetter } from './letter.ts';
import { linesOf } from './split-lines.ts';

/** The class of an epigraph that stands in a chapter or a part. */
export const epigraphClass = 'chapter-epigraph';
/** EPUB Structural Semantics and DPUB-ARIA have a word for it; for verse, letters and chats they have none. */
export const epigraphProperties: Properties = {
  className: [epigraphClass],
  epubType: 'epigraph',
  role: 'doc-epigraph',
};

/** Sets one set piece; a directive of an author's plug-in becomes a box of its name. */
export function directiveBlock(state: State, node: ContainerDirective): Element {
  const { children, name } = node;
  switch (name) {
    case 'verse':
      return box(
        'div',
        { className: ['verse'] },
        children.flatMap((child) => stanza(state, child)),
      );
    case 'letter':
      return box('blockquote', { className: ['letter'] }, setLetter(state, children));
    case 'chat':
    case 'texts':
      return box(
        'div',
        { className: name === 'texts' ? ['chat', 'texts'] : ['chat'] },
        setChat(state, children, { me: node.attributes?.['me'] ?? undefined, taken: name === 'texts' }),
      );
    case 'epigraph':
      return box('blockquote', { ...epigraphProperties }, setEpigraph(state, children));
    case 'quote':
      return box('blockquote', {}, state.all(node) as ElementContent[]);
    case 'note':
      return box('div', { className: ['authors-note'] }, state.all(node) as ElementContent[]);
    default:
      return box('div', {}, state.all(node) as ElementContent[]);
  }
}

function stanza(state: State, child: RootContent): ElementContent[] {
  if (child.type !== 'paragraph') return blockOf(state, child);
  const lines = linesOf(child.children).map((line) => verseLine(state, line, child));
  return [box('div', { className: ['stanza'] }, lines)];
}

/** Two spaces typed before a line set it in by one step; there are four. */
function verseLine(state: State, line: readonly PhrasingContent[], paragraph: Paragraph): Element {
  const { spaces, content } = takeIndent(line);
  const step = Math.min(4, Math.ceil(spaces / 2));
  const children = state.all({ type: 'paragraph', children: content }) as ElementContent[];
  const made = box('p', { className: ['line', ...(step > 0 ? [`indent-${step}`] : [])] }, children);
  if (paragraph.position) made.position = paragraph.position;
  return made;
}

/** The spaces that a line begins with, in its emphasis too, and the line without them. */
function takeIndent([first, ...others]: readonly PhrasingContent[]): {
  readonly spaces: number;
  readonly content: PhrasingContent[];
} {
  if (first?.type === 'text') {
    const typed = /^[\u00A0\u2003]*/.exec(first.value)?.[0] ?? '';
    const spaces = [...typed].reduce((sum, each) => sum + (each === '\u2003' ? 4 : 1), 0);
    return { spaces, content: [{ ...first, value: first.value.slice(typed.length) }, ...others] };
  }
  if (first?.type !== 'emphasis' && first?.type !== 'strong')
    return { spaces: 0, content: first ? [first, ...others] : [] };
  const { spaces, content } = takeIndent(first.children);
  return { spaces, content: [{ ...first, children: content }, ...others] };
}

/** The last paragraph says whose words they are, where it begins with a dash. */
function setEpigraph(state: State, children: readonly RootContent[]): ElementContent[] {
  return children.flatMap((child, at) => {
    const made = blockOf(state, child);
    const [paragraph] = made;
    const isLast = at > 0 && at === children.length - 1;
    if (isLast && paragraph?.type === 'element' && paragraph.tagName === 'p' && /^[\s\u2060]*[–—―]/.test(textOf(child)))
      paragraph.properties['className'] = ['attribution'];
    return made;
  });
}

function box(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
