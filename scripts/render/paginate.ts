/**
 * Lays sections out in files. In: rendered sections with resolved links. Out: content documents, in which every `#id`
 * has become the file and id it names. A section too long for old readers goes on in a second file.
 */
import type { Element } from 'hast';
import type { Section } from '../book/book.ts';
import type { Labels } from '../book/labels.ts';
import type { Metadata } from '../book/metadata.ts';
import type { ContentDocument } from '../book/publication.ts';
import { sectionLabel } from '../book/section-labels.ts';
import { traitsOf } from '../book/sections.ts';
import { formatLines } from '../html/format-lines.ts';
import { elementOf, elementsIn } from '../html/hast-nodes.ts';
import { sizeOf } from '../html/printed-size.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';
import { nodesOf, type RenderedSection } from './section-to-hast.ts';
import { type SectionPart, splitSection } from './split-section.ts';

/** What Adobe's makers ask for; a paragraph that is longer by itself is told. */
const largestAllowed = 250_000;

interface Pagination {
  readonly documents: readonly ContentDocument[];
  /** The file that holds an id: `chapter-1.xhtml`. */
  readonly fileOf: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** What the book says around a section, or the work that the section belongs to, and in which words. */
export type WordsOf = (section: Section) => { readonly metadata: Metadata; readonly labels: Labels };

/** Lays out all sections, in reading order. */
export function paginate(sections: readonly RenderedSection[], wordsOf: WordsOf): Pagination {
  const parts = sections.flatMap(splitSection);
  const fileOf = new Map<string, string>();
  for (const part of parts) {
    if (part.id === part.rendered.section.id) fileOf.set(part.id, part.href);
    for (const { properties } of elementsIn(nodesOf(part)))
      if (typeof properties['id'] === 'string') fileOf.set(properties['id'], part.href);
  }
  // A link to a section's start is a link to its file: some readers cannot find an id on a page's first element.
  const starts = new Set(sections.map(({ section }) => section.id));
  for (const part of parts)
    for (const { tagName, properties } of elementsIn(nodesOf(part))) {
      const target = properties['href'];
      if (tagName !== 'a' || typeof target !== 'string' || !target.startsWith('#')) continue;
      const file = fileOf.get(target.slice(1));
      if (file && file !== part.href) properties['href'] = starts.has(target.slice(1)) ? file : file + target;
    }
  return {
    documents: parts.map((part) => documentOf(part, wordsOf(part.rendered.section))),
    fileOf,
    problems: parts.flatMap(tooLong),
  };
}

/** Told at the block that made the file too long. */
function tooLong({ rendered, blocks, notes, size }: SectionPart): readonly Problem[] {
  if (size <= largestAllowed) return [];
  const sizes = [...blocks, ...notes].map((block) => ({ block, size: sizeOf([block]) }));
  const [longest] = sizes.sort((left, right) => right.size - left.size);
  return [
    problem(
      'page-too-long',
      placeOf(rendered.section.path, longest?.block),
      `This block is a file of ${Math.round(size / 1000)} kB in the book; old readers open no more than ${largestAllowed / 1000} kB.`,
      'Put a blank line into it: lists, tables, quotations and code are parted, a paragraph is not.',
    ),
  ];
}

function documentOf(part: SectionPart, { metadata, labels }: ReturnType<WordsOf>): ContentDocument {
  const { section, title } = part.rendered;
  const traits = traitsOf(section.kind);
  const label =
    title ?? (section.kind === 'chapter' ? undefined : sectionLabel(section.kind, section.lang ?? metadata.lang));
  return {
    id: part.id,
    href: part.href,
    title: label ?? metadata.title,
    lang: section.lang ?? metadata.lang,
    dir: section.dir ?? metadata.dir,
    kind: section.kind,
    // A work in a book of several begins in the body of that, with a title page.
    matter: section.id === section.work ? 'bodymatter' : traits.matter,
    content: formatLines([sectionElement(part, label, labels)]),
    path: section.path,
    work: section.work,
    linear: true,
  };
}

function sectionElement(
  { rendered, id, heading, blocks, notes }: SectionPart,
  label: string | undefined,
  labels: Labels,
): Element {
  const { kind, id: sectionId } = rendered.section;
  const { epubType, role } = traitsOf(kind);
  const head = elementOf('header', { className: ['head'] }, [
    ...(rendered.headPicture ? [rendered.headPicture] : []),
    ...(heading ? [heading] : []),
  ]);
  const footnotes = { className: ['footnotes'], epubType: 'footnotes', ariaLabel: labels.notes };
  const labelled = heading ? { ariaLabelledBy: [String(heading.properties['id'])] } : label && { ariaLabel: label };
  const properties = {
    id,
    className: [kind, ...(id === sectionId ? [] : ['continued'])],
    ...(epubType && { epubType }),
    ...(role && { role }),
    ...labelled,
  };
  return elementOf('section', properties, [
    ...(heading ? [head] : []),
    ...blocks,
    ...(notes.length > 0 ? [elementOf('section', footnotes, [...notes])] : []),
  ]);
}
