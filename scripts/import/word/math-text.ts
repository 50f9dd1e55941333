/**
 * Formulas of Word on a line, as one types them: x², (a+b)/c, √(2). In: an element of OMML (ECMA-376 Part 1 §22.1). Out: its
 * text, piece by piece, what is raised or lowered told apart.
 */
import type { XmlElement } from '../../book/xml-element.ts';
import { elementsIn, rawText } from '../read-xml.ts';

export interface MathPiece {
  readonly text: string;
  readonly side?: 'superscript' | 'subscript';
}

/** The pieces of a formula. */
export function mathPieces(element: XmlElement): readonly MathPiece[] {
  const raised = (base: string, ...sides: readonly (readonly [string, NonNullable<MathPiece['side']>])[]) => {
    const pieces = sides.flatMap(([name, side]) => {
      const text = partOf(element, name);
      return text === '' ? [] : [{ text, side }];
    });
    return [...within(element, base), ...pieces];
  };
  switch (element.name) {
    case 'm:sSup':
      return raised('m:e', ['m:sup', 'superscript']);
    case 'm:sSub':
      return raised('m:e', ['m:sub', 'subscript']);
    case 'm:sSubSup':
      return raised('m:e', ['m:sub', 'subscript'], ['m:sup', 'superscript']);
    default:
      if (grouped.has(element.name) || element.name === 'm:t' || isProperty(element)) return textPiece(textOf(element));
      return elementsIn(element).flatMap(mathPieces);
  }
}

const within = (element: XmlElement, name: string): readonly MathPiece[] =>
  elementsIn(element).flatMap((each) => (each.name === name ? mathPieces(each) : []));

const textPiece = (text: string): readonly MathPiece[] => (text === '' ? [] : [{ text }]);

const isProperty = ({ name }: XmlElement): boolean =>
  (name.endsWith('Pr') && name.startsWith('m:')) || /^w:(?:del|moveFrom|rPr|delText|instrText)$/.test(name);

/** The text of an element on one line, where nothing is raised. */
function textOf(element: XmlElement): string {
  if (isProperty(element)) return '';
  if (element.name === 'm:t' || element.name === 'w:t') return rawText(element);
  return (grouped.get(element.name) ?? textWithin)(element);
}

const textWithin = (element: XmlElement): string => elementsIn(element).map(textOf).join('');
const partsOf = (element: XmlElement, name: string): readonly string[] =>
  elementsIn(element).flatMap((each) => (each.name === name ? [textOf(each)] : []));
const partOf = (element: XmlElement, name: string): string => partsOf(element, name).join('');

/** In brackets where it is more than one letter or number. */
const bracketed = (text: string): string =>
  /^(?:[\p{L}\p{M}]|[\p{N}.,]+|\([^()]*\)|)$/u.test(text) ? text : `(${text})`;

const signed = (sign: string, text: string): string => (text === '' ? '' : sign + bracketed(text));

/** A property of an element, as `m:chr` of an accent. */
function property(element: XmlElement, name: string, otherwise: string): string {
  const found = elementsIn(element)
    .filter(isProperty)
    .flatMap((each) => elementsIn(each).filter((own) => own.name === name))[0];
  return found ? (found.attributes['m:val'] ?? '') : otherwise;
}

const scripts = (element: XmlElement): string =>
  signed('_', partOf(element, 'm:sub')) + signed('^', partOf(element, 'm:sup'));

/** The elements that say more than what stands in them. */
const grouped: ReadonlyMap<string, (element: XmlElement) => string> = new Map(
  Object.entries({
    'm:f': (f) =>
      property(f, 'm:type', 'bar') === 'noBar'
        ? `(${partOf(f, 'm:num')} over ${partOf(f, 'm:den')})`
        : `${bracketed(partOf(f, 'm:num'))}/${bracketed(partOf(f, 'm:den'))}`,
    'm:rad': (rad) => `${signed('', partOf(rad, 'm:deg'))}√${bracketed(partOf(rad, 'm:e'))}`,
    'm:nary': (nary) => `${property(nary, 'm:chr', '∫')}${scripts(nary)} ${partOf(nary, 'm:e')}`,
    'm:d': (d) =>
      property(d, 'm:begChr', '(') +
      partsOf(d, 'm:e').join(property(d, 'm:sepChr', '|')) +
      property(d, 'm:endChr', ')'),
    'm:func': (func) => `${partOf(func, 'm:fName')} ${partOf(func, 'm:e')}`.replace(/ \(/, '('),
    'm:acc': (acc) => partOf(acc, 'm:e') + property(acc, 'm:chr', '\u0302'),
    'm:bar': (bar) => partOf(bar, 'm:e') + (property(bar, 'm:pos', 'bot') === 'top' ? '\u0305' : '\u0332'),
    'm:limLow': (low) => partOf(low, 'm:e') + signed('_', partOf(low, 'm:lim')),
    'm:limUpp': (upp) => partOf(upp, 'm:e') + signed('^', partOf(upp, 'm:lim')),
    'm:sSup': (sup) => bracketed(partOf(sup, 'm:e')) + scripts(sup),
    'm:sSub': (sub) => bracketed(partOf(sub, 'm:e')) + scripts(sub),
    'm:sSubSup': (both) => bracketed(partOf(both, 'm:e')) + scripts(both),
    'm:sPre': (pre) => scripts(pre) + partOf(pre, 'm:e'),
    'm:m': (matrix) =>
      `[${elementsIn(matrix)
        .flatMap((row) => (row.name === 'm:mr' ? [partsOf(row, 'm:e').join(', ')] : []))
        .join('; ')}]`,
    'm:eqArr': (rows) => partsOf(rows, 'm:e').join('; '),
  } satisfies Record<string, (element: XmlElement) => string>),
);
