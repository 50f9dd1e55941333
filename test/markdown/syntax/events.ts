import { parse, postprocess, preprocess } from 'micromark';
import type { Extension } from 'micromark-util-types';

/** The events that micromark makes of a text, each as its kind, type and place. */
export function eventsOf(text: string, extensions: Extension[]): readonly string[] {
  const tokenizer = parse({ extensions }).document();
  const events = postprocess(tokenizer.write(preprocess()(text, undefined, true)));
  return events.map(([kind, { type, start, end }]) => `${kind} ${type} ${start.offset} ${end.offset}`);
}
