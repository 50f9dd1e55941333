/**
 * Tables that are wider than a phone’s page. In: a table’s rows. Out: classes by which `forms.css` sets them smaller, or each row as a list of its
 * cells, with the words of the column’s head before each. Words may be divided, numbers may not.
 */
import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { classesOf, isElement } from '../html/hast-nodes.ts';

/** How many characters a phone’s page is wide, in type that eyes of fifty years like. */
const page = 34;
/** What a column needs beside its widest word. */
const gap = 1.5;
/** A longer word is divided. */
const longestWord = 12;
/** The smallest type that is set, as a part of the text’s. */
const smallest = 0.7;

const number = /^[-+−±~≈<>]?[\p{Sc}]?[\d.,'’\u00A0\u202F\s]*\d[\d.,]*[\p{Sc}%‰]?$/u;

/** Marks a table that is too wide, in place; says whether it was. */
export function markWideTable(table: Element, rows: readonly Element[], headRows: number): boolean {
  const needed = widthOf(rows);
  if (needed <= page) return false;
  const isStacked = needed * smallest > page;
  table.properties['className'] = ['wide-table', ...(isStacked ? ['stacked-table'] : [])];
  const [head] = headRows === 1 ? rows : [];
  const names = head?.children.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim());
  for (const row of rows)
    for (const [column, cell] of row.children.entries()) {
      if (!isElement(cell, 'td', 'th')) continue;
      const name = names?.[column];
      if (number.test(textOf(cell))) cell.properties['className'] = [...classesOf(cell), 'nowrap'];
      if (isStacked && name && cell.tagName === 'td') cell.properties['dataHead'] = `${name}: `;
    }
  return true;
}

/** The sum of the widest words of each column, in characters. */
function widthOf(rows: readonly Element[]): number {
  const widths: number[] = [];
  for (const { children } of rows)
    for (const [column, cell] of children.entries()) {
      const words = textOf(cell).trim();
      const parts = number.test(words) ? [words] : words.split(/\s+/).map((word) => word.slice(0, longestWord));
      widths[column] = Math.max(widths[column] ?? 0, ...parts.map(({ length }) => length));
    }
  return widths.reduce((sum, width) => sum + width + gap, 0);
}
