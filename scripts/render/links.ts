/**
 * Resolves links. In: composed sections. Out: every `href` an id of the book (`#id`) or an address on the web; a link
 * that leads nowhere keeps its words and loses its address.
 */
import type { Element, Nodes } from 'hast';
import { walk } from '../book/walk.ts';
import { parseUrl } from '../html/urls.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';
import { manuscriptPath } from './embed-images.ts';
import type { Composed } from './section-to-hast.ts';

const outward = /^(https?|mailto|tel):/i;

/** Resolves the links of all sections, in place. */
export function resolveLinks(sections: readonly Composed[]): readonly Problem[] {
  const problems: Problem[] = [];
  const own = new Set<string>();
  const files = new Map<string, { readonly first: string; readonly anchors: Map<string, string> }>();
  for (const { section, anchors, notes, blocks, heading } of sections) {
    const file = files.get(section.path) ?? { first: section.id, anchors: new Map<string, string>() };
    files.set(section.path, file);
    own.add(section.id);
    for (const [typed, id] of anchors) if (!file.anchors.has(typed)) file.anchors.set(typed, id);
    walk<Nodes>({ type: 'root', children: [...(heading ? [heading] : []), ...blocks, ...notes] }, (node) => {
      if (node.type === 'element' && typeof node.properties['id'] === 'string') own.add(node.properties['id']);
    });
  }
  /** `#id` of what a link names: `chapter-2.md#the-door`, `chapter-2.md`, `#the-door`. */
  const inward = (href: string, from: string): string | undefined => {
    const [address = '', fragment] = href.split('#', 2);
    const path = address === '' ? from : manuscriptPath(address, from);
    const file =
      path === undefined
        ? undefined
        : (files.get(path) ?? files.get(`${path}.md`) ?? files.get(path.replace(/\.x?html?$/i, '.md')));
    if (!file) return undefined;
    if (fragment === undefined || fragment === '') return file.first;
    const name = decoded(fragment);
    return (
      file.anchors.get(name) ??
      file.anchors.get(name.toLowerCase()) ??
      file.anchors.get(name.replace(/\s/g, '-').toLowerCase())
    );
  };
  for (const { section, heading, blocks, notes } of sections) {
    walk<Nodes>({ type: 'root', children: [...(heading ? [heading] : []), ...blocks, ...notes] }, (node) => {
      if (node.type !== 'element' || node.tagName !== 'a' || node.properties['href'] === undefined) return;
      const href = String(node.properties['href']).trim();
      if (href.startsWith('#') && own.has(href.slice(1)) && isOurs(node)) return;
      if (outward.test(href)) {
        const address = parseUrl(href);
        if (address.kind === 'outside') node.properties['href'] = address.href;
        else {
          problems.push(
            problem(
              'link-broken',
              placeOf(section.path, node),
              `Unexpected address “${shorten(href)}”, expected a whole web address`,
              'The link’s words are kept.',
            ),
          );
          unlink(node);
        }
        return;
      }
      const target = /^[a-z][a-z\d+.-]*:|^\/\//i.test(href) ? undefined : inward(href, section.path);
      if (target !== undefined) {
        node.properties['href'] = `#${target}`;
        return;
      }
      const place = placeOf(section.path, node);
      problems.push(
        /^[a-z][a-z\d+.-]*:/i.test(href)
          ? problem(
              'link-refused',
              place,
              `Unexpected link “${shorten(href)}”, expected an address that starts with http, https, mailto or tel`,
              'The link’s words are kept.',
            )
          : problem(
              'link-broken',
              place,
              `Unexpected link “${shorten(href)}” that leads nowhere, expected a file or a heading of the manuscript`,
              'The link’s words are kept.',
            ),
      );
      unlink(node);
    });
  }
  return problems;
}

/** Links that the press itself made: to notes, and back. */
function isOurs({ properties }: Element): boolean {
  return properties['role'] === 'doc-noteref' || properties['role'] === 'doc-backlink';
}

function unlink(node: Element): void {
  node.tagName = 'span';
  node.properties = { className: ['dead-link'] };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

const shorten = (href: string): string => (href.length > 60 ? `${href.slice(0, 57)}…` : href);
