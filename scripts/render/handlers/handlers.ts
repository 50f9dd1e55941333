/**
 * How each Markdown element looks in XHTML: one handler a node type, for remark-rehype.
 * What is not here is remark-rehype's own: emphasis, lists, quotations.
 */
import type { Code, Nodes, ThematicBreak } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { defaultHandlers, type Handler, type Handlers } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { setPiece } from '../set-piece.ts';
import { giveAuthored } from './authored.ts';
import { definitionHandlers } from './definition-list.ts';
import { footnoteHandlers } from './footnote.ts';
import { headingHandler } from './heading.ts';
import { inlineHandlers } from './inline.ts';
import { listItem } from './list-item.ts';
import { mathHandlers } from './math.ts';
import { pictureHandlers } from './picture.ts';
import { patched, type SectionContext, text } from './section-context.ts';
import { tableHandler } from './table.ts';

/** A handler whose element has the id that its author gave it. */
const withId =
  (context: SectionContext, handler: Handler): Handler =>
  (state, node: Nodes, parent) => {
    const made = handler(state, node, parent);
    const id = node.data?.authored?.id;
    if (id !== undefined && made && !Array.isArray(made) && made.type === 'element')
      giveAuthored(made, { id }, context);
    return made;
  };

/** Handlers for one section. */
export function handlersFor(context: SectionContext): Handlers {
  const inline = inlineHandlers(context);
  return {
    ...footnoteHandlers(context),
    ...inline,
    ...mathHandlers(context),
    ...definitionHandlers(context),
    heading: headingHandler(context),
    ...pictureHandlers(context),
    thematicBreak: (state, node: ThematicBreak) =>
      patched(state, node, elementOf('p', { className: ['scene-break'], role: 'separator' }, [text(context.ornament)])),
    containerDirective(state, node: ContainerDirective) {
      const made = setPiece(state, node, context);
      giveAuthored(made, node.attributes ?? {}, context);
      return patched(state, node, made);
    },
    table: withId(context, tableHandler(context)),
    listItem,
    code: withId(context, codeHandler(context)),
    inlineCode: withId(context, defaultHandlers.inlineCode),
    link: withId(context, inline.link),
  };
}

const codeHandler =
  ({ code }: SectionContext): Handler =>
  (state, node: Code) => {
    const { value, lang } = node;
    const properties = lang && /^[\w-]+$/.test(lang) ? { className: [`language-${lang}`] } : {};
    const element = elementOf('code', properties, [text(value ? `${value}\n` : '')]);
    if (lang) code.push({ element, language: lang });
    return patched(state, node, elementOf('pre', {}, [element]));
  };
