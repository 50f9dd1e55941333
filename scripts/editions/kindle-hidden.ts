/** Which words of a book its style sheets hide, for Kindle, which refuses many. In: CSS and shapes. Out: a number. */
import type { Shape } from '../book/xml-element.ts';
import { classesOf, type Node, wordsIn } from './shapes.ts';
import { readStyle, type StyleRule } from './stylesheet.ts';

/** A simple selector: an element by its name, classes and id. */
interface Compound {
  readonly name: string | undefined;
  readonly classes: readonly string[];
  readonly id: string | undefined;
}

/** Whom a style sheet hides: an element that fits the last, somewhere inside one that fits the one before. */
export type Hidden = readonly Compound[];

/** What a style sheet hides with `display: none`, as far as names, classes and ids tell; others it may hide are left out. */
export function hiddenBy(css: string): readonly Hidden[] {
  const found: Hidden[] = [];
  const look = (rules: readonly StyleRule[]): void => {
    for (const { prelude, declarations, rules: inner } of rules) {
      if (inner && !/^@media\s+print\b/i.test(prelude)) look(inner);
      if (!declarations?.some(({ name, value }) => name === 'display' && /^none\b/i.test(value))) continue;
      for (const selector of prelude.split(','))
        if (/^[\w\s.#>-]+$/.test(selector))
          found.push(
            selector
              .trim()
              .split(/[\s>]+/)
              .map(compoundOf),
          );
    }
  };
  look(readStyle(css));
  return found;
}

function compoundOf(written: string): Compound {
  return {
    name: /^[a-z][a-z\d]*/i.exec(written)?.[0].toLowerCase(),
    classes: [...written.matchAll(/\.([\w-]+)/g)].flatMap(([, name]) => name ?? []),
    id: /#([\w-]+)/.exec(written)?.[1],
  };
}

/** Whether an element is hidden, by those that it stands in, the outermost first. */
function isHidden(element: Shape, around: readonly Shape[], hidden: readonly Hidden[]): boolean {
  return hidden.some((compounds) => {
    const [last, ...before] = [...compounds].reverse();
    if (!last || !fits(element, last)) return false;
    let rest = around;
    return before.every((compound) => {
      const at = rest.findLastIndex((each) => fits(each, compound));
      rest = rest.slice(0, Math.max(0, at));
      return at >= 0;
    });
  });
}

function fits(element: Shape, { name, classes, id }: Compound): boolean {
  if (name !== undefined && name !== element.name) return false;
  if (id !== undefined && id !== element.attributes['id']) return false;
  const own = classes.length > 0 ? classesOf(element) : [];
  return classes.every((each) => own.includes(each));
}

/** How many characters are hidden in nodes that stand in others, the outermost first. */
export function hiddenIn(nodes: readonly Node[], hidden: readonly Hidden[], around: readonly Shape[] = []): number {
  let count = 0;
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const { hidden: attribute, style = '' } = node.attributes;
    const isGone =
      attribute !== undefined || /(?:^|;)\s*display\s*:\s*none/i.test(style) || isHidden(node, around, hidden);
    count += isGone ? wordsIn([node]).length : hiddenIn(node.children, hidden, [...around, node]);
  }
  return count;
}
