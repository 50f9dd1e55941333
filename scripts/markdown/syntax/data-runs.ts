/**
 * Plain characters of a block as one token for each run of them, where micromark makes a token at each character that might have
 * begun something, and at the end of the block moves all later events to join each run. In: events. Out: the events that micromark
 * makes of them.
 */
import type { Code, Construct, Extension, State } from 'micromark-util-types';

/** Asked last, so where a character began nothing: takes it and what follows, up to the next one that may begin something. */
const dataRun = (content: 'string' | 'text'): Construct => ({
  name: 'dataRun',
  tokenize(effects, ok) {
    const constructs = this.parser.constructs[content];
    const mayBegin = (code: Code): boolean =>
      code === null ||
      [constructs[code] ?? []].flat().some(({ previous }) => !previous || previous.call(this, this.previous));
    const more: State = (code) => {
      if (mayBegin(code)) {
        effects.exit('data');
        return ok(code);
      }
      effects.consume(code);
      return more;
    };
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      return more;
    };
  },
  resolveTo(events) {
    const [kind, before] = events.at(-3) ?? [];
    const last = events.at(-1)?.[1];
    if (kind === 'exit' && before?.type === 'data' && last) {
      before.end = last.end;
      events.length -= 2;
    }
    return events;
  },
});

/** To be put anywhere among extensions: what it adds is asked after all others. */
export const dataRuns: Extension = { string: { null: dataRun('string') }, text: { null: dataRun('text') } };
