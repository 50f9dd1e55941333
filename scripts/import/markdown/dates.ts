/** Dates as people write them. In: words. Out: a W3C date, or undefined where they are none. */
import { isDate } from '../../book/metadata-schema.ts';

const months = 'january february march april may june july august september october november december'.split(' ');

/** `2026-11-24`, `2026/11/24`, `November 24, 2026`, `24 Nov 2026`, `November 2026`; never a guess between day and month. */
export function dateOf(words: string): string | undefined {
  const text = words.trim();
  if (isDate(text)) return text;
  const stamp = /^(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/.exec(text)?.[1];
  const parts = /^(\d{4})[/.](\d\d?)(?:[/.](\d\d?))?$/.exec(text);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([A-Za-z]{3,9})\.?,? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
    text,
  );
  const month =
    named?.[2] === undefined ? -1 : months.findIndex((name) => name.startsWith(named[2]?.toLowerCase() ?? ' '));
  const two = (number: string | number) => String(number).padStart(2, '0');
  const made =
    stamp ??
    (parts
      ? [parts[1] ?? '', ...parts.slice(2).flatMap((each) => (each === undefined ? [] : two(each)))].join('-')
      : named && month !== -1
        ? [named[4] ?? '', two(month + 1), ...[named[1] ?? named[3]].flatMap((day) => (day ? two(day) : []))].join('-')
        : undefined);
  return made !== undefined && isDate(made) ? made : undefined;
}
