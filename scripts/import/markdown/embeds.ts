/** Obsidian’s embedded notes, `![[Note]]`, `![[Note#Heading]]`. In: a text and a way to read others. Out: the text with theirs in it, and the line that each line came from. */

import type { Nodes } from 'mdast';
import { isPicturePath } from '../../book/design.ts';
import type { FindFile } from '../../book/find-file.ts';
import type { Limits } from '../../book/limits.ts';
import type { Wikilink } from '../../book/markdown-nodes.ts';
import { walk } from '../../book/walk.ts';
import { splitMetadata } from '../../metadata/metadata-block.ts';
import { confidences } from '../confidence.ts';
import type { Report } from './diagnostics.ts';
import { type Expanded, parseForeign, topHeadings } from './parse-foreign.ts';
import type { SourceFolder } from './source-folder.ts';
import { cutPart } from './split-text.ts';

export interface EmbedContext {
  readonly source: SourceFolder;
  readonly find: FindFile;
  readonly limits: Limits;
  readonly report: Report;
}

const deepest = 8;
const mostEmbeds = 2000;

/** Expands a note. An embed that leads to nothing or to itself is left out with a hint. */
export async function expandEmbeds({ text, lines }: Expanded, path: string, context: EmbedContext): Promise<Expanded> {
  const count = { embeds: 0 };
  const made: string[] = [];
  const origins: number[] = [];
  let done = 0;
  let row = 0;
  for (const { start, end, node } of await embedsIn(text, context.limits)) {
    if (start < done) continue;
    row += breaksIn(text.slice(done, start));
    const line = lines[row] ?? 1;
    const inner = await embedded(node, path, [path], { ...context, count, line });
    made.push(text.slice(done, start), placed(inner, text.slice(text.lastIndexOf('\n', start - 1) + 1, start)));
    done = end;
  }
  made.push(text.slice(done));
  let before = 1;
  for (const [at, part] of made.entries()) {
    const breaks = breaksIn(part);
    // Lines of the text follow each other; those that were put in stand on the line of their embed.
    const own = at % 2 === 0;
    for (let each = 0; each < breaks; each++) origins.push(lines[before - 1 + (own ? each : 0)] ?? 1);
    if (own) before += breaks;
  }
  origins.push(lines[before - 1] ?? 1);
  return { text: made.join(''), lines: origins };
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

interface Found {
  readonly node: Wikilink;
  readonly start: number;
  readonly end: number;
}

async function embedsIn(text: string, limits: Limits): Promise<readonly Found[]> {
  const found: Found[] = [];
  walk<Nodes>(await parseForeign(text, limits), (node) => {
    if (node.type !== 'wikilink' || !node.isEmbed || isPicturePath(node.target)) return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined) found.push({ node, start, end });
  });
  return found;
}

interface Within extends EmbedContext {
  readonly count: { embeds: number };
  readonly line: number;
}

async function embedded(
  { target, heading, typed }: Wikilink,
  from: string,
  within: readonly string[],
  context: Within,
): Promise<string> {
  const { source, find, limits, report, count, line } = context;
  const path = find(target, from);
  const isOneTooMany = within.length > deepest || ++count.embeds > mostEmbeds;
  const text = path === undefined || within.includes(path) || isOneTooMany ? undefined : source.text(path);
  const bare = text === undefined || path === undefined ? undefined : splitMetadata(text, path).text;
  const part = bare === undefined || heading === '' ? bare : await partUnder(bare, heading, limits);
  if (part === undefined || path === undefined) {
    report({ rule: 'import-left-out', line, what: `Left out: “${typed.slice(0, 80)}”, which cannot be brought in` });
    return '';
  }
  const what = `The note “${path}” brought in where it is embedded`;
  report({ rule: 'structure-guessed', line, what, confidence: confidences['mark that means one thing'] });
  const own = withOwnNotes(await demoted(part, limits), count.embeds);
  const parts: string[] = [];
  let done = 0;
  for (const { node, start, end } of own.includes('![[') ? await embedsIn(own, limits) : []) {
    if (start < done) continue;
    parts.push(own.slice(done, start), placed(await embedded(node, path, [...within, path], context), ''));
    done = end;
  }
  return parts.join('') + own.slice(done);
}

/** An embedded text stands in blocks of its own, in the quotation that holds it. */
function placed(text: string, before: string): string {
  if (text.trim() === '') return '';
  const lead = /^[ \t>]*$/.test(before) ? before : (/^[ \t]*(?:>[ \t]?)*/.exec(before)?.[0] ?? '');
  const gap = `\n${lead.trimEnd()}\n`;
  const rows = text.trim().split('\n');
  const whole = rows.map((row) => `${lead}${row}`.trimEnd()).join('\n');
  return before.trim() === '' || before === lead
    ? `${whole.slice(lead.length)}${gap}${lead}`
    : `${gap}${whole}${gap}${lead}`;
}

/** An embedded note opens no chapter: its headings stand below the first level. */
async function demoted(text: string, limits: Limits): Promise<string> {
  const headings = topHeadings(await parseForeign(text, limits));
  if (!headings.some(({ depth }) => depth === 1)) return text;
  let made = '';
  let done = 0;
  for (const { start, end, depth } of headings) {
    const typed = text
      .slice(start, end)
      .replace(/\n[^\n]*$/, '')
      .replace(/^#{1,6}[ \t]*/, '');
    made += `${text.slice(done, start)}${'#'.repeat(Math.min(6, depth + 1))} ${typed}`;
    done = end;
  }
  return made + text.slice(done);
}

/** Labels of an embedded note’s notes, told apart from those around it. */
const withOwnNotes = (text: string, number: number): string =>
  text.replace(/\[\^([^\]\s]{1,90})\]/g, `[^e${number}-$1]`);

/** What stands under a heading, down to the next of its rank; undefined where there is none. */
async function partUnder(text: string, name: string, limits: Limits): Promise<string | undefined> {
  const wanted = (name.split('#').at(-1) ?? '').trim().toLowerCase();
  const tree = await parseForeign(text, limits);
  const headings = topHeadings(tree);
  const at = headings.findIndex(({ words }) => words.toLowerCase() === wanted);
  const found = headings[at];
  if (!found) return undefined;
  const next = headings.slice(at + 1).find(({ depth }) => depth <= found.depth);
  return cutPart(text, tree, found.start, next?.start ?? text.length);
}
