/**
 * Pandoc’s attributes in the line: `[words]{.smallcaps}`, `[lien](x){.a}`, `![](x){width=50%}`, `code`{.r}; and `H~2~O`, `2^nd^`.
 * In: text. Out: the press’s own spans, and no attributes that it has no use for.
 */

import { lookUp } from '../../book/look-up.ts';
import { isLanguageTag } from '../../book/metadata-schema.ts';
import { attributesOf } from '../../markdown/attribute-lists.ts';
import { bracketsOf, lineCounter } from './brackets.ts';
import type { Report } from './diagnostics.ts';
import { replaceMarks } from './marks.ts';
import { mask } from './mask-code.ts';

const names: Readonly<Record<string, string>> = {
  smallcaps: 'small-caps',
  sc: 'small-caps',
  'small-caps': 'small-caps',
  underline: 'underline',
  ul: 'underline',
};

/** Puts the press’s marks in the place of pandoc’s. */
export function rewriteSpans(text: string, report: Report): string {
  return withoutLooseAttributes(spans(text, report), report);
}

function spans(text: string, report: Report): string {
  if (!text.includes(']{')) return text;
  const masked = mask(text);
  const lineOf = lineCounter(text);
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const [open, close] of bracketsOf(masked)) {
    if (masked[close + 1] !== '{' || text.slice(open - 5, open) === ':span') continue;
    const end = masked.indexOf('}', close);
    if (end === -1 || end - close > 500) continue;
    const attributes = attributesOf(text.slice(close + 2, end));
    if (!attributes) continue;
    const lang = attributes.pairs.get('lang');
    const kept = [
      ...(attributes.id === undefined ? [] : [`#${attributes.id}`]),
      ...attributes.classes.map((name) => `.${lookUp(names, name) ?? name}`),
      ...(lang !== undefined && isLanguageTag(lang) ? [`lang="${lang}"`] : []),
    ];
    if (masked[open - 1] === '!') continue;
    edits.push(
      { from: open, to: open, text: kept.length > 0 ? ':span' : '' },
      { from: close + 1, to: end + 1, text: kept.length > 0 ? `{${kept.join(' ')}}` : '' },
    );
    if (kept.length === 0) edits.push({ from: open, to: open + 1, text: '' }, { from: close, to: close + 1, text: '' });
  }
  edits.sort((one, other) => one.from - other.from || one.to - other.to);
  const parts: string[] = [];
  let done = 0;
  for (const edit of edits) {
    if (edit.text.startsWith('{'))
      report({
        rule: 'structure-guessed',
        line: lineOf(edit.from),
        what: '“[…]{…}” taken as a span',
        confidence: 0.95,
      });
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Attributes of links, pictures and code say how wide, how coloured. */
function withoutLooseAttributes(text: string, report: Report): string {
  const drop = (what: string) => (whole: string, inside: string, line: number) => {
    if (!attributesOf(inside)) return undefined;
    report({ rule: 'import-left-out', line, what: `Left out: attributes of ${what}, as “{${inside.slice(0, 40)}}”` });
    return whole.slice(0, whole.indexOf('{'));
  };
  const links = replaceMarks(text, /\)\{([^{}\n]{1,500})\}/dg, ({ whole, groups, line }) =>
    drop('links and pictures')(whole, groups[0] ?? '', line),
  );
  return replaceMarks(links, /\u0000\{([^{}\n]{1,500})\}/dg, ({ whole, groups, line }) =>
    whole.startsWith('`') ? drop('code')(whole, groups[0] ?? '', line) : undefined,
  );
}

/** Letters and figures set low and high; a tilde or a caret with nothing before it is itself. Before notes are looked for: `x^2^[a link](b)`. */
export function rewriteScripts(text: string): string {
  const high = text.includes('^')
    ? replaceMarks(
        text,
        /(?<=[\p{L}\p{N}.)])\^([^\s^[\]~]{1,40})\^(?!\^)/dgu,
        ({ groups }) => `<sup>${groups[0]}</sup>`,
      )
    : text;
  return high.includes('~')
    ? replaceMarks(high, /(?<=[\p{L}\p{N})])~([^\s~[\]^]{1,40})~(?!~)/dgu, ({ groups }) => `<sub>${groups[0]}</sub>`)
    : high;
}
