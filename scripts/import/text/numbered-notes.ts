/**
 * Notes of a plain text: “[3]” where a paragraph below begins with “[3]” or “[Footnote 3:”, the same with “[A]”, “{3}” and “(3)”, and
 * “[3 - The note.]” in the line itself. In: paragraphs.
 * Out: the paragraphs with a mark at each reference, and the words of each note; `withNotes` makes Markdown's own of them once the text is printed.
 */
import type { Paragraph } from './split-paragraphs.ts';

export interface NotedText {
  readonly paragraphs: readonly Paragraph[];
  /** The words of each note, by its number in the book. */
  readonly notes: ReadonlyMap<number, readonly Paragraph[]>;
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
  // Items of a list are numbered so, too, and nothing refers to them.
  { definition: /^(\d{1,4})\.\s+(?=\S)/, reference: /\[(\d{1,4})\]/g, isEach: true },
  { definition: /^\((\d{1,4})\)\s*(?=\S)/, reference: /\((\d{1,4})\)/g, isEach: true },
];
type Form = (typeof forms)[number];

const notesHeading =
  /^\P{L}*(?:(?:foot|end)?notes?|fu(?:ß|ss)noten?|anmerkungen|noten|voetnoten|aantee?keningen|notas|viitteet|przypisy|примечания|noter|fotnoter|notoj)\P{L}*$/iu;

/** Finds them; where no note has its reference, the text stays as it is. */
export function numberedNotes(paragraphs: readonly Paragraph[]): NotedText {
  return (
    forms.map((form) => notesIn(paragraphs, form)).find(({ notes }) => notes.size > 0) ?? {
      paragraphs,
      notes: new Map(),
      labels: [],
    }
  );
}

function notesIn(paragraphs: readonly Paragraph[], form: Form): NotedText {
  const { definition, isEach = false } = form;
  const notes = new Map<number, Paragraph[]>();
  const labels: string[] = [];
  const waiting = new Map<string, Reference[]>();
  const marks = new Map<Paragraph, readonly Reference[]>();
  const taken = new Set<Paragraph>();
  const note = (at: Paragraph, lines: readonly string[]): number => {
    notes.set(notes.size + 1, [{ ...at, lines, verse: false, setOff: false }]);
    return notes.size;
  };
  let unknown = 0;
  // Below a text its notes stand in a row, and one may have several paragraphs.
  let before: { readonly number: number; readonly more: Paragraph[] } | undefined;
  const define = (paragraph: Paragraph, number: string, last: Reference): void => {
    const { label, lines } = noteOf(paragraph, definition);
    last.number = note(paragraph, lines);
    labels.push(label, number);
    for (const each of [paragraph, ...(before?.more ?? [])]) taken.add(each);
    if (before) notes.get(before.number)?.push(...before.more);
    const isInRow = (waiting.get(String(Number(number) + 1))?.length ?? 0) > 0;
    before = isInRow ? { number: last.number, more: [] } : undefined;
  };
  for (const paragraph of paragraphs) {
    const [, number = ''] = definition.exec(paragraph.lines[0] ?? '') ?? [];
    const last = waiting.get(number)?.shift();
    unknown += number !== '' && !last ? 1 : 0;
    if (last) {
      define(paragraph, number, last);
      continue;
    }
    if ((before?.more.push(paragraph) ?? 0) > 12) before = undefined;
    const own = inlineNotes(paragraph).map(({ words, ...place }) => ({ ...place, number: note(paragraph, [words]) }));
    const references = referencesIn(paragraph, form);
    marks.set(paragraph, [...own, ...references]);
    for (const each of references) waiting.set(each.label, [...(waiting.get(each.label) ?? []), each]);
    labels.push(...own.map(({ label }) => label));
  }
  const [least, mostUnknown] = isEach ? [2, notes.size * 0.1] : [1, unknown];
  if (notes.size < least || unknown > mostUnknown) return { paragraphs, notes: new Map(), labels: [] };
  const headings = headingsOfNotes(paragraphs, taken);
  for (const heading of headings) taken.add(heading);
  return {
    paragraphs: paragraphs.flatMap((each) => (taken.has(each) ? [] : [marked(each, marks.get(each) ?? [])])),
    notes,
    labels: [...labels, ...headings.flatMap(({ lines }) => lines)],
  };
}

/** Lines that say “Notes” above them, and no more. */
const headingsOfNotes = (paragraphs: readonly Paragraph[], taken: ReadonlySet<Paragraph>): readonly Paragraph[] =>
  paragraphs.filter(({ lines: [only = '', ...more] }, at) => {
    const next = paragraphs[at + 1];
    return next && taken.has(next) && more.length === 0 && notesHeading.test(only);
  });

/** The lines of a note without its label, and without the bracket that ends with it. */
function noteOf({ lines: [first = '', ...more] }: Paragraph, definition: RegExp) {
  const label = definition.exec(first)?.[0] ?? '';
  const isBoxed = /^\[[^\]]*$/.test(label);
  const lines = [first.slice(label.length), ...more];
  return { label, lines: isBoxed ? [...lines.slice(0, -1), (lines.at(-1) ?? '').replace(/\]\s*$/, '')] : lines };
}

const inlineNotes = ({ lines }: Paragraph) =>
  lines.flatMap((line, row) =>
    [...line.matchAll(inline)].map(({ 0: { length }, 1: label = '', 2: words = '', index }) => ({
      ...{ row, from: index, to: index + length },
      label,
      words,
    })),
  );

const referencesIn = ({ lines }: Paragraph, { reference }: Form): readonly Reference[] =>
  lines.flatMap((line, row) =>
    [...line.matchAll(reference)].flatMap(({ 0: { length }, 1: label = '', index }) =>
      index === 0 && row === 0 ? [] : [{ row, from: index, to: index + length, label, number: undefined }],
    ),
  );

interface Reference {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
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
    for (const [at, { lines, line }] of (notes.get(Number(number)) ?? []).entries())
      more.push(['', line], [`${at === 0 ? `[^${number}]: ` : '    '}${print(lines.join(' ').trim())}`, line]);
    return `[^${number}]`;
  });
  return { text: printed, more };
}
