/**
 * A style sheet in large print. In: CSS. Out: the same without what is hard to see: slanted, small, spaced or capital letters, initials,
 * narrow columns, lines that end at one edge, colours of its own. What is in its place is in `templates/large-print.css`.
 */
import type { CssNodePlain, DeclarationPlain } from 'css-tree';
import { type ParsedCss, parseInlineStyle, parseStyleSheet, withBlock } from '../css/parse-css.ts';
import { cssOf, joinLines, type PrintedLine, printInlineStyle, printLines } from '../css/print-css.ts';

/** The largest a heading is, in lines of text: a long word must stand on the page of a phone. */
const largest = 1.3;
/** The widest margin in hundredths of a page. */
const widest = 8;

/** The declarations that fall, by their property and what their value is. */
const fallen: readonly (readonly [property: RegExp, value: RegExp])[] = [
  [/^font-style$/, /italic|oblique/],
  [/^font-variant(?:-caps)?$/, /small-caps/],
  [/^text-transform$/, /uppercase/],
  [/^letter-spacing$/, /^[^-]/],
  [/^text-align$/, /justify|center|right|end/],
  [/^text-indent$/, /^\.?\d/],
  [/^(?:-\w+-)?hyphens$/, /auto|manual/],
  [/^float$/, /left|right/],
  [/^line-height$/, /^(?!(?:1\.[4-9]\d*|[2-9][\d.]*)(?:em)?$|normal$|inherit$)/],
  [/^(?:color|background-color|opacity)$/, /./],
  [/^background$/, /^(?!.*url\()/],
  [/^font-size$/, /^(?!(?:[1-9][\d.]*em|\d{3}[\d.]*%|larger|inherit)$)/],
  [/^font$/, /./],
];

/** Boxes that hold a picture, a mark or what an author ranged himself keep their place on the line. */
const placed = /scene-break|ornament|picture|cover|end-mark|align-|\.center\b|\.right\b/;

/** A style sheet in large print, line by line. */
export const largeLines = (css: string): readonly PrintedLine[] => printLines(enlarged(parseStyleSheet(css)));

/** The same as a text. */
export const largeStyle = (css: string): string => joinLines(largeLines(css));

/** A `style` attribute in large print; undefined where nothing is left. */
export const largeInlineStyle = (css: string): string | undefined =>
  printInlineStyle(enlarged(parseInlineStyle(css))) || undefined;

function enlarged({ text, nodes }: ParsedCss, selector = ''): ParsedCss {
  const kept = nodes.flatMap((node): readonly CssNodePlain[] => {
    if (node.type === 'Declaration') return enlargedDeclaration(node, text, selector);
    if ((node.type !== 'Rule' && node.type !== 'Atrule') || !node.block) return [node];
    const prelude = node.prelude ? cssOf(node.prelude, text) : '';
    if (node.type === 'Atrule' && !/^(?:media|supports)$/i.test(node.name)) return [node];
    if (node.type === 'Rule' && /:first-(?:letter|line)/.test(prelude)) return [];
    return withBlock(node, enlarged({ text, nodes: node.block.children }, prelude).nodes);
  });
  return { text, nodes: kept };
}

function enlargedDeclaration(node: DeclarationPlain, text: string, selector: string): readonly CssNodePlain[] {
  const property = node.property.toLowerCase();
  const value = cssOf(node.value, text).toLowerCase();
  const isPlaced = property === 'text-align' && value !== 'justify' && placed.test(selector);
  if (!isPlaced && fallen.some(([name, what]) => name.test(property) && what.test(value))) return [];
  const changed = property.startsWith('margin')
    ? value.replace(/[\d.]+(?=%)/g, (share) => String(Math.min(widest, Number(share))))
    : property === 'font-size'
      ? value.replace(/^[\d.]+(?=em)|^[\d.]+(?=%)/, (size) =>
          String(Math.min(value.endsWith('%') ? largest * 100 : largest, Number(size))),
        )
      : value;
  return [changed === value ? node : { ...node, value: { type: 'Raw', value: changed } }];
}
