/**
 * Numbered lists for devices that count from 1 and no other way: where an author counts otherwise, numbers become words.
 * In: an `ol` as HTML has it. Out: a list as XHTML 1.1 has it. Refuses to know: what stands in its items.
 */

import { lookUp } from '../book/look-up.ts';
import type { Shape } from '../book/xml-element.ts';
import type { Node } from './shapes.ts';

const styles: Readonly<Record<string, string>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** The list with its numbers written out, or with a class for its kind of numbers, or as it was. */
export function countedList(list: Shape): Shape {
  const { start, reversed, type = '1', ...attributes } = list.attributes;
  const items = list.children.filter(isItem);
  const isUsual = start === undefined && reversed === undefined && items.every(({ attributes: { value } }) => !value);
  const classed = (name: string) => ({ ...attributes, class: [attributes['class'], name].filter(Boolean).join(' ') });
  if (isUsual) {
    const style = lookUp(styles, type);
    return { ...list, attributes: style === undefined ? attributes : classed(style) };
  }
  const step = reversed === undefined ? 1 : -1;
  let number = start === undefined ? (reversed === undefined ? 1 : items.length) : Number(start);
  const children = list.children.map((child): Node => {
    if (!isItem(child)) return child;
    const { value, ...others } = child.attributes;
    if (value) number = Number(value);
    const words = `${written(number, type)}. `;
    number += step;
    return { ...child, attributes: others, children: withNumber(child.children, words) };
  });
  return { name: 'ul', attributes: classed('counted'), children };
}

const isItem = (node: Node): node is Shape => typeof node !== 'string' && node.name === 'li';

/** Puts a number before an item's first words. */
function withNumber(children: readonly Node[], words: string): readonly Node[] {
  const number: Node = { name: 'span', attributes: { class: 'counter' }, children: [words] };
  const [first, ...rest] = children.filter((child, at) => at > 0 || typeof child !== 'string' || child.trim() !== '');
  return typeof first === 'object' && first.name === 'p'
    ? [{ ...first, children: [number, ...first.children] }, ...rest]
    : [number, ...children];
}

/** A number as a list shows it (CSS Lists 3, §6): letters from 1 on, Roman numerals up to 3999, else figures. */
function written(number: number, type: string): string {
  if (number < 1) return String(number);
  if (/^[aA]$/.test(type)) {
    let letters = '';
    for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
      letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
    return type === 'A' ? letters.toUpperCase() : letters;
  }
  if (!/^[iI]$/.test(type) || number > 3999) return String(number);
  let left = number;
  let numerals = '';
  for (const [value, numeral] of roman) for (; left >= value; left -= value) numerals += numeral;
  return type === 'I' ? numerals.toUpperCase() : numerals;
}

const roman = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
