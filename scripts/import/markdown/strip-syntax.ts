/**
 * The other side of the proof: what a reader sees of a text in its own dialect. In: the text as it was typed. Out: plain Markdown with the
 * dialect’s signs taken away and nothing put in their place, to count words by. Knows nothing of what the importer makes of them.
 */

import type { Dialect } from '../../book/dialect-signs.ts';
import { attributesOf } from '../../markdown/attribute-lists.ts';
import { replaceMarks } from './marks.ts';
import { mask } from './mask-code.ts';
import { isBlankAfter, nameOfCallout } from './obsidian-marks.ts';
import { shownWords, wikilink } from './wikilinks.ts';

export interface StrippedSyntax {
  readonly markdown: string;
  /** Names of pictures, which are words only where the picture cannot be had. */
  readonly aside: readonly string[];
}

/** Takes the signs of some dialects out of a text. */
export function stripSyntax(text: string, dialects: ReadonlySet<Dialect>): StrippedSyntax {
  const aside: string[] = [];
  let seen = text;
  if (dialects.has('obsidian')) seen = withoutObsidian(seen, aside);
  if (dialects.has('leanpub')) seen = withoutLeanpub(seen);
  if (dialects.has('pandoc')) seen = withoutPandoc(seen);
  if (dialects.has('pandoc') || dialects.has('leanpub') || dialects.has('mdbook')) seen = withoutAttributes(seen);
  return { markdown: seen, aside };
}

function withoutObsidian(text: string, aside: string[]): string {
  const parts = partsAt(text, '%%');
  const shown = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('%%')];
  // A comment stays one, as what stands beside it shows; one that only opens a line is nothing.
  const kept: string[] = [];
  let isOpening = true;
  shown.forEach((part, at) => {
    if (at % 2 === 0) {
      kept.push(part);
      isOpening = isBlankAfter(part, isOpening);
      return;
    }
    const goesOn = isOpening && /\S/.test((shown[at + 1] ?? '').split('\n', 1)[0]?.slice(0, 198) ?? '');
    if (goesOn && !part.includes('\n')) return;
    isOpening = false;
    kept.push(/\n[ \t]*\n/.test(part) ? '\n\n<!-- -->\n\n' : '<!-- -->');
  });
  const bare = kept.join('');
  const linked = replaceMarks(bare, wikilink, ({ groups: [bang, name = '', rest, alias] }) => {
    const heading = rest?.slice(1).trim();
    if (name.trim() === '' && heading === undefined) return undefined;
    // In Markdown’s form, since what stands beside brackets decides whether stars are emphasis.
    if (!bang) return `[${alias?.trim() || shownWords(name.trim(), heading)}](x)`;
    aside.push(alias ?? '', name);
    return '![](x)';
  });
  const marked = replaceMarks(linked, /(?<!=)==(?=[^\s=])([^=\n]{0,2000}[^\s=])==(?!=)/dg, ({ groups }) => groups[0]);
  const named = replaceMarks(marked, /(?:^|(?<![ \t])[ \t]+)\^[A-Za-z0-9-]{1,60}[ \t]*$/dgm, () => '');
  return byLine(named, (row, masked) => {
    const found = /^((?:[ \t]*>)+[ \t]*)\[!([^[\]\s|\u0000]{1,40})(?:\|[^[\]]{0,40})?\][+-]?[ \t]*/.exec(masked);
    if (!found) return row;
    const [whole, lead = '', kind = ''] = found;
    return `${lead}${row.slice(whole.length) || nameOfCallout(kind)}`;
  });
}

/** A text parted at a sign, where it stands outside of code. */
function partsAt(text: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let done = 0;
  const masked = mask(text);
  for (let at = masked.indexOf(sign); at !== -1; at = masked.indexOf(sign, at + sign.length)) {
    parts.push(text.slice(done, at));
    done = at + sign.length;
  }
  return [...parts, text.slice(done)];
}

function byLine(text: string, change: (row: string, masked: string) => string | undefined): string {
  const masked = mask(text).split('\n');
  return text
    .split('\n')
    .map((row, at) => change(row, masked[at] ?? '') ?? '')
    .join('\n');
}

function withoutLeanpub(text: string): string {
  const bare = byLine(text, (row, masked) => {
    const list = /^\{([^{}]{1,500})\}[ \t]*$/.exec(masked)?.[1];
    if (masked.startsWith('%%')) return undefined;
    if (list !== undefined && (attributesOf(list) || /^\/?[a-z-]{2,20}(?:[,:\s]|$)/i.test(list))) return undefined;
    const isMark = /^(?:[ABCDEGIQTWX]>|-#{1,2}[ \t])/.test(masked);
    return isMark ? row.replace(/^[A-Z](?=>)|^-(?=#)/, '') : row;
  });
  const indexed = replaceMarks(bare, /\{i:[^{}\n]{0,210}\}/dg, () => '');
  return indexed.replace(/\[\^\^(?=[^\]\s]{1,99}\])/g, '[^');
}

function withoutPandoc(text: string): string {
  let raw = false;
  const bare = byLine(text, (row, masked) => {
    const fence = /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:\{=([A-Za-z0-9_-]{1,30})\})?/.exec(row);
    if (fence?.[1] !== undefined && !/^html/.test(fence[1])) raw = true;
    else if (raw) {
      if (fence) raw = false;
      return undefined;
    } else if (fence?.[1] !== undefined) return undefined;
    if (raw) return undefined;
    if (/^ {0,3}:{3,}[ \t]*(?:$|\{[^{}]*\}[ \t:]*$|[\p{L}\p{N}_-]+[ \t:]*$)/u.test(masked)) return undefined;
    return isLayout(masked) ? undefined : row;
  });
  const high = replaceMarks(bare, /(?<=[\p{L}\p{N}.)])\^([^\s^[\]~]{1,40})\^(?!\^)/dgu, ({ groups }) => groups[0]);
  return replaceMarks(high, /(?<=[\p{L}\p{N})])~([^\s~[\]^]{1,40})~(?!~)/dgu, ({ groups }) => groups[0]);
}

const isLayout = (row: string): boolean =>
  /^\\[a-z]+\*?(?:\[\d?\])?(?:\{[^{}\n]{0,60}\}){0,2}\s*$/.test(row.trim()) &&
  /^\\(?:new|clear|cleardouble|page|big|med|small|no?indent|h|v|par|make|table|front|main|back|appendix|null|cent|ragged|one|single|double|this|set|add|begin|end)/.test(
    row.trim(),
  );

/** Attributes behind headings, brackets and code. */
function withoutAttributes(text: string): string {
  const rows = text.split('\n');
  const isHeading = (at: number) =>
    /^ {0,3}#/.test(rows[at] ?? '') || /^ {0,3}(?:=+|-+)[ \t]*$/.test(rows[at + 1] ?? '');
  let at = -1;
  const bare = byLine(text, (row, masked) => {
    at += 1;
    const found = isHeading(at) ? /(?<![ \t])[ \t]*\{([^{}]{1,999})\}(?:[ \t]*#+)?[ \t]*$/.exec(row) : null;
    return found && !masked.endsWith('\u0000') && attributesOf(found[1] ?? '') ? row.slice(0, found.index) : row;
  });
  const spans = replaceMarks(bare, /(?<!!)\[([^[\]\n]{0,2000})\]\{([^{}\n]{1,999})\}/dg, ({ groups: [words, list] }) =>
    attributesOf(list ?? '') ? words : undefined,
  );
  return replaceMarks(spans, /(?<=[\])\u0000])\{([^{}\n]{1,999})\}/dg, ({ groups }) =>
    attributesOf(groups[0] ?? '') ? '' : undefined,
  );
}
