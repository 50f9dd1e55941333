/**
 * A line a paragraph: lines that each end a sentence where no blank lines part them. In: lines. Out: which begin a paragraph,
 * and whether that is in doubt. Text that is wrapped, verse and addresses stay as they are.
 */
import { afterMarker, kindOf, type Line } from './lines.ts';
import type { Findings, Habit } from './prose-lines.ts';
import { endsSentence, isSpoken } from './sentences.ts';

/** Finds them. */
export function findLineParagraphs(lines: readonly Line[], found: Findings): void {
  const blocks = blocksOf(lines, found);
  const several: Block[] = [];
  for (const block of blocks.filter(({ rows }) => rows.length > 1))
    if (isTalk(block)) begin(block.rows.slice(1), 'line-paragraphs', found);
    else several.push(block);
  const closed = several.filter(({ rows }) => rows.slice(0, -1).every(({ text }) => endsSentence(text)));
  if (closed.length === 0) return;
  const wrapped = several.filter(({ rows }) =>
    rows.slice(0, -1).some(({ text }) => text.length >= 45 && !endsSentence(text)),
  );
  if (wrapped.length * 5 > several.length) return;
  const inner = closed.reduce((sum, { rows }) => sum + rows.length - 1, 0);
  const parted = blocks.filter(({ followsBlock }) => followsBlock).length;
  const isSure = inner > 1 && parted * 4 <= inner;
  for (const { rows } of closed) {
    const more = rows.slice(1);
    if (!isSure && more.filter(({ text }) => isSpoken(text)).length * 2 < more.length) continue;
    begin(more, isSure ? 'line-paragraphs' : 'line-paragraphs-doubt', found);
  }
}

function begin(rows: readonly Row[], habit: Habit, { starts, guesses }: Findings): void {
  for (const { number } of rows) {
    starts.add(number);
    guesses.push({ habit, line: number });
  }
}

/** Who speaks, before what is said: `MARY: Hello`, `@tom: hi`, `[12:01] Mary: hello`, `Mary> hello`. */
const speaker = () =>
  /^(?:\[[^\][]{1,24}\] ?)?(?:\*\*|__)?(?:@[\p{L}\p{N}_.]{1,24}|[\p{Lu}\p{N}][\p{L}\p{N}_.’'-]{0,20}(?: \p{Lu}[\p{L}\p{N}_.’'-]{0,20})?)(?:\*\*|__)?(?::|(?<=[\p{L}\p{N}]{2})>)(?:\*\*|__)? +\S/u;
/** “Love,” and a name below it. */
const farewell = () => /^[\p{L}’' ]{3,30},$/u;
const name = () => /^[-–—~]?\p{Lu}[\p{L}.’' ]{0,30}$/u;

/** Whether each line is what another says, or a letter ends. */
const isTalk = ({ rows }: Block): boolean =>
  rows.every(({ text }) => speaker().test(text)) ||
  (rows.length === 2 && farewell().test(rows[0]?.text ?? '') && name().test(rows[1]?.text ?? ''));

interface Row {
  readonly number: number;
  readonly text: string;
}

interface Block {
  readonly rows: Row[];
  /** Whether only blank lines part it from such a block before it. */
  readonly followsBlock: boolean;
}

/** Lines of text that stand together, without those that end in a hard break or stand further in. */
function blocksOf(lines: readonly Line[], found: Findings): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let isOther = false;
  let isItemText = false;
  let follows = false;
  let quotes = 0;
  const close = (parted: boolean): void => {
    if (open && !isOther) blocks.push(open);
    follows = parted && (open ? !isItemText : follows);
    open = undefined;
    isOther = false;
  };
  for (const line of lines) {
    const kind = found.breaks.has(line.number) ? 'rule' : kindOf(line);
    const isItem = kind === 'item' && !found.unlisted.has(line.number);
    if (kind === 'blank' || line.quotes !== quotes) close(kind === 'blank');
    else if ((kind !== 'text' && kind !== 'item') || isItem) close(false);
    quotes = line.quotes;
    if (kind !== 'text' && kind !== 'item') continue;
    if (!open) isItemText = isItem;
    open ??= { rows: [], followsBlock: follows };
    open.rows.push({ number: line.number, text: isItem ? afterMarker(line) : line.text });
    isOther ||= found.words.has(line.number) || endsHard(line);
  }
  close(false);
  return blocks;
}

/** Whether a line ends in a hard break (CommonMark §6.7), as lines of verse and addresses do. */
const endsHard = ({ text, from, end }: Line): boolean => text.endsWith('\\') || end - from - text.length > 1;
