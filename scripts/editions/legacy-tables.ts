/** Tables and definition lists in the order that XHTML 1.1 asks for. In: HTML's. Out: the same rows, in the same order. */
import type { Element, ElementContent } from 'hast';
import { elementOf, isElement } from '../html/hast-nodes.ts';

/**
 * A table whose bodies all are `tbody` where any is: a foot stands before them in XHTML 1.1, which would change the order of the
 * words, and a head may not stand alone. A row without cells goes; a table without rows is a division.
 */
export function olderTable(table: Element): Element {
  const groups: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const closeBody = () => {
    const rows = withCells(loose);
    groups.push(...(rows.some(isAnyElement) ? [elementOf('tbody', {}, rows)] : rows));
    loose = [];
  };
  const before: ElementContent[] = [];
  for (const part of table.children) {
    const isBefore = groups.length === 0 && loose.length === 0;
    if (isAnyElement(part) ? isElement(part, 'caption', 'col', 'colgroup') : isBefore) before.push(part);
    else if (!isAnyElement(part) || isElement(part, 'tr')) loose.push(part);
    else if (isElement(part, 'thead', 'tbody', 'tfoot')) {
      closeBody();
      const rows = withCells(part.children);
      groups.push(...(rows.some(isAnyElement) ? [{ ...part, children: rows }] : rows));
    }
  }
  closeBody();
  const bodies = groups.filter(isAnyElement);
  if (bodies.length === 0) {
    const caption = before.flatMap((part) =>
      isElement(part, 'caption') ? part.children : isAnyElement(part) ? [] : [part],
    );
    return elementOf('div', table.properties, [...caption, ...groups]);
  }
  const head = bodies.length > 1 && bodies[0]?.tagName === 'thead' ? bodies[0] : undefined;
  // Columns are all alone or all in groups.
  const isGrouped = before.some((part) => isElement(part, 'colgroup'));
  const opening = before.map((part) =>
    isGrouped && isElement(part, 'col') ? elementOf('colgroup', {}, [part]) : part,
  );
  const rest = groups.map((group) => (!isAnyElement(group) || group === head ? group : { ...group, tagName: 'tbody' }));
  return { ...table, children: [...opening, ...rest] };
}

/** Rows that have cells, and the space between them. */
function withCells(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((row): readonly ElementContent[] => {
    if (!isAnyElement(row)) return [row];
    const children = row.children.filter((cell) => !isAnyElement(cell) || isElement(cell, 'td', 'th'));
    return isElement(row, 'tr') && children.some(isAnyElement) ? [{ ...row, children }] : [];
  });
}

/** Terms and definitions without the divisions that HTML allows around them. */
export function olderDefinitions(list: Element): Element {
  const entries = list.children.flatMap((child) => (isElement(child, 'div') ? child.children : [child]));
  const hasEntries = entries.some((entry) => isElement(entry, 'dt', 'dd'));
  return hasEntries ? { ...list, children: entries } : { ...list, tagName: 'div', children: entries };
}

const isAnyElement = (node: ElementContent): node is Element => node.type === 'element';
