/** Tables and definition lists in the order that XHTML 1.1 asks for. In: HTML's. Out: the same rows, in the same order. */
import type { Shape } from '../book/xml-element.ts';
import type { Node } from './shapes.ts';

const isShape = (node: Node): node is Shape => typeof node !== 'string';
const named = (shape: Shape, ...names: readonly string[]): boolean => names.includes(shape.name);

/**
 * A table whose bodies all are `tbody` where any is: a foot stands before them in XHTML 1.1, which would change the order of the
 * words, and a head may not stand alone. A row without cells goes; a table without rows is a division.
 */
export function olderTable(table: Shape): Shape {
  const groups: Node[] = [];
  let loose: Node[] = [];
  const settle = () => {
    const rows = withCells(loose);
    groups.push(...(rows.some(isShape) ? [{ name: 'tbody', attributes: {}, children: rows }] : rows));
    loose = [];
  };
  const before: Node[] = [];
  for (const part of table.children) {
    const isBefore = groups.length === 0 && loose.length === 0;
    if (isShape(part) ? named(part, 'caption', 'col', 'colgroup') : isBefore) before.push(part);
    else if (!isShape(part) || named(part, 'tr')) loose.push(part);
    else if (named(part, 'thead', 'tbody', 'tfoot')) {
      settle();
      const rows = withCells(part.children);
      groups.push(...(rows.some(isShape) ? [{ ...part, children: rows }] : rows));
    }
  }
  settle();
  const bodies = groups.filter(isShape);
  if (bodies.length === 0) {
    const caption = before.flatMap((part) => (isShape(part) ? (part.name === 'caption' ? part.children : []) : [part]));
    return { name: 'div', attributes: table.attributes, children: [...caption, ...groups] };
  }
  const head = bodies.length > 1 && bodies[0]?.name === 'thead' ? bodies[0] : undefined;
  // Columns are all alone or all in groups.
  const isGrouped = before.some((part) => isShape(part) && part.name === 'colgroup');
  const opening = before.map((part) =>
    isGrouped && isShape(part) && part.name === 'col' ? { name: 'colgroup', attributes: {}, children: [part] } : part,
  );
  const rest = groups.map((group) => (!isShape(group) || group === head ? group : { ...group, name: 'tbody' }));
  return { ...table, children: [...opening, ...rest] };
}

/** Rows that have cells, and the space between them. */
function withCells(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((row): readonly Node[] => {
    if (!isShape(row)) return [row];
    const children = row.children.filter((cell) => !isShape(cell) || named(cell, 'td', 'th'));
    return named(row, 'tr') && children.some(isShape) ? [{ ...row, children }] : [];
  });
}

/** Terms and definitions without the divisions that HTML allows around them. */
export function olderDefinitions(list: Shape): Shape {
  const entries = list.children.flatMap((child): readonly Node[] =>
    isShape(child) && child.name === 'div' ? child.children : [child],
  );
  const hasEntries = entries.some((entry) => isShape(entry) && named(entry, 'dt', 'dd'));
  return hasEntries ? { ...list, children: entries } : { ...list, name: 'div', children: entries };
}
