/** What Send to Kindle takes of a style sheet. In: CSS. Out: CSS without what it refuses or drops. */
import {
  type Declaration,
  printDeclarations,
  printStyle,
  readDeclarations,
  readStyle,
  type StyleRule,
} from './stylesheet.ts';

const isTaken = ({ name, value }: Declaration): boolean =>
  !name.startsWith('--') && name !== 'max-width' && !/\b(?:var|env)\(/i.test(value);

/** A style sheet without custom properties, `max-width` and comments. */
export function kindleStyle(css: string): string {
  const kept = (rules: readonly StyleRule[]): readonly StyleRule[] =>
    rules.flatMap((rule): readonly StyleRule[] => {
      if (rule.rules) return [{ ...rule, rules: kept(rule.rules) }];
      if (!rule.declarations) return [rule];
      const declarations = rule.declarations.filter(isTaken);
      return declarations.length > 0 ? [{ ...rule, declarations }] : [];
    });
  return printStyle(kept(readStyle(css)));
}

/** A `style` attribute without the same; undefined where nothing is left. */
export function kindleInlineStyle(css: string): string | undefined {
  return printDeclarations(readDeclarations(css).filter(isTaken)) || undefined;
}
