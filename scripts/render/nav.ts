/** Makes the contents of a book. In: its sections, and the file that each id is in. Out: entries. */
import { allSections, type Book, metadataOf, type Section } from '../book/book.ts';
import { labelsFor } from '../book/labels.ts';
import type { NavEntry } from '../book/publication.ts';
import { sectionLabel } from '../book/section-labels.ts';
import { traitsOf } from '../book/sections.ts';
import { titleOf } from './plain-text.ts';
import type { RenderedSection } from './section-to-hast.ts';

/** Down to which heading the contents go, if nothing is said: readers show three levels at most (Kobo), Kindle two. */
const usualDepth = 2;

type Rendered = ReadonlyMap<string, RenderedSection>;

/** The contents: parts hold chapters, chapters hold their headings. */
export function makeNav(book: Book, rendered: Rendered, fileOf: ReadonlyMap<string, string>): readonly NavEntry[] {
  const titles = createTitles(book, rendered);
  const depth = book.metadata.contentsDepth ?? usualDepth;
  const entryOf = (section: Section): readonly NavEntry[] => {
    const made = rendered.get(section.id);
    const work = book.works?.get(section.id);
    if (work) return [workEntry(work.title, `${section.id}.xhtml`, section.sections.flatMap(entryOf))];
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

/** A work holds its own contents; the title of its only chapter is not said again. */
function workEntry(title: string, href: string, entries: readonly NavEntry[]): NavEntry {
  const [only, another] = entries;
  const isSaid = only?.title === title && !another;
  return { title, href, entries: isSaid ? only.entries : entries };
}

/** What a section is called in the contents, as it was rendered if it was; chapters without a heading are counted in their own work. */
export function createTitles(book: Book, rendered?: Rendered): (section: Section) => string {
  const counts = new Map<string | undefined, number>();
  const numbers = new Map<string, number>();
  for (const section of allSections(book.sections)) {
    if (section.kind !== 'chapter') continue;
    const number = (counts.get(section.work) ?? 0) + 1;
    counts.set(section.work, number);
    numbers.set(section.id, number);
  }
  return (section) => {
    const own = rendered?.get(section.id)?.title ?? titleOf(section);
    if (own !== undefined) return own;
    const { title, lang } = metadataOf(book, section);
    if (section.kind !== 'chapter') return sectionLabel(section.kind, section.lang ?? lang);
    const { chapter } = labelsFor(lang);
    const form = chapter.includes('#') ? chapter : `${chapter} #`;
    return counts.get(section.work) === 1 ? title : form.replace('#', `${numbers.get(section.id) ?? 0}`);
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
