/**
 * Links names to what a glossary or a list of characters says of them. In: sections, and the paths of lists whose names are linked. Out:
 * sections in which the first mention of a name, and the first after there is more to tell, leads to a note at the end of its chapter: what
 * the list says as far as that chapter.
 */
import type { FootnoteDefinition, Link, Nodes, PhrasingContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { allSections, mapSections, type Note, type Section } from '../book/book.ts';
import { chapterNumber } from '../book/chapter-numbers.ts';
import { numberOfWord } from '../book/number-words.ts';
import { isNarrative } from '../book/sections.ts';
import { textSlicer } from '../markdown/extend/slice-text.ts';
import { type Outcome, type Problem, placeOf, problem } from '../report/problem.ts';
import { type ListEntry, takeEntries } from './list-entries.ts';

/** An entry, and how much of it has been told. */
interface Telling {
  readonly entry: ListEntry;
  readonly path: string;
  /** From which of the narrative sections on each part may be told. */
  readonly starts: readonly number[];
  told: number;
}

/** Links names, in place; `texts` are the files' by path. A part that no mention leads to is the problem `entry-not-told`. */
export function linkNames(
  sections: readonly Section[],
  lists: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
): Outcome<readonly Section[]> {
  const all = [...allSections(sections)];
  const chapters = all.filter(({ kind, lang }) => isNarrative(kind) && lang === undefined);
  const startOf = chapterStarts(chapters);
  const tellings = all
    .filter(({ path, kind }) => lists.has(path) && !isNarrative(kind))
    .flatMap(({ path, content }) =>
      takeEntries(content.children).map(
        (entry): Telling => ({
          entry,
          path,
          starts: entry.parts.map(({ from }) => (from === undefined ? 0 : startOf(from))),
          told: 0,
        }),
      ),
    );
  const names = indexNames(tellings);
  const notes = new Map<string, readonly Note[]>();
  for (const [at, section] of chapters.entries()) {
    const isOpen = tellings.some((each) => countAt(each, at) > each.told);
    if (isOpen) notes.set(section.id, linkSection(section, at, names, texts.get(section.path) ?? ''));
  }
  const value = mapSections(sections, (each) => ({ ...each, notes: [...each.notes, ...(notes.get(each.id) ?? [])] }));
  return { value, problems: tellings.flatMap(notTold) };
}

/** How many parts of an entry may be told in a chapter. */
const countAt = ({ starts }: Telling, at: number): number => starts.filter((start) => start <= at).length;

/** Finds a chapter by its number: that of its heading, or how many chapters there are up to it. */
function chapterStarts(chapters: readonly Section[]): (number: number) => number {
  const byHeading = new Map<number, number>();
  const counted: number[] = [];
  for (const [at, { kind, heading }] of chapters.entries()) {
    if (kind !== 'chapter') continue;
    counted.push(at);
    const words =
      chapterNumber(heading ? textOf(heading) : '', true)
        ?.number.toLowerCase()
        .split(/\s+/) ?? [];
    const number = numberOfWord(words.slice(1).join('-')) ?? numberOfWord(words.join('-'));
    if (number !== undefined && !byHeading.has(number)) byHeading.set(number, at);
  }
  return (number) => byHeading.get(number) ?? counted[number - 1] ?? Number.POSITIVE_INFINITY;
}

/** A name that may stand in the text, and whose it is. */
interface Name {
  readonly words: string;
  readonly telling: Telling;
}

/** Names by their first word, the longest first; one that is typed small may begin a sentence. */
function indexNames(tellings: readonly Telling[]): ReadonlyMap<string, readonly Name[]> {
  const index = new Map<string, Name[]>();
  for (const telling of tellings)
    for (const typed of telling.entry.names) {
      const words = inOneForm(typed);
      for (const form of new Set([words, words.slice(0, 1).toUpperCase() + words.slice(1)])) {
        const first = /[\p{L}\p{M}\p{N}]+/u.exec(form);
        if (!first) continue;
        const known = index.get(first[0]) ?? [];
        known.push({ words: form.slice(first.index), telling });
        index.set(first[0], known);
      }
    }
  for (const known of index.values()) known.sort((one, other) => other.words.length - one.words.length);
  return index;
}

/** Apostrophes and spaces in one form; as many characters as before. */
const inOneForm = (words: string): string => words.replace(/['ʼ]/g, '’').replace(/[\s\u00A0\u202F]/g, ' ');

/** How a chapter opens is the theme’s: its first letters are set in their own way, and hold no links. */
const openingLength = 120;

/** Whether a name stands at a place of a text, and no part of a longer word. */
const isNameAt = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) && !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2));

function linkSection(
  section: Section,
  at: number,
  names: ReadonlyMap<string, readonly Name[]>,
  source: string,
): readonly Note[] {
  const notes: Note[] = [];
  const { slice } = textSlicer(source);
  let passed = 0;
  const linked = (text: Text): (Text | Link)[] => {
    const value = inOneForm(text.value);
    const made: (Text | Link)[] = [];
    let from = 0;
    let read = 0;
    for (const { 0: word, index } of value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (index < read) continue; // inside of a longer name
      const found = names.get(word)?.find(({ words }) => isNameAt(value, index, words));
      if (!found) continue;
      const { words, telling } = found;
      read = index + words.length;
      if (countAt(telling, at) <= telling.told || passed + index < openingLength) continue;
      telling.told = countAt(telling, at);
      const number = notes.length + 1;
      notes.push(noteOf(section.id, telling, at, number));
      if (index > from) made.push(slice(text, from, index));
      made.push(linkTo(section.id, number, slice(text, index, read)));
      from = read;
    }
    passed += value.length;
    if (from < text.value.length) made.push(slice(text, from, text.value.length));
    return made;
  };
  const look = (node: Nodes): void => {
    if (!('children' in node) || !searched.has(node.type)) return;
    if (node.children.some((child) => child.type === 'html')) return; // it may open a link
    const children: Nodes[] = [];
    for (const child of node.children) {
      if (child.type === 'text') children.push(...linked(child));
      else {
        look(child);
        children.push(child);
      }
    }
    node.children = children as PhrasingContent[];
  };
  look(section.content);
  return notes;
}

/** Where names are looked for: not in headings, links, notes, code and set pieces. */
const searched: ReadonlySet<string> = new Set(
  'root paragraph list listItem emphasis strong delete highlight'.split(' '),
);

const linkTo = (section: string, number: number, name: Text): Link => ({
  type: 'link',
  url: `#${section}-term-${number}`,
  data: {
    hProperties: {
      id: `${section}-mention-${number}`,
      className: ['mention'],
      epubType: 'glossref',
      role: 'doc-glossref',
    },
  },
  children: [name],
  ...(name.position && { position: name.position }),
});

/** What is said of a name as far as a chapter, after the name, which leads back. */
function noteOf(
  section: string,
  { entry: { parts, term, position }, starts }: Telling,
  at: number,
  number: number,
): Note {
  const blocks = parts.flatMap((part, each) => ((starts[each] ?? 0) <= at ? part.blocks : []));
  const [first, ...rest] = structuredClone(blocks) as FootnoteDefinition['children'];
  const back: Link = {
    type: 'link',
    url: `#${section}-mention-${number}`,
    data: { hProperties: { className: ['backlink'], role: 'doc-backlink' } },
    children: [{ type: 'text', value: term }],
  };
  const opening =
    first?.type === 'paragraph'
      ? [{ ...first, children: [back, { type: 'text' as const, value: ' ' }, ...first.children] }]
      : [{ type: 'paragraph' as const, children: [back] }, ...(first ? [first] : [])];
  const identifier = ` term ${number}`; // no label of an author's begins with a space
  const children = [...opening, ...rest];
  const definition: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier,
    children,
    ...(position && { position }),
  };
  return { identifier, number, definition, isOfName: true };
}

function notTold({ entry: { term, parts, position }, path, starts, told }: Telling): readonly Problem[] {
  const isWaiting = (start = 0): boolean => starts.filter((each) => each <= start).length > told;
  const from = parts.find((part, at) => part.from !== undefined && isWaiting(starts[at]))?.from;
  if (from === undefined) return [];
  const reason = `The text never has “${term}” from chapter ${from} on, so what the list tells from there is not in the book.`;
  return [
    problem(
      'entry-not-told',
      placeOf(path, { position }),
      reason,
      'Compare the name with the chapters, and the number with the book’s.',
    ),
  ];
}
