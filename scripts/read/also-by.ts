/** The page of the author's other books. In: sections, and what the metadata lists. Out: sections with the page, where books have it. */
import type { Heading, Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Section } from '../book/book.ts';
import { copyrightLabels } from '../book/copyright-labels.ts';
import { isShared } from '../book/file-names.ts';
import { bare } from '../book/header-lines.ts';
import { labelLanguage } from '../book/labels.ts';
import { authorNames, type Metadata } from '../book/metadata.ts';
import type { BookValues } from '../book/metadata-schema.ts';
import { sectionLabel } from '../book/section-labels.ts';
import { walk } from '../book/walk.ts';
import { placePages } from './order-files.ts';

/** Adds the page; a page of the author's own takes its place. The book itself is not among the others. */
export function withAlsoBy(
  sections: readonly Section[],
  listed: NonNullable<BookValues['also-by']>,
  { title, contributors, lang }: Metadata,
  path: string,
): readonly Section[] {
  if (sections.some(({ kind }) => kind === 'also-by')) return sections;
  const groups: { readonly series: string | undefined; readonly books: string[] }[] = [];
  for (const { series, books } of listed) {
    const others = books.filter((each) => bare(each) !== bare(title));
    const last = groups.at(-1);
    if (series === undefined && last && last.series === undefined) last.books.push(...others);
    else if (others.length > 0) groups.push({ series, books: others });
  }
  if (groups.length === 0) return sections;
  const authors = authorNames(contributors).join(', ');
  const labelLang = labelLanguage(lang);
  const page: Section = {
    id: 'also-by',
    kind: 'also-by',
    path,
    heading: {
      ...headingOf(1, authors ? `${copyrightLabels(lang).alsoBy} ${authors}` : sectionLabel('also-by', lang)),
      data: { hProperties: labelLang === lang ? {} : { lang: labelLang } },
    },
    content: { type: 'root', children: groups.flatMap(blocksOf) },
    notes: [],
    sections: [],
  };
  return placePages(sections, [page]);
}

/** A list that books share, in each of them without that book. */
export function withoutItself(sections: readonly Section[], title: string): void {
  const isOther = (block: Nodes): boolean => bare(textOf(block)) !== bare(title);
  for (const { kind, path, content } of sections) {
    if (kind !== 'also-by' || !isShared(path)) continue;
    walk<Nodes>(content, (node) => {
      if (node.type === 'list') node.children = node.children.filter(isOther);
    });
    content.children = content.children.filter((block) => block.type !== 'paragraph' || isOther(block));
  }
}

const headingOf = (depth: 1 | 2, words: string): Heading => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: words }],
});

/** A series under its name, which the contents do not list. */
function blocksOf({
  series,
  books,
}: {
  readonly series: string | undefined;
  readonly books: readonly string[];
}): RootContent[] {
  const list: RootContent = {
    type: 'list',
    ordered: false,
    spread: false,
    data: { hProperties: { className: ['other-books', 'title-page'] } },
    children: books.map((book) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'text', value: book }] }],
    })),
  };
  if (series === undefined) return [list];
  return [{ ...headingOf(2, series), data: { authored: { classes: ['unlisted'] } } }, list];
}
