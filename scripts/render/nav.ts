/** Makes the contents of a book. In: its sections, and the file that each id is in. Out: entries. */

import { allSections, type Book, type Section } from '../book/book.ts';
import { labelsFor } from '../book/labels.ts';
import type { NavEntry } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import { titleOf } from './plain-text.ts';
import type { RenderedSection } from './section-to-hast.ts';

/** Down to which heading the contents go, if nothing is said: readers show three levels at most (Kobo), Kindle two. */
const usualDepth = 2;

type Rendered = ReadonlyMap<string, RenderedSection>;

/** The contents: parts hold chapters, chapters hold their headings. */
export function makeNav(book: Book, rendered: Rendered, fileOf: ReadonlyMap<string, string>): readonly NavEntry[] {
  const titles = createTitles(book);
  const depth = book.metadata.contentsDepth ?? usualDepth;
  const entryOf = (section: Section): readonly NavEntry[] => {
    const made = rendered.get(section.id);
    const { listed } = traitsOf(section.kind);
    const isUnlisted = section.heading?.data?.authored?.classes.includes('unlisted');
    if (!made || isUnlisted || !listed || (listed === 'if titled' && made.title === undefined)) return [];
    const held = section.sections.flatMap(entryOf);
    const headings = nest(
      made.headings.filter(({ level }) => level <= depth),
      fileOf,
    );
    const href = fileOf.get(section.id) ?? `${section.id}.xhtml`;
    return [{ title: titles(section), href, entries: [...headings, ...held] }];
  };
  return book.sections.flatMap(entryOf);
}

/** What a section is called in the contents. */
export function createTitles({ metadata, sections }: Book): (section: Section) => string {
  const labels = labelsFor(metadata.lang);
  const chapters = [...allSections(sections)].flatMap(({ kind, id }) => (kind === 'chapter' ? [id] : []));
  return (section) => {
    const title = titleOf(section);
    if (title !== undefined) return title;
    if (section.kind !== 'chapter') return traitsOf(section.kind).label;
    return chapters.length === 1 ? metadata.title : `${labels.chapter} ${chapters.indexOf(section.id) + 1}`;
  };
}

/** Headings, each with those below it. */
function nest(headings: RenderedSection['headings'], fileOf: ReadonlyMap<string, string>): readonly NavEntry[] {
  const top: NavEntry[] = [];
  const open: { readonly level: number; readonly entries: NavEntry[] }[] = [];
  for (const { id, level, title } of headings) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const entries: NavEntry[] = [];
    (open.at(-1)?.entries ?? top).push({ title, href: `${fileOf.get(id) ?? ''}#${id}`, entries });
    open.push({ level, entries });
  }
  return top;
}
