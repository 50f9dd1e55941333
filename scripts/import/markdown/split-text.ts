/**
 * Divides a text into sections at its headings, as `read/split-sections.ts` would, so that each becomes a file. In: a rewritten file.
 * Out: sections in order, their first heading on the first level; a heading over all others is the title of the whole.
 */
import { kindNamedBy, type SectionKind, traitsOf } from '../../book/sections.ts';
import { distributeDefinitions, extractDefinitions } from './definitions.ts';
import { type Heading, headingsOf } from './headings.ts';
import { kindOfWord } from './pandoc-headings.ts';
import type { Rewritten } from './rewrite.ts';
import type { SpineItem } from './spine-item.ts';

export interface Piece {
  readonly kind: SectionKind;
  /** With marks. */
  readonly text: string;
  /** A title that only the contents show. */
  readonly title: string | undefined;
}

export interface Divided {
  readonly pieces: readonly Piece[];
  readonly title: Heading | undefined;
  /** Definitions that stand in more than one piece now. */
  readonly twice: readonly string[];
}

export interface SplitOptions {
  /** Whether the text is a whole book, whose title may stand over its chapters. */
  readonly alone: boolean;
  /** What the mark in a heading says of its kind. */
  readonly kindOfMark: (text: string) => SectionKind | undefined;
}

const marks = /\u0001[a-z]\d+\u0001/g;
/** A text without the marks that were put in for links. */
export const unmarked = (text: string): string => text.replace(marks, '');

/** Divides an item and its pages. */
export function divideText(item: SpineItem, { text, pages }: Rewritten, { alone, kindOfMark }: SplitOptions): Divided {
  const headings = headingsOf(text);
  const depths = headings.map(({ depth }) => depth);
  const top = depths.reduce((least, depth) => Math.min(least, depth), 7);
  const below = depths.filter((depth) => depth > top);
  const next = below.reduce((least, depth) => Math.min(least, depth), 7);
  const [first] = headings;
  const opens =
    first !== undefined &&
    unmarked(
      text
        .split('\n')
        .slice(0, first.line - 1)
        .join(''),
    ).trim() === '';
  const isTitle =
    alone &&
    opens &&
    first.depth === top &&
    depths.filter((depth) => depth === top).length === 1 &&
    below.filter((depth) => depth === next).length > 1 &&
    kindOfMark(first.text) === undefined &&
    kindNamedBy(unmarked(first.text)) === undefined;
  const rows = text.split('\n');
  if (isTitle) for (let at = 0; at < first.lines; at++) rows[first.line - 1 + at] = '';
  const level = isTitle ? next : top;
  const rest = isTitle ? headings.slice(1) : headings;
  const cuts = alone || top === 1 ? rest.filter(({ depth }) => depth === level) : [];
  const definitions =
    cuts.length > 0 ? extractDefinitions(rows.join('\n')) : { text: rows.join('\n'), byLabel: new Map() };
  const bare = definitions.text.split('\n');
  const runs: { from: number; headings: readonly Heading[] }[] = [
    { from: 0, headings: [] },
    ...cuts.map(({ line }) => ({ from: line - 1, headings: [] })),
  ];
  const texts = runs.map(({ from }, at) => ({ from, text: bare.slice(from, runs[at + 1]?.from).join('\n') }));
  const [lead, ...others] = texts;
  const leads = lead && unmarked(lead.text).trim() !== '' ? [lead.text] : [];
  const kept = [
    ...leads,
    ...others.map((each, at) =>
      at === 0 && leads.length === 0 && lead ? `${lead.text.trim()}\n\n${each.text}` : each.text,
    ),
  ];
  const shares = distributeDefinitions(kept, definitions);
  const counts = new Map<string, number>();
  for (const share of shares) for (const each of share) counts.set(each, (counts.get(each) ?? 0) + 1);
  const front = pages.filter(({ where }) => where === 'front');
  const pieceOf = (part: string, at: number): Piece => {
    const whole = `${raised(part).trimEnd()}\n${(shares[at] ?? []).map((each) => `\n${each}\n`).join('')}`;
    return {
      kind: kindOf(part, item, kindOfMark),
      text: whole,
      title: headingsOf(part)[0]?.line === undefined ? item.title : undefined,
    };
  };
  const asPiece = ({ kind, text: page }: Rewritten['pages'][number]): Piece => ({
    kind,
    text: `${page.trim()}\n`,
    title: undefined,
  });
  return {
    pieces: [
      ...front.map(asPiece),
      ...kept.map(pieceOf),
      ...pages.filter(({ where }) => where === 'back').map(asPiece),
    ],
    title: isTitle ? first : undefined,
    twice: [...counts].flatMap(([each, count]) => Array.from({ length: count - 1 }, () => each)),
  };
}

/** By the mark in its heading, what its arrangement says, the words of its heading, the matter it stands in; else a chapter. */
function kindOf(part: string, item: SpineItem, kindOfMark: SplitOptions['kindOfMark']): SectionKind {
  const [first] = headingsOf(part);
  const words = unmarked(first?.text ?? item.title ?? '');
  const named = (first && kindOfMark(first.text)) ?? item.kind;
  if (named !== undefined) return named;
  const own = kindNamedBy(words);
  if (own !== undefined) return own;
  const byName = item.matter === undefined ? undefined : kindOfWord(words.trim().toLowerCase().replace(/\s+/g, '-'));
  if (byName !== undefined && byName !== 'cover' && traitsOf(byName).matter === item.matter) return byName;
  return item.matter === 'frontmatter' ? 'preface' : item.matter === 'backmatter' ? 'appendix' : 'chapter';
}

/** The same text, its first heading on the first level if it opens with one, and the others below it. */
function raised(text: string): string {
  const headings = headingsOf(text);
  const [first] = headings;
  if (!first) return text;
  const rows = text.split('\n');
  const opens = unmarked(rows.slice(0, first.line - 1).join('')).trim() === '';
  // Without a heading of its own, a section’s headings stay too deep to divide it.
  const by = opens ? first.depth - 1 : headings.reduce((least, { depth }) => Math.min(least, depth), 7) - 3;
  headings.forEach(({ line, lines, depth, text: words }, at) => {
    const wanted = Math.max(at === 0 && opens ? 1 : 2, Math.min(6, depth - by));
    if (wanted === depth) return;
    rows[line - 1] = `${'#'.repeat(wanted)} ${words}`;
    if (lines === 2) rows[line] = '';
  });
  return rows.join('\n');
}
