/** How tables look: a head whose cells head columns, a caption, alignment as classes. */
import type { Element } from 'hast';
import type { BlockCell, Table, TableCaption, TableCell, TableRow } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { markWideTable } from '../wide-table.ts';
import { blockOf, childrenOf, patched, type SectionContext } from './section-context.ts';

export const tableHandler =
  ({ forms }: SectionContext): Handler =>
  (state, node: Table) => {
    const all = node.children.filter((child): child is TableRow => child.type === 'tableRow');
    // GFM has no other way to write a table without a head than one whose cells are empty.
    const isHeadless =
      node.data?.headRows === undefined &&
      all.length > 1 &&
      all[0]?.children.every((cell) => cell.children.length === 0);
    const headRows = isHeadless ? 0 : (node.data?.headRows ?? 1);
    const rows = isHeadless ? all.slice(1) : all;
    const made = rows.map((row, at) => tableRow(state, row, node.align, at < headRows));
    const [head, body] = [made.slice(0, headRows), made.slice(headRows)];
    const parts = [
      ...node.children.flatMap((child) => (child.type === 'tableCaption' ? [caption(state, child)] : [])),
      ...(head.length > 0 || body.length === 0 ? [elementOf('thead', {}, head)] : []),
      ...(body.length > 0 ? [elementOf('tbody', {}, body)] : []),
    ];
    const element = elementOf('table', {}, parts);
    if (markWideTable(element, made, headRows)) forms.add('table');
    return patched(state, node, element);
  };

const caption = (state: State, node: TableCaption): Element =>
  patched(state, node, elementOf('caption', {}, state.all({ ...node, type: 'paragraph' }) as Element['children']));

function tableRow(state: State, row: TableRow, align: Table['align'], isHead: boolean) {
  let column = 0;
  const cell = (each: TableCell | BlockCell) => {
    const side = align?.[column];
    column += Number(each.data && 'hProperties' in each.data ? (each.data.hProperties?.['colSpan'] ?? 1) : 1);
    const properties = { ...(isHead && { scope: 'col' }), ...(side && { className: [`align-${side}`] }) };
    const children =
      each.type === 'tableCell'
        ? childrenOf(state, each)
        : each.children.flatMap((block) => blockOf(state, block, row));
    return patched(state, each, elementOf(isHead ? 'th' : 'td', properties, children));
  };
  return patched(state, row, elementOf('tr', {}, row.children.map(cell)));
}
