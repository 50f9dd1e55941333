/** Puts files in reading order, and chapters under the parts that hold them. */
import type { Section } from '../book/book.ts';
import { isNumbered } from '../book/file-names.ts';
import type { SourceFile } from '../book/manuscript.ts';
import { type Matter, type SectionKind, traitsOf } from '../book/sections.ts';
import { nearest } from '../report/nearest.ts';
import { type Outcome, type Place, type Problem, problem } from '../report/problem.ts';

export interface OrderedFile {
  readonly file: SourceFile;
  readonly kind?: SectionKind | undefined;
}

const matters: readonly Matter[] = ['frontmatter', 'bodymatter', 'backmatter'];

/**
 * Orders files. An explicit order is followed to the letter; numbers at the start of every name are the author's own order;
 * otherwise front matter, body and back matter come in the order that books have them in.
 */
export function orderFiles<File extends OrderedFile>(
  files: readonly File[],
  order: readonly string[] | undefined,
  placeOfItem: (at: number) => Place | undefined,
): Outcome<readonly File[]> {
  if (order) return orderByList(files, order, placeOfItem);
  if (files.every(({ file }) => isNumbered(file.path))) return { value: files, problems: [] };
  const rank = ({ kind }: OrderedFile): number => {
    const traits = traitsOf(kind ?? 'chapter');
    return matters.indexOf(traits.matter) * 100 + traits.place;
  };
  const value = files
    .map((file, at) => ({ file, at }))
    .sort((a, b) => rank(a.file) - rank(b.file) || a.at - b.at)
    .map(({ file }) => file);
  return { value, problems: [] };
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
            ? `Unexpected “${path}” twice in the order, expected it once`
            : `Unexpected “${path}” in the order, expected a Markdown file of the manuscript`,
          found ? undefined : guess && `Did you mean “${guess}”?`,
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
          'Unexpected file that the order does not list; it is left out of the book',
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
