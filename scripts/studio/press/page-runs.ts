/**
 * The words of a page by where its author typed them. In: a page’s nodes, and the text of the author’s file. Out: runs of text with
 * their places in both, and the elements around them.
 */
import type { ElementContent } from 'hast';
import { lineStarts, offsetAt } from '../../book/text-lines.ts';
import type { Point } from '../../report/problem.ts';
import { type Aligned, alignLetters } from './letters.ts';
import type { BodyPlace } from './page-body.ts';

/** Some text of a page, in one element. */
interface Piece {
  readonly element: PageElement;
  /** In the text content of the page. */
  readonly at: number;
  readonly value: string;
}

/** Words that were typed in one go: a text node, or the parts that it was printed in. */
export interface Run {
  /** Offsets in the author’s text. */
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
  /** Its letters beside those that were typed; undefined where they are not the same words. */
  readonly aligned: () => Aligned | undefined;
}

export interface PageElement {
  /** Undefined of the wrapper. */
  readonly parent: PageElement | undefined;
  readonly children: PageElement[];
  /** In the text content of the page. */
  readonly at: number;
  end: number;
  /** Where it was typed. */
  readonly position: { readonly start: Point; readonly end: Point } | undefined;
}

export interface PageRuns {
  readonly runs: readonly Run[];
  readonly wrapper: PageElement;
}

/** Less of a text’s letters than this is no sign that it is the same text. */
const leastShare = 0.6;

interface Placed {
  readonly piece: Piece;
  readonly start: Point;
  readonly end: Point;
}

/** The runs and elements of a page; positions are taken as those of the author’s text. */
export function runsOf(content: readonly ElementContent[], source: string): PageRuns {
  const starts = lineStarts(source);
  const texts: Placed[] = [];
  let chars = 0;
  const visit = (nodes: readonly ElementContent[], element: PageElement): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const { value, position } = node;
        if (position && element.parent) texts.push({ piece: { element, at: chars, value }, ...position });
        chars += value.length;
      } else if (node.type === 'element') {
        const own = { parent: element, children: [], at: chars, end: chars, position: node.position };
        element.children.push(own);
        visit(node.children, own);
        own.end = chars;
      }
    }
  };
  const wrapper = { parent: undefined, children: [], at: 0, end: 0, position: undefined };
  visit(content, wrapper);
  return { wrapper, runs: groupsOf(texts).map((group) => runOf(group, source, starts)) };
}

/** The indexes of an element from the body on. */
export function pathOf(element: PageElement, { wrapper, before }: BodyPlace): readonly number[] {
  const path: number[] = [];
  for (let at = element; at.parent; at = at.parent)
    path.unshift(at.parent.children.indexOf(at) + (at.parent.parent ? 0 : before));
  return [...wrapper, ...path];
}

/** The element at some indexes from the body on; undefined where it is none of the content. */
export function elementAt(root: PageElement, path: readonly number[], { wrapper, before }: BodyPlace) {
  if (path.length <= wrapper.length || wrapper.some((index, at) => path[at] !== index)) return undefined;
  const [first = 0, ...inside] = path.slice(wrapper.length);
  let element = root.children[first - before];
  for (const index of inside) element = element?.children[index];
  return element;
}

/** Texts of the same place; of an imported text those of the same lines, since its columns are not the author’s. */
function groupsOf(texts: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  let last: Placed | undefined;
  for (const each of texts) {
    const isSame =
      last &&
      (each.start.offset === undefined
        ? each.start.line <= last.end.line && each.start.line >= last.start.line
        : isSamePoint(each.start, last.start) && isSamePoint(each.end, last.end));
    if (isSame) groups.at(-1)?.push(each);
    else groups.push([each]);
    last = each;
  }
  return groups;
}

const isSamePoint = (one: Point, other: Point): boolean => one.line === other.line && one.column === other.column;

function runOf(group: readonly Placed[], source: string, starts: readonly number[]): Run {
  const [first] = group;
  const pieces = group.map(({ piece }) => piece);
  const hasColumns = first?.start.offset !== undefined;
  const lastLine = group.reduce((line, { end }) => Math.max(line, end.line), 0);
  const from = first ? (hasColumns ? offsetAt(starts, first.start) : (starts[first.start.line - 1] ?? 0)) : 0;
  const to = first && hasColumns ? offsetAt(starts, first.end) : (starts[lastLine] ?? source.length + 1) - 1;
  let made: Aligned | undefined;
  const aligned = () => {
    made ??= alignLetters(source.slice(from, to), pieces.map(({ value }) => value).join(''));
    return made.share < leastShare ? undefined : made;
  };
  return { from, to, pieces, aligned };
}
