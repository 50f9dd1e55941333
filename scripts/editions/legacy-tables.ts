/** Tables and definition lists in the order that XHTML 1.1 asks for. In: HTML's. Out: the same rows, in the same order. */
import type { Shape } from '../book/shape.ts';
import type { Node } from './shapes.ts';

const isShape = (node: Node): node is Shape => typeof node !== 'string';
const named = (shape: Shape, ...names: readonly string[]): boolean => names.includes(shape.name);

/**
 * A table whose bodies all are `tbody` where any is: a foot stands before them in XHTML 1.1, which would change the order of the
 * words, and a head may not stand alone. A row without cells goes; a table without rows is a division.
 */
export function olderTable(table: Shape): Shape {
  const parts = table.children.filter(isShape);
  const columns = parts.filter((part) => named(part, 'col', 'colgroup'));
  const caption = parts.filter((part) => named(part, 'caption')).slice(0, 1);
  const groups: Shape[] = [];
  let loose: Shape[] = [];
  const settle = () => {
    if (loose.length > 0) groups.push({ name: 'tbody', attributes: {}, children: loose });
    loose = [];
  };
  for (const part of parts) {
    if (named(part, 'tr')) loose.push(...withCells([part]));
    if (!named(part, 'thead', 'tbody', 'tfoot')) continue;
    settle();
    const rows = withCells(part.children.filter(isShape));
    if (rows.length > 0) groups.push({ ...part, children: rows });
  }
  settle();
  if (groups.length === 0)
    return { name: 'div', attributes: table.attributes, children: caption.flatMap(({ children }) => children) };
  const [first] = groups;
  const hasHead = first !== undefined && first.name === 'thead' && groups.length > 1;
  const bodies = groups.map((group, at) => (hasHead && at === 0 ? group : { ...group, name: 'tbody' }));
  // Columns are all alone or all in groups.
  const grouped = columns.some((part) => part.name === 'colgroup')
    ? columns.map((part) => (part.name === 'col' ? { name: 'colgroup', attributes: {}, children: [part] } : part))
    : columns;
  return { ...table, children: [...caption, ...grouped, ...bodies] };
}

function withCells(rows: readonly Shape[]): readonly Shape[] {
  return rows
    .filter((row) => named(row, 'tr'))
    .map((row) => ({ ...row, children: row.children.filter((cell) => isShape(cell) && named(cell, 'td', 'th')) }))
    .filter(({ children }) => children.length > 0);
}

/** Terms and definitions without the divisions that HTML allows around them. */
export function olderDefinitions(list: Shape): Shape {
  const entries = list.children.flatMap((child): readonly Node[] =>
    isShape(child) && child.name === 'div' ? child.children : [child],
  );
  const hasEntries = entries.some((entry) => isShape(entry) && named(entry, 'dt', 'dd'));
  return hasEntries ? { ...list, children: entries } : { ...list, name: 'div', children: entries };
}
