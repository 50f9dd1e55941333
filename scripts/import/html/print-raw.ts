/** Prints an element that Markdown has no sign for as raw HTML, tidied. In: elements. Out: markup without blank lines, which would end it. */
import type { Element, ElementContent } from 'hast';
import { escapeAttribute, escapeText } from '../../book/escape-xml.ts';
import { foreignElements, voidElements } from '../../book/html-elements.ts';
import { attributesOf } from '../../html/print-xhtml.ts';

/** Gives the value to print; an importer drops ids, classes and addresses that mean nothing in a manuscript. */
export type KeepAttribute = (name: string, value: string, element: Element) => string | undefined;

export function openTag(element: Element, keep: KeepAttribute, inForeign = false): string {
  const attributes = attributesOf(element, inForeign).flatMap(([name, value]) => {
    const kept = keep(name, value, element);
    return kept === undefined ? [] : [` ${name}="${entities(escapeAttribute(kept))}"`];
  });
  return `<${element.tagName}${attributes.join('')}>`;
}

export function rawHtml(node: ElementContent, keep: KeepAttribute, inForeign = false): string {
  if (node.type === 'text') return entities(escapeText(node.value)).replace(/\n(?=[ \t]*\n)/g, '&#10;');
  if (node.type !== 'element') return '';
  const isForeign = inForeign || foreignElements.has(node.tagName);
  const start = openTag(node, keep, isForeign);
  if (!isForeign && voidElements.has(node.tagName)) return start;
  return `${start}${node.children.map((child) => rawHtml(child, keep, isForeign)).join('')}</${node.tagName}>`;
}

/** A no-break space as a person would type it. */
const entities = (markup: string): string => markup.replaceAll('\u00A0', '&nbsp;');
