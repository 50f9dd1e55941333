/** A comparison in lines. In: what changed. Out: a line for each chapter that is not the same, and one for each fact; what is shown of a chapter. */
import type { ComparedChapter, ComparedParagraph, Comparison } from './compare-stories.ts';

/** Prints; one line where nothing changed. */
export function comparisonLines({ facts, chapters, pictures }: Comparison): readonly string[] {
  const changed = chapters.filter(({ what, isMoved }) => what !== 'same' || isMoved);
  const lines = [
    ...facts.map(({ key, before, after }) => `  ${key}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
    ...changed.map((chapter) => {
      const { name, counts } = headingsOf(chapter);
      return `  ${name}: ${counts}`;
    }),
    ...Object.entries(pictures).flatMap(([what, paths]) => paths.map((path) => `  picture ${what}: ${path}`)),
  ];
  const same = chapters.length - changed.length;
  const count = same === 1 ? 'One chapter is' : `${same} chapters are`;
  return lines.length === 0 ? ['  nothing changed'] : [...lines, `  ${count} the same.`];
}

/** What a chapter is called, and what became of it. */
export function headingsOf({ path, what, heading, before, isMoved, added, removed }: ComparedChapter): {
  readonly name: string;
  readonly counts: string;
} {
  const name = heading ?? `(${path})`;
  const words = (count: number) => (count === 1 ? 'one word' : `${count} words`);
  const counts = {
    same: isMoved ? 'moved' : 'the same',
    added: `new, ${words(added)}`,
    removed: `gone, ${words(removed)}`,
    mended: `+${added} −${removed} words${isMoved ? ', moved' : ''}${before === undefined ? '' : `, was “${before}”`}`,
  };
  return { name, counts: counts[what] };
}

/** Paragraphs that changed, each with its neighbours; of the others how many are left out, in words. */
export function changedParagraphs({ what, paragraphs }: ComparedChapter): readonly (ComparedParagraph | string)[] {
  if (what === 'same') return [];
  const isSame = (at: number) => paragraphs[at]?.every((run) => run.what === 'same') ?? true;
  const shown: (ComparedParagraph | string)[] = [];
  let left = 0;
  const tell = () => {
    if (left > 0) shown.push(`… ${left === 1 ? 'one paragraph' : `${left} paragraphs`} the same …`);
    left = 0;
  };
  for (const [at, paragraph] of paragraphs.entries()) {
    if (isSame(at) && isSame(at - 1) && isSame(at + 1)) left++;
    else {
      tell();
      shown.push(paragraph);
    }
  }
  tell();
  return shown;
}
