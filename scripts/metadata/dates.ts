/** Dates as people and other tools write them. In: words. Out: a date of W3CDTF; never a guess between day and month. */
import { isDate } from '../book/metadata-schema.ts';

const months = 'january february march april may june july august september october november december'.split(' ');

/** `2026-11-24`, `2026/11/24`, `2026-11-24 10:00:00 +0100`, `November 24, 2026`, `24 Nov 2026`, `November 2026`. */
export function dateOf(words: string): string | undefined {
  const text = words.trim();
  if (isDate(text)) return text;
  const made = stampOf(text) ?? numbersOf(text) ?? namedOf(text);
  return made !== undefined && isDate(made) ? made : undefined;
}

/** A date and a time with what stands between them and a zone, as Jekyll and Hugo write them; without a zone the day alone. */
function stampOf(text: string): string | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  if (day === undefined || zone === undefined) return day;
  return `${day}T${time}${/^[ZU]/.test(zone) ? 'Z' : zone.replace(/(\d\d):?(\d\d)$/, '$1:$2')}`;
}

function numbersOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?$/.exec(text) ?? [];
  return year && month && [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
}

function namedOf(text: string): string | undefined {
  const [, before, name, after, year] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.?,? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const month = months.findIndex((each) => each.startsWith(name.toLowerCase()));
  const day = before ?? after;
  return month === -1 ? undefined : [year, two(String(month + 1)), ...(day === undefined ? [] : [two(day)])].join('-');
}

const two = (number: string): string => number.padStart(2, '0');
