/** Makes the contents and the landmarks of a book from its laid-out sections. */

import type { Section } from '../book/book.ts';
import type { Labels } from '../book/labels.ts';
import type { ContentDocument, Landmark, NavEntry } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import type { Imposed } from './paginate.ts';
import type { Composed } from './section-to-hast.ts';

/** Readers show three levels at most (Kobo), Kindle two: parts, chapters, and what lies below them. */
const deepest = 3;

/** The contents: parts hold chapters, chapters hold their headings. */
export function makeNav(
  sections: readonly Section[],
  composed: ReadonlyMap<string, Composed>,
  { fileOf }: Imposed,
  labels: Labels,
  bookTitle: string,
): readonly NavEntry[] {
  const chapters = [...composed.values()].filter(({ section }) => section.kind === 'chapter');
  const entryOf = (section: Section, depth: number): readonly NavEntry[] => {
    const made = composed.get(section.id);
    const traits = traitsOf(section.kind);
    if (!made || !traits.listed || (traits.listed === 'if titled' && made.title === undefined)) return [];
    const number = chapters.indexOf(made) + 1;
    const title =
      made.title ??
      (section.kind !== 'chapter' ? traits.label : chapters.length === 1 ? bookTitle : `${labels.chapter} ${number}`);
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

/** Landmarks point at the first of each: cover, contents, title page, text, notes. */
export function makeLandmarks(documents: readonly ContentDocument[], labels: Labels): readonly Landmark[] {
  const first = (
    test: (document: ContentDocument) => boolean,
    epubType: string,
    guideType: string,
    title: string,
  ): readonly Landmark[] => {
    const document = documents.find(test);
    return document ? [{ epubType, guideType, title, href: document.href }] : [];
  };
  return [
    ...first(({ kind }) => kind === 'cover', 'cover', 'cover', labels.cover),
    ...first(({ kind }) => kind === 'title-page', 'titlepage', 'title-page', labels.titlePage),
    ...first(({ kind }) => kind === 'contents', 'toc', 'toc', labels.contents),
    ...first(({ matter }) => matter === 'bodymatter', 'bodymatter', 'text', labels.text),
  ];
}
