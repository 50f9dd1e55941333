/**
 * Resolves links. In: rendered sections. Out: every `href` an id of the book (`#id`) or an address on the web; a link
 * that leads nowhere keeps its words and loses its address.
 */
import type { Element } from 'hast';
import type { Book, Section } from '../book/book.ts';
import { decoded, manuscriptPath } from '../book/file-names.ts';
import { elementsIn } from '../html/hast-nodes.ts';
import { parseUrl } from '../html/urls.ts';
import { nearest } from '../report/nearest.ts';
import { type Place, type Problem, placeOf, problem, shortened } from '../report/problem.ts';
import { nodesOf, type RenderedSection } from './section-to-hast.ts';

/** Resolves the links of all sections, in place; those from one work to where another, or a chapter of it, was taken from lead there. */
export function resolveLinks(sections: readonly RenderedSection[], works: Book['works']): readonly Problem[] {
  const problems: Problem[] = [];
  const targets = indexTargets(sections, works);
  for (const section of sections) {
    const { path } = section.section;
    for (const element of elementsIn(nodesOf(section))) {
      if (element.tagName !== 'a' || element.properties['href'] === undefined) continue;
      const href = String(element.properties['href']).trim();
      const note = isNoteLink(element) ? noteOf(href, targets) : undefined;
      const resolved = note ?? resolve(href, section.section, targets);
      if (resolved !== undefined) element.properties['href'] = resolved;
      else {
        const hint = problems.length < mostGuesses ? meantBy(href, section.section, targets) : undefined;
        problems.push(deadLink(href, placeOf(path, element), hint));
        element.tagName = 'span';
        element.properties = { className: ['dead-link'] };
      }
    }
  }
  return problems;
}

/** A book that was parted badly has thousands of dead links, and thousands of places that each may mean. */
const mostGuesses = 20;

interface Targets {
  /** Ids in the book. */
  readonly ids: ReadonlySet<string>;
  /** By work: what links may name → the id in the book, whichever file it is in; the first has it. */
  readonly anywhere: ReadonlyMap<string | undefined, ReadonlyMap<string, string>>;
  /** Works, and chapters of works, by the web address that they were taken from. */
  readonly sources: ReadonlyMap<string, Pick<Section, 'id' | 'work'>>;
  /** By manuscript path: the id of a file's first section, and those of what links may name in it. */
  readonly files: ReadonlyMap<string, { readonly first: string; readonly anchors: ReadonlyMap<string, string> }>;
}

function indexTargets(sections: readonly RenderedSection[], works: Book['works'] = new Map()): Targets {
  const ids = new Set<string>();
  const anywhere = new Map<string | undefined, Map<string, string>>();
  const files = new Map<string, { readonly first: string; readonly anchors: Map<string, string> }>();
  for (const rendered of sections) {
    const { path, id: first, work } = rendered.section;
    const named = anywhere.get(work) ?? new Map<string, string>();
    anywhere.set(work, named);
    const file = files.get(path) ?? { first, anchors: new Map<string, string>() };
    files.set(path, file);
    ids.add(first);
    for (const [typed, id] of rendered.anchors) {
      if (!file.anchors.has(typed)) file.anchors.set(typed, id);
      if (!named.has(typed)) named.set(typed, id);
    }
    for (const { properties } of elementsIn(nodesOf(rendered)))
      if (typeof properties['id'] === 'string') ids.add(properties['id']);
  }
  const chapters = sections.flatMap(({ section }) => (section.work === undefined ? [] : section));
  const ofWorks = [...works].map(([id, { source }]) => ({ id, work: id, source }));
  // The last that has an address has it: a work before its chapters.
  const sources = new Map(
    [...chapters.reverse(), ...ofWorks].flatMap((each) =>
      each.source ? [[addressOf(each.source), each] as const] : [],
    ),
  );
  return { ids, anywhere, files, sources };
}

/** Links that the press itself made: to notes, to what a name means, and back. */
function isNoteLink({ properties: { role } }: Element): boolean {
  return role === 'doc-noteref' || role === 'doc-glossref' || role === 'doc-backlink';
}

const isOutward = (href: string): boolean => /^(https?|mailto|tel):/i.test(href);
const hasScheme = (href: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(href);

/** A web address without what is written in one way here and in another there. */
const addressOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/#.*$|\/+(?=#|$)/gs, '');

const noteOf = (href: string, { ids }: Targets): string | undefined =>
  href.startsWith('#') && ids.has(href.slice(1)) ? href : undefined;

/** The address in the book; undefined where it leads nowhere. */
function resolve(href: string, from: Section, targets: Targets): string | undefined {
  if (isOutward(href)) {
    const other = targets.sources.get(addressOf(href)) ?? targets.sources.get(addressOf(href.replace(/\?.*/s, '')));
    if (other && other.work !== from.work) return `#${other.id}`;
    const address = parseUrl(href);
    return address.kind === 'outside' ? address.href : undefined;
  }
  if (hasScheme(href) || href.startsWith('//')) return undefined;
  const id = idOf(href, from, targets);
  return id === undefined ? undefined : `#${id}`;
}

/** The id that a link inside the manuscript names: `chapter-2.md#the-door`, `chapter-2.md`, `#the-door`. */
function idOf(href: string, { path: from, base, work }: Section, { files, anywhere }: Targets): string | undefined {
  const [address = '', fragment] = href.split('#', 2);
  // What is imported on the way lies below its file, in name; its links start from where that lies, too.
  const starts = base === undefined ? [from] : [from, base.replace(/\/$/, '')];
  const paths = address === '' ? [from] : starts.flatMap((start) => manuscriptPath(address, start) ?? []);
  const file = paths
    .flatMap(namesOf)
    .map((name) => files.get(name))
    .find((each) => each !== undefined);
  if (!file || !fragment) return file?.first;
  const name = decoded(fragment);
  return (
    file.anchors.get(name) ??
    file.anchors.get(name.toLowerCase()) ??
    file.anchors.get(name.replace(/\s/g, '-').toLowerCase()) ??
    // Pandoc's ids are those of the whole book.
    (address === '' ? anywhere.get(work)?.get(name) : anywhere.get(file.first)?.get(name))
  );
}

/** A page of the web site that a tool makes is the Markdown file that it was made of. */
const namesOf = (path: string): readonly string[] => [
  path,
  `${path}.md`,
  path.replace(/\.x?html?$/i, '.md'),
  `${path}/README.md`,
];

/** The file or heading whose name is near to a link’s. */
function meantBy(href: string, { path: from }: Section, { files }: Targets): string | undefined {
  const [address = '', fragment = ''] = href.split('#', 2);
  const path = address === '' ? from : (manuscriptPath(address, from) ?? '');
  const anchors = files.get(path)?.anchors.keys();
  const meant = anchors ? nearest(decoded(fragment), [...anchors]) : nearest(path, [...files.keys()]);
  if (meant === undefined) return undefined;
  return `Did you mean “${anchors ? `${address}#${meant}` : meant}”?`;
}

function deadLink(href: string, place: Place, hint?: string): Problem {
  const shown = shortened(href);
  if (isOutward(href))
    return problem(
      'link-broken',
      place,
      `“${shown}” is no whole web address; the book has the words without a link.`,
      'Type the address as a browser shows it.',
    );
  return hasScheme(href)
    ? problem(
        'link-refused',
        place,
        `No book may link to “${shown}”; it has the words without a link.`,
        'Link to an address that begins with http, https, mailto or tel.',
      )
    : problem(
        'link-broken',
        place,
        `“${shown}” leads nowhere; the book has the words without a link.`,
        hint ?? 'Name a file of the manuscript (chapter-2.md) or a heading of this file (#the-door).',
      );
}
