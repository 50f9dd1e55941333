/**
 * Lists that are none: dialogue that begins with a hyphen, and sentences that begin with a number. In: lines, and whether the
 * language opens speech with a dash. Out: the lines whose mark is part of the text, and what is in doubt.
 */
import { afterMarker, kindOf, type Line } from './lines.ts';
import type { Findings } from './prose-lines.ts';
import { beginsSentence, endsWithStop, isSentence } from './sentences.ts';

interface Item {
  readonly line: Line;
  readonly mark: string;
  /** What stands behind the mark, to the end of the paragraph. */
  readonly words: string;
  /** Whether nothing but blank lines stands between it and the item before it. */
  readonly goesOn: boolean;
}

const said =
  ',\\s(?:dit|fit|dijo|disse|rzekł|powiedział|сказал|a dit|répondit|respondió|said|asked|replied|cried|whispered|answered)';
const speaking = new RegExp(`[?!…¿¡«»؟]|,? [-–—]\\s?\\p{Ll}|${said}`, 'u');
/** What tells speech in a text whose language opens it with quotation marks. */
const spoken = new RegExp(`[?!¿¡؟]|\\b(?:said|asked|replied|cried|whispered|shouted|answered)\\b|${said}`, 'u');

/** Finds them. */
export function findUnlisted(lines: readonly Line[], speaks: boolean, found: Findings): void {
  const items = itemsOf(lines);
  if (items.length === 0) return;
  if (!speaks) findSignatures(lines, items, found);
  findSpeech(items, speaks, found);
  findNumbers(items, found);
}

function itemsOf(lines: readonly Line[]): readonly Item[] {
  const items: Item[] = [];
  let last: { readonly indent: number; readonly quotes: number } | undefined;
  for (const [at, line] of lines.entries()) {
    const kind = kindOf(line);
    if (kind === 'blank') continue;
    if (kind !== 'item' || line.text.startsWith('[')) {
      const isContinued =
        last && line.quotes === last.quotes && (line.indent > last.indent || lines[at - 1]?.text !== '');
      if (!isContinued) last = undefined;
      continue;
    }
    const more: string[] = [];
    for (let next = at + 1; lines[next] && kindOf(lines[next] as Line) === 'text'; next++)
      more.push(lines[next]?.text ?? '');
    const mark = /^\S+/.exec(line.text)?.[0] ?? '';
    const goesOn = last !== undefined && last.indent === line.indent && last.quotes === line.quotes;
    items.push({ line, mark, words: [afterMarker(line), ...more].join(' '), goesOn });
    last = line;
  }
  return items;
}

/** Runs of items, each beside the next, for which `kind` gives one answer. */
function runsOf(items: readonly Item[], kind: (item: Item) => string | undefined): Item[][] {
  const runs: Item[][] = [];
  let before: string | undefined;
  for (const item of items) {
    const own = kind(item);
    if (own !== undefined && item.goesOn && own === before) runs.at(-1)?.push(item);
    else if (own !== undefined) runs.push([item]);
    before = own;
  }
  return runs;
}

const isSpeech = ({ words, line }: Item): boolean =>
  beginsSentence(words) &&
  endsWithStop(words) &&
  !/^\[[ xX]\]\s|^\[[^\]]*\]\(/.test(words) &&
  line.indent - line.base < 4;

/** Whether people speak: with every line, or with most where one says who does, and another trails in (“…and you?”). */
function areSpeech(run: readonly Item[]): boolean {
  const count = run.filter(isSpeech).length;
  return count === run.length || (count * 3 >= run.length * 2 && run.some(({ words }) => speaking.test(words)));
}

/** A name under a poem or a motto: “- Joel Huck”, “- Anna Berg, 1912”, “-- from *The Tides*”. */
const signed = () =>
  /^(?:(?:from|aus|de|d’|из)\s)?[*_"“«„]{0,3}\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ,]+(?:[*_"“«„]{0,3}[\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’-]*|of|the|to|von|van|der|de|du|la|le|и|of the))*[*_"”»“]{0,3}[,.]?$/u;

/** Finds names below what they sign: one item alone, above it a line of text that asks for no list, below it none. */
function findSignatures(lines: readonly Line[], items: readonly Item[], found: Findings): void {
  for (const [at, { line, mark, words, goesOn }] of items.entries()) {
    if (mark !== '-' || goesOn || items[at + 1]?.goesOn || line.indent - line.base > 3) continue;
    if (words.length > 80 || !signed().test(words) || !/ |^Anon/.test(words)) continue;
    const place = line.number - 1;
    const above = lines[place - 1]?.text === '' ? lines[place - 2] : lines[place - 1];
    const below = lines[place + 1];
    if (!above || kindOf(above) !== 'text' || above.quotes !== line.quotes || above.text.endsWith(':')) continue;
    if (below && kindOf(below) === 'text') continue;
    found.unlisted.add(line.number);
    if (above === lines[place - 1]) found.starts.add(line.number);
  }
}

function findSpeech(items: readonly Item[], speaks: boolean, found: Findings): void {
  const runs = runsOf(items, ({ mark }) => (mark === '-' ? mark : undefined)).filter(areSpeech);
  const isDialogue = runs.some((run) => run.some(({ words }) => speaking.test(words)));
  for (const run of runs) {
    if (!speaks) {
      if (run.some(({ words }) => spoken.test(words)))
        for (const { line } of run) found.guesses.push({ habit: 'spoken-elsewhere', line: line.number });
      continue;
    }
    const isList = run.length > 1 && !run.some(({ words }) => speaking.test(words)) && !isDialogue;
    for (const { line } of run) {
      found.guesses.push({ habit: isList ? 'spoken-doubt' : 'spoken-items', line: line.number });
      if (!isList) found.unlisted.add(line.number);
    }
  }
}

/** “1984. It was a bright cold day”: alone, no number before or after it counts on, and a sentence or a year. */
function findNumbers(items: readonly Item[], found: Findings): void {
  const last = new Map<string, number>();
  for (const run of runsOf(items, ({ mark }) => (/^[-*]/.test(mark) ? undefined : mark.slice(-1)))) {
    for (const [at, { mark, words, line }] of run.entries()) {
      const number = Number.parseInt(mark, 10);
      const before = last.get(mark.slice(-1)) ?? 0;
      const after = Number.parseInt(run[at + 1]?.mark ?? '', 10);
      last.set(mark.slice(-1), number);
      // Some lists count 1, 1, 1.
      const isItem =
        number < 2 || number === before + 1 || number === before || after === number + 1 || after === number;
      const isPlus = mark === '+' && run.length === 1 && /^\d/.test(words);
      if (isPlus || (!isItem && (number >= 100 || (number > 1 && isSentence(words))))) found.unlisted.add(line.number);
    }
  }
}
