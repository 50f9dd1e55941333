/** What a book's style sheets say of classes: only whether they slant or embolden. In: CSS. Out: declarations by class. */

/** Reads rules of single classes; all else in CSS is looks. */
export function classStyles(sheets: readonly string[]): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  for (const sheet of sheets)
    for (const rule of sheet.split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{', 2);
      if (!/font-(?:style|weight)\s*:/i.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const name = /^(?:span|i|b|em|strong)?\.([\w-]+)$/.exec(selector.trim())?.[1];
        if (name !== undefined) styles.set(name, `${styles.get(name) ?? ''};${declarations}`);
      }
    }
  return styles;
}
