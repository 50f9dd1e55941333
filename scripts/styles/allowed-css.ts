/**
 * What of CSS an EPUB may hold: what EPUBCheck 4.2 and 5 take, and nothing that runs or fetches. In: css-tree's nodes. Out: whether
 * it is such. EPUBCheck's own parser knows less than CSS Syntax 3: no nesting, no flags of attributes, no lists in `:not()`.
 */
import type { CssNodePlain, DeclarationPlain } from 'css-tree';
import walk from 'css-tree/walker';
import { cssOf } from '../css/print-css.ts';
import { type Fault, faults } from './faults.ts';

/** What a value is made of; a picture's or a typeface's address is looked at elsewhere. */
const valueTypes: ReadonlySet<string> = new Set(
  `Value Identifier Function Url String Number Percentage Dimension Hash Operator Parentheses Brackets UnicodeRange`.split(
    ' ',
  ),
);
/** Functions whose strings are addresses, and those that run. */
const active = /^(?:-\w+-)?(?:image-set|image|src|cross-fade|element|expression)$/i;

/** Why a declaration is not for a book; undefined where it is. */
export function faultOfDeclaration({ property, value, important }: DeclarationPlain, text: string): Fault | undefined {
  const written = cssOf(value, text);
  const whole = `${property}: ${written}`;
  if (/^(?:direction|unicode-bidi)$/i.test(property)) return faults.direction(property);
  if (/^(?:behavior|-moz-binding)$/i.test(property)) return faults.active(property);
  if (/^position$/i.test(property) && /^fixed\b/i.test(written)) return faults.fixed(whole);
  const isImportant = important === false || important === true || /^important$/i.test(important);
  if (!isImportant || !isName(property) || value.type !== 'Value' || value.children.length === 0)
    return faults.unreadable(whole);
  let fault: Fault | undefined;
  walk(value, (part) => {
    if (part.type === 'Function' && active.test(part.name)) fault ??= faults.active(`${part.name}()`);
    const isFine = part.type === 'Function' ? isName(part.name) : part.type !== 'String' || isString(part, text);
    if (!isFine || !valueTypes.has(part.type)) fault ??= faults.unreadable(whole);
  });
  return fault;
}

/** Names need no escapes, and what is looked for could hide behind one. */
const isName = (name: string): boolean => /^-{0,2}[a-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*$/i.test(name);

/** EPUBCheck takes the last quotation mark of a string that ends with a backslash for a part of it. */
const isString = (node: CssNodePlain, text: string): boolean => !/\\["']$/.test(cssOf(node, text));

/** Whether a selector is one that EPUBCheck can read. */
export function isSelector(selector: CssNodePlain, text: string): boolean {
  if (selector.type !== 'Selector') return false;
  const { children } = selector;
  if (children[0]?.type === 'Percentage') return children.length === 1;
  return children.every((part, at) => {
    const before = children[at - 1];
    const isFirst = before === undefined || before.type === 'Combinator';
    if (part.type === 'Combinator') return !isFirst && at + 1 < children.length && /^[ >+~]$/.test(part.name);
    return (isFirst || part.type !== 'TypeSelector') && isSimple(part, text);
  });
}

function isSimple(part: CssNodePlain, text: string): boolean {
  switch (part.type) {
    case 'TypeSelector':
      return !/^(?:and|not|only)$/i.test(part.name);
    case 'ClassSelector':
    case 'IdSelector':
      return true;
    case 'AttributeSelector':
      return !part.flags && (part.value?.type !== 'String' || isString(part.value, text));
    case 'PseudoElementSelector':
      return isName(part.name) && !part.children;
    case 'PseudoClassSelector':
      return isName(part.name) && (!part.children || part.children.every((each) => isArgument(part.name, each, text)));
    default:
      return false;
  }
}

/** Whether a pseudo-class takes this: a language, a count, and in `:not()` one name, class, id or attribute. */
function isArgument(name: string, argument: CssNodePlain, text: string): boolean {
  if (argument.type === 'Nth') return !argument.selector;
  if (argument.type !== 'SelectorList') return argument.type === 'Identifier' || argument.type === 'String';
  const [only, ...others] = argument.children;
  if (!/^not$/i.test(name) || only?.type !== 'Selector' || others.length > 0) return false;
  const [part, ...rest] = only.children;
  return part !== undefined && rest.length === 0 && isSimple(part, text) && !('children' in part && part.children);
}

/** Whether the condition of an at-rule is one that EPUBCheck can read, and that names no file. */
export function isCondition(prelude: CssNodePlain | null, text: string): boolean {
  if (!prelude) return true;
  if (prelude.type !== 'AtrulePrelude' || !/^[\w\s\u0080-\uFFFF().,:/<>=+%-]*$/.test(cssOf(prelude, text)))
    return false;
  let isFine = true;
  walk(prelude, ({ type }) => {
    isFine &&= type !== 'Raw' && type !== 'Url';
  });
  return isFine;
}

/** A namespace in its one form, `epub "http://www.idpf.org/2007/ops"`, which EPUBCheck takes for no address. */
export function namespaceOf(prelude: CssNodePlain | null): string | undefined {
  if (prelude?.type !== 'AtrulePrelude') return undefined;
  const [prefix, address] = prelude.children.length > 1 ? prelude.children : [undefined, prelude.children[0]];
  if (address?.type !== 'String' && address?.type !== 'Url') return undefined;
  const isSafe = /^[^"'\\\s]+$/.test(address.value) && (prefix === undefined || prefix.type === 'Identifier');
  return isSafe ? `${prefix ? `${prefix.name} ` : ''}"${address.value}"` : undefined;
}
