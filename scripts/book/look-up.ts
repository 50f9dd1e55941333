/** The row of a table by a name that an author or a stranger chose; nothing that objects inherit, such as `constructor`, is a row. */
export function lookUp<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A table with the same row for each of some names, which stand between blanks. */
export function sameRow<Row>(names: string, row: Row): Readonly<Record<string, Row>> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, row]));
}

/** The row of a BCP 47 language: by its first subtag, and for Chinese in traditional characters, told by its script or its region, that of `zh-hant`. */
export function lookUpLanguage<Row>(table: Readonly<Record<string, Row>>, lang: string): Row | undefined {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const isTraditional =
    language === 'zh' && !subtags.includes('hans') && subtags.some((each) => /^(?:hant|tw|hk|mo)$/.test(each));
  return lookUp(table, isTraditional ? 'zh-hant' : language);
}

/** Words of the press by their names: those of a language’s row, where they stand between `|` in the order of the names. English for a language without a row. */
export function labelTable<Key extends string>(
  keys: readonly Key[],
  rows: Readonly<Record<string, string>>,
): (lang: string) => Readonly<Record<Key, string>> {
  return (lang) => {
    const words = (lookUpLanguage(rows, lang) ?? rows['en'] ?? '').split('|');
    return Object.fromEntries(keys.map((key, at) => [key, words[at] ?? key])) as Record<Key, string>;
  };
}
