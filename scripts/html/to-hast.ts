/** Adapter elements as hast: attributes cleaned, formulas and drawings checked against their vocabularies. */
import type { Element, ElementContent, Properties } from 'hast';
import { html } from 'parse5';
import { cleanSvg } from '../book/clean-svg.ts';
import type { XmlElement } from '../book/xml-element.ts';
import { cleanAttributes } from './attributes.ts';
import { cleanMath } from './mathml.ts';
import { tagPolicyOf } from './tag-policy.ts';
import { recordLoss } from './tokenize.ts';
import type { AdapterElement, AdapterNode } from './tree-adapter.ts';

/** The hast of elements; they are never deeper than the fragment lets them be. */
export function toHast(nodes: readonly AdapterNode[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.kind === 'node') return node.node.type === 'doctype' ? [] : [node.node];
    if (node.kind === 'text')
      return [{ type: 'text', value: node.value, ...(node.position && { position: node.position }) }];
    if (node.namespace === html.NS.SVG) return svgToHast(node);
    if (node.namespace === html.NS.MATHML) return mathToHast(node);
    return [elementToHast(node)];
  });
}

function elementToHast(element: AdapterElement): Element {
  const { tag } = element;
  const { properties, lost, aliases } = cleanAttributes(
    element.name,
    element.attributes,
    tag && tagPolicyOf(tag.name).className,
  );
  if (tag) for (const name of lost) recordLoss(tag.origin, name, tag.position);
  return {
    type: 'element',
    tagName: element.name,
    properties,
    children: toHast(element.children),
    data: { fromHtml: true, ...(aliases.length && { aliases }) },
    ...(tag?.position && { position: tag.position }),
  };
}

/** An element of another vocabulary as plain names, attributes as XML writes them, text; what is HTML or Markdown in it stays apart. */
function toXmlElement(element: AdapterElement): XmlElement {
  return {
    name: element.name,
    attributes: Object.fromEntries(
      element.attributes.map(({ name, prefix, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    ),
    children: element.children.map((node): XmlElement | string =>
      node.kind === 'text'
        ? node.value
        : node.kind === 'node'
          ? { name: '#node', attributes: {}, children: [textOf(node)] }
          : toXmlElement(node),
    ),
  };
}

function textOf(node: AdapterNode): string {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'element') return node.children.map(textOf).join('');
  interface Words {
    readonly type: string;
    readonly value?: unknown;
    readonly properties?: { readonly alt?: unknown };
    readonly children?: readonly Words[];
  }
  const words = (node: Words): string =>
    node.type === 'text'
      ? String(node.value)
      : node.properties?.alt
        ? String(node.properties.alt)
        : (node.children ?? []).map(words).join('');
  return words(node.node as Words);
}

function svgToHast(element: AdapterElement): ElementContent[] {
  const { shape, lost, words } = cleanSvg(toXmlElement(element));
  if (element.tag) for (const name of lost) recordLoss(element.tag.origin, name, element.tag.position);
  const kept: ElementContent[] = shape ? [elementOf(shape, element)] : [];
  if (shape && !('xmlns:xlink' in shape.attributes) && hasReferences(shape))
    kept.splice(
      0,
      1,
      elementOf(
        { ...shape, attributes: { 'xmlns:xlink': 'http://www.w3.org/1999/xlink', ...shape.attributes } },
        element,
      ),
    );
  if (!shape && element.tag) recordLoss(element.tag.origin, `<${element.name}>`, element.tag.position);
  return words.trim()
    ? [...kept, { type: 'text', value: `${shape ? ' ' : ''}${words.replace(/\s+/g, ' ').trim()}` }]
    : kept;
}

const hasReferences = (shape: XmlElement): boolean =>
  'xlink:href' in shape.attributes || shape.children.some((child) => typeof child !== 'string' && hasReferences(child));

function mathToHast(element: AdapterElement): ElementContent[] {
  const shape = toXmlElement(element);
  const math = cleanMath(shape);
  if (math) return [elementOf(math, element)];
  if (element.tag) recordLoss(element.tag.origin, '<math> that is no formula', element.tag.position);
  const words = textOf(element).replace(/\s+/g, ' ').trim();
  return words ? [{ type: 'text', value: words }] : [];
}

function elementOf(shape: XmlElement, element: AdapterElement): Element {
  return {
    type: 'element',
    tagName: shape.name,
    properties: { ...shape.attributes } as Properties,
    children: shape.children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : elementOf(child, element),
    ),
    data: { fromHtml: true },
    ...(element.tag?.position && { position: element.tag.position }),
  };
}
