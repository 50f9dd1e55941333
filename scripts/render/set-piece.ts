/**
 * Sets verse, letters, messages, plays and the other pieces of `book/directives.ts`. In: a container directive. Out: hast that makes sense without a
 * stylesheet: each line is a paragraph, and who speaks is said in bold before what is said.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { type DirectiveName, isDirectiveName, type SetPiece, setPieces } from '../book/directives.ts';
import { classesOf, elementOf } from '../html/hast-nodes.ts';
import { nearest } from '../report/nearest.ts';
import { type Problem, placeOf, problem } from '../report/problem.ts';
import { blockOf, childrenOf, type SectionContext } from './handlers/section-context.ts';
import { type Habit, lineHabits } from './line-habits.ts';
import { lineElement, paragraphOfLines, type ReadLine, readLines, takeIndent } from './piece-lines.ts';
import { isBoldAlone, keepsLines, type Part, partHabits } from './piece-parts.ts';
import { typedLines } from './split-lines.ts';

/** Properties of the element around a piece. */
export function propertiesOf(name: DirectiveName): Properties {
  const { className, epubType, role } = setPieces[name];
  return { ...(className && { className: [...className] }), ...(epubType && { epubType }), ...(role && { role }) };
}

/** Sets one set piece; a directive of an author's plug-in becomes a box of its name. What is odd about its lines is told. */
export function setPiece(state: State, node: ContainerDirective, context: SectionContext): Element {
  const { name, children } = node;
  if (!isDirectiveName(name)) return elementOf('div', {}, childrenOf(state, node));
  const { element, lines, parts, isProse, titles } = setPieces[name];
  if (isProse) return elementOf(element, propertiesOf(name), childrenOf(state, node));
  if (!plainPieces.has(name)) context.forms.add('pieces');
  const habit: Habit = lines ? lineHabits[lines]() : { rules: [] };
  const rows = children.flatMap((block) => rowOf(block, habit, titles));
  if (habit.wantsSpeaker !== undefined)
    context.problems.push(...speakerProblems(node, rows, habit.wantsSpeaker, context.section.path));
  const elementFor = lineSetter(state, habit, mineAmong(node, rows, name === 'texts'));
  const others = rows.filter(({ lines }) => lines.length === 0).map(({ block }) => block);
  const found = parts ? partHabits[parts](others) : undefined;
  let at = 0;
  const made = rows.map((row) => {
    if (row.lines.length > 0) return row.lines.map(elementFor);
    const part = found?.get(at++);
    return partOf(state, row.block, row.isTitle ? 'piece-title' : part, habit);
  });
  return elementOf(element, propertiesOf(name), grouped(made, habit));
}

/** Pieces that the core sheet has the rules of. */
const plainPieces: ReadonlySet<string> = new Set(['verse', 'letter', 'epigraph']);

interface Row {
  readonly block: RootContent;
  /** Of a paragraph whose lines are read; of others, none. */
  readonly lines: readonly ReadLine[];
  readonly isTitle: boolean;
}

/** A block with its lines; the items of a list of one paragraph each are lines, where those are items. */
function rowOf(block: RootContent, habit: Habit, titles: SetPiece['titles']): readonly Row[] {
  if (
    block.type === 'list' &&
    habit.group?.tagName === 'ul' &&
    block.children.every(({ children }) => children.length === 1)
  )
    return block.children.flatMap(({ children: [only] }) => (only ? rowOf(only, habit, titles) : []));
  const isMarked = block.type === 'heading' || block.data?.isLabel;
  const isTitle = titles !== undefined && (isMarked || (titles === 'headings or bold' && isBoldAlone(block)));
  if (block.type !== 'paragraph' || isTitle) return [{ block, lines: [], isTitle }];
  const lines = readLines(block, habit);
  const isRead = ({ className }: ReadLine) => className !== undefined;
  if (!lines.some(isRead)) return [{ block, lines: [], isTitle }];
  return runsOf(lines, isRead).map((run) =>
    run.some(isRead) ? { block, lines: run, isTitle } : { block: paragraphOfLines(block, run), lines: [], isTitle },
  );
}

/** Runs of items that are alike. */
function runsOf<Item>(items: readonly Item[], isOne: (item: Item) => boolean): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (before === undefined || isOne(before) !== isOne(item)) runs.push([]);
    runs.at(-1)?.push(item);
  }
  return runs;
}

const sendersOf = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.flatMap(({ lines }) => lines.flatMap(({ speaker }) => speaker ?? []))),
];

/** Whose messages stand on the other side: who is named, or the second of two where it is a telephone. */
function mineAmong({ attributes }: ContainerDirective, rows: readonly Row[], isTaken: boolean): string | undefined {
  const senders = sendersOf(rows);
  return attributes?.['me'] ?? (isTaken && senders.length === 2 ? senders[1] : undefined);
}

/** The typesetter has set the marks of a name in the text, and not those of the name in braces. */
function isSame(left: string, right: string): boolean {
  const letters = (name: string) => name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return letters(left) === letters(right);
}

/** Nobody who speaks, a `me` who says nothing, a first message that is nobody's. */
function speakerProblems(
  node: ContainerDirective,
  rows: readonly Row[],
  hint: string,
  path: string,
): readonly Problem[] {
  const { name, position } = node;
  const tell = (reason: string, way: string, place = position && { start: position.start, end: position.start }) => [
    problem('set-piece-lines', placeOf(path, { position: place }), reason, way),
  ];
  const [first, ...others] = rows.flatMap(({ lines }) => lines).filter(({ className }) => className !== 'chat-notice');
  if (!first) return [];
  const senders = sendersOf(rows);
  if (senders.length === 0)
    return tell(`No line of “:::${name}” says who speaks; the book has them as nobody’s.`, hint);
  const me = node.attributes?.['me'];
  if (me && !senders.some((sender) => isSame(sender, me))) {
    const guess = nearest(me, senders);
    return tell(
      `Nobody in “:::${name}” is called “${me}”; the book has no message on the other side.`,
      guess === undefined
        ? `Take one of the names in it: ${senders.slice(0, 5).join(', ')}.`
        : `Did you mean “${guess}”?`,
    );
  }
  if (first.className !== 'message' || first.speaker !== undefined || others.length === 0) return [];
  return tell(`The first message of “:::${name}” has no name; the book has it as nobody’s.`, hint, first.position);
}

/** Makes an element of each line, in order: a message without a name is whose the last was. */
function lineSetter(state: State, { group }: Habit, mine: string | undefined): (line: ReadLine) => Element {
  let sender: string | undefined;
  const classesFor = ({ className = '', speaker, steps }: ReadLine): readonly string[] => {
    if (className === 'chat-notice') sender = undefined;
    if (className === 'message') sender = speaker ?? sender;
    const isMine = sender !== undefined && mine !== undefined && isSame(sender, mine);
    if (className === 'message') return [className, isMine ? 'mine' : 'theirs'];
    if (className === 'receipt') return isMine ? [className, 'receipt-mine'] : [className];
    return className === 'line' && steps > 0 ? [className, `indent-${steps}`] : [className];
  };
  const isItem = ({ className = '' }: ReadLine) => group?.tagName === 'ul' && group.of.includes(className);
  return (line) => lineElement(state, line, isItem(line) ? 'li' : 'p', classesFor(line));
}

/** A block that is no lines: a title, a part by its place, or what it is anywhere. */
function partOf(state: State, block: RootContent, part: Part | undefined, habit: Habit): readonly ElementContent[] {
  const isHeading = block.type === 'heading' && part === 'piece-title';
  const paragraph: RootContent = isHeading
    ? { type: 'paragraph', children: [{ type: 'strong', children: block.children }], position: block.position }
    : block;
  if (paragraph.type !== 'paragraph') return blockOf(state, block);
  const isInLines = habit.keepsLines || (part !== undefined && keepsLines.has(part));
  const made = blockOf(state, isInLines ? inLines(paragraph) : paragraph);
  const [only] = made;
  if (part !== undefined && only?.type === 'element') only.properties['className'] = [part];
  return made;
}

/** Addresses, signatures and signs keep the lines that they were typed in. */
function inLines(paragraph: Paragraph): Paragraph {
  const lines = typedLines(paragraph).map(({ content }) => takeIndent(content).content);
  const children = lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'break' } as const, ...line]));
  return { ...paragraph, children };
}

/** Lines that belong together, in the element that holds them. */
function grouped(rows: readonly (readonly ElementContent[])[], { group }: Habit): ElementContent[] {
  if (!group) return rows.flat();
  const made: ElementContent[] = [];
  let open: Element | undefined;
  for (const row of rows) {
    if (!group.acrossParagraphs) open = undefined;
    for (const node of row) {
      const [className = ''] = node.type === 'element' ? classesOf(node) : [];
      if (!group.of.includes(className)) open = undefined;
      if (open) open.children.push(node);
      else if (group.of.includes(className)) {
        open = elementOf(group.tagName, { className: [group.className] }, [node]);
        made.push(open);
      } else made.push(node);
    }
  }
  return made;
}
