/**
 * Formulas in TeX as MathML. In: the elements that stand for them, with their TeX. Out: the elements filled, in place; a problem at each that
 * TeX’s reader does not understand, which is printed as it was typed. Refuses to know: what an edition does with MathML.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Position } from 'unist';
import type { XmlElement } from '../book/xml-element.ts';
import { cleanMath } from '../html/mathml.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';

export interface Formula {
  /** An empty `math` element of the tree. */
  readonly element: Element;
  readonly tex: string;
  /** As the author typed it, with its marks. */
  readonly typed: string;
  /** Whether it stands on lines of its own. */
  readonly display: boolean;
  readonly position: Position | undefined;
}

declare module 'hast' {
  interface ElementData {
    /** Of a formula that the press made of TeX. */
    tex?: string | undefined;
  }
}

/** No formula of a book is as long; TeX’s reader takes a stack frame for each brace. */
const longest = 10_000;

/** Fills formulas with MathML (EPUB 3.3 §6.1.2.4) and its alternative text, the TeX. */
export async function setFormulas(formulas: readonly Formula[], path: string): Promise<readonly Problem[]> {
  if (formulas.length === 0) return [];
  const { default: temml } = await import('temml');
  return formulas.flatMap((formula): readonly Problem[] => {
    const { element, tex, typed, display } = formula;
    const reason = fill(formula, () =>
      temml.__renderToMathMLTree(tex, { displayMode: display, throwOnError: true, strict: false, maxExpand: 200 }),
    );
    if (reason === undefined) return [];
    element.tagName = 'code';
    element.properties = { className: ['tex'] };
    element.children = [{ type: 'text', value: typed }];
    const start = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex;
    return [
      problem(
        'formula-unclear',
        placeOf(path, formula),
        `The formula “${start}” cannot be set: ${reason}. It is printed as it is typed`,
        'Correct the TeX, or put a backslash before its first mark if it is none.',
      ),
    ];
  });
}

/** Fills one formula; says why where that fails. */
function fill({ element, tex, display }: Formula, convert: () => unknown): string | undefined {
  if (tex.length > longest) return `it has more than ${longest} characters`;
  try {
    const [shape] = toXml(convert());
    const math = typeof shape === 'object' ? cleanMath(shape) : undefined;
    if (!math) return 'it has parts that a book cannot hold';
    element.properties = { ...(display && { display: 'block' }), alttext: tex.replace(/\s+/g, ' ') };
    element.children = math.children.map(toHast);
    element.data = { ...element.data, tex };
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return 'it nests too deep';
    // Temml falls over some TeX that is not whole, as `y_`.
    if (!(error instanceof Error) || error instanceof TypeError) return 'something of it is missing';
    // Temml says where in its own words, and shows the TeX again.
    return error.message
      .replace(/ at (?:end of input|position)[\s\S]*$/, '')
      .replace(/^(?:ParseError|KaTeX parse error|Temml parse error)?:?\s*/, '')
      .replace(/^./, (letter) => letter.toLowerCase());
  }
}

/** What Temml’s tree holds, of what we read. */
interface TemmlNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly children?: readonly unknown[];
}

/** Nodes of Temml as XML; its classes and styles stay behind, but for the side that a cell of an array keeps to. */
function toXml(value: unknown): readonly (XmlElement | string)[] {
  const node: TemmlNode = typeof value === 'object' && value !== null ? value : {};
  const children = (node.children ?? []).flatMap(toXml);
  if (typeof node.text === 'string') return [node.text];
  if (typeof node.type !== 'string' || node.type === '') return children;
  const side = /\btml-(left|right)\b/.exec((node.classes ?? []).join(' '))?.[1];
  const attributes = Object.entries(node.attributes ?? {}).map(([name, each]) => [name, String(each)] as const);
  return [
    {
      name: node.type,
      attributes: { ...Object.fromEntries(attributes), ...(side && node.type === 'mtd' && { columnalign: side }) },
      children,
    },
  ];
}

const toHast = (node: XmlElement | string): ElementContent =>
  typeof node === 'string'
    ? { type: 'text', value: node }
    : {
        type: 'element',
        tagName: node.name,
        properties: { ...node.attributes } as Properties,
        children: node.children.map(toHast),
      };
