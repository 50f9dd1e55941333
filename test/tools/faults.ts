/** What a reader would call broken on a page. In: a measured section. Out: a line a fault; none on a good page. */
import type { Box, Measured } from './measured.ts';

/** Rounding, italics and accents may reach over an edge by this much, in CSS pixels. */
const slack = 2;
/** An engine that stands an initial by its ink lets the empty edge of the glyph reach over the line’s, by this much. */
const initialSlack = 12;

const pageOf = ({ page }: Measured, [left, , right]: Box): number => Math.floor((left + right) / 2 / page.width);

/** Whether a box lies within the text’s part of its page. */
function isOnPage(section: Measured, box: Box, startSlack = slack): boolean {
  const { left, right, width, height } = section.page;
  const edge = pageOf(section, box) * width;
  return (
    box[0] >= edge + left - startSlack && box[2] <= edge + right + slack && box[1] >= -slack && box[3] <= height + slack
  );
}

/**
 * Words that reach out of their page, that something hides, or that have no box at all. A theme may hide a mark that is
 * for engines without its stylesheet, as between a chapter’s number and its title; letters it may not.
 */
export function cutWords(section: Measured): readonly string[] {
  return section.words
    .filter(({ text, rects, clipped, block }, at) => {
      const isInitial = section.blocks[block]?.class === 'opening' && section.words[at - 1]?.block !== block;
      const hidden = (clipped || rects.length === 0) && /[\p{L}\p{N}]/u.test(text);
      return hidden || !rects.every((box) => isOnPage(section, box, isInitial ? initialSlack : slack));
    })
    .map(({ text, rects }) => `“${text}” is cut at ${JSON.stringify(rects)}`);
}

/** Words that are printed over one another: boxes of lines may touch, not cover a third of each other. */
export function overlappingWords(section: Measured): readonly string[] {
  const faults: string[] = [];
  const boxes = section.words
    .flatMap(({ text, rects }, word) => rects.map((box) => ({ text, box, word })))
    .sort((left, right) => left.box[0] - right.box[0]);
  for (const [at, one] of boxes.entries()) {
    for (let next = at + 1; next < boxes.length; next++) {
      const other = boxes[next];
      if (!other || other.box[0] >= one.box[2] - slack) break;
      if (other.word === one.word) continue;
      const height = Math.min(one.box[3], other.box[3]) - Math.max(one.box[1], other.box[1]);
      const smaller = Math.min(one.box[3] - one.box[1], other.box[3] - other.box[1]);
      if (height > smaller / 3) faults.push(`“${one.text}” and “${other.text}” overlap by ${height.toFixed(1)}`);
    }
  }
  return faults;
}

/** Words that stand before the word that the text has before them, on the line, the page or in the book. */
export function misplacedWords(section: Measured): readonly string[] {
  const faults: string[] = [];
  const inText = section.words.filter(({ block, rects }) => rects.length > 0 && !section.blocks[block]?.aside);
  for (const [at, word] of inText.entries()) {
    const before = inText[at - 1]?.rects.at(-1);
    const [box] = word.rects;
    if (!before || !box) continue;
    const rightward = section.page.direction === 'ltr';
    const pages = (pageOf(section, box) - pageOf(section, before)) * (rightward ? 1 : -1);
    const sameLine = Math.min(before[3], box[3]) - Math.max(before[1], box[1]) > (before[3] - before[1]) / 3;
    const onward = rightward ? box[0] >= before[2] - slack : box[2] <= before[0] + slack;
    if (pages < 0 || (pages === 0 && !(sameLine ? onward : box[1] > before[1])))
      faults.push(`“${word.text}” stands before “${inText[at - 1]?.text}”`);
  }
  return faults;
}

/** First lines after a scene break that do not stand flush. */
export function indentedAfterBreak(section: Measured): readonly string[] {
  return section.blocks.flatMap(({ left, afterBreak }, at) => {
    if (!afterBreak) return [];
    const first = section.words.find(({ block }) => block === at);
    const edge = first?.rects[0]?.[0] ?? left;
    return Math.abs(edge - left) > slack ? [`“${first?.text}” stands ${(edge - left).toFixed(1)} from the edge`] : [];
  });
}

/** Pictures that are not wholly on one page. */
export function picturesOffPage(section: Measured): readonly string[] {
  return section.pictures
    .filter(({ rects }) => rects.length !== 1 || !rects.every((box) => isOnPage(section, box)))
    .map(({ rects }) => `a picture lies at ${JSON.stringify(rects)}`);
}

/** Scene breaks that cannot be seen: fewer pixels of ink than a full stop has. */
export function unseenBreaks(section: Measured): readonly string[] {
  return section.breaks.flatMap(({ text }, at) => ((section.inks[at] ?? 0) < 6 ? [`“${text}” shows no ink`] : []));
}

const finders = {
  cut: cutWords,
  overlap: overlappingWords,
  order: misplacedWords,
  indent: indentedAfterBreak,
  picture: picturesOffPage,
} as const;

/** Every fault of every section, with its kind before it; breaks without ink only where ink was measured. */
export function allFaults(sections: readonly Measured[], seesInk: boolean): readonly string[] {
  const asked = { ...finders, ...(seesInk && { unseen: unseenBreaks }) };
  return sections.flatMap((section) =>
    Object.entries(asked).flatMap(([kind, find]) => find(section).map((fault) => `${kind}, ${section.path}: ${fault}`)),
  );
}
