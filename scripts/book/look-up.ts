/** The row of a table by a name that an author or a stranger chose; nothing that objects inherit, such as `constructor`, is a row. */
export function lookUp<Row>(table: Readonly<Record<string, Row>>, name: string): Row | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
