/** Fits lists and definitions, with or without the elements that should stand around them. */
import type { Element, ElementContent } from 'hast';
import { type Conformer, createElement, isBlank, isElement, withChildren, withTagName } from './hast-nodes.ts';

/** Lists hold items; what else stands in one belongs to the item before it. */
export function conformList(list: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const items: ElementContent[] = [];
  let last: Element | undefined;
  const add = (nodes: readonly ElementContent[]): void => {
    if (nodes.every(isBlank)) {
      items.push(...nodes);
      return;
    }
    if (last) last.children.push(...nodes);
    else {
      last = createElement(
        'li',
        [...nodes],
        nodes.find((node) => node.position),
      );
      items.push(last);
    }
  };
  for (const child of list.children) {
    if (!isElement(child, 'li')) {
      // Stray items deep inside something else make a list of their own, in an item.
      add(conformer.all([child], [...inside, 'li']));
      continue;
    }
    const [item] = conformer.placed(child, inside);
    if (item?.type !== 'element') continue;
    last = list.tagName === 'ol' ? { ...item } : { ...uncounted(item) };
    items.push(last);
  }
  if (!last) return list.properties['id'] === undefined ? [] : [{ ...withTagName(list, 'div'), children: items }];
  return [withChildren(list, items)];
}

/** Definition lists hold groups of terms and of what they mean, all in boxes or none. */
export function conformDefinitions(list: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const parts: Element[] = [];
  const collect = (children: readonly ElementContent[]): void => {
    let loose: ElementContent[] = [];
    const flush = (): void => {
      const fitted = conformer.all(loose, [...inside, 'dd']);
      if (!fitted.every(isBlank)) {
        const last = parts.at(-1);
        if (last?.tagName === 'dd') last.children.push(...fitted);
        else
          parts.push(
            createElement(
              'dd',
              fitted,
              fitted.find((node) => node.position),
            ),
          );
      }
      loose = [];
    };
    for (const child of children) {
      if (isElement(child, 'dt', 'dd')) {
        flush();
        const [part] = conformer.placed(child, inside);
        if (part?.type === 'element') parts.push({ ...part, children: [...part.children] });
      } else if (isElement(child, 'div', 'dl') && child.children.some((each) => isElement(each, 'dt', 'dd'))) {
        flush();
        collect(child.children);
      } else loose.push(child);
    }
    flush();
  };
  collect(list.children);
  return parts.length ? [grouped(list, parts)] : [];
}

/** Terms and meanings in turn; meanings of nothing are a list of points. */
function grouped(list: Element, parts: readonly Element[]): Element {
  if (!parts.some((part) => part.tagName === 'dt')) {
    return { ...withTagName(list, 'ul'), children: parts.map((part) => withTagName(part, 'li')) };
  }
  const before = parts[0]?.tagName === 'dd' ? [createElement('dt', [])] : [];
  const after = parts.at(-1)?.tagName === 'dt' ? [createElement('dd', [])] : [];
  return withChildren(list, [...before, ...parts, ...after]);
}

/** Puts list items and definitions that stand alone into lists of their own. */
export function wrapStrayItems(nodes: readonly ElementContent[]): ElementContent[] {
  const isPart = (node: ElementContent | undefined): node is Element =>
    node !== undefined && isElement(node, 'li', 'dt', 'dd');
  if (!nodes.some(isPart)) return [...nodes];
  const gathered: ElementContent[] = [];
  let blanks: ElementContent[] = [];
  let parts: Element[] = [];
  const flush = (): void => {
    const [first] = parts;
    if (first?.tagName === 'li') gathered.push(createElement('ul', parts.map(uncounted), first));
    else if (first) gathered.push(grouped(createElement('dl', [], first), parts));
    gathered.push(...blanks);
    parts = [];
    blanks = [];
  };
  for (const node of nodes) {
    if (parts.length > 0 && isBlank(node)) blanks.push(node);
    else if (isPart(node)) {
      const sort = (each: Element): boolean => each.tagName === 'li';
      if (parts[0] && sort(parts[0]) !== sort(node)) flush();
      parts.push(node);
      blanks = [];
    } else {
      flush();
      gathered.push(node);
    }
  }
  flush();
  return gathered;
}

/** An item without its number, which counts in numbered lists only. */
function uncounted(item: Element): Element {
  const { value, ...others } = item.properties;
  return value === undefined ? item : { ...item, properties: others };
}
