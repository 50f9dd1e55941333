/** A remark plug-in: links to the two README lead to what they are called here; of links to files that are no pages the words stay. */
import type { Nodes } from 'mdast';
import type { RemarkPlugin } from '../../api/options.ts';

const isElsewhere = /^(?:[a-z]+:|#)/;

/** The plug-in for these pages, given by their paths. */
export function linksToPages(paths: readonly string[]): RemarkPlugin {
  const names = new Set(paths.map(fileName));
  const unlink = (node: Nodes): void => {
    if (!('children' in node)) return;
    for (const child of node.children) unlink(child);
    if (node.type === 'link')
      node.url = node.url
        .replace(/^\.\.\/README\.md/, '../fleuron.md')
        .replace(/^((?:docs\/)?)README\.md/, '$1contents.md');
    if (node.type !== 'paragraph' && node.type !== 'tableCell' && node.type !== 'emphasis') return;
    node.children = node.children.flatMap((child) =>
      child.type !== 'link' || isElsewhere.test(child.url) || names.has(fileName(child.url)) ? [child] : child.children,
    );
  };
  return () => unlink;
}

const fileName = (address: string): string => address.replace(/#.*/, '').replace(/^.*\//, '');
