/**
 * Fits tables: caption, columns, head, bodies, foot, in this order; rows of cells and nothing else.
 * What has no place in a table stands before it, as browsers put it.
 */
import type { Element, ElementContent } from 'hast';
import { type Conformer, createElement, isBlank, isElement, withChildren, withTagName } from './hast-nodes.ts';

/** Fits a table; fits its rows and sections when it meets them alone. */
export function conformTable(table: Element, inside: readonly string[], conformer: Conformer): ElementContent[] {
  const astray: ElementContent[] = [];
  if (table.tagName === 'tr') return row(table, inside, conformer, astray) ?? [];
  if (table.tagName !== 'table') return section(table, inside, conformer, astray);

  const { captions, columns, head, bodies, foot, others } = partsOf(table);
  for (const each of others) astray.push(...conformer.all([each], inside.slice(0, -1)));
  const sections = (parts: readonly (Element | undefined)[]): ElementContent[] =>
    parts.flatMap((part) => (part ? section(part, [...inside, part.tagName], conformer, astray) : []));
  const rows = [...sections([head]), ...sections(bodies), ...sections([foot])];
  const [first, ...moreCaptions] = captions;
  const caption = first ? conformer.placed(first, [...inside, 'caption']) : [];
  const more = moreCaptions.flatMap((each) => conformer.placed(withTagName(each, 'div'), inside.slice(0, -1)));
  const before = [...(astray.every(isBlank) ? [] : astray), ...more];
  if (rows.length === 0) {
    return [...before, ...caption.map((each) => (each.type === 'element' ? withTagName(each, 'div') : each))];
  }
  return [...before, withChildren(table, [...caption, ...columnsOf(columns), ...rows])];
}

/** The parts of a table, with rows and cells outside a section in bodies of their own; and what is no part of one. */
function partsOf(table: Element) {
  const [captions, columns, bodies]: [Element[], Element[], Element[]] = [[], [], []];
  const others: ElementContent[] = [];
  let head: Element | undefined;
  let foot: Element | undefined;
  let loose: Element | undefined;
  for (const child of table.children) {
    if (isElement(child, 'caption')) captions.push(child);
    else if (isElement(child, 'colgroup', 'col')) columns.push(child);
    else if (isElement(child, 'thead', 'tbody', 'tfoot')) {
      loose = undefined;
      if (child.tagName === 'thead' && !head && bodies.length === 0) head = child;
      else if (child.tagName === 'tfoot' && !foot) foot = child;
      else bodies.push(withTagName(child, 'tbody'));
    } else if (isElement(child, 'tr', 'td', 'th')) {
      if (!loose) bodies.push((loose = createElement('tbody', [])));
      loose.children.push(child);
    } else others.push(child);
  }
  return { captions, columns, head, bodies, foot, others };
}

/** Columns stand in groups; a group has columns or a span. */
function columnsOf(columns: readonly Element[]): Element[] {
  const groups: Element[] = [];
  let open: Element | undefined;
  for (const column of columns) {
    if (column.tagName === 'col') {
      if (!open) {
        open = createElement('colgroup', []);
        groups.push(open);
      }
      open.children.push({ ...column, children: [] });
      continue;
    }
    open = undefined;
    const own = column.children
      .filter((child): child is Element => isElement(child, 'col'))
      .map((child) => ({ ...child, children: [] }));
    const { span: _, ...others } = column.properties;
    groups.push({ ...column, properties: own.length ? others : column.properties, children: own });
  }
  return groups;
}

function section(
  part: Element,
  inside: readonly string[],
  conformer: Conformer,
  astray: ElementContent[],
): ElementContent[] {
  const rows: ElementContent[] = [];
  let loose: Element | undefined;
  for (const child of part.children) {
    if (isElement(child, 'tr')) {
      loose = undefined;
      rows.push(child);
    } else if (isElement(child, 'td', 'th')) {
      if (!loose) {
        loose = createElement('tr', []);
        rows.push(loose);
      }
      loose.children.push(child);
    } else if (!isBlank(child)) astray.push(...conformer.all([child], inside.slice(0, -2)));
  }
  const fitted = rows.flatMap((each) =>
    isElement(each, 'tr') ? (row(each, [...inside, 'tr'], conformer, astray) ?? []) : [],
  );
  // A cell can't reach below its section's last row; some readers hang when it tries.
  fitted.forEach((each, at) => {
    for (const cell of each.children) {
      if (cell.type === 'element' && Number(cell.properties['rowSpan'] ?? 1) > fitted.length - at) {
        cell.properties = { ...cell.properties, rowSpan: fitted.length - at };
      }
    }
  });
  return fitted.length ? [withChildren(part, fitted)] : [];
}

function row(
  tr: Element,
  inside: readonly string[],
  conformer: Conformer,
  astray: ElementContent[],
): Element[] | undefined {
  const cells: ElementContent[] = [];
  for (const child of tr.children) {
    if (isElement(child, 'td', 'th'))
      cells.push(...conformer.placed(child, inside).map((cell) => (cell.type === 'element' ? { ...cell } : cell)));
    else if (!isBlank(child)) astray.push(...conformer.all([child], inside.slice(0, -3)));
  }
  return cells.length ? [withChildren(tr, cells)] : undefined;
}
