/** Prints CSS as it was parsed, a rule a line. In: a tree. Out: CSS, selectors and values as they were written. */
import type { CssNodePlain } from 'css-tree';
import type { ParsedCss } from './parse-css.ts';

export interface PrintedLine {
  readonly css: string;
  /** Which line of the parsed CSS it is of, from 1. */
  readonly line: number;
}

/** Prints a style sheet; what css-tree could not parse is left out, and so are comments but those that begin with `!`. */
export function printStyleSheet(parsed: ParsedCss): string {
  return joinLines(printLines(parsed));
}

/** Lines as one text. */
export const joinLines = (lines: readonly PrintedLine[]): string => lines.map(({ css }) => `${css}\n`).join('');

/** The same, line by line. */
export function printLines({ text, nodes }: ParsedCss): readonly PrintedLine[] {
  return nodes.flatMap((node) => printRule(node, text));
}

/** Prints declarations as a `style` attribute has them. */
export function printInlineStyle({ text, nodes }: ParsedCss): string {
  return nodes.flatMap((node) => printDeclaration(node, text)).join('; ');
}

/** What a node is in the CSS that it was parsed from, in one line. */
export function cssOf(node: CssNodePlain, text: string): string {
  if (!node.loc) return 'value' in node ? `${node.value}`.trim() : '';
  return onOneLine(text.slice(node.loc.start.offset, node.loc.end.offset), node.type === 'SelectorList' ? '' : ' ');
}

const blanks = /(\\[\s\S]|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^'\\]*(?:\\[\s\S][^'\\]*)*')|(?:\s|\/\*[\s\S]*?(?:\*\/|$))+/g;

/** CSS with a space for each run of white space and comments; comments with no white space around them become `glue`. */
export function onOneLine(css: string, glue = ' '): string {
  return css
    .replace(blanks, (blank, kept: string | undefined) => {
      if (kept !== undefined) return kept.replaceAll('\\\n', '');
      return blank.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '') === '' ? glue : ' ';
    })
    .trim();
}

function printRule(node: CssNodePlain, text: string): readonly PrintedLine[] {
  const line = node.loc?.start.line ?? 1;
  if (node.type === 'Comment') return `/*${node.value}*/`.split('\n').map((css) => ({ css, line }));
  if (node.type !== 'Rule' && node.type !== 'Atrule') return [];
  const prelude = node.prelude ? cssOf(node.prelude, text) : '';
  const head = node.type === 'Rule' ? prelude : [`@${node.name}`, prelude].filter(Boolean).join(' ');
  if (!node.block) return [{ css: `${head};`, line }];
  const declarations = node.block.children.flatMap((child) => printDeclaration(child, text));
  if (declarations.length > 0) return [{ css: `${head} { ${declarations.join('; ')}; }`, line }];
  return [{ css: `${head} {`, line }, ...printLines({ text, nodes: node.block.children }), { css: '}', line }];
}

function printDeclaration(node: CssNodePlain, text: string): readonly string[] {
  if (node.type !== 'Declaration') return [];
  const { property, value, important } = node;
  const mark = important === true ? ' !important' : important ? ` !${important}` : '';
  return [`${property.startsWith('--') ? property : property.toLowerCase()}: ${cssOf(value, text)}${mark}`];
}
