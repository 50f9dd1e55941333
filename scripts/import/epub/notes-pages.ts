/** Pages that hold the notes of several sections, as the press makes them. In: pages. Out: sections that have their notes again. */
import type { Element } from 'hast';
import { attributeOf, classesOf, elementOf } from '../../html/hast-nodes.ts';
import { findElements } from '../html/parse-page.ts';
import type { OwnPage } from './round-trip-anchors.ts';

/** Whether the press made a page of notes. */
export const isNotesPage = (section: Element): boolean =>
  classesOf(section)[0] === 'endnotes' && notesIn(section).length > 0;

const notesIn = (section: Element): readonly Element[] =>
  findElements(section, (each) => each.tagName === 'aside' && /-note-\d+$/.test(attributeOf(each, 'id') ?? ''));

/** Notes by the id of the section that they were typed in. */
export function notesBySection(pages: readonly OwnPage[]): ReadonlyMap<string, readonly Element[]> {
  const notes = new Map<string, Element[]>();
  for (const note of pages.flatMap(({ section }) => notesIn(section))) {
    const owner = (attributeOf(note, 'id') ?? '').replace(/-note-\d+$/, '');
    const known = notes.get(owner);
    if (known) known.push(note);
    else notes.set(owner, [note]);
  }
  return notes;
}

/** A section that ends with its notes; one that was bound in several files has them in the first. */
export function withNotes({ id, section }: OwnPage, notes: ReadonlyMap<string, readonly Element[]>): Element {
  const own = notes.get(id);
  if (!own) return section;
  return { ...section, children: [...section.children, elementOf('section', { className: ['footnotes'] }, [...own])] };
}
