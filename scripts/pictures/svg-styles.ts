/**
 * Turns a drawing's style sheet into styles of its elements: drawing programs write simple classes, books hold no
 * style sheets in drawings. In: a shape. Out: the same look without `style` elements, and what could not be read.
 */
import type { XmlElement } from '../book/xml-element.ts';

interface Rule {
  readonly weight: number;
  readonly element: string | undefined;
  readonly className: string | undefined;
  readonly id: string | undefined;
  readonly declarations: string;
}

/** `rect`, `.a`, `#b`, `rect.a`, `*`: selectors that look at one element by itself. */
const simple = /^(\*|[a-z][\w-]*)?(?:\.([\w-]+))?(?:#([\w-]+))?$/i;

/** The shape with its style sheets applied. */
export function applyStyles(root: XmlElement): { readonly shape: XmlElement; readonly lost: readonly string[] } {
  const sheets: string[] = [];
  const gather = (shape: XmlElement): void => {
    for (const child of shape.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'style') sheets.push(child.children.filter((part) => typeof part === 'string').join(''));
      else gather(child);
    }
  };
  gather(root);
  if (sheets.length === 0) return { shape: root, lost: [] };
  const lost: string[] = [];
  const rules = sheets.flatMap((sheet) => rulesOf(sheet, lost)).sort((one, other) => one.weight - other.weight);
  const style = (shape: XmlElement): XmlElement => {
    const classes = (shape.attributes['class'] ?? '').split(/\s+/);
    const matching = rules.filter(
      ({ element, className, id }) =>
        (element === undefined || element === '*' || element === shape.name) &&
        (className === undefined || classes.includes(className)) &&
        (id === undefined || id === shape.attributes['id']),
    );
    const declarations = [...matching.map((rule) => rule.declarations), shape.attributes['style']]
      .filter(Boolean)
      .join(';');
    return {
      ...shape,
      attributes: declarations ? { ...shape.attributes, style: declarations } : shape.attributes,
      children: shape.children
        .filter((child) => typeof child === 'string' || child.name !== 'style')
        .map((child) => (typeof child === 'string' ? child : style(child))),
    };
  };
  return { shape: style(root), lost };
}

function rulesOf(sheet: string, lost: string[]): Rule[] {
  const css = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ').replace(/<!--|-->/g, ' ');
  const rules: Rule[] = [];
  // Statements like @import end in a semicolon; what has a block inside a block is left out whole.
  const plain = css.replace(/@[^;{]*;?/g, (statement) => {
    if (!statement.endsWith(';')) return statement;
    const name = statement.split(/[\s;("']/)[0] ?? '@';
    if (!/^@(?:charset|namespace)$/i.test(name)) lost.push(name);
    return '';
  });
  for (const [, selectors = '', declarations = ''] of plain.matchAll(/(?<![^{}])([^{}]*)\{([^{}]*)\}/g)) {
    for (const selector of selectors.split(',')) {
      const trimmed = selector.trim();
      const [matched, element, className, id] = simple.exec(trimmed) ?? [];
      if (!matched) {
        lost.push(`style of “${trimmed.replace(/\s+/g, ' ').slice(0, 30)}”`);
        continue;
      }
      rules.push({
        weight: (id ? 100 : 0) + (className ? 10 : 0) + (element && element !== '*' ? 1 : 0),
        element,
        className,
        id,
        declarations: declarations.trim(),
      });
    }
  }
  return rules;
}
