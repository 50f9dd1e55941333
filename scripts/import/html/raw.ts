/** Prints an element that Markdown has no sign for as raw HTML, tidied. In: elements. Out: markup without blank lines, which would end it. */
import { voidElements } from '../../book/html-elements.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

/** Gives the attributes to print; an importer drops ids, classes and addresses that mean nothing in a manuscript. */
export type KeepAttributes = (element: HtmlElement) => readonly (readonly [string, string])[];

export function openTag(element: HtmlElement, keep: KeepAttributes): string {
  const attributes = keep(element).map(([name, value]) => ` ${name}="${escapeHtml(value).replaceAll('"', '&quot;')}"`);
  return `<${element.name}${attributes.join('')}>`;
}

export function rawHtml(node: HtmlNode, keep: KeepAttributes): string {
  if (node.type === 'text') return escapeHtml(node.value).replace(/\n(?=[ \t]*\n)/g, '&#10;');
  if (voidElements.has(node.name)) return openTag(node, keep);
  return `${openTag(node, keep)}${node.children.map((child) => rawHtml(child, keep)).join('')}</${node.name}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00A0', '&nbsp;');
}
