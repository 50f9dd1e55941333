/**
 * The edition for weak eyes. In: a publication and its templates. Out: the same words in large type, ranged to the side that reading
 * begins at, headings in order (docs/editions.md). The style is that of its theme without what is hard to see.
 */
import type { Element, ElementContent } from 'hast';
import type { Publication, Resource, Templates } from '../book/publication.ts';
import { styleSheet, withStyleSheet } from '../book/style-sheet.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import { headingLevels } from '../html/heading-levels.ts';
import type { Edition } from './edition.ts';
import { largeInlineStyle, largeLines, largeStyle } from './large-print-style.ts';

/** Makes a publication in large print. */
export function makeLargePrint(publication: Publication, templates: Templates): Edition {
  const { accessibility, documents, resources } = publication;
  const added = (name: 'large-print.css' | 'large-print-modern.css') => templates.get(name) ?? '';
  const sheetOf = (resource: Resource): Resource => {
    if (resource.mediaType !== 'text/css') return resource;
    const css = largeStyle(new TextDecoder().decode(resource.bytes));
    const isModern = resource.id === 'modern-style';
    return { ...resource, bytes: new TextEncoder().encode(isModern ? css + added('large-print-modern.css') : css) };
  };
  const features = new Set([...accessibility.features, 'largePrint']);
  return {
    publication: {
      ...publication,
      accessibility: { ...accessibility, features: [...features].sort() },
      documents: documents.map((document) => ({ ...document, content: withOrder(document.content.map(withoutSmall)) })),
      resources: resources.map(sheetOf),
    },
    templates: withStyleSheet(templates, largeStyle(styleSheet(templates)) + added('large-print.css')),
    printStyle: largeLines,
  };
}

/** A node without what its own style makes small or faint. */
function withoutSmall(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { style, ...others } = node.properties;
  const inline = style === undefined ? undefined : largeInlineStyle(String(style));
  const properties = inline === undefined ? others : { ...others, style: inline };
  return { ...node, properties, children: node.children.map(withoutSmall) };
}

/** Headings of one page without a gap between their levels, edited in place: raw HTML may have one. */
function withOrder(content: readonly ElementContent[]): readonly ElementContent[] {
  const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);
  let levelOf = headingLevels(undefined);
  for (const heading of elementsIn(content).filter(isHeading)) {
    const depth = Number(heading.tagName[1]);
    if (depth === 1) levelOf = headingLevels(1);
    else heading.tagName = `h${levelOf(depth)}`;
  }
  return content;
}
