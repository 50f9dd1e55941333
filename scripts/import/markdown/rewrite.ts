/**
 * One file of somebody else’s Markdown becomes Markdown of the press. In: its text, its dialects, the context that all files of a
 * book share. Out: text with marks at its headings, for links; what its reader sees. Each step keeps the lines, so that hints name them.
 */

import type { Dialect } from '../../book/dialect-signs.ts';
import type { SectionKind } from '../../book/sections.ts';
import { confidences } from '../confidence.ts';
import { distributeDefinitions, extractDefinitions } from './definitions.ts';
import type { Report } from './diagnostics.ts';
import { dialectsOf, names } from './dialects.ts';
import { partFrontMatter } from './front-matter.ts';
import { headingsOf } from './headings.ts';
import { rewriteLeanpubMarks } from './leanpub-marks.ts';
import { rewriteObsidianMarks } from './obsidian-marks.ts';
import { type Page, rewriteDivs } from './pandoc-divs.ts';
import { extractHeadingAttributes, type HeadingFacts } from './pandoc-headings.ts';
import { rewriteInlineNotes } from './pandoc-notes.ts';
import { rewriteScripts, rewriteSpans } from './pandoc-spans.ts';
import { rewriteTex } from './raw-tex.ts';
import { rewriteLinks } from './rewrite-links.ts';
import type { SourceFolder } from './source-folder.ts';
import { stripSyntax } from './strip-syntax.ts';
import { rewriteWikilinks } from './wikilinks.ts';

/** What a mark in a text stands for: the start of a file, or a heading of it. */
export interface Anchor {
  readonly path: string;
  /** Names that links may call it by, beside its words. */
  readonly ids: readonly string[];
  readonly kind?: SectionKind | undefined;
}

export interface RewriteContext {
  readonly source: SourceFolder;
  /** Dialects that the arrangement tells of. */
  readonly certain: ReadonlySet<Dialect>;
  readonly isText: (path: string) => boolean;
  readonly picture: (path: string) => string | undefined;
  readonly pictureFolders: readonly string[];
  readonly find: (name: string, from: string) => string | undefined;
  /** Tells of something in a file. */
  readonly reportIn: (path: string) => Report;
  /** Marks by number; each file adds its own. */
  readonly anchors: Anchor[];
  /** How often notes were embedded so far. */
  readonly embedded: { count: number };
}

export interface Rewritten {
  readonly text: string;
  /** Pages of their own that stood before and after the text. */
  readonly pages: readonly Page[];
  /** Plain Markdown, file by file, to count words by. */
  readonly stripped: readonly string[];
  readonly aside: readonly string[];
}

const deepest = 8;
const mostEmbeds = 2000;

/** Rewrites a text; `lineOf` gives the line of the file for a line of the text. */
export function rewrite(
  text: string,
  path: string,
  context: RewriteContext,
  {
    lineOf = (line) => line,
    within = [path],
    isPandoc = false,
  }: {
    readonly lineOf?: (line: number) => number;
    readonly within?: readonly string[];
    readonly isPandoc?: boolean;
  } = {},
): Rewritten {
  const reportFile = context.reportIn(path);
  const report: Report = (finding) => reportFile({ ...finding, line: lineOf(finding.line) });
  const dialects = new Set([...context.certain, ...(isPandoc ? ['pandoc' as const] : [])]);
  for (const { dialect, mark, line, confidence } of dialectsOf(text)) {
    if (dialects.has(dialect)) continue;
    dialects.add(dialect);
    report({
      rule: 'structure-guessed',
      line,
      what: `“${mark.slice(0, 40)}” taken as a mark of ${names[dialect]}’s Markdown`,
      confidence,
    });
  }
  const { markdown, aside } = stripSyntax(text, dialects);
  const stripped = [markdown];
  const asides = [...aside];
  let made = text;
  if (dialects.has('obsidian')) made = rewriteObsidianMarks(made, report);
  if (dialects.has('leanpub')) made = rewriteLeanpubMarks(made, report);
  let pages: readonly Page[] = [];
  if (dialects.has('pandoc')) {
    made = rewriteTex(made, report);
    ({ text: made, pages } = rewriteDivs(made, report));
  }
  const inserts: string[] = [];
  const embed = (target: string, heading: string | undefined, line: number): string | undefined => {
    if (within.includes(target) || within.length > deepest || context.embedded.count >= mostEmbeds) return undefined;
    const found = context.source.text(target);
    if (found === undefined) return undefined;
    context.embedded.count += 1;
    const bare = partFrontMatter(found, target).value.text;
    const part = heading === undefined ? bare : partUnder(bare, heading);
    if (part === undefined) return undefined;
    const inner = rewrite(withOwnNotes(part, context.embedded.count), target, context, { within: [...within, target] });
    stripped.push(...inner.stripped);
    asides.push(...inner.aside);
    report({
      rule: 'structure-guessed',
      line,
      what: `The note “${target}” brought in where it is embedded`,
      confidence: confidences['mark that means one thing'],
    });
    inserts.push(demoted(inner.text));
    return `\u0001i${inserts.length - 1}\u0001`;
  };
  const finish = (part: string): string => {
    const takes = dialects.has('pandoc') || dialects.has('leanpub') || dialects.has('mdbook');
    const bare = takes ? extractHeadingAttributes(part, report) : { text: part, ids: new Map(), kinds: new Map() };
    const spanned = dialects.has('pandoc')
      ? rewriteSpans(rewriteInlineNotes(rewriteScripts(bare.text), report), report)
      : bare.text;
    const places = { isInBook: context.isText, picture: context.picture, pictureFolders: context.pictureFolders };
    const linked = rewriteLinks(spanned, path, places, report);
    const noted = dialects.has('obsidian')
      ? rewriteWikilinks(linked, path, { ...places, find: context.find, embed }, report)
      : linked;
    return withInserts(marked(noted, bare, path, context), inserts);
  };
  const whole = finish(made);
  return {
    text: `${mark(context, { path, ids: [] })}\n\n${whole}`,
    pages: pages.map((page) => ({ ...page, text: finish(page.text) })),
    stripped,
    aside: asides,
  };
}

function mark({ anchors }: RewriteContext, anchor: Anchor): string {
  anchors.push(anchor);
  return `\u0001h${anchors.length - 1}\u0001`;
}

/** Puts a mark into each heading. */
function marked(text: string, { ids, kinds }: HeadingFacts, path: string, context: RewriteContext): string {
  const rows = text.split('\n');
  const byLine = new Map([...ids].map(([id, line]) => [line, id]));
  for (const { line, lines } of headingsOf(text)) {
    const id = byLine.get(line);
    const sign = mark(context, { path, ids: id === undefined ? [] : [id], kind: kinds.get(line) });
    const row = rows[line - 1] ?? '';
    const lead = lines === 2 ? '' : (/^ {0,3}#{1,6}[ \t]*/.exec(row)?.[0] ?? '');
    rows[line - 1] = `${lead.trimEnd() === lead && lead !== '' ? `${lead} ` : lead}${sign}${row.slice(lead.length)}`;
  }
  return rows.join('\n');
}

/** Puts embedded notes where they belong, in the quotation that holds them. */
function withInserts(text: string, inserts: readonly string[]): string {
  if (inserts.length === 0) return text;
  return text
    .split('\n')
    .map((row) => {
      if (!row.includes('\u0001i')) return row;
      const lead = /^[ \t]*(?:>[ \t]?)*/.exec(row)?.[0] ?? '';
      const parts = row.slice(lead.length).split(/\u0001i(\d+)\u0001/);
      return parts
        .flatMap((part, at) =>
          at % 2 === 1
            ? ['', ...(inserts[Number(part)] ?? '').trim().split('\n'), '']
            : part.trim() === ''
              ? []
              : [part.trim()],
        )
        .map((each) => (each === '' ? lead.trimEnd() : `${lead}${each}`))
        .join('\n');
    })
    .join('\n');
}

/** An embedded note opens no chapter: its headings stand below the first level. */
function demoted(text: string): string {
  const headings = headingsOf(text);
  if (!headings.some(({ depth }) => depth === 1)) return text;
  const rows = text.split('\n');
  for (const { line, lines, depth, text: words } of headings) {
    rows[line - 1] = `${'#'.repeat(Math.min(6, depth + 1))} ${words}`;
    if (lines === 2) rows[line] = '';
  }
  return rows.join('\n');
}

/** Labels of an embedded note’s notes, told apart from those around it. */
function withOwnNotes(text: string, number: number): string {
  return text.replace(/\[\^([^\]\s]{1,90})\]/g, `[^e${number}-$1]`);
}

/** What stands under a heading, down to the next of its rank; undefined where there is none. */
function partUnder(text: string, heading: string): string | undefined {
  if (heading.startsWith('^')) {
    const found = text
      .split(/\n[ \t]*\n/)
      .find((block) => block.trimEnd().endsWith(` ${heading}`) || block.trimEnd().endsWith(`\n${heading}`));
    return found;
  }
  const wanted = (heading.split('#').at(-1) ?? '').trim().toLowerCase();
  const definitions = extractDefinitions(text);
  const all = headingsOf(definitions.text);
  const at = all.findIndex((each) => each.text.trim().toLowerCase() === wanted);
  const own = all[at];
  if (!own) return undefined;
  const next = all.slice(at + 1).find(({ depth }) => depth <= own.depth);
  const rows = definitions.text.split('\n').slice(own.line - 1, next === undefined ? undefined : next.line - 1);
  const [needed = []] = distributeDefinitions([rows.join('\n'), ''], definitions);
  return [rows.join('\n').trimEnd(), ...needed].join('\n\n');
}
