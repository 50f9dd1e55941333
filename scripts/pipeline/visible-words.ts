/**
 * The words that a reader would see. In: a book that was read, or Markdown that is a source itself. Out: its words, section by section,
 * and those that stand beside the text. Both sides of an import are counted here; `pipeline/compare-words.ts` compares them.
 */
import { allSections, type Book } from '../book/book.ts';
import { inlineElements } from '../book/html-elements.ts';
import type { Limits } from '../book/limits.ts';
import type { Opened, SourceFile } from '../book/manuscript.ts';
import { withoutComments } from '../import/markdown/comments.ts';
import { readBook } from '../read/read.ts';
import { type Outcome, type Place, problem } from '../report/problem.ts';

/** What a reader sees of Markdown that is a source itself; nothing in it has a meaning but Markdown’s own. */
export async function wordsOfMarkdown(texts: readonly string[], limits: Limits): Promise<Outcome<Words>> {
  const none = { text: [], metadata: [] };
  if (texts.every((text) => text.trim() === '')) return { value: none, problems: [] };
  // No chapters: they would be divided, and a note that two of them refer to counted twice.
  const files = texts.map((text, at): SourceFile => ({ path: `preface-${at + 1}.md`, text: `\n${text}` }));
  // A title of their own would be taken for the book’s.
  const facts = { title: '\u{10FFFD}' };
  const source = { name: '', files, facts, templates: new Map<string, string>(), pictures: [], open: nothingThere };
  const loadPlugins = async () => ({ value: [], problems: [] });
  const { value: book, problems } = await readBook(source, { loadPlugins, limits });
  const faults = problems.filter(({ severity, rule }) => severity === 'error' && rule !== 'manuscript-empty');
  if (!book) return { value: none, problems: faults };
  const { text, metadata } = wordsOfBook({ ...book, metadata: { ...book.metadata, title: '' } });
  return { value: { text, metadata }, problems: faults };
}

const nothingThere = (path: string, place: Place): Opened => ({ problem: problem('picture-missing', place, path) });

interface Words {
  readonly text: readonly string[];
  /** Facts, titles for the contents, words for pictures: they may be in the source’s text, and need not. */
  readonly metadata: readonly string[];
}

/** What a reader of the book would see, section by section. */
export function wordsOfBook({ metadata, sections }: Book): Words {
  const text: string[] = [];
  const aside: string[] = [];
  for (const { heading, title, content, notes } of allSections(sections)) {
    if (title !== undefined) aside.push(title);
    const blocks = [...(heading ? [heading] : []), ...content.children, ...notes.map(({ definition }) => definition)];
    for (const block of blocks) {
      const parts: string[] = [];
      collect(block, parts, aside);
      text.push(parts.join(''));
    }
  }
  const { title, subtitle, description, series, publisher, rights, source, tags, contributors } = metadata;
  const { archival, date, updated } = metadata;
  const facts = [title, subtitle, description, series?.name, series?.position, publisher, rights, source];
  const { rating, status, chapters, warnings = [], fandoms = [], relationships = [], characters = [] } = archival ?? {};
  const copy = [rating, status, chapters, date, updated, ...warnings, ...fandoms, ...relationships, ...characters];
  return {
    text,
    metadata: [
      ...aside,
      ...[...facts, ...copy].flatMap((each) => each ?? []),
      ...tags,
      ...contributors.map(({ name }) => name),
    ],
  };
}

/** The text of a block, in one line. */
export function textOfBlock(block: Printable): string {
  const parts: string[] = [];
  collect(block, parts, []);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

interface Printable {
  readonly type: string;
  readonly value?: unknown;
  readonly alt?: unknown;
  readonly title?: unknown;
  readonly reading?: unknown;
  readonly children?: readonly Printable[];
}

const inline: ReadonlySet<string> = new Set(
  'text inlineCode emphasis strong delete highlight subscript superscript link textDirective footnoteReference html ruby'.split(
    ' ',
  ),
);

/** Like mdast's own `toString`, with a space at the edge of each block and raw HTML without its tags. */
function collect(node: Printable, parts: string[], aside: string[]): void {
  if (!inline.has(node.type)) parts.push(' ');
  if (node.type === 'html') parts.push(withoutTags(String(node.value)));
  else if (node.type === 'image') aside.push(String(node.alt ?? ''), String(node.title ?? ''));
  else if (typeof node.value === 'string') parts.push(node.value);
  else for (const child of node.children ?? []) collect(child, parts, aside);
  if (node.type === 'ruby') parts.push(` ${String(node.reading)} `); // 心臓《ハート》
  if (!inline.has(node.type)) parts.push(' ');
}

function withoutTags(html: string): string {
  return withoutComments(html)
    .replace(/<[^<>]*>/g, (tag) =>
      inlineElements.has(/^<\/?([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '') ? '' : ' ',
    )
    .replace(/&(?:lt|gt|quot|nbsp|#10);/g, ' ')
    .replaceAll('&amp;', '&');
}
