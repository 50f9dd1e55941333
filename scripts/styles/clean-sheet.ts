/** Leaves out of a style sheet what an EPUB may not hold. In: a parsed sheet. Out: its other rules; each fault is told with its node. */
import type { AtrulePlain, CssNodePlain, RulePlain } from 'css-tree';
import { type ParsedSheet, withBlock } from '../css/parse-css.ts';
import { cssOf } from '../css/print-css.ts';
import { faultOfDeclaration, isCondition, isSelector, namespaceOf } from './allowed-css.ts';
import { type Fault, faults } from './faults.ts';

/** Hears of a fault where it is. */
type Tell = (fault: Fault, node: CssNodePlain) => void;

/** The rules of a sheet that an EPUB may hold. */
export function cleanSheet({ text, nodes }: ParsedSheet, tell: Tell): readonly CssNodePlain[] {
  return nodes.flatMap((node) => cleanRule(node, text, tell));
}

function cleanRule(node: CssNodePlain, text: string, tell: Tell): readonly CssNodePlain[] {
  switch (node.type) {
    case 'Rule':
      return cleanStyleRule(node, text, tell);
    case 'Atrule':
      return cleanAtRule(node, text, tell);
    case 'Comment':
      return [node];
    case 'Raw':
    case 'Declaration':
      if (/[^;\s]/.test(cssOf(node, text))) tell(faults.unreadable(cssOf(node, text)), node);
      return [];
    default:
      return []; // white space, <!-- and -->
  }
}

/** A rule with those of its selectors that may stay. */
function cleanStyleRule(rule: RulePlain, text: string, tell: Tell): readonly CssNodePlain[] {
  const { prelude, block } = rule;
  if (prelude.type !== 'SelectorList') {
    tell(faults.unreadable(cssOf(prelude, text) || '{'), rule);
    return [];
  }
  const selectors = prelude.children.filter((each) => {
    const isFine = isSelector(each, text);
    if (!isFine) tell(faults.unknown(cssOf(each, text)), each);
    return isFine;
  });
  if (selectors.length === 0) return [];
  const list: CssNodePlain = { type: 'Raw', value: selectors.map((each) => cssOf(each, text)).join(', ') };
  return withBlock(
    selectors.length < prelude.children.length ? { ...rule, prelude: list } : rule,
    block.children.flatMap((each) => cleanDeclaration(each, text, tell)),
  );
}

function cleanAtRule(rule: AtrulePlain, text: string, tell: Tell): readonly CssNodePlain[] {
  const { prelude, block } = rule;
  const name = rule.name.toLowerCase();
  const head = `@${rule.name}${prelude ? ` ${cssOf(prelude, text)}` : ''}`;
  const leaveOut = (fault: Fault): readonly CssNodePlain[] => {
    tell(fault, rule);
    return [];
  };
  if (name === 'import') return leaveOut(faults.imported(head));
  if (name === 'charset') return /["']utf-8["']/i.test(head) ? [] : leaveOut(faults.charset(head));
  if (name === 'namespace' && !block) {
    const value = namespaceOf(prelude);
    return value === undefined ? leaveOut(faults.unknown(head)) : [{ ...rule, name, prelude: { type: 'Raw', value } }];
  }
  if (!block || !/^[a-z-]+$/.test(name) || !isCondition(prelude, text)) return leaveOut(faults.unknown(head));
  // EPUBCheck takes the braces of an at-rule to hold declarations or rules with braces, never both.
  const isList = block.children.some(({ type }) => type === 'Declaration');
  const children = block.children.flatMap((each) =>
    isList || (each.type === 'Atrule' && !each.block)
      ? cleanDeclaration(each, text, tell)
      : cleanRule(each, text, tell),
  );
  return withBlock(rule, children);
}

function cleanDeclaration(node: CssNodePlain, text: string, tell: Tell): readonly CssNodePlain[] {
  if (node.type === 'Rule' || node.type === 'Atrule') {
    tell(faults.nested(cssOf(node, text)), node);
    return [];
  }
  if (node.type !== 'Declaration') return cleanRule(node, text, tell).filter(({ type }) => type !== 'Comment');
  const fault = faultOfDeclaration(node, text);
  if (fault) tell(fault, node);
  return fault ? [] : [node];
}
