/** Makes the contents of a book. In: its sections, and the file that each id is in. Out: entries. */

import type { Book, Section } from '../book/book.ts';
import { labelsFor } from '../book/labels.ts';
import type { NavEntry } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import type { RenderedSection } from './section-to-hast.ts';

/** Readers show three levels at most (Kobo), Kindle two: parts, chapters, and what lies below them. */
const deepest = 3;

/** The contents: parts hold chapters, chapters hold their headings. */
export function makeNav(
  { metadata, sections }: Book,
  rendered: ReadonlyMap<string, RenderedSection>,
  fileOf: ReadonlyMap<string, string>,
): readonly NavEntry[] {
  const labels = labelsFor(metadata.lang);
  const chapters = [...rendered.values()].filter(({ section }) => section.kind === 'chapter');
  const entryOf = (section: Section, depth: number): readonly NavEntry[] => {
    const made = rendered.get(section.id);
    const traits = traitsOf(section.kind);
    const isUnlisted = section.heading?.data?.authored?.classes.includes('unlisted');
    if (!made || isUnlisted || !traits.listed || (traits.listed === 'if titled' && made.title === undefined)) return [];
    const number = chapters.indexOf(made) + 1;
    const title =
      made.title ??
      (section.kind !== 'chapter'
        ? traits.label
        : chapters.length === 1
          ? metadata.title
          : `${labels.chapter} ${number}`);
    const held = section.sections.flatMap((each) => entryOf(each, depth + 1));
    const headings =
      depth < deepest
        ? made.headings
            .filter(({ level }) => level === 2)
            .map(({ id, title: words }) => ({ title: words, href: hrefOf(id, fileOf), entries: [] }))
        : [];
    return [{ title, href: fileOf.get(section.id) ?? `${section.id}.xhtml`, entries: [...headings, ...held] }];
  };
  return sections.flatMap((section) => entryOf(section, 1));
}

function hrefOf(id: string, fileOf: ReadonlyMap<string, string>): string {
  return `${fileOf.get(id) ?? ''}#${id}`;
}
