/**
 * Gives sections, headings and notes the ids that they had, and what is new none that was. In: a rendered book, and what its blocks were. Out:
 * the book, with all that leads to them.
 */
import type { Element } from 'hast';
import type { RenderedBook } from '../book/publication.ts';
import { sectionOfPage } from '../book/sections.ts';
import { attributeOf, elementsIn } from '../html/hast-nodes.ts';
import { renameReferences } from '../html/ids.ts';
import type { BlockPairs } from './pair-blocks.ts';
import { renameAddresses } from './rename-addresses.ts';

interface Earlier extends Pick<BlockPairs, 'pairs' | 'partners'> {
  /** Every id of the earlier version. */
  readonly taken: readonly string[];
}

/** Renames; elements are edited in place. */
export function renameIds(rendered: RenderedBook, { partners, pairs, taken }: Earlier): RenderedBook {
  const { documents } = rendered;
  const namer = createNamer(taken);
  const sections = new Map(partners);
  for (const id of new Set(documents.map((each) => sectionOfPage(each.id))))
    if (!sections.has(id)) sections.set(id, namer.free(id));
  const elements = documents.flatMap(({ content }) => elementsIn(content));
  const names = renamedElements(elements, pairs, { namer, withSection: (id) => inSection(id, sections) });
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined) element.properties['id'] = names.get(id) ?? id;
  }
  const there = new Set(names.values());
  const files = new Map(documents.map(({ id, href }) => [href, `${inSection(id, sections)}.xhtml`]));
  const address = (href: string): string => {
    const [file = '', fragment] = href.split('#', 2);
    if (!files.has(file) && file !== '') return href;
    return `${files.get(file) ?? ''}${fragment === undefined ? '' : `#${names.get(fragment) ?? fragment}`}`;
  };
  for (const element of elements) renameReferences(element, names, there);
  return renameAddresses(
    {
      ...rendered,
      documents: documents.map((each) => ({ ...each, id: inSection(each.id, sections), href: address(each.href) })),
    },
    elements,
    address,
  );
}

/** The id that a section’s name begins, under the name that it has now: `chapter-4-note-1`. */
function inSection(id: string, sections: ReadonlyMap<string, string>): string {
  for (let end = id.length; end > 0; end = id.lastIndexOf('-', end - 1)) {
    const name = sections.get(id.slice(0, end));
    if (name !== undefined) return name + id.slice(end);
  }
  return id;
}

interface Naming {
  readonly namer: Namer;
  readonly withSection: (id: string) => string;
}

/** Every id of the book, and what it is now. */
function renamedElements(
  elements: readonly Element[],
  pairs: Earlier['pairs'],
  { namer, withSection }: Naming,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  const held = new Set<string>();
  for (const { now, earlier, isOfPartner } of pairs.values()) {
    if (!isOfPartner) continue;
    if (isHeading(now.element)) keep(now.element, earlier.block.element);
    if (now.note && earlier.block.note) keep(now.note, earlier.block.note);
  }
  const names = new Map<string, string>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id === undefined) continue;
    const own = withSection(id);
    const isNew = (isHeading(element) || isNote(element)) && !/-title$/.test(id) && namer.isTaken(own);
    names.set(id, kept.get(id) ?? (isNew || held.has(own) ? namer.free(own) : own));
  }
  // What refers to a note has its number, too.
  for (const id of names.keys()) {
    const [, section, number, count = ''] = /^(.*)-ref-(\d+)(-\d+)?$/.exec(id) ?? [];
    const note = names.get(`${section}-note-${number}`);
    if (note !== undefined) names.set(id, `${note.replace(/-note-(\d+)$/, '-ref-$1')}${count}`);
  }
  return names;

  function keep(now: Element, before: Element): void {
    const [id, earlier] = [attributeOf(now, 'id'), attributeOf(before, 'id')];
    const isNamed = earlier !== undefined && /^[a-z][\w.-]{0,200}$/i.test(earlier);
    if (id === undefined || !isNamed || kept.has(id) || held.has(earlier)) return;
    kept.set(id, earlier);
    held.add(earlier);
  }
}

const isHeading = ({ tagName }: Element): boolean => /^h\d$/.test(tagName);
const isNote = (element: Element): boolean => attributeOf(element, 'epub:type') === 'footnote';

interface Namer {
  readonly isTaken: (id: string) => boolean;
  /** An id that nothing has had: itself, or the next number of its kind. */
  readonly free: (id: string) => string;
}

function createNamer(taken: readonly string[]): Namer {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return {
    isTaken: (id) => used.has(id),
    free(id) {
      const stem = id.replace(/-\d+$/, '');
      let free = id;
      for (let count = counts.get(stem) ?? 1; used.has(free); count++) {
        free = `${stem}-${count}`;
        counts.set(stem, count);
      }
      used.add(free);
      return free;
    },
  };
}
