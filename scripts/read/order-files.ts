/** Puts files in reading order, and chapters under the parts that hold them. */
import { toString as textOf } from 'mdast-util-to-string';
import type { Section } from '../book/book.ts';
import { isNumbered } from '../book/file-names.ts';
import type { SourceFile } from '../book/manuscript.ts';
import { rankOfKind, type SectionKind, traitsOf } from '../book/sections.ts';
import { sortByNumber } from '../book/sort-by-number.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, type Place, type Problem, placeOf, problem } from '../report/problem.ts';

export interface OrderedFile {
  readonly file: SourceFile;
  readonly kind?: SectionKind | undefined;
  readonly values?: { readonly weight?: string | undefined } | undefined;
}

/**
 * Orders files. An explicit order is followed to the letter; weights of all, or numbers at the start of every name, are the
 * author's own order; otherwise front matter, body and back matter come in the order that books have them in, and chapters by
 * their weights, or by their names, in which numbers may be words.
 */
export function orderFiles<File extends OrderedFile>(
  files: readonly File[],
  order: readonly string[] | undefined,
  placeOfItem: (at: number) => Place | undefined,
): Outcome<readonly File[]> {
  if (order) return orderByList(files, order, placeOfItem);
  if (files.every((each) => weightOf(each) !== undefined)) return { value: [...files].sort(byWeight), problems: [] };
  if (files.every(({ file }) => isNumbered(file.path))) return { value: files, problems: [] };
  const byPath = new Map(files.map((each) => [each.file.path, each]));
  const named = sortByNumber([...byPath.keys()]).flatMap((path) => byPath.get(path) ?? []);
  const ranked = named.sort((a, b) => rankOf(a) - rankOf(b) || Number(isIndex(b)) - Number(isIndex(a)));
  const isChapter = (each: File) => rankOf(each) === rankOf({}) && !isIndex(each);
  const chapters = ranked.filter(isChapter);
  const weighted = chapters.every((each) => weightOf(each) !== undefined) ? [...chapters].sort(byWeight) : chapters;
  const placed = [...beginWithPart(weighted)];
  const value = ranked.flatMap((each) => (isChapter(each) ? (placed.shift() ?? []) : [each]));
  return { value, problems: [] };
}

/** Pages that are not ordered with the rest stand where books have them: in front matter before what comes later by convention, else behind what comes before. */
export function placePages<Item extends { readonly kind?: SectionKind | undefined }>(
  list: readonly Item[],
  pages: readonly Item[],
): readonly Item[] {
  const placed = [...list];
  for (const page of pages) {
    const rank = rankOf(page);
    const isFront = traitsOf(page.kind ?? 'chapter').matter === 'frontmatter';
    const later = placed.findIndex((each) => rankOf(each) > rank);
    const at = isFront ? later : placed.findLastIndex((each) => rankOf(each) <= rank) + 1;
    placed.splice(at === -1 ? placed.length : at, 0, page);
  }
  return placed;
}

/** What a site opens with is read before the chapters. */
const isIndex = ({ file }: OrderedFile): boolean => /^_?index\.[^./]+$/i.test(file.path);

const rankOf = ({ kind = 'chapter' }: Pick<OrderedFile, 'kind'>): number => rankOfKind(kind);

const weightOf = ({ values }: OrderedFile): string | undefined => values?.weight;
const byWeight = (a: OrderedFile, b: OrderedFile): number => Number(weightOf(a)) - Number(weightOf(b));

/** `part-1` stands behind `chapter-1` by name alone: the only part of a book holds the chapters. */
function beginWithPart<File extends OrderedFile>(chapters: readonly File[]): readonly File[] {
  const [part, another] = chapters.filter(({ kind }) => kind === 'part');
  return part && !another && chapters.at(-1) === part ? [part, ...chapters.slice(0, -1)] : chapters;
}

function orderByList<File extends OrderedFile>(
  files: readonly File[],
  order: readonly string[],
  placeOfItem: (at: number) => Place | undefined,
): Outcome<readonly File[]> {
  const byPath = new Map(files.map((each) => [each.file.path, each]));
  const problems: Problem[] = [];
  const value: File[] = [];
  for (const [at, path] of order.entries()) {
    const clean = path.replace(/^\.\//, '');
    const found = byPath.get(clean);
    if (found && !value.includes(found)) value.push(found);
    else {
      const guess = nearest(clean, [...byPath.keys()]);
      problems.push(
        problem(
          'order-missing',
          placeOfItem(at),
          found
            ? `“${path}” stands twice in the order.`
            : `The order names “${path}”, and there is no such Markdown file.`,
          found ? 'Take one of them out.' : guess ? `Did you mean “${guess}”?` : 'Take it out, or add the file.',
        ),
      );
    }
  }
  for (const each of files) {
    if (!value.includes(each))
      problems.push(
        problem(
          'order-left-out',
          { path: each.file.path },
          `The order does not list “${each.file.path}”, so it is not in the book.`,
          `Add “- ${each.file.path}” to order in book.yaml.`,
        ),
      );
  }
  return { value, problems };
}

/** Nests the body sections that follow a part into it, until the next part or the back matter. */
export function nestParts(list: readonly Section[]): readonly Section[] {
  const nested: Section[] = [];
  let held: Section[] | undefined;
  for (const section of list) {
    if (section.kind === 'part') {
      held = [...section.sections];
      nested.push({ ...section, sections: held });
    } else if (held && (section.kind === 'chapter' || section.kind === 'interlude')) held.push(section);
    else {
      held = undefined;
      nested.push(section);
    }
  }
  return nested;
}

/** Told where parts hold no chapter, although the book has chapters that stand in none. */
export function emptyParts(sections: readonly Section[]): readonly Problem[] {
  const empty = sections.filter(
    ({ kind, sections: held, content }) => kind === 'part' && held.length === 0 && textOf(content).length < shortText,
  );
  const [first] = empty;
  if (!first || !sections.some(({ kind }) => kind === 'chapter')) return [];
  const names = empty.map(({ heading, path }) => (heading ? `“${textOf(heading)}”` : path)).join(', ');
  return [
    problem(
      'part-holds-nothing',
      placeOf(first.path, first.heading),
      `${names}: no chapter follows, so ${empty.length > 1 ? 'these parts hold' : 'this part holds'} none.`,
      'Number the files in reading order (01-part-1.md, 02-chapter-1.md), or list them under “order” in book.yaml.',
    ),
  ];
}

/** A part with more words than these is a text of its own, and needs no chapters. */
const shortText = 500;
