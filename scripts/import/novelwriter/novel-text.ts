/** The text of a novelWriter document. In: its lines. Out: headings and paragraphs as Markdown, each with its words as a reader sees them. */
import { escapeHeading } from '../escape.ts';

export interface NovelBlock {
  /** Markdown. */
  readonly text: string;
  readonly words: string;
  /** 1 for a part, 2 for a chapter, 3 and 4 for a scene; absent for a paragraph. */
  readonly level?: number | undefined;
  /** Whether it is the title on the title page. */
  readonly isTitle?: boolean | undefined;
}

const codes: readonly (readonly [RegExp, string])[] = [
  [/\[b\](.*?)\[\/b\]/gs, '<strong>$1</strong>'],
  [/\[i\](.*?)\[\/i\]/gs, '<em>$1</em>'],
  [/\[s\](.*?)\[\/s\]/gs, '<del>$1</del>'],
  [/\[(u|sup|sub)\](.*?)\[\/\1\]/gs, '<$1>$2</$1>'],
  [/\[m\](.*?)\[\/m\]/gs, '<mark>$1</mark>'],
];

/** Reads it. Comments, tags, and what only lays out pages are left out; notes that the text refers to stand at its end. */
export function novelBlocks(document: string, replaced: ReadonlyMap<string, string>): readonly NovelBlock[] {
  const blocks: NovelBlock[] = [];
  const notes = new Map<string, string>();
  let lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push(paragraphOf(lines));
    lines = [];
  };
  for (const typed of document.split(/\r?\n/)) {
    const line = typed.replace(/<(\w+)>/g, (whole, key: string) => replaced.get(key) ?? whole).trim();
    const [, marks = '', special, words = ''] = /^(#{1,4})(!?)\s+(\S.*)$/.exec(line) ?? [];
    const [, key, note] = /^%\s*footnote\.(\w+):\s*(.*)$/i.exec(line) ?? [];
    if (key !== undefined) notes.set(key, note ?? '');
    if (/^%|^@\w+:|^\[(?:newpage|new page|vspace(?::\d+)?)\]$/i.test(line)) continue;
    if (line === '' || marks !== '') flush();
    if (marks !== '')
      blocks.push({
        text: escapeHeading(words),
        words,
        level: marks.length,
        isTitle: marks === '#' && special === '!',
      });
    else if (line !== '') lines.push(line);
  }
  flush();
  const used = [...notes].filter(([key]) => blocks.some(({ text }) => text.includes(`[^${key}]`)));
  return [...blocks, ...used.map(([key, note]) => ({ text: `[^${key}]: ${markdownOf(note)}`, words: plainOf(note) }))];
}

/** Lines of a paragraph stay lines; `>> so <<` stands in the middle. */
function paragraphOf(lines: readonly string[]): NovelBlock {
  const isCentred = lines.every((line) => /^>>.*<<$/.test(line));
  const bare = lines
    .flatMap((line) => line.replace(/^>{1,2}\s*|\s*<{1,2}$/g, '').split(/\s*\[br\]\s*/i))
    .filter(Boolean);
  const text = bare.map(markdownOf).join('\\\n');
  return { text: isCentred && bare.length === 1 ? `-> ${text} <-` : text, words: bare.map(plainOf).join(' ') };
}

/** Its own `**`, `_` and `~~` are Markdown’s; short codes become elements, which may stand inside a word. */
function markdownOf(line: string): string {
  const safe = line
    .replace(/[\\`<{|$]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^([-+#=:])(?=\s|$|[-:])/, '\\$1')
    .replace(/\[footnote:(\w+)\]/gi, '[^$1]');
  const marked = codes.reduce((text, [code, by]) => text.replace(code, by), safe);
  return marked.replace(/\[(?!\^\w+\])/g, '\\[');
}

const plainOf = (line: string): string =>
  line.replace(/\[footnote:\w+\]/gi, '').replace(/\[\/?(?:b|i|s|u|m|sup|sub)\]/g, '');
