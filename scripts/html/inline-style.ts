/**
 * The part of an inline style that a book keeps: what words look like, not where they are, what colour they have,
 * or whether they can be seen. Values are keywords and short lengths, so nothing can be fetched or computed.
 */
import { lookUp } from '../book/look-up.ts';

const keywords = (...allowed: readonly string[]) => new RegExp(`^(?:${allowed.join('|')})$`);
const indent = /^-?(?:[0-4](?:\.\d{1,3})?em|[0-4]?\d(?:\.\d{1,3})?%|0)$/;

const properties: Readonly<Record<string, RegExp>> = {
  'text-align': keywords('left', 'right', 'center', 'justify'),
  'text-indent': indent,
  'margin-left': indent,
  'margin-right': indent,
  'font-style': keywords('normal', 'italic', 'oblique'),
  'font-weight': keywords('normal', 'bold', 'bolder', 'lighter', '[1-9]00'),
  'font-variant': keywords('normal', 'small-caps'),
  'text-decoration': keywords('none', 'underline', 'overline', 'line-through'),
  'text-transform': keywords('none', 'capitalize', 'uppercase', 'lowercase'),
  'vertical-align': keywords('baseline', 'sub', 'super', 'top', 'middle', 'bottom'),
  'white-space': keywords('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'),
  'list-style-type': keywords('none', 'disc', 'circle', 'square', 'decimal', '(?:lower|upper)-(?:alpha|latin|roman)'),
};

/** Looks that an author need not be told of: a book leaves them to its reader's device. */
const quiet =
  /^(?:color|background(?:-color)?|font(?:-family|-size)?|line-height|mso-.*|-(?:moz|webkit|ms)-.*|margin.*|padding.*|border.*|width|height|max-width|max-height|letter-spacing|word-spacing|text-indent|orphans|widows|tab-stops|page-break-.*|break-.*|text-autospace|layout-grid-mode|punctuation-wrap|word-break|overflow-wrap|word-wrap|box-sizing|text-size-adjust|font-variant-.*|text-decoration-.*|direction|unicode-bidi|caret-color|float|clear)$/;
/** Even those are told of when they would fetch or run something. */
const active = /url\s*\(|expression|javascript|@import|\\/i;

/** Splits a style into declarations that stay, and the names of those whose loss an author should know of. */
export function cleanInlineStyle(style: string): {
  readonly kept: string | undefined;
  readonly lost: readonly string[];
} {
  const kept: string[] = [];
  const lost: string[] = [];
  for (const declaration of style.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim()
      .toLowerCase();
    const allowed = lookUp(properties, name);
    if (allowed?.test(value)) kept.push(`${name}: ${value}`);
    else if (value && (active.test(declaration) || !quiet.test(name))) lost.push(`style “${name.slice(0, 30)}”`);
  }
  return { kept: kept.length ? kept.join('; ') : undefined, lost: [...new Set(lost)] };
}
