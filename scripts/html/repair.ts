/**
 * Makes a section's tree fit for an EPUB. In: hast as remark-rehype made it, raw HTML and all. Out: hast without raw
 * nodes that keeps to EPUB 3.3's content model, has every visible word and nothing active; a warning for what went.
 * Links and pictures stay as they were written.
 */
import type { Element, Root } from 'hast';
import { usualLimits } from '../book/limits.ts';
import { type Outcome, type Problem, placeOf, problem } from '../report/problem.ts';
import { capDepth } from './cap-depth.ts';
import { conformTree } from './conform.ts';
import { prefixIds } from './ids.ts';
import { spliceRaw } from './splice-raw.ts';
import type { Origin } from './tokenize.ts';

interface RepairContext {
  /** The section's file. */
  readonly path: string;
  /** What ids from raw HTML begin with, so that they are unique in the whole book. */
  readonly idPrefix: string;
  /** How many levels are kept. */
  readonly deepest?: number;
}

export interface Repaired extends Outcome<Root> {
  /** For each id and `<a name>` of raw HTML, as links may spell it, its id in the book. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Repairs the tree of one section (EPUB 3.3 §6.1). Elements that came from raw HTML have `data.fromHtml`. */
export function repairHtml(tree: Root, { path, idPrefix, deepest = usualLimits.nesting }: RepairContext): Repaired {
  const problems: Problem[] = [];
  const { root, origins } = spliceRaw(tree);
  for (const origin of origins) for (const each of dropped(origin, path)) problems.push(each);
  const shallow = capDepth(root, deepest, (element) => {
    problems.push(
      problem(
        'html-dropped',
        placeOf(path, element),
        `HTML stands deeper than ${deepest} levels in itself; the book has what lies deeper without its tags.`,
        'Take tags out that do nothing.',
      ),
    );
  });
  const told = new Set<string>();
  const fitted = conformTree(shallow, (element: Element, name: string) => {
    const place = placeOf(path, element);
    const key = `${place.start?.line}:${place.start?.column}:${name}`;
    if (told.has(key)) return;
    told.add(key);
    problems.push(
      problem(
        'html-dropped',
        place,
        `No book can hold ${name} here; it has the words without it.`,
        'Take it out, or say it in Markdown.',
      ),
    );
  });
  const anchors = prefixIds(fitted, idPrefix);
  return { value: fitted, problems, anchors };
}

/** One warning for a raw node, at the first thing that it lost. */
function dropped({ position, lost }: Origin, path: string): readonly Problem[] {
  const [first] = lost;
  if (!first) return [];
  const names = [...lost.keys()];
  const listed = names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
  const start = first[1] ?? position?.start;
  const place = { path, ...(start && { start }), ...(position && { end: position.end }) };
  return [
    problem(
      'html-dropped',
      place,
      `No book can hold ${listed}; it has ${hasCode(names) ? 'neither that nor the code inside' : 'the words without it'}.`,
      'Take it out, or say it in Markdown.',
    ),
  ];
}

const hasCode = (names: readonly string[]): boolean =>
  names.some((name) => /^<(?:script|style|iframe|!--|\?)/.test(name));
