/** A stylesheet as rules, read plainly enough for assertions: no nesting, no strings with braces. */
export interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
  /** The at-rule around it, if there is one. */
  readonly within: string | undefined;
}

/** Splits a stylesheet into its rules, without comments. */
export function rulesOf(css: string): readonly Rule[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const rules: Rule[] = [];
  let within: string | undefined;
  let at = 0;
  for (const match of bare.matchAll(/[{}]/g)) {
    const text = bare.slice(at, match.index).trim();
    at = match.index + 1;
    if (match[0] === '{' && text.startsWith('@') && !/^@(font-face|page)/.test(text)) within = text;
    else if (match[0] === '{')
      rules.push({ selectors: text.split(',').map((each) => each.trim()), declarations: new Map(), within });
    else if (text === '' && within !== undefined && bare.slice(0, match.index).trimEnd().endsWith('}'))
      within = undefined;
    else rules.push({ ...(rules.pop() ?? { selectors: [], within }), declarations: declarationsOf(text) });
  }
  return rules;
}

function declarationsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(';').map((each) => each.split(':'));
  return new Map(
    pairs.filter((pair) => pair.length > 1).map(([name = '', ...value]) => [name.trim(), value.join(':').trim()]),
  );
}
