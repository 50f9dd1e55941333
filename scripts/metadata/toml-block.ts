/** Hugo’s metadata between `+++` lines, which are TOML. In: a file’s text. Out: the same as YAML, line for line, and where it ends. */

const pair = /^[ \t]*([\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=[ \t]*(.*)$/;
const table = /^[ \t]*\[{1,2}[ \t]*([\w.-]+)[ \t]*\]{1,2}[ \t]*$/;

/** Reads it; undefined where the first lines are none: no line between two fences holds a key and a value. */
export function tomlBlock(source: string): { readonly block: string; readonly end: number } | undefined {
  const [whole, inside = ''] = /^\+\+\+[ \t]*\n((?:[^\n]*\n){1,200}?)\+\+\+[ \t]*(?=\n|$)/.exec(source) ?? [];
  const lines = inside.split('\n').slice(0, -1);
  if (whole === undefined || !lines.some((line) => pair.test(line))) return undefined;
  let indent = '';
  const rows = lines.map((line) => {
    const name = table.exec(line)?.[1];
    if (name !== undefined) indent = '  ';
    const [, key, value = ''] = pair.exec(line) ?? [];
    if (name !== undefined) return `${name}:`;
    // What no key begins goes on with the list above, which YAML wants further in.
    return key === undefined ? `${indent}  ${line}` : `${indent}${key}: ${value}`;
  });
  return { block: rows.map((row) => `${row.trimEnd()}\n`).join(''), end: whole.length };
}
