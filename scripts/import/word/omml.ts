/**
 * Formulas of Word as MathML. In: an element of OMML (ECMA-376 Part 1 §22.1). Out: a `math` element, for `html/mathml-tex.ts` to write; what no
 * row knows is what stands in it.
 */
import type { Element, ElementContent } from 'hast';
import { lookUp } from '../../book/look-up.ts';
import type { XmlElement } from '../../book/xml-element.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { elementsIn, elementsNamed, rawText } from '../../html/read-xml.ts';

/** The formula. */
export const mathOf = (formula: XmlElement): Element => elementOf('math', {}, inside(formula));

const isProperty = ({ name }: XmlElement): boolean => /^m:.*Pr$|^w:(?:del|moveFrom|rPr|delText|instrText)$/.test(name);

const shownIn = (element: XmlElement): readonly XmlElement[] => elementsIn(element).filter((each) => !isProperty(each));

const inside = (element: XmlElement): ElementContent[] => shownIn(element).flatMap(partsOf);

/** What an element’s properties say, as `m:chr` of an accent. */
function propertyOf(element: XmlElement, name: string, otherwise: string): string {
  const found = elementsIn(element)
    .filter(isProperty)
    .flatMap(elementsIn)
    .find((each) => each.name === name);
  return found ? (found.attributes['m:val'] ?? '') : otherwise;
}

/** An element of MathML of the parts of another, each a row; what stands beside them follows. */
function of(element: XmlElement, tagName: string, names: readonly string[]): ElementContent[] {
  const parts = names.map((name) =>
    row(
      shownIn(element)
        .filter((each) => each.name === name)
        .flatMap(inside),
    ),
  );
  const rest = shownIn(element).filter(({ name }) => !names.includes(name));
  return [elementOf(tagName, {}, parts), ...rest.flatMap(partsOf)];
}

const row = (children: readonly ElementContent[]): Element => elementOf('mrow', {}, [...children]);
const token = (tagName: string, text: string, variant?: string): Element =>
  elementOf(tagName, variant ? { mathvariant: variant } : {}, [{ type: 'text', value: text }]);

/** Whether a property of yes and no is set: `<m:x/>` and `m:val="1"` say yes. */
const isOn = (element: XmlElement, name: string): boolean => /^(?:1|on|true|)$/.test(propertyOf(element, name, '0'));

type Read = (element: XmlElement) => ElementContent[];

const layouts: Readonly<Record<string, Read>> = {
  'm:r': runOf,
  'm:t': (element) => tokensOf(rawText(element)),
  'w:t': (element) => [token('mtext', rawText(element))],
  'm:sSup': (element) => of(element, 'msup', ['m:e', 'm:sup']),
  'm:sSub': (element) => of(element, 'msub', ['m:e', 'm:sub']),
  'm:sSubSup': (element) => of(element, 'msubsup', ['m:e', 'm:sub', 'm:sup']),
  'm:sPre': (element) => [
    ...of(element, 'msubsup', ['', 'm:sub', 'm:sup']).slice(0, 1),
    row(
      shownIn(element)
        .filter(({ name }) => !/^m:su[bp]$/.test(name))
        .flatMap(partsOf),
    ),
  ],
  'm:f': (element) => {
    const [fraction, ...rest] = of(element, 'mfrac', ['m:num', 'm:den']);
    const isBare = propertyOf(element, 'm:type', 'bar') === 'noBar';
    return fraction?.type === 'element' && isBare
      ? [{ ...fraction, properties: { linethickness: '0' } }, ...rest]
      : [fraction ?? [], rest].flat();
  },
  'm:rad': (element) => {
    const degree = shownIn(element)
      .filter(({ name }) => name === 'm:deg')
      .flatMap(inside);
    return degree.length > 0 ? of(element, 'mroot', ['m:e', 'm:deg']) : of(element, 'msqrt', ['m:e']);
  },
  'm:nary': (element) => {
    const sign = token('mo', propertyOf(element, 'm:chr', '∫'));
    const [sub, sup] = ['m:sub', 'm:sup'].map((name) => shownIn(element).filter((each) => each.name === name));
    const scripts = [sub, sup].map((each = []) => row(each.flatMap(inside)));
    const rest = shownIn(element).filter(({ name }) => !/^m:su[bp]$/.test(name));
    return [elementOf('munderover', {}, [sign, ...scripts]), ...rest.flatMap(partsOf)];
  },
  'm:d': (element) => {
    const parts = shownIn(element).map((each) => row(partsOf(each)));
    const between = propertyOf(element, 'm:sepChr', '|');
    const joined = parts.flatMap((part, at) => (at === 0 || between === '' ? [part] : [token('mo', between), part]));
    const [open, close] = [propertyOf(element, 'm:begChr', '('), propertyOf(element, 'm:endChr', ')')];
    return [row([...signs(open), ...joined, ...signs(close)])];
  },
  'm:acc': (element) => withSign(element, 'mover', propertyOf(element, 'm:chr', '\u0302')),
  'm:bar': (element) =>
    propertyOf(element, 'm:pos', 'bot') === 'top' ? withSign(element, 'mover', '‾') : withSign(element, 'munder', '_'),
  'm:groupChr': (element) =>
    withSign(
      element,
      propertyOf(element, 'm:pos', 'bot') === 'top' ? 'mover' : 'munder',
      propertyOf(element, 'm:chr', '⏟'),
    ),
  'm:limLow': (element) => of(element, 'munder', ['m:e', 'm:lim']),
  'm:limUpp': (element) => of(element, 'mover', ['m:e', 'm:lim']),
  'm:borderBox': (element) => [elementOf('menclose', { notation: 'box' }, inside(element))],
  'm:m': (element) => [elementOf('mtable', {}, shownIn(element).map(rowOf))],
  'm:eqArr': (element) => [
    elementOf(
      'mtable',
      {},
      shownIn(element).map((each) => elementOf('mtr', {}, [cell(each)])),
    ),
  ],
};

const signs = (sign: string): readonly Element[] => (sign === '' ? [] : [token('mo', sign)]);

const cell = (element: XmlElement): Element => elementOf('mtd', {}, partsOf(element));

const rowOf = (element: XmlElement): Element =>
  elementOf('mtr', {}, element.name === 'm:mr' ? shownIn(element).map(cell) : [cell(element)]);

const withSign = (element: XmlElement, tagName: string, sign: string): ElementContent[] => [
  elementOf(tagName, {}, [row(inside(element)), token('mo', sign)]),
];

const partsOf = (element: XmlElement): ElementContent[] => {
  const read = lookUp(layouts, element.name);
  return read ? read(element) : inside(element);
};

/** MathML’s names for Word’s alphabets and looks. */
const alphabets: Readonly<Record<string, string>> = {
  'double-struck': 'double-struck',
  script: 'script',
  fraktur: 'fraktur',
  'sans-serif': 'sans-serif',
  monospace: 'monospace',
  p: 'normal',
  b: 'bold',
  bi: 'bold-italic',
};

/** A run: words where it says so, else letters, numbers and signs. */
function runOf(run: XmlElement): ElementContent[] {
  const text = [...elementsNamed(run, 'm:t'), ...elementsNamed(run, 'w:t')].map(rawText).join('');
  if (isOn(run, 'm:nor')) return text === '' ? [] : [token('mtext', text)];
  const variant = lookUp(alphabets, propertyOf(run, 'm:scr', '')) ?? lookUp(alphabets, propertyOf(run, 'm:sty', ''));
  return tokensOf(text, variant);
}

/** Upright letters are a word: `sin`; others stand for themselves. */
function tokensOf(text: string, variant?: string): ElementContent[] {
  const parts = text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}\p{M}*|[^\p{L}\p{Nd}\s]\p{M}*/gu) ?? [];
  if (variant === 'normal' && /^\s*\p{L}{2,}\s*$/u.test(text)) return [token('mi', text.trim())];
  return parts.map((part) => {
    if (/^\p{Nd}/u.test(part)) return token('mn', part);
    return /^\p{L}/u.test(part) ? token('mi', part, variant) : token('mo', part);
  });
}
