/** What style sheets say of single classes: which typeface they have, whether they slant, embolden, align or hide; all else in CSS is looks. In: sheets. Out: declarations by class. */

export function classStyles(sheets: readonly string[]): ReadonlyMap<string, string> {
  const styles = new Map<string, string>();
  for (const sheet of sheets)
    for (const rule of sheet.replace(/\/\*.*?\*\//gs, '').split('}')) {
      const [selectors = '', declarations = ''] = rule.split('{', 2);
      if (
        !/font-(?:family|style|weight|variant)|text-(?:align|decoration)|direction|display\s*:\s*none/i.test(
          declarations,
        )
      )
        continue;
      for (const selector of selectors.split(',')) {
        const name = /^(?:#workskin\s+)?(?:[a-z][a-z1-6]*)?\.([\w-]+)$/.exec(selector.trim())?.[1];
        if (name !== undefined) styles.set(name, `${styles.get(name) ?? ''};${declarations}`);
      }
    }
  return styles;
}
