/** Tables: a plain one becomes Markdown's own, any other stays HTML without its looks. */
import type { AlignType, PhrasingContent, Table, TableRow } from 'mdast';
import type { Reading } from './html-reader-options.ts';
import { phrasesOf } from './inline.ts';
import { rawHtml } from './raw.ts';
import { classesOf, findElement, findElements, type HtmlElement, type HtmlNode } from './tree.ts';
import { isInline } from './visible.ts';

/** A table with one head row, cells of text, and nothing that spans. */
export function tableOf(
  table: HtmlElement,
  reading: Reading,
): Table | { readonly type: 'html'; readonly value: string } {
  const rows = findElements(table, ({ name }) => name === 'tr');
  const cells = rows.map(({ children }) =>
    children.filter((child): child is HtmlElement => child.type === 'element' && /^t[dh]$/.test(child.name)),
  );
  const head = cells[0] ?? [];
  const plain =
    head.length > 0 &&
    head.every(({ name }) => name === 'th') &&
    !findElement(table, ({ name }) => name === 'caption' || name === 'br' || name === 'tfoot') &&
    findElements(table, ({ name }) => name === 'table').length === 1 &&
    (!reading.exact || table.attributes.size === 0) &&
    cells.every((row) => row.length <= head.length) &&
    cells.flat().every(isPlain);
  if (!plain) return { type: 'html', value: rawHtml(table, reading.keep).replace(/\n\s*/g, '\n') };
  const align = head.map((cell): AlignType => {
    const style = cell.attributes.get('style') ?? '';
    const looks = `${classesOf(cell).join(' ')} align-${cell.attributes.get('align') ?? ''} ${style.replace(/text-align\s*:\s*/g, 'align-')}`;
    const found = /align-(left|center|right)\b/i.exec(looks)?.[1]?.toLowerCase();
    return (found as AlignType | undefined) ?? null;
  });
  const children = cells.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: phrasesOf(linesOf(cell), reading) as PhrasingContent[],
      })),
    }),
  );
  return { type: 'table', align, children };
}

function isPlain(cell: HtmlElement): boolean {
  return (
    !['rowspan', 'colspan'].some((name) => (cell.attributes.get(name) ?? '1') !== '1') &&
    linesOf(cell).every((child) => child.type === 'text' || isInline(child))
  );
}

/** Word puts a paragraph into every cell. */
function linesOf({ children }: HtmlElement): readonly HtmlNode[] {
  const [only, ...others] = children.filter((child) => child.type === 'element' || child.value.trim() !== '');
  return only?.type === 'element' && only.name === 'p' && others.length === 0 ? only.children : children;
}
