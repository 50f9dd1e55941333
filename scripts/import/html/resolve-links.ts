/**
 * Links inside a source, and the places they lead to. In: pages, then the sections they became. Out: sections whose
 * links say file and id. A place keeps its id only where something leads to it; a heading has a name already.
 */
import type { Element } from 'hast';
import type { Html, Link, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { slugs } from '../../book/slugs.ts';
import { attributeOf } from '../../html/hast-nodes.ts';
import { blockWords } from './block-words.ts';
import type { PageAt, PageNotes } from './find-notes.ts';
import { mergeInline } from './merge-inline.ts';
import { findElements, idOf } from './parse-page.ts';

declare module 'mdast' {
  interface HtmlData {
    /** The address, in the source, of the place that this marks. */
    address?: string;
  }
}

/** The addresses that links of these pages lead to, other than notes and back from them. */
export function linkTargets(
  pages: readonly PageAt[],
  resolve: (href: string, from: string) => string | undefined,
  { noteOf, isBacklink }: PageNotes,
  skips: (element: Element) => boolean,
): ReadonlySet<string> {
  const there = new Set<string>();
  for (const { path, body } of pages)
    for (const element of findElements(body, (each) => idOf(each) !== undefined)) there.add(`${path}#${idOf(element)}`);
  const targetOf = (link: Element, path: string): string | undefined => {
    const href = link.tagName === 'a' ? attributeOf(link, 'href') : undefined;
    const address = href === undefined ? undefined : resolve(href, path);
    const leads = address !== undefined && there.has(address) && noteOf(link) === undefined && !isBacklink(link);
    return leads ? address : undefined;
  };
  const targets = new Set<string>();
  for (const { path, body } of pages) {
    const wanted = new Set(
      findElements(body, ({ tagName }) => tagName === 'a').flatMap((link) => targetOf(link, path) ?? []),
    );
    const visit = (each: Element): void => {
      if (wanted.size === 0 || skips(each)) return;
      const address = targetOf(each, path);
      if (address !== undefined && wanted.delete(address)) targets.add(address);
      for (const child of each.children) if (child.type === 'element') visit(child);
    };
    visit(body);
  }
  return targets;
}

/** A mark at the place of an address, until `resolveLinks` knows its section. */
export const anchorAt = (address: string): Html => ({ type: 'html', value: '', data: { address } });

/** Whether a node is such a mark. */
export const isAnchor = (node: Nodes): node is Html => node.type === 'html' && node.data?.address !== undefined;

const isPageMark = (node: Nodes): boolean =>
  node.type === 'textDirective' && node.attributes?.['class'] === 'pagebreak';

/** Whether a paragraph is marks alone, of addresses or of printed pages. */
export const isAnchorsAlone = (block: RootContent): boolean =>
  block.type === 'paragraph' &&
  block.children.every(
    (each) => isAnchor(each) || isPageMark(each) || (each.type === 'text' && each.value.trim() === ''),
  );

/** Blocks with marks at the start of their first line of text; without one the marks are lost, and links keep their words. */
export function anchored(blocks: readonly RootContent[], anchors: readonly PhrasingContent[]): readonly RootContent[] {
  const [first, ...rest] = blocks;
  if (!first || anchors.length === 0) return blocks;
  switch (first.type) {
    case 'paragraph':
    case 'heading':
      return [{ ...first, children: [...anchors, ...first.children] }, ...rest];
    case 'blockquote':
    case 'listItem':
    case 'list':
      return [{ ...first, children: anchored(first.children, anchors) as never }, ...rest];
    default:
      return blocks;
  }
}

export interface Placed {
  readonly stem: string;
  readonly blocks: readonly RootContent[];
}

/** The sections’ blocks, links between them settled. `fileOf` knows the file that a page of the source went to. */
export function resolveLinks(
  sections: readonly Placed[],
  fileOf: (path: string) => string | undefined,
): readonly (readonly RootContent[])[] {
  const places = new Map<string, { readonly stem: string; readonly id: string }>();
  const marked = sections.map(({ stem, blocks }) => {
    const slug = slugs();
    const taken = new Set<string>();
    const visit = (node: Nodes, heading?: string): readonly Nodes[] => {
      if (isAnchor(node)) {
        const address = node.data?.address ?? '';
        if (heading !== undefined) places.set(address, { stem, id: heading });
        if (heading !== undefined) return [];
        const id = freeId(address, taken);
        places.set(address, { stem, id });
        return [{ type: 'html', value: `<span id="${id}"></span>` }];
      }
      if (!('children' in node)) return [node];
      const own = node.type === 'heading' ? slug(blockWords(node).trim()).typed : heading;
      return [
        changedIn(
          node,
          node.children.flatMap((child) => visit(child, own)),
        ),
      ];
    };
    return { stem, blocks: blocks.flatMap((block) => visit(block) as readonly RootContent[]) };
  });
  return marked.map(({ stem, blocks }) => {
    const visit = (node: Nodes): readonly Nodes[] => {
      if (!('children' in node)) return [node];
      const visited = node.children.flatMap((child) => visit(child));
      // Words that are a link no more touch those beside them: “1” and “. Said so” are no list.
      const children = visited.some(({ type }) => type === 'text')
        ? mergeInline(visited as PhrasingContent[])
        : visited;
      if (node.type !== 'link' || !node.url.startsWith(inside)) return [changedIn(node, children)];
      const address = node.url.slice(inside.length);
      const place = places.get(address);
      const file = fileOf(address.replace(/#.*$/s, ''));
      const url = place ? `${place.stem === stem ? '' : `${place.stem}.md`}#${place.id}` : file;
      return url === undefined ? children : [{ ...node, url, children } as Link];
    };
    return blocks.flatMap((block) => visit(block) as readonly RootContent[]);
  });
}

/** The node with these children; the very same where they are its own. */
const changedIn = (node: Parents, children: readonly Nodes[]): Nodes =>
  children.length === node.children.length && children.every((child, at) => child === node.children[at])
    ? node
    : ({ ...node, children } as Nodes);

/** What a link to an address of the source says until its section is known. */
export const inside = 'inside:';

function freeId(address: string, taken: Set<string>): string {
  const plain =
    address
      .slice(address.indexOf('#') + 1)
      .replace(/[^\w-]+/g, '-')
      .replace(/^[^A-Za-z]+|(?<!-)-+$/g, '') || 'place';
  let id = plain;
  for (let at = 2; taken.has(id); at++) id = `${plain}-${at}`;
  taken.add(id);
  return id;
}
