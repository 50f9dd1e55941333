/**
 * A style sheet for engines that drop all of it at one thing they do not know. In: CSS. Out: what of it is CSS 2.1, its
 * selectors meaning the elements that `legacy-elements.ts` puts in place of newer ones.
 */
import type { CssNodePlain } from 'css-tree';
import walk from 'css-tree/walker';
import { parseStyleSheet, withBlock } from '../css/parse-css.ts';
import { cssOf, joinLines, type PrintedLine, printLines } from '../css/print-css.ts';
import { successors } from './legacy-elements.ts';

/** CSS 2.1, appendix F, without what speaks, and without what no page of a book needs to be placed by. */
const properties: ReadonlySet<string> = new Set(
  `background background-attachment background-color background-image background-position background-repeat border
  border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color border-left
  border-left-color border-left-style border-left-width border-right border-right-color border-right-style
  border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width
  border-width bottom caption-side clear clip color content counter-increment counter-reset cursor direction display
  empty-cells float font font-family font-size font-style font-variant font-weight height left letter-spacing line-height
  list-style list-style-image list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
  max-height max-width min-height min-width orphans outline outline-color outline-style outline-width overflow padding
  padding-bottom padding-left padding-right padding-top page-break-after page-break-before page-break-inside position
  quotes right src table-layout text-align text-decoration text-indent text-transform top unicode-bidi unicode-range
  vertical-align visibility white-space widows width word-spacing z-index`.split(/\s+/),
);
const functions: ReadonlySet<string> = new Set('rgb url attr counter counters rect format local'.split(' '));
const units: ReadonlySet<string> = new Set('em ex px in cm mm pt pc deg'.split(' '));
const newerKeywords: ReadonlySet<string> = new Set(
  `initial unset revert start end flex inline-flex grid inline-grid contents flow-root min-content max-content fit-content
  currentcolor`.split(/\s+/),
);
const pseudoSelectors: ReadonlySet<string> = new Set(
  'first-child link visited active hover focus before after first-line first-letter lang'.split(' '),
);
const media = /^(?:all|screen|print|handheld)(?:\s*,\s*(?:all|screen|print|handheld))*$/i;

/** The rules of a style sheet that an engine of CSS 2.1 takes, line by line. */
export function legacyLines(css: string): readonly PrintedLine[] {
  const { text, nodes } = parseStyleSheet(css);
  return printLines({ text, nodes: nodes.flatMap((node) => olderRule(node, text)) });
}

/** The same as a text. */
export const legacyStyle = (css: string): string => joinLines(legacyLines(css));

function olderRule(node: CssNodePlain, text: string): readonly CssNodePlain[] {
  if (node.type === 'Rule') {
    const value = olderSelectors(node.prelude, text);
    return value === ''
      ? []
      : withBlock({ ...node, prelude: { type: 'Raw', value } }, node.block.children.filter(isOld));
  }
  if (node.type !== 'Atrule' || !node.block) return [];
  const { children } = node.block;
  const condition = node.prelude ? cssOf(node.prelude, text) : '';
  if (/^media$/i.test(node.name) && media.test(condition))
    return withBlock(
      node,
      children.flatMap((each) => olderRule(each, text)),
    );
  return isBox(node.name, condition) ? withBlock(node, children.filter(isOld)) : [];
}

/** Whether an at-rule holds declarations that CSS 2.1 knows. */
function isBox(name: string, condition: string): boolean {
  return /^font-face$/i.test(name)
    ? condition === ''
    : /^page$/i.test(name) && /^(?::(?:first|left|right))?$/.test(condition);
}

function isOld(node: CssNodePlain): boolean {
  if (node.type !== 'Declaration' || !properties.has(node.property.toLowerCase())) return false;
  let old = node.value.type === 'Value';
  walk(node.value, (part) => {
    if (part.type === 'Identifier') old &&= !newerKeywords.has(part.name.toLowerCase());
    if (part.type === 'Function') old &&= functions.has(part.name.toLowerCase());
    if (part.type === 'Dimension') old &&= units.has(part.unit.toLowerCase());
  });
  return old;
}

/** The selectors of a rule that CSS 2.1 has; one that it has not would cost the whole rule. */
function olderSelectors(prelude: CssNodePlain, text: string): string {
  if (prelude.type !== 'SelectorList') return '';
  return prelude.children
    .flatMap((selector) => {
      if (selector.type !== 'Selector' || !selector.children.every(isOldSelector)) return [];
      return [selector.children.map((part) => olderSelector(part, text)).join('')];
    })
    .join(', ');
}

function isOldSelector(part: CssNodePlain): boolean {
  switch (part.type) {
    case 'Combinator':
      return /^[ >+]$/.test(part.name);
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return pseudoSelectors.has(part.name.toLowerCase());
    case 'AttributeSelector':
      return /^[~|]?=$/.test(part.matcher ?? '=') && !part.flags && !part.name.name.includes('|');
    default:
      return /^(?:Type|Class|Id)Selector$/.test(part.type);
  }
}

/** `section > p` means `div.section > p` where there are no sections. */
function olderSelector(part: CssNodePlain, text: string): string {
  if (part.type === 'Combinator') return part.name === ' ' ? ' ' : ` ${part.name} `;
  const written = cssOf(part, text);
  if (part.type === 'PseudoElementSelector') return written.replace('::', ':');
  const isNewer = part.type === 'TypeSelector' && Object.hasOwn(successors, written);
  return isNewer ? `${successors[written]}.${written}` : written;
}
