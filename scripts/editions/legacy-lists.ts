/**
 * Numbered lists for devices that count from 1 and no other way: where an author counts otherwise, numbers become words.
 * In: an `ol` as HTML has it. Out: a list as XHTML 1.1 has it.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { lookUp } from '../book/look-up.ts';
import { classesOf, elementOf, isElement } from '../html/hast-nodes.ts';

const styles: Readonly<Record<string, string>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** The list with its numbers written out, or with a class for its kind of numbers, or as it was. */
export function countedList(list: Element): Element {
  const { start, reversed, type = '1', ...others } = list.properties;
  const items = list.children.filter((child) => isElement(child, 'li'));
  const isUsual = start === undefined && reversed === undefined && items.every(({ properties: { value } }) => !value);
  const classed = (name: string): Properties => ({ ...others, className: [...classesOf(list), name] });
  if (isUsual) {
    const style = lookUp(styles, String(type));
    return { ...list, properties: style === undefined ? others : classed(style) };
  }
  const step = reversed === undefined ? 1 : -1;
  let number = start === undefined ? (reversed === undefined ? 1 : items.length) : Number(start);
  const children = list.children.map((child): ElementContent => {
    if (!isElement(child, 'li')) return child;
    const { value, ...rest } = child.properties;
    if (value) number = Number(value);
    const words = `${written(number, String(type))}. `;
    number += step;
    return { ...child, properties: rest, children: withNumber(child.children, words) };
  });
  return elementOf('ul', classed('counted'), children);
}

/** Puts a number before an item's first words. */
function withNumber(children: readonly ElementContent[], words: string): ElementContent[] {
  const number = elementOf('span', { className: ['counter'] }, [{ type: 'text', value: words }]);
  const [first, ...rest] = children.filter((child, at) => at > 0 || child.type !== 'text' || child.value.trim() !== '');
  return first && isElement(first, 'p')
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
