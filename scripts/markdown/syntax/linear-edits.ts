/**
 * Edits of micromark's events in time that grows with the events from the first edit on. Its own copies all events of a text, and
 * it edits them wherever a container ends, so that thousands of quotations or divs took time with their square.
 */
import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

EditMap.prototype.consume = function consume(events: Event[]): undefined {
  const edits = this.map.sort(([one], [other]) => one - other);
  const first = edits[0]?.[0] ?? events.length;
  const before = events.splice(first);
  let done = 0;
  const keepTo = (end: number): void => {
    for (const event of before.slice(done, end)) events.push(event);
  };
  for (const [at, remove, add] of edits) {
    keepTo(at - first);
    for (const each of add) events.push(each);
    done = Math.max(done, at - first + remove);
  }
  keepTo(before.length);
  this.map.length = 0;
  this.index.clear();
};
