/** Attributes in braces, as pandoc and Markua have them. In: what stands between the braces. Out: their parts, or undefined where that is no list of attributes. */
export interface Attributes {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly pairs: ReadonlyMap<string, string>;
}

const item =
  /\s*(?:#([^\s{}#]{1,99})|\.([\w:-]{1,99})|(-)|([\w:-]{1,40})\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{},]+)))\s*,?/y;

/** Reads `#id .class key=value key: "value" -`; the hyphen alone means unnumbered. */
export function attributesOf(inside: string): Attributes | undefined {
  if (inside.length > 2000) return undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const pairs = new Map<string, string>();
  item.lastIndex = 0;
  for (let at = 0; at < inside.trimEnd().length; at = item.lastIndex) {
    item.lastIndex = at;
    const found = item.exec(inside);
    if (!found) return undefined;
    const [, ownId, name, hyphen, key, ...values] = found;
    if (ownId !== undefined) id ??= ownId;
    else if (name !== undefined) classes.push(name);
    else if (hyphen !== undefined) classes.push('unnumbered');
    else if (key === 'id') id ??= firstOf(values);
    else if (key === 'class') classes.push(...firstOf(values).split(/\s+/));
    else if (key !== undefined) pairs.set(key, firstOf(values));
  }
  return { id, classes: classes.filter(Boolean), pairs };
}

const firstOf = (values: readonly (string | undefined)[]): string => values.find((each) => each !== undefined) ?? '';
