/**
 * Notes of a plain text: “[3]” where a paragraph below begins with “[3]” or “[Footnote 3:”, the same with “[A]”, “{3}” and “(3)”, and
 * “[3 - The note.]” in the line itself. In: paragraphs.
 * Out: the paragraphs with a mark at each reference, and the words of each note; `withNotes` makes Markdown's own of them once the text is printed.
 */
import type { Paragraph } from './split-paragraphs.ts';

export interface NotedText {
  readonly paragraphs: readonly Paragraph[];
  /** The words of each note, by its number in the book. */
  readonly notes: ReadonlyMap<number, Paragraph>;
  /** Numbers as they were typed: the book prints its own. */
  readonly labels: readonly string[];
}

const [opens, closes] = ['\uE000', '\uE001']; // no text has them: they are for private use
const inline = /\s?\[(\d{1,4})\s[-–—]\s([^\][]{2,2000})\]/g;

/** How a number is marked as that of a note. */
const forms = [
  {
    definition:
      /^\[(?:(?:Footnote|Note|Fußnote|Voetnoot|Note de bas de page|Nota)\s+)?(\d{1,4}|[A-Z]{1,2}|[*†‡])(?:\]|:)\s*(?=\S)/,
    reference: /\[(\d{1,4}|[A-Z]{1,2}|[*†‡])\]/g,
  },
  { definition: /^\{(\d{1,4})\}\s*(?=\S)/, reference: /\{(\d{1,4})\}/g },
  // So items of a list are numbered, too, which nothing refers to.
  { definition: /^\((\d{1,4})\)\s*(?=\S)/, reference: /\((\d{1,4})\)/g, isEach: true },
];
type Form = (typeof forms)[number];

const notesHeading =
  /^\P{L}*(?:(?:foot|end)?notes?|fu(?:ß|ss)noten?|anmerkungen|noten|voetnoten|aantee?keningen|notas|viitteet|przypisy|примечания|noter|fotnoter|notoj)\P{L}*$/iu;

/** Finds them; where fewer than two notes have their reference, the text stays as it is. */
export function numberedNotes(paragraphs: readonly Paragraph[]): NotedText {
  return (
    forms.map((form) => notesIn(paragraphs, form)).find(({ notes }) => notes.size > 0) ?? {
      paragraphs,
      notes: new Map(),
      labels: [],
    }
  );
}

function notesIn(paragraphs: readonly Paragraph[], { definition, reference, isEach = false }: Form): NotedText {
  const notes = new Map<number, Paragraph>();
  const labels: string[] = [];
  const waiting = new Map<string, Reference[]>();
  const marks = new Map<Paragraph, Reference[]>();
  const taken = new Set<Paragraph>();
  const add = <Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void => {
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  };
  const note = (at: Paragraph, lines: readonly string[]): number => {
    notes.set(notes.size + 1, { ...at, lines, verse: false, setOff: false });
    return notes.size;
  };
  let unknown = 0;
  for (const paragraph of paragraphs) {
    const [first = ''] = paragraph.lines;
    const defined = definition.exec(first);
    if (defined && !waiting.get(defined[1] ?? '')?.length) unknown++;
    const last = defined ? waiting.get(defined[1] ?? '')?.shift() : undefined;
    if (defined && last) {
      const lines = [first.slice(defined[0].length), ...paragraph.lines.slice(1)];
      const isBoxed = /^\[[^\]]*$/.test(defined[0]) && /\]\s*$/.test(lines.at(-1) ?? '');
      last.number = note(
        paragraph,
        isBoxed ? [...lines.slice(0, -1), (lines.at(-1) ?? '').replace(/\]\s*$/, '')] : lines,
      );
      labels.push(defined[0], defined[1] ?? '');
      taken.add(paragraph);
      continue;
    }
    paragraph.lines.forEach((line, row) => {
      for (const match of line.matchAll(inline)) {
        labels.push(match[1] ?? '');
        const found = {
          row,
          from: match.index,
          to: match.index + match[0].length,
          number: note(paragraph, [match[2] ?? '']),
        };
        add(marks, paragraph, found);
      }
      for (const match of line.matchAll(reference)) {
        if (match.index === 0 && row === 0) continue;
        const found: Reference = { row, from: match.index, to: match.index + match[0].length, number: undefined };
        add(marks, paragraph, found);
        add(waiting, match[1] ?? '', found);
      }
    });
  }
  if (notes.size < 2 || (isEach && unknown > 0)) return { paragraphs, notes: new Map(), labels: [] };
  paragraphs.forEach((each, at) => {
    const next = paragraphs[at + 1];
    if (!next || !taken.has(next) || each.lines.length > 1 || !notesHeading.test(each.lines[0] ?? '')) return;
    taken.add(each);
    labels.push(...each.lines);
  });
  return {
    paragraphs: paragraphs.flatMap((each) => (taken.has(each) ? [] : [marked(each, marks.get(each) ?? [])])),
    notes,
    labels,
  };
}

interface Reference {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Of its note in the book, once that was met. */
  number: number | undefined;
}

function marked(paragraph: Paragraph, references: readonly Reference[]): Paragraph {
  const own = references.filter(({ number }) => number !== undefined);
  if (own.length === 0) return paragraph;
  const lines = paragraph.lines.map((line, row) =>
    own
      .filter((each) => each.row === row)
      .sort((a, b) => b.from - a.from)
      .reduce(
        (text, { from, to, number }) => `${text.slice(0, from)}${opens}${number}${closes}${text.slice(to)}`,
        line,
      ),
  );
  return { ...paragraph, lines };
}

/** Markdown with its marks as references, and the lines of the notes that they lead to, each with its line in the source. */
export function withNotes(
  text: string,
  notes: NotedText['notes'],
  print: (words: string) => string,
): { readonly text: string; readonly more: readonly (readonly [words: string, line: number])[] } {
  const more: (readonly [string, number])[] = [];
  if (notes.size === 0 || !text.includes(opens)) return { text, more };
  const printed = text.replace(new RegExp(`${opens}(\\d+)${closes}`, 'g'), (_, number: string) => {
    const { lines = [], line = 1 } = notes.get(Number(number)) ?? {};
    more.push(['', line], [`[^${number}]: ${print(lines.join(' ').trim())}`, line]);
    return `[^${number}]`;
  });
  return { text: printed, more };
}
