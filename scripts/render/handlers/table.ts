/** How tables look: a head of one row whose cells head columns, alignment as classes. */
import type { Table, TableCell, TableRow } from 'mdast';
import type { Handler, State } from 'mdast-util-to-hast';
import { elementOf } from '../../html/hast-nodes.ts';
import { childrenOf, patched } from './section-context.ts';

export const table: Handler = (state, node: Table) => {
  const [head, ...body] = node.children.map((row, at) => tableRow(state, row, node.align, at === 0));
  const parts = [
    elementOf('thead', {}, head ? [head] : []),
    ...(body.length > 0 ? [elementOf('tbody', {}, body)] : []),
  ];
  return patched(state, node, elementOf('table', {}, parts));
};

function tableRow(state: State, row: TableRow, align: Table['align'], isHead: boolean) {
  const cell = (each: TableCell, column: number) => {
    const side = align?.[column];
    const properties = { ...(isHead && { scope: 'col' }), ...(side && { className: [`align-${side}`] }) };
    return patched(state, each, elementOf(isHead ? 'th' : 'td', properties, childrenOf(state, each)));
  };
  return patched(state, row, elementOf('tr', {}, row.children.map(cell)));
}
