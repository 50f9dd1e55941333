/** Tables of a Word document: rows and cells that tracked changes left, and the words of merged cells in the cell that is shown. */
import type { XmlElement } from '../../book/xml-element.ts';
import { childOf, elementsIn, elementsNamed } from '../../html/read-xml.ts';
import { element, namesOf, wordOf } from './elements.ts';

/** What may stand around rows and cells, and means nothing. */
const wrappers = namesOf('w:sdt w:sdtContent w:customXml w:ins w:moveTo w:smartTag');
const properties = namesOf('w:tblPr w:tblGrid w:trPr w:tcPr w:tblPrEx w:sdtPr w:sdtEndPr w:customXmlPr');

interface Cell {
  readonly properties: XmlElement;
  readonly blocks: XmlElement[];
}

/** The table, and after it what stands in it outside of any cell. */
export function plainTable(
  table: XmlElement,
  blocksIn: (parent: XmlElement) => readonly XmlElement[],
): readonly XmlElement[] {
  const strays: XmlElement[] = [];
  const named = (parent: XmlElement, name: string): readonly XmlElement[] =>
    elementsIn(parent).flatMap((child): readonly XmlElement[] => {
      if (child.name === name) return [child];
      if (wrappers.has(child.name)) return named(child, name);
      if (!properties.has(child.name)) strays.push(child);
      return [];
    });
  /** The last cell that began in each column. */
  const above = new Map<number, Cell>();
  const rows = named(table, 'w:tr').flatMap((row) => {
    const own = childOf(row, 'w:trPr');
    if (childOf(own, 'w:del')) return [];
    let column = 0;
    const cells = named(row, 'w:tc').flatMap((node): readonly Cell[] => {
      const its = childOf(node, 'w:tcPr');
      if (childOf(its, 'w:cellDel')) return [];
      const span = Math.min(Math.max(Number.parseInt(wordOf(its, 'w:gridSpan') ?? '1', 10) || 1, 1), 1000);
      const merge = wordOf(its, 'w:vMerge');
      const isContinued = merge !== undefined && merge !== 'restart';
      const blocks = blocksIn(node);
      const shown = isContinued ? above.get(column) : undefined;
      shown?.blocks.push(...blocks.filter((block) => elementsNamed(block, 'w:r').length > 0));
      const cell: Cell = {
        properties: element('w:tcPr', {}, [
          element('w:gridSpan', { 'w:val': String(span) }),
          ...(merge === undefined ? [] : [element('w:vMerge', { 'w:val': isContinued ? 'continue' : 'restart' })]),
        ]),
        blocks: shown ? [element('w:p')] : [...blocks],
      };
      if (!shown) above.set(column, cell);
      column += span;
      return [cell];
    });
    const isHead = !/^(?:0|false|off)$/.test(wordOf(own, 'w:tblHeader') ?? 'off');
    return [{ properties: element('w:trPr', {}, isHead ? [element('w:tblHeader')] : []), cells }];
  });
  const plain = rows.map((row) =>
    element('w:tr', {}, [
      row.properties,
      ...row.cells.map((cell) => element('w:tc', {}, [cell.properties, ...cell.blocks])),
    ]),
  );
  return [
    ...(plain.length > 0 ? [element('w:tbl', {}, plain)] : []),
    ...(strays.length > 0 ? blocksIn(element('w:body', {}, strays)) : []),
  ];
}
