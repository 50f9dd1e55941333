/** Which words of a book its style sheets hide, for Kindle, which refuses many. In: CSS and hast. Out: a number. */
import type { CssNodePlain } from 'css-tree';
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseStyleSheet } from '../css/parse-css.ts';
import { cssOf } from '../css/print-css.ts';
import { classesOf } from '../html/hast-nodes.ts';

/** A simple selector's parts: an element's name, classes, an id. */
type Compound = readonly CssNodePlain[];

/** Whom a style sheet hides: an element that fits the last, somewhere inside one that fits the one before. */
type Hidden = readonly Compound[];

/** Whether a part of a selector looks at no more than an element's name, classes, id, and what it stands in. */
const isSimple = (part: CssNodePlain): boolean =>
  part.type === 'Combinator' ? /^[ >]$/.test(part.name) : /^(?:Type|Class|Id)Selector$/.test(part.type);

/** What a style sheet hides with `display: none`, as far as names, classes and ids tell; others it may hide are left out. */
export function hiddenBy(css: string): readonly Hidden[] {
  const { text, nodes } = parseStyleSheet(css);
  const selectorsIn = (node: CssNodePlain): readonly CssNodePlain[] => {
    if (node.type === 'Atrule') {
      const isPrint = node.prelude && /^print\b/i.test(cssOf(node.prelude, text));
      return isPrint ? [] : (node.block?.children.flatMap(selectorsIn) ?? []);
    }
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return [];
    return node.block.children.some(hides) ? node.prelude.children : [];
  };
  const hides = (node: CssNodePlain): boolean =>
    node.type === 'Declaration' && /^display$/i.test(node.property) && /^none\b/i.test(cssOf(node.value, text));
  return nodes.flatMap(selectorsIn).flatMap((selector) => {
    if (selector.type !== 'Selector' || !selector.children.every(isSimple)) return [];
    const compounds: CssNodePlain[][] = [[]];
    for (const part of selector.children) {
      if (part.type === 'Combinator') compounds.push([]);
      else compounds.at(-1)?.push(part);
    }
    return [compounds];
  });
}

/** How many characters are hidden in nodes that stand in others, the outermost first. */
export function countHidden(
  nodes: readonly ElementContent[],
  hidden: readonly Hidden[],
  around: readonly Element[] = [],
): number {
  let count = 0;
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { hidden: attribute, style } = node.properties;
    const isGone =
      attribute !== undefined ||
      /(?:^|;)\s*display\s*:\s*none/i.test(String(style)) ||
      hidden.some((compounds) => matches(node, around, compounds));
    count += isGone ? textOf(node).length : countHidden(node.children, hidden, [...around, node]);
  }
  return count;
}

/** Whether an element fits the last of compounds, and those that it stands in the ones before. */
function matches(element: Element, around: readonly Element[], compounds: Hidden): boolean {
  const [last, ...before] = [...compounds].reverse();
  if (!last || !fits(element, last)) return false;
  let rest = around;
  return before.every((compound) => {
    const at = rest.findLastIndex((each) => fits(each, compound));
    rest = rest.slice(0, Math.max(0, at));
    return at >= 0;
  });
}

function fits(element: Element, compound: Compound): boolean {
  return compound.every((part) => {
    if (part.type === 'ClassSelector') return classesOf(element).includes(part.name);
    if (part.type === 'IdSelector') return element.properties['id'] === part.name;
    return part.type === 'TypeSelector' && (part.name === '*' || part.name.toLowerCase() === element.tagName);
  });
}
