/** Where formulas stand: empty `math` elements, which `render/formulas.ts` fills once TeX’s reader is loaded. */
import type { InlineMath, MathBlock } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { patched, type SectionContext } from './section-context.ts';

export function mathHandlers({ formulas, forms }: SectionContext): Readonly<Record<'inlineMath' | 'math', Handler>> {
  const formula = ({ value, typed, position }: InlineMath | MathBlock, display: boolean) => {
    const element = elementOf('math', {}, []);
    forms.add('formula');
    formulas.push({ element, tex: value, typed, display, position });
    return element;
  };
  return {
    inlineMath: (state, node: InlineMath) => patched(state, node, formula(node, node.display)),
    math: (state, node: MathBlock) =>
      patched(state, node, elementOf('p', { className: ['formula'] }, [formula(node, true)])),
  };
}
