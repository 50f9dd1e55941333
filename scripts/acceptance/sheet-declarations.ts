/** The declarations of a style sheet with their offsets, as css-tree sees them. */
import type { CssNodePlain } from 'css-tree';
import { parseStyleSheet } from '../css/parse-css.ts';
import { cssOf } from '../css/print-css.ts';

interface SheetDeclaration {
  readonly property: string;
  readonly value: string;
  /** The rule’s selectors, or the at-rule’s name and condition. */
  readonly selector: string;
  readonly start: number;
  /** Behind its semicolon. */
  readonly end: number;
}

/** Every declaration, in the order of the sheet, those in at-rules too. */
export function declarations(css: string): readonly SheetDeclaration[] {
  const { text, nodes } = parseStyleSheet(css);
  const found: SheetDeclaration[] = [];
  const collect = (nodes: readonly CssNodePlain[], selector: string): void => {
    for (const node of nodes) {
      if (node.type === 'Declaration' && node.loc) {
        const { offset: start } = node.loc.start;
        const after = /^\s*;/.exec(text.slice(node.loc.end.offset, node.loc.end.offset + 100))?.[0] ?? '';
        const end = node.loc.end.offset + after.length;
        found.push({ property: node.property, value: cssOf(node.value, text), selector, start, end });
      } else if (node.type === 'Rule') collect(node.block.children, cssOf(node.prelude, text));
      else if (node.type === 'Atrule' && node.block)
        collect(node.block.children, `@${node.name} ${node.prelude ? cssOf(node.prelude, text) : ''}`.trim());
    }
  };
  collect(nodes, '');
  return found;
}
