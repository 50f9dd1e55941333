/**
 * The formulas that raw HTML may hold: presentation MathML 3 as EPUB 3.3 §6.1.2.4 has it, less what links, acts or draws on
 * other files. A formula outside this table is kept as its words.
 */
import { lookUp, sameRow } from '../book/look-up.ts';
import type { XmlElement } from '../book/xml-element.ts';

interface Kind {
  /** `text`, nothing, any number of expressions, an exact number of them, or these elements. */
  readonly holds: 'text' | 'nothing' | 'expressions' | number | readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  ...sameRow('math mrow mstyle merror mpadded mphantom msqrt menclose mfenced mmultiscripts mtd', {
    holds: 'expressions',
  } as const),
  ...sameRow('mi mn mo ms mtext', { holds: 'text' } as const),
  ...sameRow('mspace mprescripts none', { holds: 'nothing' } as const),
  ...sameRow('mfrac mroot msub msup munder mover', { holds: 2 }),
  ...sameRow('msubsup munderover', { holds: 3 }),
  mtable: { holds: ['mtr'] },
  mtr: { holds: ['mtd'] },
};

const parts: ReadonlySet<string> = new Set(['math', 'mtr', 'mtd']); // no expressions by themselves
const boolean = /^(?:true|false)$/;
const length = /^-?(?:\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?:em|ex|px|pt|cm|mm|in|pc|%)?$/;
const side = /^(?:left|center|right)$/;

const attributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  '*': {
    mathvariant:
      /^(?:normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace)$/,
  },
  math: { display: /^(?:block|inline)$/, alttext: /\S/ },
  mo: {
    form: /^(?:prefix|infix|postfix)$/,
    ...sameRow('fence separator stretchy symmetric largeop movablelimits accent', boolean),
    ...sameRow('lspace rspace', length),
  },
  mspace: { width: length, height: length, depth: length },
  mfrac: { linethickness: length, numalign: side, denomalign: side, bevelled: boolean },
  mstyle: { displaystyle: boolean, scriptlevel: /^[+-]?\d$/ },
  mfenced: { open: /^\S{0,3}$/, close: /^\S{0,3}$/, separators: /^[^<&]{0,10}$/ },
  mover: { accent: boolean },
  munder: { accentunder: boolean },
  munderover: { accent: boolean, accentunder: boolean },
  mtable: { displaystyle: boolean },
  mtd: { columnalign: side },
  menclose: {
    notation:
      /^(?:longdiv|actuarial|radical|box|roundedbox|circle|left|right|top|bottom|updiagonalstrike|downdiagonalstrike|verticalstrike|horizontalstrike)$/,
  },
};
const tokens: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

function attributesOf({ name, attributes: given }: XmlElement): Record<string, string> {
  const rows = [lookUp(attributes, name) ?? {}, tokens.has(name) ? (attributes['*'] ?? {}) : {}];
  return Object.fromEntries(
    Object.entries(given)
      .map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()] as const)
      .filter(([key, value]) => rows.some((allowed) => lookUp(allowed, key)?.test(value))),
  );
}

/** The formula as a book may hold it; nothing if it has any other element, or one that lacks its parts. */
export function cleanMath(shape: XmlElement): XmlElement | undefined {
  const kind = lookUp(kinds, shape.name);
  if (shape.name === 'semantics') {
    // The first child is the formula; the others say the same in other languages.
    const first = shape.children.find((child) => typeof child !== 'string');
    return typeof first === 'object' ? cleanMath(first) : undefined;
  }
  if (!kind) return undefined;
  const made = (children: XmlElement['children']): XmlElement => ({
    name: shape.name,
    attributes: attributesOf(shape),
    children,
  });
  if (kind.holds === 'text')
    return shape.children.every((child) => typeof child === 'string') ? made(shape.children) : undefined;
  if (shape.children.some((child) => typeof child === 'string' && child.trim() !== '')) return undefined;
  const children: XmlElement[] = [];
  for (const child of shape.children) {
    if (typeof child === 'string') continue;
    const cleaned = cleanMath(child);
    if (!cleaned) return undefined;
    children.push(cleaned);
  }
  const { holds } = kind;
  const fits =
    holds === 'nothing'
      ? children.length === 0
      : typeof holds === 'object'
        ? children.every((child) => holds.includes(child.name))
        : children.every((child) => !parts.has(child.name)) && (holds === 'expressions' || children.length === holds);
  return fits ? made(children) : undefined;
}
