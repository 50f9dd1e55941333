/**
 * Straight marks become curly: quotation marks by the language's table, apostrophes everywhere.
 * In: a passage's text. Out: edits. Refuses to know: files, trees, Markdown.
 */
import type { Edit } from './edits.ts';
import { choiceOf, nestingOf, type Primary } from './costs.ts';
import type { QuoteMarks } from './locales.ts';
import { findMarks, type Mark } from './marks.ts';
import { cheapest, type Reading } from './search.ts';

/** Reads the marks of one passage. */
export function curlQuotes(
  text: string,
  primary: Primary,
  glyphs: QuoteMarks,
  literal?: ReadonlySet<number>,
): readonly Edit[] {
  const marks = findMarks(text, literal);
  if (marks.every(({ fixed }) => fixed)) return [];
  const { readings } = cheapest(marks.map((mark) => choiceOf(text, mark)), nestingOf(primary));
  const edits: Edit[] = [];
  marks.forEach((mark, i) => {
    const reading = readings[i];
    if (!mark.fixed && reading) edits.push({ start: mark.at, end: mark.at + 1, text: glyphOf(mark, reading, glyphs) });
  });
  return edits;
}

function glyphOf({ key }: Mark, reading: Reading, { outer, inner }: QuoteMarks): string {
  if (reading === 'apostrophe') return '’';
  const pair = key === '"' ? outer : inner;
  return pair[reading === 'open' ? 0 : 1];
}

/** Which key opens and closes most of the speech in these texts. */
export function primaryOf(texts: Iterable<string>): Primary {
  let double = 0;
  let single = 0;
  for (const text of texts) {
    for (const [mark] of text.matchAll(/(?<=[.,!?…])["'”’](?=\s|$)/g)) {
      if (mark === '"' || mark === '”') double++;
      else single++;
    }
  }
  if (double === single) return 'unknown';
  return double > single ? 'double' : 'single';
}
