/** Common fractions become the glyph that fonts have for them, close behind a whole number. */
import { type Copy, isLiteral } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';

const glyphs: Readonly<Record<string, string>> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};
/** A whole number that a fraction adds to has at most three digits: four may be a year. */
const fraction =
  /(?<!(?!º)\p{L}|[\d/$£€#–—\u2060-]|\d[.,:])(?:(\d{1,3})([ \u00A0-]))?(\d\/\d)(?![\d/]|(?!x\d|º)\p{L}|[.,:]\d|-\d)/gu;
/** What is counted so is no part of one: a date, a part of several. */
const counted = /\b(?:on|dated|since|part|page|episode|track|disc|chapter|vol\.?|no\.?) $/i;
/** Time is beaten so, and praise given. */
const given = /^[ -](?:time|met(?:re|er)|stars?|rating|score|review)\b/i;
const praised =
  /\b(?:(?:giv(?:e|es|ing)|gave|rat(?:e|es|ing)|rated) (?:it|this|that|them|him|her)(?: an?)?|scor(?:e|es|ed|ing)|rat(?:ed|ing)|solid|grade)[ :]{1,2}$/i;

/** Fractions of a text, as edits. */
export function setFractions(copy: Copy): readonly Edit[] {
  const { text } = copy;
  if (!/\d\/\d/.test(text) || !copy.follows('fractions')) return [];
  const edits: Edit[] = [];
  for (const { 0: whole, 1: units, 2: gap, 3: part = '', index } of text.matchAll(fraction)) {
    const glyph = glyphs[part];
    const end = index + whole.length;
    if (!glyph || isLiteral(copy, index, end)) continue;
    if (given.test(text.slice(end, end + 8))) continue;
    if (units === undefined) {
      if (counted.test(text.slice(Math.max(0, index - 9), index))) continue;
      if (praised.test(text.slice(Math.max(0, index - 24), index))) continue;
      // 1/6 was a price: one shilling and sixpence.
      if (part.endsWith('6') && !/^ (?:of|inch)/.test(text.slice(end, end + 6))) continue;
    }
    const start = end - part.length;
    if (gap !== undefined) edits.push({ start: start - 1, end: start, text: '' });
    edits.push({ start, end, text: glyph });
  }
  return edits;
}
