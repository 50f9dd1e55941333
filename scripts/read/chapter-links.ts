/**
 * Links from chapter to chapter, “Next chapter”, “← Back”, which a web site needs and a book has by itself. In: parsed files. Out: the files
 * without them, and one hint that tells what is gone.
 */
import type { Link, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { decoded, stemOf } from '../book/file-names.ts';
import { type Outcome, placeOf, problem } from '../report/problem.ts';
import type { ParsedFile } from './divide-files.ts';

/** Takes them out where several files have them, and half of all: one line of links alone may be a chapter’s own. */
export function withoutChapterLinks(files: readonly ParsedFile[]): Outcome<readonly ParsedFile[]> {
  const stems = new Set(files.map(({ file }) => stemOf(file.path).toLowerCase()));
  const found = new Map(files.map((each) => [each, linksAround(each.tree.children, stems)]));
  const having = files.filter((each) => found.get(each)?.size);
  const [first] = having;
  const [block] = (first && found.get(first)) ?? [];
  if (!first || !block || having.length < 2 || having.length * 2 < files.length) return { value: files, problems: [] };
  const words = textOf(block)
    .replace(/<[^<>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 60);
  const told = problem(
    'markdown-left-out',
    placeOf(first.file.path, block),
    `${having.length} files have links to the next chapter or the last: “${words}” … The book is without them; its contents lead everywhere.`,
    'To keep such a line, type words beside its links.',
  );
  const value = files.map((each) => {
    const out = found.get(each);
    const children = each.tree.children.filter((block) => !out?.has(block));
    return out?.size && children.length > 0 ? { ...each, tree: { ...each.tree, children } } : each;
  });
  return { value, problems: [told] };
}

/** Blocks of nothing but such links at either end of a text, with the rules beside them and a heading that has nothing else below it. */
function linksAround(blocks: readonly RootContent[], stems: ReadonlySet<string>): ReadonlySet<RootContent> {
  const out = new Set<RootContent>();
  const take = (list: readonly RootContent[], isEnd: boolean): void => {
    const at = list.findIndex((block) => block.type !== 'thematicBreak' && !isWayOn(block, stems));
    const run = list.slice(0, at === -1 ? list.length : at);
    if (at === -1 || !run.some((block) => isWayOn(block, stems))) return;
    for (const block of run) out.add(block);
    const next = list[at];
    if (isEnd && next?.type === 'heading' && list.length > run.length + 1 && next.depth > 1) out.add(next);
    if (isEnd && list[at + 1]?.type === 'thematicBreak' && next && out.has(next)) out.add(list[at + 1] as RootContent);
  };
  take(blocks.filter(({ type }) => type !== 'definition').toReversed(), true);
  const from = blocks[0]?.type === 'heading' ? 1 : 0;
  take(blocks.slice(from), false);
  return out;
}

/** Up to four links, all to other files of the manuscript, with no word beside them. */
function isWayOn(block: RootContent, stems: ReadonlySet<string>): boolean {
  const letters = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (block.type === 'html') {
    const anchors = [...block.value.matchAll(/<a\s[^<>]*href="([^"]*)"[^<>]*>([^<>]*)<\/a>/gi)];
    const around = block.value.replace(/<a\s[^<>]*>[^<>]*<\/a>|<[^<>]*>/gi, '');
    return anchors.length > 0 && letters(around) === 0 && anchors.every(([, url = '']) => leadsTo(url, stems));
  }
  if (block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'table') return false;
  const links: Link[] = [];
  visit(block, 'link', (link) => void links.push(link));
  if (links.length === 0 || links.length > 4) return false;
  const inside = links.reduce((sum, link) => sum + letters(textOf(link)), 0);
  return letters(textOf(block)) === inside && links.every(({ url }) => leadsTo(url, stems));
}

function leadsTo(url: string, stems: ReadonlySet<string>): boolean {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#|$)/i.test(url)) return false;
  if (url === '/') return true; // where a site begins
  const name = decoded(url.replace(/[?#].*$/s, '').replace(/\/$/, ''));
  return (
    stems.has(stemOf(name).toLowerCase()) || /(?:^|\/)(?:index|readme|contents|toc|summary)(?:\.\w+)?$/i.test(name)
  );
}
