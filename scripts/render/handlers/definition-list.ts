/** How definition lists look: a term, then what is said of it, paragraphs where there are several. */
import type { ElementContent } from 'hast';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { blockOf, childrenOf, patched, type SectionContext } from './section-context.ts';

export const definitionHandlers = ({
  section,
}: SectionContext): Readonly<Record<'definitionList' | 'definitionTerm' | 'definitionDescription', Handler>> => ({
  definitionList: (state, node: DefinitionList) => patched(state, node, elementOf('dl', {}, childrenOf(state, node))),
  definitionTerm: (state, node: DefinitionTerm) =>
    patched(state, node, elementOf('dt', typed('glossterm', section), childrenOf(state, node))),
  definitionDescription: (state, node: DefinitionDescription) => {
    const children = node.children
      .flatMap((child) => blockOf(state, child))
      .flatMap((made): ElementContent[] =>
        !node.spread && made.type === 'element' && made.tagName === 'p' ? made.children : [made],
      );
    return patched(state, node, elementOf('dd', typed('glossdef', section), children));
  },
});

/** EPUB's words for what stands in a glossary. */
const typed = (epubType: string, { kind }: SectionContext['section']): { epubType?: string } =>
  kind === 'glossary' ? { epubType } : {};
