/**
 * A style sheet as data, enough of it to leave things out (CSS Syntax Level 3, §5).
 * In: CSS as anyone may write it. Out: its rules in order, without comments. Refuses to know: what a property means.
 * Each character is looked at a fixed number of times.
 */
export interface Declaration {
  readonly name: string;
  readonly value: string;
}

export interface StyleRule {
  /** Selectors, or an at-rule's name and conditions: `@media print`. */
  readonly prelude: string;
  /** What stands in its braces: declarations, or rules of its own; neither for `@import`. */
  readonly declarations?: readonly Declaration[] | undefined;
  readonly rules?: readonly StyleRule[] | undefined;
}

/** At-rules in whose braces stand declarations. */
const holdDeclarations = /^@(?:font-face|page|viewport|counter-style|property)\b/i;
/** No sheet nests this deep on purpose. */
const deepest = 16;

/** Reads a style sheet; what is not closed ends with it. */
export function readStyle(css: string): readonly StyleRule[] {
  const cursor = { css, at: 0 };
  const rules: StyleRule[] = [];
  while (cursor.at < css.length) rules.push(...readRules(cursor, 0));
  return rules;
}

/** Reads the declarations of a `style` attribute. */
export function readDeclarations(css: string): readonly Declaration[] {
  const cursor = { css, at: 0 };
  const found: Declaration[] = [];
  while (cursor.at < css.length) found.push(...declarationsIn(cursor));
  return found;
}

/** Prints a style sheet, a rule a line. */
export function printStyle(rules: readonly StyleRule[]): string {
  return rules.map((rule) => `${printRule(rule)}\n`).join('');
}

/** Prints declarations as a `style` attribute has them. */
export function printDeclarations(declarations: readonly Declaration[]): string {
  return declarations.map(({ name, value }) => `${name}: ${value}`).join('; ');
}

function printRule({ prelude, declarations, rules }: StyleRule): string {
  if (rules) return `${prelude} {\n${printStyle(rules)}}`;
  if (!declarations) return `${prelude};`;
  return `${prelude} { ${declarations.map(({ name, value }) => `${name}: ${value};`).join(' ')} }`;
}

interface Cursor {
  readonly css: string;
  at: number;
}

/** Rules up to the brace that closes those around them. */
function readRules(cursor: Cursor, depth: number): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  while (cursor.at < cursor.css.length) {
    const { text, stop } = readUntil(cursor, '{};');
    if (stop === '}') break;
    if (stop === '{') {
      if (!text.startsWith('@') || holdDeclarations.test(text))
        rules.push({ prelude: text, declarations: declarationsIn(cursor) });
      else if (depth < deepest) rules.push({ prelude: text, rules: readRules(cursor, depth + 1) });
      else skipBraces(cursor);
    } else if (text.startsWith('@')) rules.push({ prelude: text });
  }
  return rules;
}

/** Declarations up to the closing brace; rules nested among them are left out. */
function declarationsIn(cursor: Cursor): readonly Declaration[] {
  const found: Declaration[] = [];
  while (cursor.at < cursor.css.length) {
    const { text, stop } = readUntil(cursor, '{};');
    if (stop === '{') {
      skipBraces(cursor);
      continue;
    }
    const colon = text.indexOf(':');
    if (colon > 0) {
      const name = text.slice(0, colon).trim();
      found.push({ name: name.startsWith('--') ? name : name.toLowerCase(), value: text.slice(colon + 1).trim() });
    }
    if (stop === '}') break;
  }
  return found;
}

function skipBraces(cursor: Cursor): void {
  for (let open = 1; open > 0 && cursor.at < cursor.css.length; ) {
    const { stop } = readUntil(cursor, '{}');
    open += stop === '{' ? 1 : -1;
  }
}

/** Text up to one of some marks outside strings, brackets and comments; the cursor then stands behind the mark. */
function readUntil(cursor: Cursor, marks: string): { readonly text: string; readonly stop: string } {
  const { css } = cursor;
  const parts: string[] = [];
  let from = cursor.at;
  let at = from;
  let brackets = 0;
  for (; at < css.length; at += 1) {
    const mark = css[at] ?? '';
    if (mark === '/' && css[at + 1] === '*') {
      parts.push(css.slice(from, at), ' ');
      const end = css.indexOf('*/', at + 2);
      from = end === -1 ? css.length : end + 2;
      at = from - 1;
    } else if (mark === '"' || mark === "'") at = endOfString(css, at);
    else if (mark === '\\') at += 1;
    else if (mark === '(' || mark === '[') brackets += 1;
    else if (mark === ')' || mark === ']') brackets = Math.max(0, brackets - 1);
    else if (marks.includes(mark) && (brackets === 0 || mark === '{' || mark === '}')) break;
  }
  parts.push(css.slice(from, at));
  cursor.at = at + 1;
  return { text: parts.join('').replace(/\s+/g, ' ').trim(), stop: css[at] ?? '}' };
}

/** The place of the quotation mark that ends a string; a line's end does too. */
function endOfString(css: string, start: number): number {
  for (let at = start + 1; at < css.length; at += 1) {
    if (css[at] === '\\') at += 1;
    else if (css[at] === css[start] || css[at] === '\n') return at;
  }
  return css.length;
}
