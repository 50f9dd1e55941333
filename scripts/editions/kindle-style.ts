/** What Send to Kindle takes of a style sheet. In: CSS. Out: CSS without what it refuses or drops, and who is hidden by it. */
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

/** What may be hidden, by its last simple selector, which is read generously: `.draft p.aside` hides each `p.aside`. */
export interface Hidden {
  readonly name: string | undefined;
  readonly classes: readonly string[];
  readonly id: string | undefined;
}

/** What a style sheet hides with `display: none`. */
export function hiddenBy(css: string): readonly Hidden[] {
  const found: Hidden[] = [];
  const look = (rules: readonly StyleRule[]): void => {
    for (const { prelude, declarations, rules: inner } of rules) {
      if (inner) look(inner);
      if (!declarations?.some(({ name, value }) => name === 'display' && /^none\b/i.test(value))) continue;
      for (const selector of prelude.split(',')) {
        const last =
          selector
            .trim()
            .split(/[\s>+~]/)
            .at(-1) ?? '';
        found.push({
          name: /^[a-z][a-z\d]*/i.exec(last)?.[0].toLowerCase(),
          classes: [...last.matchAll(/\.([\w-]+)/g)].flatMap(([, name]) => name ?? []),
          id: /#([\w-]+)/.exec(last)?.[1],
        });
      }
    }
  };
  look(readStyle(css));
  return found;
}
