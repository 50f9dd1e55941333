/**
 * What belongs together stays on one line: a title and its name, a number and its unit, a sign and its number.
 * In: copy. Out: ties. Initials are not tied; Standard Ebooks does not tie them either.
 */
import { type Copy, isIn } from '../text/copy.ts';
import type { Edit } from '../text/edits.ts';
import { tie } from './word-pairs.ts';

/** Whether a text has a short word that a title could be: one paragraph in two has none. */
const shortWord = /[CDFHLMPS][a-z]{0,4}[. \n\t]/;
/** Titles that are tied to whatever follows, with a point or, before a capital, without. */
const titles = /\b(?:Mrs?|M[sx]|Dr|Prof|Lieut|Lt|Capt|Pvt|Hon|Mme|Mlle)(?:[ \t]*\.[ \n\t]+(?=\S)|[ \n\t]+(?=\p{Lu}))/gu;
/** Those that are other words as well: a saint has a name, and a Monsieur is no initial among initials. */
const named = /(?<!\d(?:st|nd|rd|th) |\b\p{Lu}\. ?)\b(?:St|(?:St|Mt|Fr|Mon|MM?)[ \t]*\.)[ \n\t]+(?=\p{Lu})/gu;
const ampersand = () => /(?<=[\p{L}\p{N}.,’'”"])[ \n\t]+(?=&[ \n\t\u00A0]+[\p{L}\p{N}])/gu;
const counted = () =>
  /(?:\b(?:Nos?|pp?|vols?|chs?|figs?|Vols?|Figs?)[ \t]*\.|[№§])[ \n\t]+(?=\d)|\bA\.?D(?:[ \t]*\.)?[ \n\t]+(?=\d)/g;
const halves = () => /(?<=\d)[ \n\t]+(?=(?:[ap]\.?\s*m\b|A\.?M\b|P\.?M\b|AD\b|BC\b|BCE\b|CE\b|A\.D\.|B\.C\.))/g;
const units = () =>
  /(?<=[\d½⅓⅔¼¾⅛⅜⅝⅞])[ \n\t]+(?=(?:[mckµ]?m|km²|[mck]?m[²³]|[mk]?g|[mcd]?l|ft|yds?|mi|lbs?|oz|cwt|pts?|qts?|gals?|cc|mph|rpm|hp|[kMG]?Hz|[kM]?W|[kMGT]B|[°º˚][CF]?|%)(?![\p{L}\d])|in\.(?=[,;:)]| \p{Ll}))/gu;
const feetAndInches = () => /(?<=(?<![°º][ \u00A0]?\d{0,2})\d['′])[ \n\t]+(?=\d{1,2}(?:[½¼¾]|\.\d|[ -]?\d\/\d)?["″])/g;

/** What French ties: “M. d’Artagnan”, “Mme de Rênal”, “n° 5”, “p. 12”, “10 000 francs”, “Louis XIV”. */
const frenchTitles = () => /(?<![\p{L}\p{N}.])(?:MM?\.|M(?:mes?|lles?|gr)|Drs?|Pr|Me(?= \p{Lu}))[ \n\t]+(?=\p{L})/gu;
const frenchCounted = () => /(?<![\p{L}\p{N}])(?:[nN][°ºo]s?|pp?\.|chap\.|vol\.|art\.|fig\.|§)[ \n\t]+(?=\d)/gu;
const frenchHours = () => /(?<=\d)[ \n\t]+(?=(?:h|min|fr?|F)(?![\p{L}\d]))/gu;
/** Groups of three figures. */
const frenchGroups = () => /(?<=(?<![\d,.])\d{1,3}(?:[ \u00A0\u202F]\d{3}){0,4})[ \n\t]+(?=\d{3}(?!\d))/g;

/** Ties of a text, as edits. */
export function setNoBreak(copy: Copy): readonly Edit[] {
  const { text } = copy;
  // A title in the metadata is not set in lines.
  if (copy.block === 'line' || !copy.follows('no-break')) return [];
  const edits: Edit[] = [];
  const figures = /\d/.test(text);
  const add = (pattern: RegExp): void => {
    for (const { 0: whole, index } of text.matchAll(pattern))
      edits.push(...tie(text, index + whole.search(/(?<![ \n\t])[ \n\t]+$/)));
  };
  if (isIn(copy, 'en')) {
    if (shortWord.test(text)) {
      add(titles);
      add(named);
    }
    if (figures) {
      add(counted());
      add(halves());
    }
  }
  if (isIn(copy, 'fr')) {
    if (/[MDPS]/.test(text)) add(frenchTitles());
    if (figures) {
      add(frenchCounted());
      add(frenchHours());
      for (const { index } of text.matchAll(frenchGroups())) edits.push(...tie(text, index, '\u202F'));
    }
  }
  if (text.includes('&')) add(ampersand());
  if (figures) {
    add(units());
    add(feetAndInches());
  }
  return edits;
}
