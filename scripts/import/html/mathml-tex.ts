/**
 * A formula in MathML as TeX, which the press makes MathML of again. In: a `math` element. Out: TeX for between dollars; undefined where an
 * element or an attribute means what this does not write. MathML Core, and of MathML 3 what converters write: fences, multiscripts.
 */
import type { Element } from 'hast';
import { lookUp } from '../../book/look-up.ts';
import { attributeOf } from '../../html/hast-nodes.ts';

/** The TeX of a formula. */
export function texOf(math: Element): string | undefined {
  const typed = childrenOf(math).flatMap((each) => (each.tagName === 'semantics' ? childrenOf(each) : []));
  const own = typed.find((each) => /^application\/x-tex$/i.test(attributeOf(each, 'encoding') ?? ''));
  const tex = (own ? textOf(own) : write(math))?.replace(/\s+/g, ' ').trim();
  // A dollar ends a formula wherever it stands; so does a backslash before the last one.
  return tex === undefined || tex === '' || /\$|(?<!\\)%|\\$/.test(tex) ? undefined : tex;
}

/** Whether it stands on a line of its own. */
export const isDisplayed = (math: Element): boolean => attributeOf(math, 'display') === 'block';

type Write = (parts: readonly string[], element: Element) => string | undefined;

/** Parts in a row; between a command, or what is raised, and a letter stands a blank. */
const joined = (parts: readonly string[]): string =>
  parts.reduce((left, right) => left + (needsBlank(left) && /^[\p{L}\p{N}]/u.test(right) ? ' ' : '') + right, '');

const needsBlank = (left: string): boolean => /(?:\\[A-Za-z]+|[_^][\p{L}\p{N}])$/u.test(left);

const join: Write = (parts) => joined(parts);

/** In braces where it is more than one sign. */
const group = (part: string): string =>
  /^(?:[^\\{}^_&\s]|\\[A-Za-z]+)$/u.test(part.trim()) ? part.trim() : `{${part.trim()}}`;

/** Raised or lowered; a word of TeX there needs its braces to end. */
const script = (sign: '_' | '^', part = ''): string =>
  `${sign}${/^\p{L}$|^\p{N}$/u.test(part) ? part : `{${part.trim()}}`}`;

/** How elements are written of what is in them, a row for each. */
const writers: Readonly<Record<string, Write>> = {
  math: join,
  mrow: (parts, element) => fenced(parts, element) ?? join(parts, element),
  mstyle: join,
  mpadded: join,
  semantics: ([first]) => first,
  mphantom: (parts) => `\\phantom{${joined(parts)}}`,
  mfrac: (parts, element) =>
    /^0+(?:\.0+)?(?:[a-z]*|%)$/.test(attributeOf(element, 'linethickness') ?? '1')
      ? filled(parts, ([top, bottom]) => `\\genfrac{}{}{0pt}{}{${top}}{${bottom}}`)
      : filled(parts, ([top, bottom]) => `\\frac{${top}}{${bottom}}`),
  msqrt: (parts) => `\\sqrt{${joined(parts)}}`,
  mroot: (parts) => filled(parts, ([base, degree]) => `\\sqrt[${degree}]{${base}}`),
  msub: (parts) => filled(parts, ([base = '', sub]) => group(base) + script('_', sub)),
  msup: (parts) => filled(parts, ([base = '', sup]) => group(base) + script('^', sup)),
  msubsup: (parts) => filled(parts, ([base = '', sub, sup]) => group(base) + script('_', sub) + script('^', sup), 3),
  munder: (parts) => filled(parts, ([base = '', under = '']) => limits(base, under, undefined)),
  mover: (parts) => filled(parts, ([base = '', over = '']) => limits(base, undefined, over)),
  munderover: (parts) => filled(parts, ([base = '', under = '', over = '']) => limits(base, under, over), 3),
  mmultiscripts: (parts, element) => multiscripts(parts, childrenOf(element)),
  none: () => '',
  mprescripts: () => '',
  mtable: (parts) => `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`,
  mtr: (parts) => parts.join(' & '),
  mtd: (parts, element) =>
    attributeOf(element, 'rowspan') || attributeOf(element, 'columnspan') ? undefined : joined(parts),
  menclose: (parts, element) => (attributeOf(element, 'notation') === 'box' ? `\\boxed{${joined(parts)}}` : undefined),
  mfenced: (parts, element) => {
    const sign = (name: string, otherwise: string): string => escaped((attributeOf(element, name) ?? otherwise).trim());
    return `\\left${sign('open', '(') || '.'} ${parts.join(`${sign('separators', ',').charAt(0)} `)} \\right${sign('close', ')') || '.'}`;
  },
  mspace: () => '',
  annotation: () => '',
  'annotation-xml': () => '',
};

const childrenOf = ({ children }: Element): readonly Element[] =>
  children.filter((each): each is Element => each.type === 'element');

const textOf = ({ children }: Element): string =>
  children.map((each) => (each.type === 'text' ? each.value : each.type === 'element' ? textOf(each) : '')).join('');

function write(element: Element): string | undefined {
  const token = lookUp(tokens, element.tagName);
  if (token) return token(textOf(element).replace(/\s+/g, ' '), element);
  const parts: string[] = [];
  for (const child of childrenOf(element)) {
    const part = write(child);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const isBare = element.children.some((each) => each.type === 'text' && each.value.trim() !== '');
  return isBare ? undefined : lookUp(writers, element.tagName)?.(parts, element);
}

/** What elements of a fixed number of parts become; undefined where they have another number. */
const filled = (parts: readonly string[], make: (parts: readonly string[]) => string | undefined, count = 2) =>
  parts.length === count ? make(parts) : undefined;

/** Elements that hold text. */
const tokens: Readonly<Record<string, (text: string, element: Element) => string | undefined>> = {
  mi: (text, element) => {
    const word = text.trim();
    const alphabet = lookUp(alphabets, attributeOf(element, 'mathvariant') ?? '');
    if (alphabet && (/^\p{L}/u.test(word) || alphabet !== '\\mathrm')) return `${alphabet}{${escaped(word)}}`;
    return Array.from(word).length < 2 ? escaped(word) : named(word);
  },
  mn: (text) => escaped(text.trim()),
  mo: (text) => {
    const sign = text.trim();
    if (/^\p{L}{2,}$/u.test(sign)) return named(sign);
    return /^[,;]$/.test(sign) ? `${sign} ` : spaced.test(sign) ? ` ${escaped(sign)} ` : escaped(sign);
  },
  mtext: (text) => (text.trim() === '' ? '\\;' : `\\text{${escaped(text)}}`),
  ms: (text) => `\\text{${escaped(text)}}`,
};

/** Signs that people type with a blank on each side. */
const spaced = /^(?:[=<>+\-−±∓×÷·⋅]|\p{Sm}(?<![()¬√∀∃∂∇∫∑∏|∞]))$/u;

const alphabets: Readonly<Record<string, string>> = {
  normal: '\\mathrm',
  bold: '\\mathbf',
  'bold-italic': '\\boldsymbol',
  'double-struck': '\\mathbb',
  script: '\\mathscr',
  fraktur: '\\mathfrak',
  'sans-serif': '\\mathsf',
  monospace: '\\mathtt',
};

/** Words that TeX sets upright, with its own space. */
const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' ',
  ),
);

const named = (word: string): string => (functions.has(word) ? `\\${word}` : `\\mathrm{${escaped(word)}}`);

/** Text in which nothing is a command; what is seen of it is the same. */
const escaped = (text: string): string =>
  text
    .replace(/[\u2061-\u2064\u200B-\u200D]/g, '')
    .replace(/\\/g, '\\backslash ')
    .replace(/[{}#%&_]/g, '\\$&')
    .replace(/\^/g, '\\hat{}')
    .replace(/~/g, '\\sim ')
    .replace(/\|/g, '\\vert '); // a bar would divide a table

const opening = /^(?:[([⟨⌊⌈]|\\\{|\\vert )$/;
const closing = /^(?:[)\]⟩⌋⌉]|\\\}|\\vert |\.)$/;

/** Brackets grow around what is higher than a line. */
function fenced(parts: readonly string[], element: Element): string | undefined {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  const isFence = (at: number): boolean => childrenOf(element).at(at)?.tagName === 'mo';
  const [opens, closes] = [opening.test(first) && isFence(0), closing.test(last) && isFence(-1)];
  const isHigh = /\\(?:g?frac|genfrac|begin|sqrt)\b/.test(parts.join(' '));
  if (parts.length < 2 || !opens || !isHigh) return undefined;
  const inside = joined(parts.slice(1, closes ? -1 : parts.length)).trim();
  return `\\left${first} ${inside} \\right${closes ? last : '.'}`;
}

const operators = /^(?:[∑∏∐∫∬∭∮⋀⋁⋂⋃⨀⨁⨂⨄⨆]|\\(?:lim|liminf|limsup|max|min|sup|inf|det|gcd|Pr))$/u;

/** Signs above and below that TeX has a word for. */
const accents: Readonly<Record<string, string>> = {
  '\\hat{}': '\\widehat',
  ˆ: '\\hat',
  '\u0302': '\\hat',
  '\\sim': '\\widetilde',
  '˜': '\\tilde',
  '\u0303': '\\tilde',
  '→': '\\vec',
  '\u20D7': '\\vec',
  '˙': '\\dot',
  '\u0307': '\\dot',
  '¨': '\\ddot',
  '\u0308': '\\ddot',
  '¯': '\\overline',
  '‾': '\\overline',
  '\u0304': '\\overline',
  '\u0305': '\\overline',
  '⏞': '\\overbrace',
};
const below: Readonly<Record<string, string>> = {
  '\\_': '\\underline',
  _: '\\underline',
  '\u0332': '\\underline',
  '⏟': '\\underbrace',
};

function limits(base: string, under: string | undefined, over: string | undefined): string {
  const isOperator = operators.test(base.trim());
  const [lower, upper] = [lookUp(below, under?.trim() ?? ''), lookUp(accents, over?.trim() ?? '')];
  if (isOperator) return base.trim() + (under ? script('_', under) : '') + (over ? script('^', over) : '');
  const lowered = under === undefined ? base : lower ? `${lower}{${base}}` : `\\underset{${under}}{${base}}`;
  return over === undefined ? lowered : upper ? `${upper}{${lowered}}` : `\\overset{${over}}{${lowered}}`;
}

/** Pairs after a base, and before it. */
function multiscripts(parts: readonly string[], elements: readonly Element[]): string | undefined {
  const at = elements.findIndex(({ tagName }) => tagName === 'mprescripts');
  const after = parts.slice(1, at === -1 ? parts.length : at);
  const before = at === -1 ? [] : parts.slice(at + 1);
  if (after.length % 2 === 1 || before.length % 2 === 1) return undefined;
  const pairs = (list: readonly string[]): string =>
    list.map((part, place) => (part === '' ? '' : script(place % 2 === 0 ? '_' : '^', part))).join('');
  return `${before.length > 0 ? `{}${pairs(before)}` : ''}${group(parts[0] ?? '')}${pairs(after)}`;
}
