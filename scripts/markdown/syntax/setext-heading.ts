/**
 * Setext headings (CommonMark §4.3) in time that grows with their number, where micromark's own resolver copies all events of a
 * text at each underline. In: events. Out: the events that micromark makes of them.
 */
import { setextUnderline } from 'micromark-core-commonmark';
import type { Extension } from 'micromark-util-types';

const equals = 61;
const dash = 45;

/** The original construct, whose resolver is given the events of the last content only: no others are changed by it. */
const linearUnderline: typeof setextUnderline = {
  ...setextUnderline,
  name: 'linearSetextUnderline',
  resolveTo(events, context) {
    let start = events.length - 1;
    while (start > 0 && !(events[start]?.[0] === 'enter' && events[start]?.[1].type === 'content')) start--;
    const last = events.splice(start);
    for (const event of setextUnderline.resolveTo?.(last, context) ?? last) events.push(event);
    return events;
  },
};

/** Takes the place of micromark's construct. */
export const setextSyntax: Extension = {
  flow: { [equals]: linearUnderline, [dash]: linearUnderline },
  disable: { null: ['setextUnderline'] },
};
