/**
 * Formulas of Word on a line, as one types them: x², (a+b)/c, √(2). In: an element of OMML (ECMA-376 Part 1 §22.1). Out: its
 * text, piece by piece, what is raised or lowered told apart. What stands where no formula has it follows the rest.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsIn, rawText } from '../../html/read-xml.ts';

export interface MathPiece {
  readonly text: string;
  readonly side?: 'superscript' | 'subscript';
}

/** The pieces of a formula. */
export function mathPieces(element: XmlElement): readonly MathPiece[] {
  if (scripted.has(element.name))
    return shownIn(element).flatMap((child): readonly MathPiece[] => {
      const side = child.name === 'm:sup' ? 'superscript' : child.name === 'm:sub' ? 'subscript' : undefined;
      return side ? textPiece(textOf(child), side) : mathPieces(child);
    });
  if (layouts.has(element.name) || shownIn(element).length === 0) return textPiece(textOf(element));
  return shownIn(element).flatMap(mathPieces);
}

const textPiece = (text: string, side?: MathPiece['side']): readonly MathPiece[] =>
  text === '' ? [] : [{ text, ...(side && { side }) }];

/** Elements that hold a base and what is raised or lowered after it. */
const scripted: ReadonlySet<string> = new Set(['m:sSup', 'm:sSub', 'm:sSubSup']);

const isProperty = ({ name }: XmlElement): boolean => /^m:.*Pr$|^w:(?:del|moveFrom|rPr|delText|instrText)$/.test(name);

const shownIn = (element: XmlElement): readonly XmlElement[] => elementsIn(element).filter((each) => !isProperty(each));

/** The text of an element on one line, where nothing is raised. */
function textOf(element: XmlElement): string {
  if (isProperty(element)) return '';
  const own = element.name === 'm:t' || element.name === 'w:t' ? rawText(element) : '';
  const layout = layouts.get(element.name);
  const taken = new Set<string>();
  const parts = (name: string): readonly string[] => {
    taken.add(name);
    return elementsIn(element).flatMap((each) => (each.name === name ? [textOf(each)] : []));
  };
  const laidOut = layout?.({ parts, part: (name) => parts(name).join(''), property: propertyOf(element) }) ?? '';
  const rest = shownIn(element).filter(({ name }) => !taken.has(name));
  return own + laidOut + rest.map(textOf).join('');
}

/** In brackets where it is more than one letter or number. */
const bracketed = (text: string): string =>
  /^(?:[\p{L}\p{M}]|[\p{N}.,]+|\([^()]*\)|)$/u.test(text) ? text : `(${text})`;

const signed = (sign: string, text: string): string => (text === '' ? '' : sign + bracketed(text));

/** What an element’s properties say, as `m:chr` of an accent. */
const propertyOf =
  (element: XmlElement) =>
  (name: string, otherwise: string): string => {
    const all = elementsIn(element).filter(isProperty).flatMap(elementsIn);
    const found = all.find((each) => each.name === name);
    return found ? (found.attributes['m:val'] ?? '') : otherwise;
  };

interface Formula {
  readonly parts: (name: string) => readonly string[];
  readonly part: (name: string) => string;
  readonly property: ReturnType<typeof propertyOf>;
}

const scripts = ({ part }: Formula): string => signed('_', part('m:sub')) + signed('^', part('m:sup'));
const powers = (formula: Formula): string => bracketed(formula.part('m:e')) + scripts(formula);

/** The elements that say more than what stands in them. */
const layouts: ReadonlyMap<string, (formula: Formula) => string> = new Map([
  ['m:sSup', powers],
  ['m:sSub', powers],
  ['m:sSubSup', powers],
  ['m:sPre', (formula) => scripts(formula) + formula.part('m:e')],
  [
    'm:f',
    ({ part, property }) =>
      property('m:type', 'bar') === 'noBar'
        ? `(${part('m:num')} over ${part('m:den')})`
        : `${bracketed(part('m:num'))}/${bracketed(part('m:den'))}`,
  ],
  ['m:rad', ({ part }) => `${signed('', part('m:deg'))}√${bracketed(part('m:e'))}`],
  ['m:nary', (formula) => `${formula.property('m:chr', '∫')}${scripts(formula)} ${formula.part('m:e')}`],
  [
    'm:d',
    ({ parts, property }) =>
      property('m:begChr', '(') + parts('m:e').join(property('m:sepChr', '|')) + property('m:endChr', ')'),
  ],
  ['m:func', ({ part }) => `${part('m:fName')} ${part('m:e')}`.replace(/ \(/, '(')],
  ['m:acc', ({ part, property }) => part('m:e') + property('m:chr', '\u0302')],
  ['m:bar', ({ part, property }) => part('m:e') + (property('m:pos', 'bot') === 'top' ? '\u0305' : '\u0332')],
  ['m:limLow', ({ part }) => part('m:e') + signed('_', part('m:lim'))],
  ['m:limUpp', ({ part }) => part('m:e') + signed('^', part('m:lim'))],
  ['m:m', ({ parts }) => `[${parts('m:mr').join('; ')}]`],
  ['m:mr', ({ parts }) => parts('m:e').join(', ')],
  ['m:eqArr', ({ parts }) => parts('m:e').join('; ')],
]);
