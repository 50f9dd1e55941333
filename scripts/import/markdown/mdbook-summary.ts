/** mdBook’s `SUMMARY.md`: the order of a book. In: its text. Out: parts and chapters, with their lines; separators mean nothing in print. */
import { decoded } from '../../book/file-names.ts';
import type { ListedItem } from './arrange-listed.ts';
import { withoutComments } from './comments.ts';

/** Reads the order. Where no chapter is in a list, none is a preface. */
export function readSummary(text: string): readonly ListedItem[] {
  const items = itemsOf(text);
  const isListed = items.some(({ place }) => place !== 'prefix');
  return isListed ? items : items.map((item) => ({ ...item, place: 'numbered' }));
}

/** Lines that are neither links nor headings are no part of it. */
function itemsOf(text: string): readonly ListedItem[] {
  const items: ListedItem[] = [];
  let numbered = false;
  let titled = false;
  withoutComments(text)
    .split('\n')
    .forEach((row, at) => {
      const line = at + 1;
      const heading = /^#{1,6}[ \t]+(.*)$/s
        .exec(row)?.[1]
        ?.trimEnd()
        .replace(/(?<!#)#+$/, '')
        .trimEnd();
      if (heading !== undefined) {
        const isTitle = !titled && items.length === 0;
        titled = true;
        if (!isTitle) items.push({ type: 'part', title: heading, path: '', place: 'numbered', line });
        if (!isTitle) numbered = true;
        return;
      }
      const found =
        /^([ \t]*)(?:([-*+])[ \t]+)?\[((?:[^\]\\]|\\.)*)\]\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))\)/.exec(
          row,
        );
      if (!found) return;
      const [, , bullet, title = '', angled, plain] = found;
      if (bullet !== undefined) numbered = true;
      const path = decoded((angled ?? plain ?? '').replace(/#.*$/s, ''));
      const place = bullet !== undefined ? 'numbered' : numbered ? 'suffix' : 'prefix';
      items.push({ type: path === '' ? 'draft' : 'chapter', title: title.replace(/\\(.)/g, '$1'), path, place, line });
    });
  return items;
}

/** Whether a text is such an order: it has a chapter in a list, or lines that are no more than links to two of them. */
export function isSummary(text: string): boolean {
  const chapters = itemsOf(text).filter(({ type }) => type === 'chapter');
  return (
    chapters.some(({ place }) => place === 'numbered') || chapters.filter(({ path }) => /\.md$/.test(path)).length > 1
  );
}
