/**
 * Puts notes where the metadata wants them: at the end of each chapter, of each part, or of the book. In: rendered sections, their
 * links resolved. Out: the same with pages of notes, in which each chapter's stand under its title.
 */
import { allSections, type Book, metadataOf, type Section } from '../book/book.ts';
import { labelLanguage, labelsFor } from '../book/labels.ts';
import { traitsOf } from '../book/sections.ts';
import { elementOf } from '../html/hast-nodes.ts';
import { createTitles } from './nav.ts';
import type { RenderedSection } from './section-to-hast.ts';

interface Gathered {
  readonly book: Book;
  /** By id, in reading order. */
  readonly rendered: ReadonlyMap<string, RenderedSection>;
}

/** Gathers notes; a chapter that stands in no part keeps its own where parts have them. Those of a work never leave it. */
export function gatherNotes(book: Book, rendered: ReadonlyMap<string, RenderedSection>): Gathered {
  const { notesAt } = book.metadata;
  if (notesAt !== 'part' && notesAt !== 'book') return { book, rendered };
  const made = new Map(rendered);
  const titles = createTitles(book, rendered);
  /** The page of the notes of some sections, which lose them; none where they have none. */
  const pageOf = (id: string, sections: Iterable<Section>): readonly Section[] => {
    const sources = [...sections].flatMap((each) => made.get(each.id) ?? []).filter(({ notes }) => notes.length > 0);
    const [first] = sources;
    if (!first) return [];
    const { work } = first.section;
    const { lang, dir } = metadataOf(book, { work });
    const labels = labelsFor(lang);
    const ofLabels = labelLanguage(lang) === lang ? {} : { lang: labelLanguage(lang) };
    const section: Section = {
      id,
      kind: 'endnotes',
      path: first.section.path,
      title: labels.notes,
      ...(work !== undefined && { work, lang, dir }),
      content: { type: 'root', children: [] },
      notes: [],
      sections: [],
    };
    const blocks = sources.flatMap(({ section: own, notes }, at) => {
      const language = own.lang === undefined || own.lang === section.lang ? {} : { lang: own.lang, dir: own.dir };
      return [
        elementOf('h2', { id: `${id}-h-${at + 1}`, ...language }, [{ type: 'text', value: titles(own) }]),
        elementOf('section', { className: ['footnotes'], ariaLabelledBy: [`${id}-h-${at + 1}`], ...language }, [
          ...notes,
        ]),
      ];
    });
    const heading = elementOf('h1', { id: `${id}-title`, className: ['title'], ...ofLabels }, [
      { type: 'text', value: labels.notes },
    ]);
    for (const each of sources) made.set(each.section.id, { ...each, notes: [] });
    made.set(id, {
      section,
      heading,
      title: labels.notes,
      blocks,
      notes: [],
      anchors: new Map(),
      headings: [],
      forms: new Set(),
    });
    return [section];
  };
  const parts = book.sections.map((each) =>
    each.work !== undefined || (notesAt === 'part' && each.kind === 'part')
      ? { ...each, sections: [...each.sections, ...pageOf(`${each.id}-endnotes`, allSections([each]))] }
      : each,
  );
  const own = parts.filter(({ work }) => work === undefined);
  const sections = notesAt === 'part' ? parts : insertBackMatter(parts, pageOf('endnotes', allSections(own)));
  const inOrder = [...allSections(sections)].flatMap(({ id }) => {
    const each = made.get(id);
    return each ? [[id, each] as const] : [];
  });
  return { book: { ...book, sections }, rendered: new Map(inOrder) };
}

/** Before the first page of back matter that comes later by convention. */
function insertBackMatter(sections: readonly Section[], pages: readonly Section[]): readonly Section[] {
  const { place } = traitsOf('endnotes');
  const later = sections.findIndex(
    ({ kind }) => traitsOf(kind).matter === 'backmatter' && traitsOf(kind).place > place,
  );
  const at = later === -1 ? sections.length : later;
  return [...sections.slice(0, at), ...pages, ...sections.slice(at)];
}
