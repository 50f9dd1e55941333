/**
 * Links and embeds of wikis (`[[Page#Heading|words]]`, `![[map.png]]`) among the files of a manuscript.
 * In: a file's tree, edited in place. Out: links and pictures in their place; brackets that name no file are the text that they were.
 */
import type { Image, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { isPictureFile } from '../book/file-names.ts';
import type { Manuscript } from '../book/manuscript.ts';
import type { Wikilink } from '../book/markdown-nodes.ts';
import { walk } from '../book/walk.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';

/** Finds a file by what a link calls it; undefined where there is none. */
export type FindFile = (name: string) => string | undefined;

/** Finds the files of a manuscript by path, or by name wherever they lie, the shortest path first. */
export function fileFinder({ files, pictures }: Pick<Manuscript, 'files' | 'pictures'>): FindFile {
  let byName: Map<string, string> | undefined;
  const index = (): Map<string, string> => {
    const made = new Map<string, string>();
    const paths = [...files.map((file) => file.origin?.path ?? file.path), ...pictures];
    for (const path of paths.sort((a, b) => a.split('/').length - b.split('/').length)) {
      const plain = path.toLowerCase();
      const name = plain.split('/').at(-1) ?? '';
      for (const each of [plain, name, plain.replace(/\.[^./]*$/, ''), name.replace(/\.[^.]*$/, '')])
        if (!made.has(each)) made.set(each, path);
    }
    return made;
  };
  return (name) => {
    byName ??= index();
    return byName.get(name.replace(/^\.?\//, '').toLowerCase());
  };
}

/** Resolves the links of one file, which lies at `path`. */
export function resolveWikilinks(tree: Root, path: string, find: FindFile): readonly Problem[] {
  const found: { readonly node: Wikilink; readonly parent: Parents }[] = [];
  walk<Nodes>(tree, (node, parent) => {
    if (node.type === 'wikilink') found.push({ node, parent });
  });
  const lost = found.filter(({ node, parent }) => {
    const { made, isLost } = resolved(node, path, find);
    const children = parent.children as Nodes[];
    children.splice(children.indexOf(node), 1, made);
    return isLost;
  });
  return lost.map(({ node }) =>
    problem(
      'link-broken',
      placeOf(path, node),
      `“${node.typed.slice(0, 80)}” leads to nothing in the book, which has its words without a link.`,
      'Name a file of the manuscript, without its ending.',
    ),
  );
}

interface Resolved {
  readonly made: PhrasingContent;
  /** Whether it is a link, and leads to no file. */
  readonly isLost?: boolean;
}

function resolved(
  { isEmbed, target, heading, words, typed, position }: Wikilink,
  from: string,
  find: FindFile,
): Resolved {
  const place = position && { position };
  const path = target === '' ? from : find(target);
  const said = words?.trim();
  if (isEmbed && isPictureFile(path ?? target)) return { made: { ...pictureOf(path ?? target, from, said), ...place } };
  if (path === undefined) {
    // Without words of its own, what stands in brackets may be a thought, or a letter's address.
    if (said === undefined && !isEmbed) return { made: { type: 'text', value: typed, ...place } };
    return { made: { type: 'text', value: said ?? target, ...place }, isLost: true };
  }
  const url = addressOf(path, from);
  const fragment =
    heading === '' || heading.startsWith('^') ? '' : `#${encodeURIComponent(heading.split('#').at(-1) ?? '')}`;
  const value = said || (heading === '' ? target : [target, heading].filter(Boolean).join(' › '));
  return {
    made: { type: 'link', url: `${url}${fragment}`, title: null, children: [{ type: 'text', value }], ...place },
  };
}

function pictureOf(path: string, from: string, said: string | undefined): Image {
  const [size, width] = /^(\d{1,5})(?:x\d{1,5})?$/.exec(said ?? '') ?? [];
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const alt = (size === undefined && said) || stem;
  const url = addressOf(path, from);
  return { type: 'image', url, alt, title: null, ...(width && { data: { hProperties: { width: Number(width) } } }) };
}

/** The address of one file from another, both in the manuscript. */
function addressOf(path: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + path.split('/').map(encodeURIComponent).join('/');
}
