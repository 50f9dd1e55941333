/** Which paragraphs of a story are headings. In: its paragraphs’ words, in order. Out: the heading at each index that is one. */
import { kindNamedBy, type SectionKind, sectionKinds, traitsOf } from '../book/sections.ts';
import { isChapterHeading, isEndMark, isInCapitals, isSceneBreak, numberOfHeading } from './story-marks.ts';

/** A paragraph as this looks at it: its lines, and whether it may be a heading at all. */
export interface Candidate {
  readonly lines: readonly string[];
  readonly mayHead: boolean;
}

/** Headings that name themselves; else lines whose numbers count on; else, where the story opens with one, lines in capitals. */
export function headingsOf(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  paragraphs.forEach((paragraph, at) => {
    const words = at < paragraphs.length - 1 ? ownHeading(paragraph) : undefined;
    if (words !== undefined) headings.set(at, words);
  });
  const counting = countingOn(paragraphs);
  for (const [at, words] of counting) headings.set(at, words);
  return headings.size > 0 ? headings : inCapitals(paragraphs);
}

/** “Chapter One”, and the same with its title in the next line. */
function ownHeading({ lines, mayHead }: Candidate): string | undefined {
  const [first = '', second, ...rest] = lines;
  if (!mayHead || rest.length > 0 || !isChapterHeading(first)) return undefined;
  if (second === undefined) return first.trim();
  const isTitle = second.length <= 60 && !/[.,;]["”’']?$/.test(second) && !isSceneBreak(second);
  return isTitle ? `${first.trim().replace(/(?<![:.\s])[:.\s]+$/, '')}: ${second.trim()}` : undefined;
}

/** “3. The Door”, some paragraphs, “4. The Stair”: at least two, each one more than the last. */
function countingOn(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let last: { readonly at: number; readonly number: number } | undefined;
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    const number = mayHead && lines.length === 1 && at < paragraphs.length - 1 ? numberOfHeading(only) : undefined;
    if (number === undefined) return;
    if (last && (number !== last.number + 1 || at === last.at + 1)) return; // an item of a list
    found.set(at, only.trim());
    last = { at, number };
  });
  return found.size > 1 ? found : new Map();
}

function inCapitals(paragraphs: readonly Candidate[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  paragraphs.forEach(({ lines, mayHead }, at) => {
    const [only = ''] = lines;
    if (!mayHead || lines.length > 1 || at === paragraphs.length - 1) return;
    if (isInCapitals(only) && !isEndMark(only) && !isSceneBreak(only)) found.set(at, only.trim());
  });
  return found.has(0) && found.size > 1 ? found : new Map();
}

const bodyKinds = sectionKinds.filter(
  (kind) => traitsOf(kind).matter === 'bodymatter' || kind === 'preface' || kind === 'foreword' || kind === 'afterword',
);

/** What a heading in the story says that it opens: “Prologue”, “Part Two”; else a chapter. */
export const kindOfChapter = (heading: string): SectionKind => kindNamedBy(heading, bodyKinds) ?? 'chapter';
