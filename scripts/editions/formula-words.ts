/**
 * Formulas for devices that know no MathML. In: a `math` element. Out: letters, figures, raised and lowered, where that says the same;
 * else its alternative text, which is TeX where the press made the formula.
 */
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { elementOf } from '../html/hast-nodes.ts';

/** A formula without MathML. */
export function formulaInWords(math: Element): Element {
  const { alttext, display, id } = math.properties;
  const className = display === 'block' ? ['math', 'math-block'] : ['math'];
  const value = String(alttext ?? textOf(math).replace(/\s+/g, ' ').trim());
  const tex = elementOf('code', {}, [{ type: 'text', value }]);
  const children: ElementContent[] =
    math.data?.tex === undefined ? [{ type: 'text', value }] : (inLetters(math.children) ?? [tex]);
  const name = math.data?.tex === undefined ? className : className.map((each) => each.replace('math', 'formula'));
  return elementOf('span', { className: name, ...(id !== undefined && { id }) }, children);
}

/** Whether a formula’s letters and figures say all of it. */
export const isInLetters = (math: Element): boolean => math.data?.tex !== undefined && !!inLetters(math.children);

const relation = /^[=≠<>≤≥≈≡∼≅∝∈∉⊂⊃⊆⊇→←↔⇒⇔⟹↦+−±×⋅÷∧∨∪∩]$/u;

/** Nodes in a line; undefined where they are stacked in more ways than raised and lowered. */
function inLetters(nodes: readonly ElementContent[]): ElementContent[] | undefined {
  const made: ElementContent[] = [];
  for (const [at, node] of nodes.entries()) {
    const part = node.type === 'element' ? letterOf(node, at > 0) : node.type === 'text' ? [node] : [];
    if (!part) return undefined;
    made.push(...part);
  }
  return made;
}

function letterOf(node: Element, isInside: boolean): ElementContent[] | undefined {
  const words = (value: string): ElementContent[] => [{ type: 'text', value }];
  const value = textOf(node);
  const parts = node.children.map((child) => inLetters([child]));
  const [base, first, second] = parts;
  switch (node.tagName) {
    case 'mi':
      return /^\p{L}$/u.test(value) && node.properties['mathvariant'] === undefined
        ? [elementOf('i', {}, words(value))]
        : words(value);
    case 'mo':
      return words(relation.test(value) && isInside ? ` ${value} ` : value === ',' ? ', ' : value);
    case 'mn':
    case 'mtext':
      return words(value);
    case 'mspace':
      return words(isInside ? ' ' : '');
    case 'mrow':
    case 'mstyle':
      return inLetters(node.children);
    case 'msup':
      return base && first && [...base, elementOf('sup', {}, first)];
    case 'msub':
      return base && first && [...base, elementOf('sub', {}, first)];
    case 'msubsup':
      return base && first && second && [...base, elementOf('sub', {}, first), elementOf('sup', {}, second)];
    case 'mfrac':
      return /^[\p{L}\p{N}]+$/u.test(value) && node.properties['linethickness'] === undefined && base && first
        ? [...base, ...words('/'), ...first]
        : undefined;
    default:
      return undefined;
  }
}
