/**
 * Decides whether `[p. 12]` marks printed pages. In: the sections of a whole book, edited in place. Out: spans of the class `pagebreak`
 * where there are three such marks at least, and their numbers rise from the first to the last; else the text that was typed.
 */
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { Section } from '../book/book.ts';
import type { PageMark } from '../book/markdown-nodes.ts';
import { romanValue } from '../book/number-words.ts';
import { walk } from '../book/walk.ts';

/** Fewer may be a reference to another book. */
const fewest = 3;

interface Found {
  readonly mark: PageMark;
  readonly parent: Parents;
}

/** Settles the marks of a book’s sections, which come in reading order. What stands in notes stays text. */
export function settlePageMarks(sections: readonly Pick<Section, 'heading' | 'content' | 'notes'>[]): void {
  const found = sections.flatMap(({ heading, content }) => [...(heading ? marksIn(heading) : []), ...marksIn(content)]);
  const inNotes = sections.flatMap(({ notes }) => notes.flatMap(({ definition }) => marksIn(definition)));
  const places = found.map(({ mark }) => placeOf(mark.number));
  const arePages = found.length >= fewest && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
  const replace = ({ mark, parent }: Found, by: PhrasingContent): void => {
    const children = parent.children as Nodes[];
    children.splice(children.indexOf(mark), 1, by);
  };
  for (const each of inNotes) replace(each, each.mark.typed);
  for (const each of found) replace(each, arePages ? spanOf(each.mark) : each.mark.typed);
  const alone = new Set(found.flatMap(({ parent }) => (arePages && isAlone(parent) ? [parent] : [])));
  if (alone.size > 0)
    for (const { content } of sections) {
      joinNeighbours(content, alone);
      walk<Nodes>(content, (node) => {
        if ('children' in node) joinNeighbours(node, alone);
      });
    }
}

function marksIn(root: Parents): readonly Found[] {
  const found: Found[] = [];
  walk<Nodes>(root, (node, parent) => {
    if (node.type === 'pageMark') found.push({ mark: node, parent });
  });
  return found;
}

/** Its place in the order of pages: those in Roman numerals come first. */
function placeOf(number: string): number {
  return /^\d/.test(number) ? 10_000 + Number(number) : romanValue(number.toLowerCase());
}

const spanOf = ({ number, position }: PageMark): PhrasingContent => ({
  type: 'textDirective',
  name: 'span',
  attributes: { class: 'pagebreak', title: number },
  children: [],
  ...(position && { position }),
});

const isMark = (node: Nodes): boolean => node.type === 'textDirective' && node.attributes?.['class'] === 'pagebreak';

/** Whether a paragraph is marks alone. */
const isAlone = (node: Parents): boolean =>
  node.type === 'paragraph' &&
  node.children.every((each) => isMark(each) || (each.type === 'text' && each.value.trim() === ''));

/** Paragraphs of marks alone would be empty ones in print: the marks stand in the next, or in the one before. */
function joinNeighbours(parent: Parents, alone: ReadonlySet<Parents>): void {
  const blocks = parent.children as Nodes[];
  for (let at = blocks.length - 1; at >= 0; at--) {
    const paragraph = blocks[at];
    if (paragraph?.type !== 'paragraph' || !alone.has(paragraph)) continue;
    const [before, next] = [blocks[at - 1], blocks[at + 1]];
    const marks = paragraph.children.filter(isMark);
    if (next?.type === 'paragraph') next.children.unshift(...marks);
    else if (before?.type === 'paragraph') before.children.push(...marks);
    else continue;
    blocks.splice(at, 1);
  }
}
