/** What Send to Kindle takes of a style sheet. In: CSS. Out: CSS without what it refuses or drops. */
import type { CssNodePlain } from 'css-tree';
import { type ParsedCss, parseInlineStyle, parseStyleSheet, withBlock } from '../css/parse-css.ts';
import { cssOf, joinLines, type PrintedLine, printInlineStyle, printLines } from '../css/print-css.ts';

/** A style sheet without custom properties, `max-width` and comments, line by line. */
export function kindleLines(css: string): readonly PrintedLine[] {
  return printLines(supported(parseStyleSheet(css)));
}

/** The same as a text. */
export const kindleStyle = (css: string): string => joinLines(kindleLines(css));

/** A `style` attribute without the same; undefined where nothing is left. */
export function kindleInlineStyle(css: string): string | undefined {
  return printInlineStyle(supported(parseInlineStyle(css))) || undefined;
}

function supported({ text, nodes }: ParsedCss): ParsedCss {
  const kept = nodes.flatMap((node): readonly CssNodePlain[] => {
    if (node.type === 'Declaration') return isSupported(node.property, cssOf(node.value, text)) ? [node] : [];
    if (node.type === 'Comment') return [];
    if ((node.type !== 'Rule' && node.type !== 'Atrule') || !node.block) return [node];
    return withBlock(node, supported({ text, nodes: node.block.children }).nodes);
  });
  return { text, nodes: kept };
}

function isSupported(property: string, value: string): boolean {
  return !property.startsWith('--') && property.toLowerCase() !== 'max-width' && !/\b(?:var|env)\(/i.test(value);
}
