/**
 * Reads, in a tree of Markdown, what other tools' Markdown has and mdast does not. It stands after the parser, so that one reading of
 * brackets, quotations and code serves all; positions are those of the source.
 * In: the tree of a whole file, and its text. Out: the tree, changed; hints for what is left out of the book.
 */
import type { FootnoteDefinition, Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import { walk } from '../../book/walk.ts';
import { type Problem, placeOf, problem } from '../../report/problem.ts';
import { tellUnknown } from './apply-attributes.ts';
import { mayHoldRuns, readBlockRuns } from './block-runs.ts';
import { mayHoldBlocks, readBlocks } from './blocks.ts';
import { mayHoldBrackets, readBrackets } from './brackets.ts';
import { textSlicer } from './slice-text.ts';

/** What holds blocks, and no words by itself. */
export const ofBlocks: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'containerDirective',
  'definitionDescription',
  'definitionList',
  'blockCell',
  'table',
  'tableRow',
]);

/** The line at which a div begins. */
const openingOf = ({ position }: Nodes): Position | undefined =>
  position && { start: position.start, end: position.start };

/** Reads a tree; `source` is what it was parsed from, `path` what hints call it. */
export function extendTree(tree: Root, source: string, path: string): readonly Problem[] {
  const hasBlocks = mayHoldBlocks(source);
  const hasBrackets = mayHoldBrackets(source);
  const hasRuns = mayHoldRuns(source);
  if (!hasBlocks && !hasBrackets && !hasRuns) return [];
  const problems: Problem[] = [];
  const leaveOut = (what: string, position: Position | undefined): void => {
    problems.push(problem('markdown-left-out', placeOf(path, { position }), `Left out: ${what}.`));
  };
  const notes: FootnoteDefinition[] = [];
  const context = {
    slicer: textSlicer(source),
    // A label that is typed holds no space.
    addNote: (definition: Omit<FootnoteDefinition, 'identifier'>): string => {
      const identifier = `inline note ${notes.length + 1}`;
      notes.push({ ...definition, identifier });
      return identifier;
    },
    onUnknown: (name: string, at: Position | undefined) => leaveOut(`what “{${name}=…}” asks for; its words stay`, at),
    onLeftOut: leaveOut,
  };
  const read = (node: Nodes): void => {
    if (!('children' in node)) return;
    if (node.type === 'containerDirective')
      tellUnknown(node.type, Object.keys(node.attributes ?? {}), (name) => context.onUnknown(name, openingOf(node)));
    if (hasRuns && ofBlocks.has(node.type)) readBlockRuns(node as Parents, context);
    if (hasBlocks && ofBlocks.has(node.type)) readBlocks(node as Parents, context);
    if (hasBrackets && !ofBlocks.has(node.type)) readBrackets(node as Parents, context);
  };
  read(tree);
  walk<Nodes>(tree, read);
  tree.children.push(...notes);
  return problems;
}
