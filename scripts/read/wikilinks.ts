/**
 * Links and embeds of wikis (`[[Page#Heading|words]]`, `![[map.png]]`) among the files of a manuscript.
 * In: a file's tree, edited in place. Out: links and pictures in their place; brackets that name no file are the text that they were.
 */
import type { Image, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { isPictureFile, stemOf } from '../book/file-names.ts';
import type { FindFile } from '../book/find-file.ts';
import type { Wikilink } from '../book/markdown-nodes.ts';
import { walk } from '../book/walk.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';

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
  const path = target === '' ? from : find(target, from);
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
  const alt = (size === undefined && said) || stemOf(path);
  const url = addressOf(path, from);
  return { type: 'image', url, alt, title: null, ...(width && { data: { hProperties: { width: Number(width) } } }) };
}

/** The address of one file from another, both in the manuscript. */
function addressOf(path: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + path.split('/').map(encodeURIComponent).join('/');
}
