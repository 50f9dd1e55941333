/**
 * Parses well-formed XHTML. In: markup of a page's body. Out: hast, to the character what `print-xhtml.ts` prints as it,
 * without positions; or what is not well-formed. Declares no entity, fetches nothing.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { SaxesParser } from 'saxes';
import { propertyName } from './attribute-names.ts';

/** The nodes, or the parser's first complaint with its line (from 1) of the markup. */
type ParsedXhtml =
  | { readonly nodes: readonly ElementContent[] }
  | { readonly malformed: string; readonly line: number };

/** Parses markup; comments, processing instructions and `xmlns` are left out. */
export function parseXhtml(markup: string): ParsedXhtml {
  const nodes: ElementContent[] = [];
  const open: Element[] = [];
  let failure: { readonly malformed: string; readonly line: number } | undefined;
  const addText = (value: string) => {
    const siblings = open.at(-1)?.children ?? nodes;
    const last = siblings.at(-1);
    if (last?.type === 'text') last.value += value;
    else siblings.push({ type: 'text', value });
  };
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('error', ({ message }) => {
    failure ??= { malformed: message, line: Number(/^(\d+):/.exec(message)?.[1] ?? 1) };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { type: 'element', tagName: name, properties: propertiesOf(attributes), children: [] };
    (open.at(-1)?.children ?? nodes).push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(markup).close();
  return failure ?? { nodes };
}

function propertiesOf(attributes: Readonly<Record<string, string>>): Properties {
  const properties: Properties = {};
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (name === 'class') properties['className'] = value.split(/\s+/).filter(Boolean);
    else if (name !== 'xmlns') properties[propertyName(name)] = value;
  }
  return properties;
}
