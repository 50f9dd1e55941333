/** Prints the sections that pages became. In: their blocks, and the notes of the whole source. Out: Markdown, each section with the notes it refers to, links between them by file and id. */
import type { FootnoteDefinition, RootContent } from 'mdast';
import type { SectionKind } from '../../book/sections.ts';
import { type ImportedSection, stemNamer } from '../imported.ts';
import { withTypedGaps } from './empty-paragraphs.ts';
import type { Notes } from './find-notes.ts';
import { usualDirection } from './looks.ts';
import type { Direction } from './phrasing.ts';
import { printMarkdown } from './print-markdown.ts';
import { resolveLinks } from './resolve-links.ts';
import { withNotes } from './split-blocks.ts';
import { withTypedVerse } from './typed-verse.ts';

/** A section before it is printed. */
export interface SectionDraft {
  readonly kind: SectionKind;
  /** A title that only the contents show. */
  readonly title?: string | undefined;
  /** Where it came from. */
  readonly address?: string | undefined;
  readonly blocks: readonly RootContent[];
}

export interface PrintedSections {
  readonly sections: readonly ImportedSection[];
  /** Blocks of each, with its notes. */
  readonly blocks: readonly (readonly RootContent[])[];
  /** Notes that more than one section has now. */
  readonly repeated: readonly FootnoteDefinition[];
}

/** Prints drafts. Notes are taken out of `notes`; what nothing refers to ends the last. `homeOf` knows where a page of the source went. */
export function printSections<Draft extends SectionDraft>(
  drafts: readonly Draft[],
  notes: Notes,
  {
    homeOf = () => undefined,
    otherFile = () => undefined,
    dir: unsaid = 'ltr',
  }: {
    readonly homeOf?: (path: string) => Draft | undefined;
    /** The address of a page that is none of the source’s. */
    readonly otherFile?: (path: string) => string | undefined;
    /** The direction of pages that say theirs. */
    readonly dir?: Direction | undefined;
  } = {},
): PrintedSections {
  const spent: Notes = new Map();
  const repeated: FootnoteDefinition[] = [];
  const stemOf = stemNamer();
  const stems = drafts.map(({ kind }) => stemOf(kind));
  const typed = withTypedGaps(drafts.map((draft) => withTypedVerse(draft.blocks)));
  const blocks = drafts.map((_, at) => {
    const own = [...withNotes(typed[at] ?? [], notes, { spent, repeated })];
    if (at === drafts.length - 1) for (const { children } of notes.values()) own.push(...children);
    return own;
  });
  const placed = blocks.map((own, at) => ({ stem: stems[at] ?? '', blocks: own }));
  const linked = resolveLinks(placed, (path) => {
    const home = homeOf(path);
    const stem = home && stems[drafts.indexOf(home)];
    return stem === undefined ? otherFile(path) : `${stem}.md`;
  });
  const dir = usualDirection(blocks.flat(), unsaid);
  const sections = drafts.map(
    ({ kind, title, address }, at): ImportedSection => ({
      kind,
      stem: stems[at] ?? '',
      facts: { title, source: address },
      text: printMarkdown(linked[at] ?? [], dir),
    }),
  );
  return { sections, blocks, repeated };
}
