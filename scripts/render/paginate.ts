/**
 * Lays sections out in files. In: composed sections with resolved links. Out: content documents, in which every `#id`
 * has become the file and id it names. A section too long for old readers goes on in a second file.
 */
import type { Element, ElementContent, Nodes } from 'hast';
import type { Labels } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';
import { traitsOf } from '../book/sections.ts';
import { walk } from '../book/walk.ts';
import { formatLines } from '../html/format-lines.ts';
import { printXhtml } from '../html/print-xhtml.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';
import type { Composed } from './section-to-hast.ts';
import { partBlock } from './split-block.ts';

/** Old Adobe engines fail above 300 KB a file. Sizes here are estimates, so we stay well below. */
const largestDocument = 240_000;
/** What Adobe's makers ask for; a paragraph that is longer by itself is told. */
const largestAllowed = 250_000;
/** A block that is to be parted begins in a file that has this much left, and else in the next one. */
const leastShare = 20_000;

/** A section's share of one file. */
interface Sheet {
  readonly composed: Composed;
  readonly id: string;
  readonly href: string;
  readonly blocks: readonly ElementContent[];
  readonly notes: readonly Element[];
  readonly part: number;
}

export interface Imposed {
  readonly documents: readonly ContentDocument[];
  /** The file that holds an id: `chapter-1.xhtml`. */
  readonly fileOf: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Imposes all sections, in reading order. */
export function impose(sections: readonly Composed[], metadata: Metadata, labels: Labels): Imposed {
  const sheets = sections.flatMap(sheetsOf);
  const fileOf = new Map<string, string>();
  for (const { composed, href, blocks, notes, part } of sheets) {
    if (part === 1) fileOf.set(composed.section.id, href);
    const heading = part === 1 && composed.heading ? [composed.heading] : [];
    eachElement([...heading, ...blocks, ...notes], (element) => {
      if (typeof element.properties['id'] === 'string') fileOf.set(element.properties['id'], href);
    });
  }
  for (const { composed, href, blocks, notes, part } of sheets) {
    const heading = part === 1 && composed.heading ? [composed.heading] : [];
    eachElement([...heading, ...blocks, ...notes], ({ tagName, properties }) => {
      const target = properties['href'];
      if (tagName !== 'a' || typeof target !== 'string' || !target.startsWith('#')) return;
      const file = fileOf.get(target.slice(1));
      // A link to a section's start is a link to its file: some readers cannot find an id on a page's first element.
      if (file && file !== href)
        properties['href'] = sections.some(({ section }) => section.id === target.slice(1)) ? file : file + target;
    });
  }
  const documents = sheets.map((sheet) => print(sheet, metadata, labels));
  const problems = sheets.flatMap((sheet, at) => tooLong(sheet, documents[at]?.body ?? ''));
  return { documents, fileOf, problems };
}

/** Told at the block that made the file too long. */
function tooLong({ composed, blocks, notes }: Sheet, body: string): readonly Problem[] {
  const size = Buffer.byteLength(body);
  if (size <= largestAllowed) return [];
  const sizes = [...blocks, ...notes].map((block) => ({ block, size: sizeOf([block]) }));
  const [longest] = sizes.sort((left, right) => right.size - left.size);
  return [
    problem(
      'page-too-long',
      placeOf(composed.section.path, longest?.block),
      `Unexpected block that makes a file of ${Math.round(size / 1000)} kB, expected ${largestAllowed / 1000} kB at most`,
      'Put a blank line into it; the press parts lists, tables, quotations and code, but no paragraph.',
    ),
  ];
}

function sheetsOf(composed: Composed): readonly Sheet[] {
  const { section, blocks, notes } = composed;
  const opening = composed.heading ? [composed.heading] : [];
  const byId = new Map(notes.map((note) => [String(note.properties['id']), note]));
  const inText = new Set(notes.length > 0 ? notesNamed([...opening, ...blocks]) : []);
  const left = new Set(notes);
  /** The notes that nodes refer to for the first time, and those that only these refer to. */
  const takeNotes = (nodes: readonly Nodes[]): readonly Element[] => {
    const taken = new Set<Element>();
    const take = (ids: readonly string[]) => {
      for (const id of ids) {
        const note = byId.get(id);
        if (note && left.delete(note)) taken.add(note);
      }
    };
    if (notes.length > 0) take(notesNamed(nodes));
    for (const note of taken) take(notesNamed([note]).filter((id) => !inText.has(id))); // `taken` grows as notes refer to notes
    return [...taken];
  };
  const runs: { readonly blocks: ElementContent[]; readonly notes: Element[] }[] = [
    { blocks: [], notes: [...takeNotes(opening)] },
  ];
  let room = largestDocument - sizeOf(runs[0]?.notes ?? []);
  const withNotes = (nodes: readonly Nodes[]): number =>
    sizeOf(nodes) + sizeOf(notes.length > 0 ? notesNamed(nodes).flatMap((noted) => byId.get(noted) ?? []) : []);
  for (const block of blocks) {
    const whole = sizeOf([block]);
    const first = room > leastShare ? room : largestDocument;
    const share = { first, next: largestDocument, sizeOf: withNotes };
    for (const part of whole > largestDocument ? partBlock(block, share) : [block]) {
      const taken = takeNotes([part]);
      const size = (part === block ? whole : sizeOf([part])) + sizeOf(taken);
      if (size > room && (runs.at(-1)?.blocks.length ?? 0) > 0) {
        runs.push({ blocks: [], notes: [] });
        room = largestDocument;
      }
      runs.at(-1)?.blocks.push(part);
      runs.at(-1)?.notes.push(...taken);
      room -= size;
    }
  }
  runs.at(-1)?.notes.push(...left);
  return runs.map((run, at) => {
    const id = at === 0 ? section.id : `${section.id}-${at + 1}-continued`;
    return { composed, id, href: `${id}.xhtml`, blocks: run.blocks, notes: run.notes, part: at + 1 };
  });
}

/** Ids of the notes that nodes refer to, in order. */
function notesNamed(nodes: readonly Nodes[]): readonly string[] {
  const ids: string[] = [];
  eachElement(nodes, ({ properties }) => {
    if (properties['role'] === 'doc-noteref') ids.push(String(properties['href']).slice(1));
  });
  return ids;
}

function print(
  { composed, id, href, blocks, notes, part }: Sheet,
  metadata: Metadata,
  labels: Labels,
): ContentDocument {
  const { section, heading, title } = composed;
  const traits = traitsOf(section.kind);
  const label = title ?? (section.kind === 'chapter' ? undefined : traits.label);
  const children: ElementContent[] = [];
  if (heading && part === 1)
    children.push({ type: 'element', tagName: 'header', properties: { className: ['head'] }, children: [heading] });
  children.push(...blocks);
  if (notes.length > 0)
    children.push({
      type: 'element',
      tagName: 'section',
      properties: { className: ['footnotes'], epubType: 'footnotes', ariaLabel: labels.notes },
      children: [...notes],
    });
  const labelled =
    heading && part === 1 ? { ariaLabelledBy: [String(heading.properties['id'])] } : label ? { ariaLabel: label } : {};
  const root: Element = {
    type: 'element',
    tagName: 'section',
    properties: {
      id,
      className: [section.kind, ...(part > 1 ? ['continued'] : [])],
      ...(traits.epubType && { epubType: traits.epubType }),
      ...(traits.role && { role: traits.role }),
      ...labelled,
    },
    children,
  };
  const content = formatLines([root]);
  const { markup, sourceLines } = printXhtml(content);
  const properties = new Set<string>();
  eachElement([root], ({ tagName }) => {
    if (tagName === 'svg') properties.add('svg');
    else if (tagName === 'math') properties.add('mathml');
  });
  return {
    id,
    href,
    title: label ?? metadata.title,
    lang: section.lang ?? metadata.lang,
    dir: section.dir ?? metadata.dir,
    kind: section.kind,
    matter: traits.matter,
    content,
    path: section.path,
    body: markup,
    places: sourceLines.map((line) => (line ? { path: section.path, start: { line, column: 1 } } : undefined)),
    properties: [...properties].sort(),
    linear: true,
  };
}

function eachElement(nodes: readonly Nodes[], visit: (element: Element) => void): void {
  walk<Nodes>({ type: 'root', children: nodes as ElementContent[] }, (node) => {
    if (node.type === 'element') visit(node);
  });
}

/** Bytes that nodes will take when printed, about: text and attributes with what is escaped in them, tags by their names. */
function sizeOf(nodes: readonly Nodes[]): number {
  let size = 0;
  walk<Nodes>({ type: 'root', children: nodes as ElementContent[] }, (node) => {
    if (node.type === 'text') size += printedSize(node.value);
    else if (node.type === 'element') {
      size += 2 * node.tagName.length + 8;
      for (const name in node.properties) size += name.length + 6 + printedSize(String(node.properties[name] ?? ''));
    }
  });
  return size;
}

function printedSize(text: string): number {
  let size = Buffer.byteLength(text);
  for (const _ of text.matchAll(/[&<>"]/g)) size += 5;
  return size;
}
