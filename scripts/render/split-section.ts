/**
 * Shares a section out over files. In: a rendered section. Out: its blocks and notes file by file, none too long for old
 * readers where that can be helped.
 */
import type { Element, ElementContent, Nodes } from 'hast';
import { elementsIn } from '../html/hast-nodes.ts';
import { largestDocument, largestSize, sizeOf } from '../html/printed-size.ts';
import { nodesOf, type RenderedSection } from './section-to-hast.ts';
import { splitBlock } from './split-block.ts';

/** A block that is to be split begins in a file that has this much left, and else in the next one. */
const leastShare = 20_000;

/** A section's share of one file. */
export interface SectionPart {
  readonly rendered: RenderedSection;
  readonly id: string;
  readonly href: string;
  /** The section's heading, in its first part. */
  readonly heading: Element | undefined;
  readonly blocks: readonly ElementContent[];
  readonly notes: readonly Element[];
  /** Bytes that it will take when printed, about; 0 where it is short for certain. */
  readonly size: number;
}

/** The parts of a section: one, unless it is too long. A note stands in the part that refers to it first. */
export function splitSection(rendered: RenderedSection): readonly SectionPart[] {
  const { section, blocks, notes } = rendered;
  const opening = rendered.heading ? [rendered.heading] : [];
  const { take, rest, sizeOfNotes } = notesOf(notes, [...opening, ...blocks]);
  const mayBeLong = sizeOf(nodesOf(rendered), largestSize) > largestDocument;
  const measure = (nodes: readonly Nodes[]): number => (mayBeLong ? sizeOf(nodes) : 0);
  const parts: { readonly blocks: ElementContent[]; readonly notes: Element[]; size: number }[] = [];
  const begin = (own: Element[]) => {
    const begun = { blocks: [], notes: own, size: measure(own) };
    parts.push(begun);
    return begun;
  };
  let part: (typeof parts)[number] = begin(take(opening));
  for (const block of blocks) {
    const whole = measure([block]);
    const room = largestDocument - part.size;
    const share = {
      first: room > leastShare ? room : largestDocument,
      next: largestDocument,
      sizeOf: (nodes: readonly Nodes[]) => sizeOf(nodes) + sizeOfNotes(nodes),
    };
    for (const piece of whole > largestDocument ? splitBlock(block, share) : [block]) {
      const taken = take([piece]);
      const size = (piece === block ? whole : measure([piece])) + measure(taken);
      if (part.size + size > largestDocument && part.blocks.length > 0) part = begin([]);
      part.blocks.push(piece);
      part.notes.push(...taken);
      part.size += size;
    }
  }
  part.notes.push(...rest());
  return parts.map((each, at) => {
    const id = at === 0 ? section.id : `${section.id}-${at + 1}-continued`;
    return { ...each, rendered, id, href: `${id}.xhtml`, heading: at === 0 ? rendered.heading : undefined };
  });
}

/** The notes of a section, each to be taken once: by the first nodes that refer to it, or by a note that only these name. */
function notesOf(notes: readonly Element[], text: readonly Nodes[]) {
  const byId = new Map(notes.map((note) => [String(note.properties['id']), note]));
  const inText = new Set(notes.length > 0 ? notesNamed(text) : []);
  const left = new Set(notes);
  const take = (nodes: readonly Nodes[]): Element[] => {
    const taken: Element[] = [];
    const takeNamed = (ids: readonly string[]) => {
      for (const id of ids) {
        const note = byId.get(id);
        if (note && left.delete(note)) taken.push(note);
      }
    };
    if (left.size > 0) takeNamed(notesNamed(nodes));
    for (let at = 0; at < taken.length; at++)
      takeNamed(notesNamed(taken.slice(at, at + 1)).filter((id) => !inText.has(id)));
    return taken;
  };
  const sizeOfNotes = (nodes: readonly Nodes[]): number =>
    notes.length > 0 ? sizeOf(notesNamed(nodes).flatMap((id) => byId.get(id) ?? [])) : 0;
  return { take, rest: () => left, sizeOfNotes };
}

/** Ids of the notes that nodes refer to, in order. */
function notesNamed(nodes: readonly Nodes[]): readonly string[] {
  return elementsIn(nodes).flatMap(({ properties }) =>
    properties['role'] === 'doc-noteref' || properties['role'] === 'doc-glossref'
      ? [String(properties['href']).slice(1)]
      : [],
  );
}
