/** Tables: a plain one becomes Markdown's own, any other stays HTML without its looks. */
import type { Element, ElementContent } from 'hast';
import type { AlignType, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { attributeOf, changedNodes, classesOf, isBare } from '../../html/hast-nodes.ts';
import type { HtmlReader, ToBlocks } from './html-reader.ts';
import { findElement } from './parse-page.ts';
import { phrasesOf } from './phrasing.ts';
import { openTag, rawHtml } from './print-raw.ts';
import { isInline, wordsOf } from './visible.ts';

/** A table with one head row, cells of text, and nothing that spans. */
export function tableOf(table: Element, reader: HtmlReader, blocksOf: ToBlocks): readonly RootContent[] {
  const rows = rowsOf(table);
  const cells = rows.map(({ children }) =>
    children.filter((child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName)),
  );
  const head = cells[0] ?? [];
  if (!reader.exact && isLayout(table, cells))
    return cells.flat().flatMap((cell) => reader.block?.(cell) ?? blocksOf(cell.children, reader));
  const plain =
    head.length > 0 &&
    head.every(({ tagName }) => tagName === 'th') &&
    !findElement(table, ({ tagName }) => tagName === 'caption' || tagName === 'br' || tagName === 'tfoot') &&
    !holdsTable(table) &&
    (!reader.exact || isBare(table)) &&
    cells.every((row) => row.length <= head.length) &&
    cells.flat().every(isPlain);
  if (!reader.exact && !findElement(table, ({ tagName }) => tagName === 'img') && wordsOf(table) === '') return [];
  if (!plain) return rawTable(table, reader, blocksOf);
  const align = head.map((cell): AlignType => {
    const style = attributeOf(cell, 'style') ?? '';
    const looks = `${classesOf(cell).join(' ')} align-${attributeOf(cell, 'align') ?? ''} ${style.replace(/text-align\s*:\s*/g, 'align-')}`;
    const found = /align-(left|center|right)\b/i.exec(looks)?.[1]?.toLowerCase();
    return (found as AlignType | undefined) ?? null;
  });
  const children = cells.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: phrasesOf(linesOf(cell), reader) as PhrasingContent[],
      })),
    }),
  );
  return [{ type: 'table', align, children } satisfies Table];
}

/** Its rows, and none of a table in it. */
const rowsOf = ({ children }: Element): readonly Element[] =>
  children.flatMap((child) =>
    child.type !== 'element' || child.tagName === 'table' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child),
  );

const holdsTable = (table: Element): boolean =>
  findElement(table, (each) => each !== table && each.tagName === 'table') !== undefined;

/** Whether a table does no more than put parts of a page where they stand: tables in it, headings, or one cell a row. */
function isLayout(table: Element, cells: readonly (readonly Element[])[]): boolean {
  const isFlow = (each: Element): boolean => /^(?:h[1-6]|table|article|section)$/.test(each.tagName);
  return (
    !findElement(table, ({ tagName }) => tagName === 'th' || tagName === 'caption') &&
    (/^(?:presentation|none)$/.test(attributeOf(table, 'role') ?? '') ||
      cells.flat().some((cell) => findElement(cell, isFlow) !== undefined) ||
      (cells.every((row) => row.length === 1) &&
        (cells.flat().some((cell) => findElement(cell, ({ tagName }) => tagName === 'p')) ||
          cells.flat().every(isLink))))
  );
}

/** Whether a cell is a link and no more, as a line of the contents. */
function isLink(cell: Element): boolean {
  const link = findElement(cell, (each) => each.tagName === 'a' && /[^#]/.test(attributeOf(each, 'href') ?? ''));
  return link !== undefined && wordsOf(link) === wordsOf(cell) && wordsOf(link).length > longestNumber;
}

/** The number of a note is no longer. */
const longestNumber = 6;

/** A table as raw HTML; a cell with the number of a note, which raw HTML cannot lead to its note, as Markdown between its tags. */
function rawTable(table: Element, reader: HtmlReader, blocksOf: ToBlocks): readonly RootContent[] {
  const blocks: RootContent[] = [];
  let html = '';
  const flush = (): void => {
    blocks.push({ type: 'html', value: html.replace(/\n\s*/g, '\n') });
    html = '';
  };
  const holdsNote = (node: ElementContent): boolean =>
    findElement(
      node,
      (each) => each !== node && (reader.phrase?.(each) !== undefined || reader.isNote?.(each) === true),
    ) !== undefined;
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element' || !holdsNote(node)) {
      html += rawHtml(node, reader.keep);
      return;
    }
    html += openTag(node, reader.keep);
    if (/^(?:table|thead|tbody|tfoot|tr)$/.test(node.tagName)) for (const child of node.children) visit(child);
    else {
      flush();
      blocks.push(...blocksOf(node.children, reader));
    }
    html += `</${node.tagName}>`;
  };
  visit(reader.exact ? table : pruned(table, reader));
  flush();
  return blocks;
}

/** Without what is left out wherever it stands; what nothing is left out of is the same element, by which its notes are known. */
function pruned(element: Element, reader: HtmlReader): Element {
  const children = changedNodes(element.children, (child) => {
    if (child.type !== 'element' || reader.isNote?.(child)) return [child];
    return reader.block?.(child)?.length === 0 ? [] : [pruned(child, reader)];
  });
  return children === element.children ? element : { ...element, children };
}

function isPlain(cell: Element): boolean {
  return (
    !['rowspan', 'colspan'].some((name) => (attributeOf(cell, name) ?? '1') !== '1') &&
    linesOf(cell).every((child) => child.type !== 'element' || isInline(child))
  );
}

/** Word puts a paragraph into every cell. */
function linesOf({ children }: Element): readonly ElementContent[] {
  const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return only?.type === 'element' && only.tagName === 'p' && others.length === 0 ? only.children : children;
}
