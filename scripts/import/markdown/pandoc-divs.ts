/**
 * Pandoc’s fenced divs: `::: epigraph` … `:::`. In: text. Out: text of the same lines; what they hold as set piece, quotation,
 * verse or running text; and those that are pages of their own, before and after the story.
 */

import { type DirectiveName, isDirectiveName } from '../../book/directives.ts';
import { type SectionKind, traitsOf } from '../../book/sections.ts';
import { attributesOf } from '../../markdown/attribute-lists.ts';
import { confidences } from '../confidence.ts';
import type { Report } from './diagnostics.ts';
import { mask } from './mask-code.ts';
import { kindOfWord } from './pandoc-headings.ts';
import { asVerse } from './verse.ts';

export interface Page {
  readonly kind: SectionKind;
  readonly text: string;
  readonly where: 'front' | 'back';
}

interface Div {
  readonly names: readonly string[];
  /** Indices of its fences. */
  readonly from: number;
  readonly to: number;
  /** How many divs it stands in. */
  readonly depth: number;
}

const verse = /^(?:verse|poem|poetry|lyrics?|song|stanza)$/;
const quoted =
  /^(?:epigraph|quote|quotation|blockquote|letter|note|notes|excerpt|telegram|diary|inscription|aside|callout.*|dedication)$/;

/** Takes the fences off. */
export function rewriteDivs(text: string, report: Report): { readonly text: string; readonly pages: readonly Page[] } {
  if (!text.includes(':::')) return { text, pages: [] };
  const rows = text.split('\n');
  const divs = divsOf(mask(text).split('\n'), rows);
  const pages: Page[] = [];
  const prefixes = rows.map(() => '');
  const isVerse = rows.map(() => false);
  const gone = new Set<number>();
  const outer = divs.filter(({ depth }) => depth === 0);
  const blank = (from: number, to: number) =>
    pages.length < mostPages && rows.slice(from, to).every((row, at) => row.trim() === '' || gone.has(from + at));
  const pull = (div: Div, kind: SectionKind, where: Page['where']) => {
    for (let at = div.from; at <= div.to; at++) gone.add(at);
    const inner = rewriteDivs(rows.slice(div.from + 1, div.to).join('\n'), report);
    pages.push({ kind, where, text: inner.text.trim() });
    report({
      rule: 'structure-guessed',
      line: div.from + 1,
      what: `“::: ${div.names.join(' ')}” taken as a page of its own, the ${kind}`,
      confidence: confidences['place before or after the story'],
    });
  };
  for (const div of outer) {
    const kind = div.names.map(kindOfWord).find((each) => each !== undefined);
    if (kind === undefined || !blank(0, div.from)) break;
    const front = traitsOf(kind).matter === 'backmatter' ? 'preface' : kind;
    pull(div, front, 'front');
  }
  for (const div of [...outer].reverse()) {
    const kind = div.names.map(kindOfWord).find((each) => each !== undefined);
    if (kind === undefined || gone.has(div.from) || traitsOf(kind).matter !== 'backmatter') break;
    if (!blank(div.to + 1, rows.length)) break;
    pull(div, kind, 'back');
  }
  const back = pages.filter(({ where }) => where === 'back').reverse();
  const opening = new Map(divs.filter(({ from }) => !gone.has(from)).map((div) => [div.from, div]));
  const closing = new Map<number, string>();
  const fences = new Map<number, string>();
  let quotes = 0;
  let verses = 0;
  rows.forEach((_, at) => {
    const closed = closing.get(at);
    if (closed === 'verse') verses -= 1;
    if (closed === 'a quotation' || (closed === 'verse' && verses === 0)) quotes -= 1;
    if (closed !== undefined) gone.add(at);
    prefixes[at] = '> '.repeat(quotes);
    isVerse[at] = verses > 0;
    const div = opening.get(at);
    if (!div) return;
    const piece = setPieceOf(div, divs, rows.length);
    if (piece) {
      fences.set(at, `:::${piece}`).set(div.to, ':::');
      if (rows[at] !== `:::${piece}`)
        report({
          rule: 'structure-guessed',
          line: at + 1,
          what: `“::: ${div.names.join(' ')}” taken as the set piece “${piece}”`,
          confidence: confidences['mark that means one thing'],
        });
      return;
    }
    gone.add(at);
    const fate = div.depth > mostLevels ? 'running text' : fateOf(div);
    if (fate === 'a quotation' || (fate === 'verse' && verses === 0)) quotes += 1;
    if (fate === 'verse') verses += 1;
    closing.set(div.to, fate);
    const name = div.names.join(' ');
    report(
      fate === 'running text'
        ? {
            rule: 'import-left-out',
            line: at + 1,
            what: `Left out: what “::: ${name}” asks for; its words are running text`,
          }
        : {
            rule: 'structure-guessed',
            line: at + 1,
            what: `“::: ${name}” taken as ${fate}`,
            confidence: confidences['mark that means one thing'],
          },
    );
  });
  const whole = asVerse(rows, (at) => isVerse[at] === true && !gone.has(at));
  const made = whole.map(
    (row, at) =>
      fences.get(at) ??
      (gone.has(at) ? '' : row.trim() === '' ? (prefixes[at] ?? '').trimEnd() : `${prefixes[at] ?? ''}${row}`),
  );
  return { text: made.join('\n'), pages: [...pages.filter(({ where }) => where === 'front'), ...back] };
}

/** Quotations in quotations beyond this are no story’s. */
const mostLevels = 20;
const mostPages = 30;

/** The set piece that a div is by itself: none stands in another div, or holds one. */
function setPieceOf(div: Div, divs: readonly Div[], end: number): DirectiveName | undefined {
  const { names, from, to, depth } = div;
  if (depth > 0 || to >= end || divs.some((each) => each.from > from && each.from < to)) return undefined;
  return names.find(isDirectiveName) ?? (names.some((name) => verse.test(name)) ? 'verse' : undefined);
}

function fateOf({ names }: Div): 'verse' | 'a quotation' | 'running text' {
  if (names.some((name) => verse.test(name))) return 'verse';
  return names.some((name) => quoted.test(name)) ? 'a quotation' : 'running text';
}

/** Divs in the order of their opening fences; a closing fence without its other is text. */
function divsOf(masked: readonly string[], rows: readonly string[]): readonly Div[] {
  const open: { names: readonly string[]; from: number }[] = [];
  const ends = new Map<number, { readonly names: readonly string[]; readonly to: number }>();
  masked.forEach((row, at) => {
    if (!/^ {0,3}:{3}/.test(row)) return;
    if (/^ {0,3}:{3,}[ \t]*$/.test(row)) {
      const last = open.pop();
      if (last) ends.set(last.from, { names: last.names, to: at });
      return;
    }
    const found = /^ {0,3}:{3,}[ \t]*(?:\{([^{}]*)\}|([\p{L}\p{N}_-]+))(?:[ \t]*:+)?[ \t]*$/u.exec(rows[at] ?? '');
    if (!found) return;
    const attributes = found[1] === undefined ? undefined : attributesOf(found[1]);
    const names = attributes?.classes ?? [found[2] ?? found[1] ?? ''];
    open.push({ names: names.map((name) => name.toLowerCase()), from: at });
  });
  // One that never closes ends with the text, as in pandoc.
  for (const { names, from } of open) ends.set(from, { names, to: rows.length });
  const divs: Div[] = [];
  const within: number[] = [];
  for (const [from, { names, to }] of [...ends].sort(([one], [other]) => one - other)) {
    while ((within.at(-1) ?? Number.POSITIVE_INFINITY) < from) within.pop();
    divs.push({ names, from, to, depth: within.length });
    within.push(to);
  }
  return divs;
}
