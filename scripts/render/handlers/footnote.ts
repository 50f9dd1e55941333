/** How notes look: a reference is a link to the note, the note begins with a link back. */
import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import type { Note } from '../../book/book.ts';
import { elementOf } from '../../html/hast-nodes.ts';
import { childrenOf, patched, type SectionContext, text } from './section-context.ts';

/** Sets references and notes (EPUB 3.3 SSV `noteref`, `footnote`; DPUB-ARIA 1.1); what is no note of the section is left out. */
export function footnoteHandlers({
  section,
  labels,
}: SectionContext): Readonly<Record<'footnoteReference' | 'footnoteDefinition', Handler>> {
  const notes = new Map<string, Note>(section.notes.map((note) => [note.identifier, note]));
  const counts = new Map<Note, number>();
  const noteId = ({ number }: Note) => `${section.id}-note-${number}`;
  const referenceId = ({ number }: Note, count: number) => `${section.id}-ref-${number}${count > 1 ? `-${count}` : ''}`;
  return {
    footnoteReference(state, node: FootnoteReference) {
      const note = notes.get(node.identifier);
      if (!note) return undefined;
      const count = (counts.get(note) ?? 0) + 1;
      counts.set(note, count);
      const properties = {
        href: `#${noteId(note)}`,
        id: referenceId(note, count),
        className: ['noteref'],
        epubType: 'noteref',
        role: 'doc-noteref',
      };
      return patched(state, node, elementOf('a', properties, [text(String(note.number))]));
    },
    footnoteDefinition(state, node: FootnoteDefinition) {
      const note = notes.get(node.identifier);
      if (!note) return undefined;
      // Not a note that readers may hide: Apple Books shows those that are footnotes in a window alone.
      if (note.isOfName)
        return patched(
          state,
          node,
          elementOf(
            'div',
            { id: `${section.id}-term-${note.number}`, className: ['note'], epubType: 'glossdef', role: 'definition' },
            state.wrap(childrenOf(state, node), true) as ElementContent[],
          ),
        );
      const link = {
        href: `#${referenceId(note, 1)}`,
        className: ['backlink'],
        role: 'doc-backlink',
        title: labels.backToText,
      };
      const back = elementOf('a', link, [text(`${note.number}.`)]);
      const children = state.wrap(childrenOf(state, node), true) as ElementContent[];
      const first = children.find((child): child is Element => child.type === 'element');
      if (first?.tagName === 'p') first.children.unshift(back, text(' '));
      else children.unshift(elementOf('p', {}, [back]));
      const properties = { id: noteId(note), className: ['note'], epubType: 'footnote', role: 'doc-footnote' };
      return patched(state, node, elementOf('aside', properties, children));
    },
  };
}
