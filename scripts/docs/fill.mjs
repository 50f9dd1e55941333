/** Puts made tables between the markers `<!-- name: … -->` and `<!-- /name -->` of a page. */
export function fill(page, tables) {
  return Object.entries(tables).reduce((text, [name, table]) => {
    const start = text.indexOf(`<!-- ${name}:`);
    const begin = text.indexOf('-->', start) + 3;
    const end = text.indexOf(`<!-- /${name} -->`);
    if (start < 0 || end < begin) throw new Error(`The page has no place for “${name}”.`);
    return `${text.slice(0, begin)}\n\n${table}\n\n${text.slice(end)}`;
  }, page);
}
