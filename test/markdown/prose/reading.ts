/** Texts as blocks in few words, so that a test shows what is typed and what it is taken for. */
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { walk } from '../../../scripts/book/walk.ts';
import { parseGuarded } from '../../../scripts/markdown/guarded-parse.ts';
import { createParser } from '../../../scripts/markdown/parse.ts';
import type { Guess } from '../../../scripts/markdown/prose/prose-lines.ts';
import { readProse } from '../../../scripts/markdown/prose/read-prose.ts';
import { newQuota } from '../../../scripts/markdown/quota.ts';

const parse = createParser({ autolinks: false, plugins: [] });

export interface Shape {
  readonly tree: Root;
  readonly guesses: readonly Guess[];
}

/** Reads a text as a manuscript's is read. */
export async function shapeOf(text: string, speaks = false): Promise<Shape> {
  const prose = readProse(text, { speaks });
  const how = { path: 'a.md', parse, autolinks: false, hasPlugins: false, quota: newQuota(), prose };
  const { value, problems } = await parseGuarded(text, how);
  if (problems.length > 0) throw new Error(problems.map(({ reason }) => reason).join('\n'));
  return { tree: value, guesses: prose.guesses };
}

/** A block in a word, with its text: `p She left.`, `break`, `verse One / Two`, `list One; Two`. */
export function tell(node: Nodes): string {
  switch (node.type) {
    case 'thematicBreak':
      return 'break';
    case 'paragraph':
      return `p ${wordsOf(node)}`;
    case 'heading':
      return `h${node.depth} ${textOf(node)}`.trim();
    case 'code':
      return `code ${node.value.replace(/\r?\n/g, ' / ')}`;
    case 'list':
      return `${node.ordered ? `list ${node.start}` : 'list'} ${node.children.map((item) => item.children.map(tell).join(', ')).join('; ')}`;
    case 'containerDirective':
      return `${node.name} ${node.children.map((child) => wordsOf(child)).join(' // ')}`;
    default:
      return 'children' in node ? `${node.type} ${node.children.map(tell).join(', ')}` : node.type;
  }
}

const wordsOf = (node: Nodes): string => textOf(node).replace(/\r?\n/g, ' / ');

/** What a text is read as, block by block. */
export const blocksOf = ({ tree }: Shape): readonly string[] => tree.children.map(tell);

/** The blocks that the first node of a type holds, without the first `skip`. */
export function blocksIn({ tree }: Shape, type: Nodes['type'], skip = 0): readonly string[] {
  let found: readonly string[] | undefined;
  walk<Nodes>(tree, (node) => {
    if (node.type === type && 'children' in node) found ??= node.children.slice(skip).map(tell);
  });
  return found ?? [];
}
