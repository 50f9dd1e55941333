/** Prints CSS as it was parsed, a rule a line. In: a tree. Out: CSS, selectors and values as they were written. */
import type { CssNodePlain } from 'css-tree';
import type { ParsedCss } from './parse-css.ts';

/** Prints a style sheet; what css-tree could not parse is left out. */
export function printStyleSheet({ text, nodes }: ParsedCss): string {
  return nodes.map((node) => printRule(node, text)).join('');
}

/** Prints declarations as a `style` attribute has them. */
export function printInlineStyle({ text, nodes }: ParsedCss): string {
  return nodes.flatMap((node) => printDeclaration(node, text)).join('; ');
}

/** What a node is in the CSS that it was parsed from. */
export function cssOf(node: CssNodePlain, text: string): string {
  return (
    node.loc ? text.slice(node.loc.start.offset, node.loc.end.offset) : 'value' in node ? `${node.value}` : ''
  ).trim();
}

function printRule(node: CssNodePlain, text: string): string {
  if (node.type !== 'Rule' && node.type !== 'Atrule') return '';
  const prelude = node.prelude ? cssOf(node.prelude, text) : '';
  const head = node.type === 'Rule' ? prelude : [`@${node.name}`, prelude].filter(Boolean).join(' ');
  if (!node.block) return `${head};\n`;
  const declarations = node.block.children.flatMap((child) => printDeclaration(child, text));
  return declarations.length > 0
    ? `${head} { ${declarations.join('; ')}; }\n`
    : `${head} {\n${printStyleSheet({ text, nodes: node.block.children })}}\n`;
}

function printDeclaration(node: CssNodePlain, text: string): readonly string[] {
  if (node.type !== 'Declaration') return [];
  const { property, value, important } = node;
  const mark = important === true ? ' !important' : important ? ` !${important}` : '';
  return [`${property.startsWith('--') ? property : property.toLowerCase()}: ${cssOf(value, text)}${mark}`];
}
